import CivilTime
import Content
import Diagnostics
import Formats
import Linking
import Markdown
import Templating

/// A page ready to be rendered: its template and the views that fill it, innermost last.
struct ComposedPage {
  let template: String
  var frame: PageFrame
  /// What stands between the frame and the content, such as the meeting that the page is about.
  var context: [FilledView] = []
  let content: FilledView
}

/// The parts of a page's frame that its kind decides.
struct PageHead {
  var kind: String
  var title: String
  var label = ""
  var symbol = ""
  var summary = ""
  var body: HTMLBytes = []
  var contents: [ContentView] = []
  var notices: [NoticeView] = []
  var series: SeriesView?
  var structuredData: [JSONValue] = []
  /// The path of the page's own feeds, without what tells them apart.
  var feedPath: String?
  /// Whether every language of the hub has such a page.
  var isInEveryEdition = true
}

extension PageComposer {
  /// The frame of a document's page; called when its content is made, since only then its sources are known.
  func frame(of page: Page, _ head: PageHead) -> PageFrame {
    let common = page.document.common
    let index = edition.menu.index(ofFolder: page.document.id.folder)
    var frame = plainFrame(head, parents: index.map { [$0] } ?? [])
    frame.contentLanguage = page.document.language
    if page.document.language != edition.language { frame.contentDirection = direction(of: page.document.language) }
    frame.description = common.summary ?? head.summary
    frame.openGraphType = page.document.kind.isArticle ? "article" : "website"
    frame.languages = languageVersions(of: page)
    frame.editAddress = editAddress(of: page)
    frame.reportAddress = reportAddress(of: page)
    addHistory(of: page, to: &frame)
    frame.notices = documentNotices(of: page) + head.notices + noteNotice(of: page)
    frame.books = books(with: page)
    frame.backlinks = graph.backlinks[page.index].map { backlink in
      let citing = graph.pages[backlink.from]
      return BacklinkView(title: citing.document.title, address: link(to: citing), sentence: backlink.sentence)
    }
    frame.termsHere = edition.order.sorted(terms).map { term in
      guard case .term(let fields) = term.document.details else { return TermView() }
      return TermView(
        title: term.document.title, address: link(to: term), abbreviation: fields.abbreviation ?? "",
        meaning: fields.meaning)
    }
    frame.date = page.document.kind.isArticle ? dateText(common.date) : ""
    frame.dateIso = page.document.kind.isArticle ? isoText(common.date) : ""
    frame.updated = common.updated.map(edition.dates.text) ?? ""
    frame.updatedIso = common.updated?.isoText ?? ""
    frame.review = common.review.map(edition.dates.text) ?? ""
    frame.reviewIso = common.review?.isoText ?? ""
    frame.isReviewDue = common.review.map { $0 <= edition.today } ?? false
    frame.owner = common.owner ?? ""
    frame.showsProgramme = showsProgramme(page)
    return frame
  }

  private func showsProgramme(_ page: Page) -> Bool {
    if case .meeting(let fields) = page.document.details, !fields.sessions.isEmpty { return true }
    return page.document.blocks.contains { $0.name == .programme }
  }

  /// The frame of a page that is no document's, such as an index.
  func plainFrame(_ head: PageHead, parents: [Menu.Index] = []) -> PageFrame {
    var frame = PageFrame()
    frame.contentLanguage = edition.language
    frame.contentDirection = edition.direction
    frame.pageKind = head.kind
    frame.pageTitle = head.title
    frame.isHome = head.kind == "home"
    frame.canonicalAddress = edition.absoluteAddress(of: path)
    frame.description = head.summary
    frame.openGraphType = "website"
    frame.openGraphLocale = words[.locale]
    frame.label = head.label
    frame.symbol = head.symbol
    frame.summary = head.summary
    frame.body = head.body
    frame.contents = head.contents
    frame.notices = head.notices
    frame.series = head.series
    if !frame.isHome {
      frame.breadcrumbs =
        [LinkView(title: words[.home], address: link(to: edition.menu.homePath))]
        + parents.map { LinkView(title: $0.title, address: link(to: $0.path)) }
    }
    let trail = frame.isHome ? [] : [breadcrumbData(parents, current: head.title)]
    frame.jsonLd = structuredData(head.structuredData + trail)
    frame.languages = head.isInEveryEdition ? languageVersions : []
    frame.sources = sourceViews
    frame.ownFeeds = head.feedPath.map { ownFeeds(at: $0, title: head.title) } ?? []
    return frame
  }

  private func ownFeeds(at path: String, title: String) -> [FeedView] {
    [("xml", Word.feedAtomOf, "application/atom+xml"), ("json", .feedJSONOf, "application/feed+json")].map {
      format, word, type in
      FeedView(
        title: words.text(word, ["title": title]), address: link(to: edition.path("\(path).\(format)")), mediaType: type
      )
    }
  }

  /// The versions of a page that every edition has.
  private var languageVersions: [LanguageVersionView] {
    guard edition.languages.count > 1 else { return [] }
    let suffix = edition.isMainLanguage ? path.text : String(path.text.dropFirst(edition.language.count + 1))
    return edition.languages.map { language in
      let target = PageAddress.path(language == graph.hub.language ? suffix : "\(language)/\(suffix)")
      return LanguageVersionView(
        title: LocalNames.ownName(of: language), address: link(to: target), language: language,
        isCurrent: language == edition.language)
    }
  }

  private func languageVersions(of page: Page) -> [LanguageVersionView] {
    let versions = graph.versions(of: page)
    guard versions.count > 1 else { return [] }
    return versions.map { version in
      LanguageVersionView(
        title: LocalNames.ownName(of: version.document.language),
        address: link(to: version), language: version.document.language, isCurrent: version.index == page.index)
    }
  }

  private func documentNotices(of page: Page) -> [NoticeView] {
    let common = page.document.common
    var notices: [NoticeView] = []
    if common.isDraft { notices.append(NoticeView(label: words[.noticeDraft], text: words[.noticeDraftText])) }
    // Both are there only for writers, who asked to see drafts.
    if let day = common.publish, graph.today < day {
      notices.append(dayNotice(.noticeFuture, .noticeFutureText, day))
    }
    if let day = common.expire, day <= graph.today {
      notices.append(dayNotice(.noticeExpired, .noticeExpiredText, day))
    }
    if common.confidence == .memory {
      notices.append(NoticeView(label: words[.noticeUnconfirmed], text: words[.noticeUnconfirmedText]))
    }
    return notices
  }

  /// A caveat, which stands below what the page itself is, such as a meeting that is over.
  private func noteNotice(of page: Page) -> [NoticeView] {
    page.document.common.note.map { [NoticeView(label: words[.noticeNote], text: $0)] } ?? []
  }

  private func dayNotice(_ label: Word, _ text: Word, _ day: CivilDate) -> NoticeView {
    NoticeView(label: words[label], text: words.text(text, ["date": edition.dates.text(day)]))
  }

  /// The table of contents: the headings of the text, then the sections that are there; none for fewer than three.
  func contents(of page: Page, sections: [(id: String, word: Word, isShown: Bool)] = []) -> [ContentView] {
    var contents: [ContentView] = []
    for heading in page.document.body.headings where heading.level <= 3 {
      let entry = ContentView(title: heading.text, address: "#" + heading.anchor)
      if heading.level == 2 || contents.isEmpty {
        contents.append(entry)
      } else {
        contents[contents.count - 1].children.append(entry)
      }
    }
    contents += sections.filter(\.isShown).map { ContentView(title: words[$0.word], address: "#" + $0.id) }
    return contents.count >= 3 ? contents : []
  }
}
