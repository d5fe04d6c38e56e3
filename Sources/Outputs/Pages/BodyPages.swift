import Content
import Linking
import Templating

extension PageComposer {
  mutating func bodyPage(_ page: Page, _ fields: BodyFields) -> ComposedPage {
    _ = cite(page.document.common.sources)
    let body = bodyHTML(of: page)
    var content = BodyPage()
    content.parent = linkView(fields.parent)
    content.type = fields.type ?? ""
    content.meets = fields.meets ?? ""
    content.openness = fields.openness.map { words[$0.word] } ?? ""
    content.opennessText = fields.openness.map { words[$0.meaning] } ?? ""
    content.opennessMark = fields.openness.map(opennessMark) ?? []
    content.decides = fields.decides ?? ""
    content.studyPeriod = fields.studyPeriod ?? ""
    content.relation = fields.relation ?? ""
    content.officialAddress = fields.address ?? ""
    content.officialHost = fields.address.map(hostName) ?? ""
    content.isUnconfirmed = page.document.common.confidence == .memory
    content.calendars = calendarLinks(.body(page.document.id.name), .calendarOfBody)
    content.watch = fields.watch ?? ""
    content.branch = branch(to: page)
    content.mapAddress = bodiesAddress
    content.bodies = bodyTree(below: page)
    addWaysIn(to: page, &content)
    let meetings = edition.rows.sortedByTime(pages(of: .meeting, referringTo: page, by: "organ"))
    let coming = meetings.filter { isCurrent($0) || awaitsDate($0) }
    content.coming =
      coming.isEmpty
      ? nil
      : MeetingGroupView(id: "coming", title: words[.comingMeetings], meetings: coming.map(meetingView))
    content.meetingGroups = Self.byYear(meetings.filter { !isCurrent($0) && !awaitsDate($0) }.reversed()).map {
      year, members in
      MeetingGroupView(
        id: year.map { "year-\($0)" } ?? "undated", title: year.map(String.init) ?? words[.statusUndated],
        meetings: members.map(meetingRow))
    }
    content.resolutions = pages(of: .resolution, referringTo: page, by: "organ").map { resolutionView($0) }
    content.articles = citingArticles(of: page)
    let head = PageHead(
      kind: "body", title: page.document.title, label: words[.kindBody], symbol: fields.abbreviation ?? "",
      summary: page.document.common.summary ?? "", body: body,
      structuredData: [organizationData(page, address: fields.address)])
    return ComposedPage(template: "body", frame: frame(of: page, head), content: FilledView(content))
  }

  /// The index of bodies, which holds the whole map; empty where there are none.
  var bodiesAddress: String {
    edition.menu.index(ofFolder: Kind.body.recordFolder ?? "").map { link(to: $0.path) } ?? ""
  }

  /// The routes that lead into a body, or else those into the nearest body above it.
  private func addWaysIn(to body: Page, _ content: inout BodyPage) {
    var target: Page? = body
    while let current = target {
      let routes = pages(of: .route, referringTo: current, by: "leads_to")
      if !routes.isEmpty {
        let found = Set(routes.map(\.index))
        content.routes = edition.routes.filter { found.contains($0.index) }.map(routeView)
        content.routesInto = current.index == body.index ? nil : linkView(current)
        return
      }
      target = parent(of: current)
    }
  }

  /// Whether a meeting is to come or going on.
  func isCurrent(_ meeting: Page) -> Bool {
    state(of: meeting)?.isCurrent == true
  }

  /// Whether a meeting is to come, nobody knows when.
  private func awaitsDate(_ meeting: Page) -> Bool {
    let state = state(of: meeting)
    return state == .undated || state == .postponed
  }

  private func state(of meeting: Page) -> MeetingState? {
    guard case .meeting(let fields) = meeting.document.details else { return nil }
    return MeetingState(fields, on: edition.today)
  }

  mutating func bodiesPage(_ index: Menu.Index) -> ComposedPage {
    indexPage("bodies", index, FilledView(BodiesPage(forum: forumDrawing(), bodies: bodyTree(below: nil))))
  }
}
