import CivilTime
import Content
import Linking
import Templating

extension PageComposer {
  mutating func libraryPage(_ index: Menu.Index) -> ComposedPage {
    let publications = pages(of: .publication).newestFirst
    var groups: [PublicationGroupView] = []
    for page in publications {
      let year = page.document.common.date.map { String($0.year) }
      let id = year.map { "year-\($0)" } ?? "undated"
      if groups.last?.id != id {
        groups.append(PublicationGroupView(id: id, title: year ?? words[.undated]))
      }
      groups[groups.count - 1].publications.append(publicationView(page, isListed: true))
    }
    let byType = Dictionary(grouping: edition.order.sorted(publications)) { page -> String in
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
      "library", index, FilledView(LibraryPage(jumps: jumps, publicationGroups: groups, publicationTypes: types)))
  }

  mutating func glossaryPage(_ index: Menu.Index) -> ComposedPage {
    let groups = byLetter(pages(of: .term)).map { letter, pages in
      TermGroupView(id: letter.id, title: letter.title, terms: pages.map { termView($0) })
    }
    let jumps = groups.map { LinkView(title: $0.title, address: "#" + $0.id) }
    return indexPage("glossary", index, FilledView(GlossaryPage(jumps: jumps, termGroups: groups)))
  }

  private mutating func termView(_ page: Page) -> TermView {
    guard case .term(let fields) = page.document.details else { return TermView() }
    let backlinks = graph.backlinks[page.index].map { backlink in
      let citing = graph.pages[backlink.from]
      return BacklinkView(title: citing.document.title, address: link(to: citing), sentence: backlink.sentence)
    }
    return TermView(
      id: page.anchor, title: page.document.title, abbreviation: fields.abbreviation ?? "",
      meaning: fields.meaning, category: fields.category ?? "", see: linkViews(fields.see), backlinks: backlinks,
      isUnconfirmed: page.document.common.confidence == .memory, citations: cite(page.document.common.sources))
  }

  /// Every page by its first letter, so that each can be reached and found without a script.
  mutating func allPagesPage() -> ComposedPage {
    let pages = Kind.allCases.filter { $0 != .proposal }.flatMap { self.pages(of: $0) }
    var groups = byLetter(pages).map { letter, members in
      PageGroupView(
        id: letter.id, title: letter.title,
        pages: members.map {
          let label = [label(of: $0), $0.document.abbreviation].compactMap { $0 }.joined(separator: " · ")
          return PageEntryView(title: title(of: $0), address: link(to: $0), label: label)
        })
    }
    let indexes = edition.menu.indexes.map {
      PageEntryView(title: $0.title, address: link(to: $0.path))
    }
    groups.insert(PageGroupView(id: "indexes", title: words[.contents], pages: indexes), at: 0)
    let jumps = groups.map { LinkView(title: $0.title, address: "#" + $0.id) }
    let head = PageHead(kind: "all-pages", title: words[.indexAllPages], summary: words[.summaryAllPages])
    return ComposedPage(
      template: "all-pages", frame: plainFrame(head),
      content: FilledView(AllPagesPage(jumps: jumps, pageGroups: groups)))
  }

  mutating func homePage() -> ComposedPage {
    let hub = graph.hub
    var content = HomePage()
    let lead = edition.calendar.lead?.page
    let coming = edition.rows.comingMeetings.filter { $0.index != lead?.index }
    content.leadMeeting = lead.map(meetingView)
    content.leadDeadline = nextDeadline()
    content.startHere = hub.startHere.compactMap(page).map(articleView)
    content.issues = edition.order.sorted(pages(of: .issue)).map(issueView)
    content.meetings = coming.prefix(6).map(meetingView)
    let isFromTheFloor: Set<Kind> = [.dispatch, .takeaways, .briefing, .statement]
    content.articles = edition.rows.articles.filter { isFromTheFloor.contains($0.document.kind) }.prefix(6).map(
      articleView)
    content.changes = changes()
    let head = PageHead(
      kind: "home", title: hub.title, summary: hub.summary ?? "", structuredData: [siteData])
    return ComposedPage(template: "home", frame: plainFrame(head), content: FilledView(content))
  }

  /// The next deadline from the day of the build on, of all meetings but those that do not take place as planned; where no meeting
  /// has one, the next step of a route to a meeting that is to come.
  private func nextDeadline() -> DeadlineView? {
    let entry = edition.calendar.entries.first { $0.deadline != nil && $0.firstDay >= edition.today }
    if let entry, let deadline = entry.deadline {
      return nextDeadline(deadline, on: entry.start, of: entry.meeting.page)
    }
    let steps = edition.calendar.coming.flatMap { meeting in
      edition.plan(for: meeting.fields).compactMap { item -> (item: PlanItem, day: CivilDate, meeting: Page)? in
        guard let day = item.day, day.isExact, day.firstDay >= edition.today else { return nil }
        return (item, day.firstDay, meeting.page)
      }
    }
    return steps.min { $0.day < $1.day }.map { step in
      var view = nextDeadline(step.item.deadline, on: step.item.day, of: step.meeting)
      view.route = step.item.route.map { linkView($0) }
      return view
    }
  }

  private func nextDeadline(_ deadline: Deadline, on day: Moment?, of meeting: Page) -> DeadlineView {
    var view = deadlineView(deadline, on: day, isNext: true)
    view.meeting = meetingView(meeting)
    return view
  }

  /// The articles that were published or changed last.
  private func changes() -> [ChangeView] {
    let dated = edition.rows.articles.compactMap { page -> (page: Page, day: Moment, isUpdate: Bool)? in
      let common = page.document.common
      if let updated = common.updated { return (page, .day(updated), true) }
      return common.date.map { (page, $0, false) }
    }
    return dated.sorted { ($0.day.firstDay, $1.page.index) > ($1.day.firstDay, $0.page.index) }.prefix(8).map {
      page, day, isUpdate in
      ChangeView(
        title: page.document.title, address: link(to: page), date: dateText(day), dateIso: isoText(day),
        text: words[isUpdate ? .changeUpdated : .changePublished])
    }
  }

  mutating func notFoundPage() -> ComposedPage {
    let indexes = edition.menu.indexes.map { LinkView(title: $0.title, address: link(to: $0.path)) }
    let head = PageHead(kind: "not-found", title: words[.pageNotFound], isInEveryEdition: false)
    return ComposedPage(
      template: "not-found", frame: plainFrame(head), content: FilledView(NotFoundPage(links: indexes)))
  }
}
