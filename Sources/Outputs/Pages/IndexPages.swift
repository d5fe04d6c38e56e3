import CivilTime
import Content
import Linking
import Templating

func libraryPage(_ index: Menu.Index, on site: Site, from place: Place) -> FinishedPage {
  let publications = site.pages(of: .publication).newestFirst
  var groups: [PublicationGroupView] = []
  for page in publications {
    let year = page.document.common.date.map { String($0.year) }
    let id = year.map { "year-\($0)" } ?? "undated"
    if groups.last?.id != id {
      groups.append(PublicationGroupView(id: id, title: year ?? site.words[.undated]))
    }
    groups[groups.count - 1].publications.append(PublicationView(page, isListed: true, on: site, from: place))
  }
  let byType = Dictionary(grouping: site.lists.order.sorted(publications)) { page -> String in
    guard case .publication(let fields) = page.document.details else { return "" }
    return fields.type ?? ""
  }
  let types = byType.keys.filter { !$0.isEmpty }.sorted().map { type in
    PublicationTypeView(
      title: type,
      links: (byType[type] ?? []).map { LinkView(title: $0.document.title, address: "#" + $0.anchor) })
  }
  let jumps = groups.map { LinkView(title: $0.title, address: "#" + $0.id) }
  return indexPage(
    site.templates.pages.library, "library", index,
    Filled(LibraryPage(jumps: jumps, publicationGroups: groups, publicationTypes: types)), on: site, from: place)
}

func glossaryPage(_ index: Menu.Index, on site: Site, from place: Place) -> FinishedPage {
  var citations = Citations()
  let groups = byLetter(site.pages(of: .term), on: site).map { letter, pages in
    TermGroupView(
      id: letter.id, title: letter.title, terms: pages.map { TermView($0, on: site, from: place, citing: &citations) })
  }
  let jumps = groups.map { LinkView(title: $0.title, address: "#" + $0.id) }
  return indexPage(
    site.templates.pages.glossary, "glossary", index, Filled(GlossaryPage(jumps: jumps, termGroups: groups)),
    restingOn: citations, on: site, from: place)
}

extension TermView {
  /// A term where a text mentions it.
  init(mentioned page: Page, on site: Site, from place: Place) {
    guard case .term(let fields) = page.document.details else {
      self.init()
      return
    }
    self.init(
      title: page.document.title, address: site.link(to: page, from: place), abbreviation: fields.abbreviation ?? "",
      meaning: fields.meaning)
  }

  fileprivate init(_ page: Page, on site: Site, from place: Place, citing citations: inout Citations) {
    guard case .term(let fields) = page.document.details else {
      self.init()
      return
    }
    self.init(
      id: page.anchor, title: page.document.title, abbreviation: fields.abbreviation ?? "",
      meaning: fields.meaning, category: fields.category ?? "", see: LinkView.each(fields.see, on: site, from: place),
      backlinks: BacklinkView.each(to: page, on: site, from: place),
      isUnconfirmed: page.document.common.confidence == .memory,
      citations: citations.cite(page.document.common.sources, from: place))
  }
}

/// Every page by its first letter, so that each can be reached and found without a script.
func allPagesPage(on site: Site, from place: Place) -> FinishedPage {
  let pages = Kind.allCases.filter { $0 != .proposal }.flatMap { site.pages(of: $0) }
  var groups = byLetter(pages, on: site).map { letter, members in
    PageGroupView(
      id: letter.id, title: letter.title,
      pages: members.map {
        let label = [site.label(of: $0), $0.document.abbreviation].compactMap { $0 }.joined(separator: " · ")
        return PageEntryView(title: site.title(of: $0), address: site.link(to: $0, from: place), label: label)
      })
  }
  let indexes = site.menu.indexes.map {
    PageEntryView(title: $0.title, address: site.link(to: $0.path, from: place))
  }
  groups.insert(PageGroupView(id: "indexes", title: site.words[.contents], pages: indexes), at: 0)
  let jumps = groups.map { LinkView(title: $0.title, address: "#" + $0.id) }
  let head = PageHead(kind: "all-pages", title: site.words[.indexAllPages], summary: site.words[.summaryAllPages])
  return FinishedPage(
    site.templates.pages.allPages, Filled(AllPagesPage(jumps: jumps, pageGroups: groups)), head)
}

func homePage(on site: Site, from place: Place) -> FinishedPage {
  let hub = site.graph.hub
  var content = HomePage()
  let lead = site.schedule.calendar.lead?.page
  let coming = site.lists.comingMeetings.filter { $0.index != lead?.index }
  content.leadMeeting = lead.map { MeetingView($0, on: site, from: place) }
  content.leadDeadline = nextDeadline(on: site, from: place)
  content.startHere = hub.startHere.compactMap(site.page).map { ArticleView($0, on: site, from: place) }
  content.issues = site.lists.order.sorted(site.pages(of: .issue)).map { IssueView($0, on: site, from: place) }
  content.meetings = coming.prefix(6).map { MeetingView($0, on: site, from: place) }
  let isFromTheFloor: Set<Kind> = [.dispatch, .takeaways, .briefing, .statement]
  content.articles = site.lists.articles.filter { isFromTheFloor.contains($0.document.kind) }.prefix(6).map {
    ArticleView($0, on: site, from: place)
  }
  content.changes = changes(on: site, from: place)
  let head = PageHead(
    kind: "home", title: hub.title, summary: hub.summary ?? "", structuredData: [siteData(on: site)])
  return FinishedPage(site.templates.pages.home, Filled(content), head)
}

/// The next deadline from the day of the build on, of all meetings but those that do not take place as planned; where no meeting
/// has one, the next step of a route to a meeting that is to come.
private func nextDeadline(on site: Site, from place: Place) -> DeadlineView? {
  let entry = site.schedule.calendar.entries.first { $0.deadline != nil && $0.firstDay >= site.today }
  if let entry, let deadline = entry.deadline {
    return nextDeadline(deadline, on: entry.start, of: entry.meeting.page, on: site, from: place)
  }
  let steps = site.schedule.calendar.coming.flatMap { meeting in
    site.lists.plan(for: meeting.fields).compactMap { item -> (item: PlanItem, day: CivilDate, meeting: Page)? in
      guard let day = item.day, day.isExact, day.firstDay >= site.today else { return nil }
      return (item, day.firstDay, meeting.page)
    }
  }
  return steps.min { $0.day < $1.day }.map { step in
    var view = nextDeadline(step.item.deadline, on: step.item.day, of: step.meeting, on: site, from: place)
    view.route = step.item.route.map { LinkView($0, on: site, from: place) }
    return view
  }
}

private func nextDeadline(_ deadline: Deadline, on day: Moment?, of meeting: Page, on site: Site, from place: Place)
  -> DeadlineView
{
  var view = DeadlineView(deadline, on: day, isNext: true, on: site)
  view.meeting = MeetingView(meeting, on: site, from: place)
  return view
}

/// The articles that were published or changed last.
private func changes(on site: Site, from place: Place) -> [ChangeView] {
  let dated = site.lists.articles.compactMap { page -> (page: Page, day: Moment, isUpdate: Bool)? in
    let common = page.document.common
    if let updated = common.updated { return (page, .day(updated), true) }
    return common.date.map { (page, $0, false) }
  }
  return dated.sorted { ($0.day.firstDay, $1.page.index) > ($1.day.firstDay, $0.page.index) }.prefix(8).map {
    page, day, isUpdate in
    ChangeView(
      title: page.document.title, address: site.link(to: page, from: place), date: site.dates.text(day),
      dateIso: day.isoText,
      text: site.words[isUpdate ? .changeUpdated : .changePublished])
  }
}

func notFoundPage(on site: Site, from place: Place) -> FinishedPage {
  let indexes = site.menu.indexes.map { LinkView(title: $0.title, address: site.link(to: $0.path, from: place)) }
  let head = PageHead(kind: "not-found", title: site.words[.pageNotFound], isInEveryLanguage: false)
  return FinishedPage(site.templates.pages.notFound, Filled(NotFoundPage(links: indexes)), head)
}
