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
    content.studyPeriod = fields.studyPeriod ?? ""
    content.relation = fields.relation ?? ""
    content.officialAddress = fields.address ?? ""
    content.officialHost = fields.address.map(hostName) ?? ""
    content.isUnconfirmed = page.document.common.confidence == .memory
    content.calendars = calendarLinks(.body(page.document.id.name), .calendarOfBody)
    content.watch = fields.watch ?? ""
    content.bodies = bodyTree(below: page)
    let meetings = edition.rows.sortedByTime(pages(of: .meeting, referringTo: page, by: "organ")).reversed()
    content.meetingGroups = Self.byYear(Array(meetings)).map { year, members in
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

  mutating func bodiesPage(_ index: Menu.Index) -> ComposedPage {
    indexPage("bodies", index, FilledView(BodiesPage(bodies: bodyTree(below: nil))))
  }

  mutating func routePage(_ page: Page, _ fields: RouteFields) -> ComposedPage {
    _ = cite(page.document.common.sources)
    let body = bodyHTML(of: page)
    var content = RoutePage()
    content.forWhom = fields.audience ?? ""
    content.leadTime = fields.leadTime ?? ""
    content.cost = fields.cost ?? ""
    content.attend = fields.rights.attend ?? ""
    content.speak = fields.rights.speak ?? ""
    content.vote = fields.rights.vote ?? ""
    content.seeDocuments = fields.rights.documents ?? ""
    content.isUnconfirmed = page.document.common.confidence == .memory
    content.steps = fields.steps.map { stepView($0) }
    content.pros = fields.advantages
    content.cons = fields.drawbacks
    content.pastTopics = fields.pastTopics
    content.articles = pages(of: .guide, referringTo: page, by: "route").map(articleView)
    let head = PageHead(
      kind: "route", title: page.document.title, label: words[.kindRoute], summary: page.document.common.summary ?? "",
      body: body)
    return ComposedPage(template: "route", frame: frame(of: page, head), content: FilledView(content))
  }

  mutating func routesPage(_ index: Menu.Index) -> ComposedPage {
    indexPage("routes", index, FilledView(RoutesPage(routes: edition.routes.map(routeView))))
  }
}
