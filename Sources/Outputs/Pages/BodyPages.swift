import Content
import Linking
import Templating

func bodyPage(_ page: Page, _ fields: BodyFields, on site: Site, from place: Place) -> FinishedPage {
  var citations = Citations(page.document.common.sources)
  let body = bodyHTML(of: page, on: site, from: place, citing: &citations)
  var content = BodyPage()
  content.parent = LinkView(fields.parent, on: site, from: place)
  content.type = fields.type ?? ""
  content.meets = fields.meets ?? ""
  content.openness = fields.openness.map { site.words[$0.word] } ?? ""
  content.opennessText = fields.openness.map { site.words[$0.meaning] } ?? ""
  content.opennessMark = fields.openness.map { markOfOpenness($0, on: site) } ?? []
  content.decides = fields.decides ?? ""
  content.studyPeriod = fields.studyPeriod ?? ""
  content.relation = fields.relation ?? ""
  content.officialAddress = fields.address ?? ""
  content.officialHost = fields.address.map(hostName) ?? ""
  content.isUnconfirmed = page.document.common.confidence == .memory
  content.calendars = calendarLinks(.body(page.document.id.name), .calendarOfBody, on: site, from: place)
  content.watch = fields.watch ?? ""
  content.branch = branch(to: page, on: site, from: place)
  content.mapAddress = bodiesAddress(on: site, from: place)
  content.bodies = bodyTree(below: page, on: site, from: place)
  addWaysIn(to: page, &content, on: site, from: place)
  let meetings = site.pages(of: .meeting, referringTo: page, by: "organ").inOrderOfTime
  let coming = meetings.filter { isCurrent($0, on: site, from: place) || awaitsDate($0, on: site) }
  content.coming =
    coming.isEmpty
    ? nil
    : MeetingGroupView(
      id: "coming", title: site.words[.comingMeetings], meetings: coming.map { MeetingView($0, on: site, from: place) })
  content.meetingGroups = byYear(
    meetings.filter { !isCurrent($0, on: site, from: place) && !awaitsDate($0, on: site) }.reversed()
  ).map {
    year, members in
    MeetingGroupView(
      id: year.map { "year-\($0)" } ?? "undated", title: year.map(String.init) ?? site.words[.statusUndated],
      meetings: members.map { MeetingView(row: $0, on: site, from: place) })
  }
  content.resolutions = site.pages(of: .resolution, referringTo: page, by: "organ").map {
    ResolutionView($0, on: site, from: place)
  }
  content.articles = citingArticles(of: page, on: site, from: place)
  let head = PageHead(
    kind: "body", title: page.document.title, label: site.words[.kindBody], symbol: fields.abbreviation ?? "",
    summary: page.document.common.summary ?? "", body: body,
    structuredData: [organizationData(page, address: fields.address, on: site, from: place)], document: page)
  return FinishedPage(site.templates.pages.body, Filled(content), head, restingOn: citations)
}

/// The index of bodies, which holds the whole map; empty where there are none.
func bodiesAddress(on site: Site, from place: Place) -> String {
  site.menu.index(ofFolder: Kind.body.recordFolder ?? "").map { site.link(to: $0.path, from: place) } ?? ""
}

/// The routes that lead into a body, or else those into the nearest body above it.
private func addWaysIn(to body: Page, _ content: inout BodyPage, on site: Site, from place: Place) {
  var target: Page? = body
  while let current = target {
    let routes = site.pages(of: .route, referringTo: current, by: "leads_to")
    if !routes.isEmpty {
      let found = Set(routes.map(\.index))
      content.routes = site.lists.routes.filter { found.contains($0.index) }.map {
        RouteView($0, on: site, from: place)
      }
      content.routesInto = current.index == body.index ? nil : LinkView(current, on: site, from: place)
      return
    }
    target = bodyAbove(current, on: site)
  }
}

/// Whether a meeting is to come or going on.
func isCurrent(_ meeting: Page, on site: Site, from place: Place) -> Bool {
  state(of: meeting, on: site)?.isCurrent == true
}

/// Whether a meeting is to come, nobody knows when.
private func awaitsDate(_ meeting: Page, on site: Site) -> Bool {
  let state = state(of: meeting, on: site)
  return state == .undated || state == .postponed
}

private func state(of meeting: Page, on site: Site) -> MeetingState? {
  guard case .meeting(let fields) = meeting.document.details else { return nil }
  return MeetingState(fields, on: site.today)
}

func bodiesPage(_ index: Menu.Index, on site: Site, from place: Place) -> FinishedPage {
  indexPage(
    site.templates.pages.bodies, "bodies", index,
    Filled(BodiesPage(forum: forumDrawing(on: site, from: place), bodies: bodyTree(below: nil, on: site, from: place))),
    on: site, from: place)
}
