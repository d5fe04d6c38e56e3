import CivilTime
import Content
import Diagnostics
import Formats
import Languages
import Linking
import Sites

extension PageFrame {
  /// The frame of a finished page.
  init(of head: PageHead, restingOn citations: Citations, on site: Site, at place: Place) {
    self.init()
    contentLanguage = site.language.code
    contentDirection = site.language.direction
    pageKind = head.kind
    pageTitle = head.title
    isHome = head.kind == "home"
    isSearch = head.searchSummary != nil
    // A page that is shown at any address has none of its own.
    canonicalAddress = place.isAnywhere ? "" : site.absoluteAddress(of: place.path)
    openGraphImage = ShownElsewhereView(of: head.document, on: site)
    description = head.searchSummary ?? head.summary
    openGraphType = "website"
    openGraphLocale = site.words[.locale]
    label = head.label
    symbol = head.symbol
    summary = head.summary
    body = head.body
    contents = head.contents
    notices = head.notices
    series = head.series
    downloads = head.downloads
    books = head.books
    let index = head.document.flatMap { site.menu.index(ofFolder: $0.document.id.folder) }
    let parents = head.document == nil ? head.parents : index.map { [$0] } ?? []
    if !isHome {
      breadcrumbs =
        [LinkView(title: site.words[.home], address: site.link(to: site.menu.homePath, from: place))]
        + parents.map { LinkView(title: $0.title, address: site.link(to: $0.path, from: place)) }
    }
    let trail =
      isHome || place.isAnywhere ? [] : [breadcrumbData(parents, current: head.title, on: site, at: place.path)]
    jsonLd = structuredData(head.structuredData + trail)
    languages = head.isInEveryLanguage ? LanguageVersionView.each(on: site, from: place) : []
    sources = SourceView.each(of: citations, on: site, from: place)
    ownFeeds = head.feedPath.map { FeedView.own(at: $0, title: head.title, on: site, from: place) } ?? []
    if let document = head.document { add(document, citations, on: site, from: place) }
  }

  /// What only documents have.
  private mutating func add(_ page: Page, _ citations: Citations, on site: Site, from place: Place) {
    let common = page.document.common
    contentLanguage = page.document.language
    contentDirection = direction(of: page.document.language)
    description = common.summary ?? description
    openGraphType = page.document.kind.isArticle ? "article" : "website"
    languages = LanguageVersionView.each(of: page, on: site, from: place)
    editAddress = Pages.editAddress(of: page, on: site)
    reportAddress = Pages.reportAddress(of: page, on: site, from: place)
    addHistory(of: page, on: site)
    notices =
      documentNotices(of: page, on: site) + reviewNotice(of: page, on: site, from: place)
      + outdatedNotices(of: page, on: site, from: place) + notices + noteNotice(of: page, on: site)
    books = booksToTake(of: page, on: site, from: place)
    backlinks = BacklinkView.each(to: page, on: site, from: place)
    termsHere = site.lists.order.sorted(citations.terms).map { TermView(mentioned: $0, on: site, from: place) }
    date = page.document.kind.isArticle ? site.dates.text(common.date) : ""
    dateIso = page.document.kind.isArticle ? common.date.isoText : ""
    eventDate = site.dates.text(page.document.fields.eventDate)
    eventDateIso = page.document.fields.eventDate.isoText
    updated = common.updated.map(site.dates.text) ?? ""
    updatedIso = common.updated?.isoText ?? ""
    review = common.review.map(site.dates.text) ?? ""
    reviewIso = common.review?.isoText ?? ""
    isReviewDue = common.review.map { $0 <= site.today } ?? false
    owner = common.owner ?? ""
    showsProgramme = holdsProgramme(page)
  }

  /// A list's file tells nothing of one entry, so only documents with a file of their own have a history.
  private mutating func addHistory(of page: Page, on site: Site) {
    let path = page.document.source.path
    guard path.hasSuffix(".md"), let file = site.history?.files[path] else { return }
    if page.document.common.updated == nil {
      lastChanged = site.dates.text(file.lastChange)
      lastChangedIso = file.lastChange.isoText
    }
    if site.graph.hub.history == .contributors { contributors = site.language.forms.listing(file.contributors) }
  }
}

private func holdsProgramme(_ page: Page) -> Bool {
  if let meeting = PageOf<Meeting>(page), !meeting.fields.sessions.isEmpty { return true }
  return page.document.blocks.contains { $0.name == .programme }
}

private func editAddress(of page: Page, on site: Site) -> String {
  site.graph.hub.editAddress.map { filled($0, ["path": page.document.source.path]) } ?? ""
}

/// Where a mistake can be reported: the address that the hub gives, or else the page that says how to reach its editors.
private func reportAddress(of page: Page, on site: Site, from place: Place) -> String {
  if let pattern = site.graph.hub.reportAddress {
    return filled(
      pattern,
      [
        "path": page.document.source.path.percentEncodedValue, "title": page.document.title.percentEncodedValue,
        "address": site.absoluteAddress(of: page).percentEncodedValue,
      ])
  }
  guard let contact = site.graph.hub.contact.flatMap(site.page), contact.index != page.index else { return "" }
  return site.link(to: contact, from: place)
}

// MARK: Notices

private func documentNotices(of page: Page, on site: Site) -> [NoticeView] {
  let (common, words) = (page.document.common, site.words)
  var notices: [NoticeView] = []
  if common.isDraft { notices.append(NoticeView(label: words[.noticeDraft], text: words[.noticeDraftText])) }
  // Both are there only for writers, who asked to see drafts.
  if let day = common.publish, site.today < day {
    notices.append(dayNotice(.noticeFuture, .noticeFutureText, day, on: site))
  }
  if let day = common.expire, day <= site.today {
    notices.append(dayNotice(.noticeExpired, .noticeExpiredText, day, on: site))
  }
  switch common.confidence {
  case .memory: notices.append(NoticeView(label: words[.noticeUnconfirmed], text: words[.noticeUnconfirmedText]))
  case .inferred: notices.append(NoticeView(label: words[.noticeUnconfirmed], text: words[.noticeInferredText]))
  case .sourced: break
  }
  return notices
}

/// A caveat, which stands below what the page itself is, such as a meeting that is over.
private func noteNotice(of page: Page, on site: Site) -> [NoticeView] {
  page.document.common.note.map { [NoticeView(label: site.words[.noticeNote], text: $0)] } ?? []
}

private func dayNotice(_ label: Word, _ text: Word, _ day: CivilDate, on site: Site) -> NoticeView {
  NoticeView(label: site.words[label], text: site.words.text(text, ["date": site.dates.text(day)]))
}
