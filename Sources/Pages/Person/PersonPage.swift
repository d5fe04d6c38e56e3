import Content
import Linking
import Sites
import Templating

/// What only the template `person` has.
struct PersonPage: TemplateView {
  var role = ""
  var affiliation: LinkView?
  var country: LinkView?
  var officialAddress = ""
  var officialHost = ""
  var articles: [ArticleView] = []
  var appearances: [AppearanceView] = []
  var electedTo: [PostView] = []

  static let shape = ViewShape<Self>(
    "PersonPage",
    [
      .text("role") { $0.role },
      .group("affiliation") { $0.affiliation },
      .group("country") { $0.country },
      .text("official_address") { $0.officialAddress },
      .text("official_host") { $0.officialHost },
      .list("articles") { $0.articles },
      .list("appearances") { $0.appearances },
      .list("elected_to") { $0.electedTo },
    ])
}

/// A session at which somebody speaks.
struct AppearanceView: TemplateView {
  var title = ""
  var address = ""
  var role = ""
  var dates = ""
  var meeting: MeetingView?

  static let shape = ViewShape<Self>(
    "Appearance",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("role") { $0.role },
      .text("dates") { $0.dates },
      .group("meeting") { $0.meeting },
    ])
}

func personPage(_ page: PageOf<Person>, on site: Site, from place: Place) -> FinishedPage<PersonPage> {
  let fields = page.fields
  var citations = Citations(page.document.common.sources)
  let body = bodyHTML(of: page, on: site, from: place, citing: &citations)
  var content = PersonPage()
  content.role = fields.role ?? ""
  content.affiliation =
    LinkView(fields.affiliation, on: site, from: place) ?? fields.affiliationName.map { LinkView(title: $0) }
  content.country = LinkView(fields.country, on: site, from: place)
  content.officialAddress = fields.address ?? ""
  content.officialHost = fields.address.map(hostName) ?? ""
  content.articles = site.articles(referringTo: page, by: [CommonFields.authors.identity]).newestFirst.map {
    ArticleView($0, on: site, from: place)
  }
  content.appearances = appearances(of: page, on: site, from: place)
  content.electedTo = site.pages(of: Election.self).compactMap { election in
    let fields = election.fields
    guard fields.elected == page.document.title else {
      return nil
    }
    return PostView(election, text: "", on: site, from: place, citing: &citations)
  }
  let head = PageHead(
    kind: "person", title: page.document.title, label: site.words[.kindPerson],
    summary: page.document.common.summary ?? "",
    body: body, structuredData: identityData(page, type: "Person", on: site), document: page.page)
  return FinishedPage(Filled(content), head: head, restingOn: citations)
}

/// The sessions at which somebody speaks or moderates.
private func appearances(of person: PageOf<Person>, on site: Site, from place: Place) -> [AppearanceView] {
  site.pages(referringTo: person, by: Meeting.speaker).flatMap { meeting -> [AppearanceView] in
    let fields = meeting.fields
    return fields.sessions.flatMap { session in
      (session.speakers + [session.moderator].compactMap { $0 })
        .filter { $0.person.flatMap(site.page)?.document.id == person.document.id }
        .map { speaker in
          AppearanceView(
            title: session.title, address: site.link(to: meeting, from: place), role: speaker.role ?? "",
            dates: session.start?.hasTime == true
              ? site.marked(site.dateText(session.start, for: fields), meeting.document.common.confidence)
              : site.datesText(meeting),
            meeting: MeetingView(meeting, on: site, from: place))
        }
    }
  }
}
