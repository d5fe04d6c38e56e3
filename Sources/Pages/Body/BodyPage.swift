import Content
import Formats
import Linking
import Sites
import Templating

/// What only the template `body` has.
struct BodyPage: TemplateView {
  var parent: LinkView?
  var type = ""
  var meets = ""
  var openness = ""
  /// What the word for its openness means, and the mark that says it on the map.
  var opennessText = ""
  var opennessMark: HTMLBytes = []
  var decides = ""
  var studyPeriod = ""
  var relation = ""
  var officialAddress = ""
  var officialHost = ""
  var isUnconfirmed = false
  var watch = ""
  var calendars: [CalendarLinkView] = []
  /// Its place on the map of bodies.
  var branch: HTMLBytes = []
  var mapAddress = ""
  var bodies: [BodyView] = []
  var routes: [RouteView] = []
  /// The body above it into which the routes lead, where none leads into this one.
  var routesInto: LinkView?
  var coming: MeetingGroupView?
  var meetingGroups: [MeetingGroupView] = []
  var resolutions: [ResolutionView] = []
  var articles: [ArticleView] = []

  static let shape = ViewShape<Self>(
    "BodyPage",
    [
      .group("parent") { $0.parent },
      .list("calendars") { $0.calendars },
      .text("type") { $0.type },
      .text("meets") { $0.meets },
      .text("openness") { $0.openness },
      .text("openness_text") { $0.opennessText },
      .html("openness_mark") { $0.opennessMark },
      .text("decides") { $0.decides },
      .text("study_period") { $0.studyPeriod },
      .text("relation") { $0.relation },
      .text("official_address") { $0.officialAddress },
      .text("official_host") { $0.officialHost },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
      .text("watch") { $0.watch },
      .html("branch") { $0.branch },
      .text("map_address") { $0.mapAddress },
      .list("bodies") { $0.bodies },
      .list("routes") { $0.routes },
      .group("routes_into") { $0.routesInto },
      .group("coming") { $0.coming },
      .list("meeting_groups") { $0.meetingGroups },
      .list("resolutions") { $0.resolutions },
      .list("articles") { $0.articles },
    ])
}

func bodyPage(_ page: PageOf<Body>, on site: Site, from place: Place) -> FinishedPage<BodyPage> {
  let fields = page.fields
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
  content.isUnconfirmed = page.document.common.confidence.isUnconfirmed
  content.calendars = calendarLinks(.body(page.document.id.name), .calendarOfBody, on: site, from: place)
  content.watch = fields.watch ?? ""
  content.branch = branch(to: page, on: site, from: place)
  content.mapAddress = bodiesAddress(on: site, from: place)
  content.bodies = bodyTree(below: page, on: site, from: place)
  addWaysIn(to: page, &content, on: site, from: place)
  addMeetings(of: page, to: &content, on: site, from: place)
  content.resolutions = site.pages(referringTo: page, by: Resolution.organ).map {
    ResolutionView($0, on: site, from: place)
  }
  content.articles = citingArticles(of: page, on: site, from: place)
  let head = PageHead(
    kind: "body", title: page.document.title, label: site.words[.kindBody], symbol: fields.abbreviation ?? "",
    summary: page.document.common.summary ?? "", body: body,
    structuredData: [organizationData(page, address: fields.address, on: site, from: place)], document: page.page)
  return FinishedPage(Filled(content), head: head, restingOn: citations)
}

/// The meetings of a body: those to come, then the others by year, the newest first.
private func addMeetings(of page: PageOf<Body>, to content: inout BodyPage, on site: Site, from place: Place) {
  let meetings = site.pages(referringTo: page, by: Meeting.organ).inOrderOfTime
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
}

/// The routes that lead into a body, or else those into the nearest body above it.
private func addWaysIn(to body: PageOf<Body>, _ content: inout BodyPage, on site: Site, from place: Place) {
  var target: PageOf<Body>? = body
  while let current = target {
    let routes = site.pages(referringTo: current, by: Route.leadsTo)
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
