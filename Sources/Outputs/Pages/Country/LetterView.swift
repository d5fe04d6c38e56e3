import Content
import Linking
import Templating

/// A letter to adapt, as text on the page and as a file.
struct LetterView: TemplateView {
  var text = ""
  var address = ""
  var route: LinkView?

  static let shape = ViewShape<Self>(
    "Letter",
    [
      .text("text") { $0.text },
      .text("address") { $0.address },
      .group("route") { $0.route },
    ])
}

/// The letter that a route gives, made out for one state.

/// Nil where no route has a letter.
extension LetterView {
  init?(for country: Page, on site: Site, from place: Place) {
    guard let route = letterRoute(on: site), let text = letterText(for: country, on: site) else { return nil }
    let isHere = country.document.language == site.language.code
    self.init(
      text: text, address: isHere ? letterPath(of: country).map { site.link(to: $0, from: place) } ?? "" : "",
      route: LinkView(route, on: site, from: place))
  }
}

private func letterRoute(on site: Site) -> Page? { site.lists.routes.first { letterPattern(of: $0) != nil } }

private func letterPattern(of route: Page) -> String? {
  guard case .route(let fields) = route.document.details else { return nil }
  return fields.letter
}

/// What is not known stays in square brackets, to be filled in by hand.
func letterText(for country: Page, on site: Site) -> String? {
  guard let route = letterRoute(on: site), let pattern = letterPattern(of: route),
    case .route(let fields) = route.document.details,
    case .country(let state) = country.document.details
  else { return nil }
  let meeting = nextMeeting(of: fields.leadsTo, on: site)
  var (dates, place) = (site.words[.letterDates], site.words[.letterPlace])
  if let meeting, case .meeting(let fields) = meeting.document.details {
    if let start = fields.start { dates = site.dates.text(start) }
    let known = site.placeText(fields)
    if !known.isEmpty { place = known }
  }
  return filled(
    pattern,
    [
      "country": site.title(of: country),
      "administration": state.administration?.name ?? site.words[.letterAdministration],
      "meeting": meeting?.document.title ?? site.words[.letterMeeting], "dates": dates, "place": place,
    ])
}

/// The first meeting of some bodies that has yet to begin.
private func nextMeeting(of bodies: [Reference], on site: Site) -> Page? {
  let meetings = bodies.compactMap(site.page).flatMap { site.pages(of: .meeting, referringTo: $0, by: "organ") }
  return meetings.inOrderOfTime.first { meeting in
    guard case .meeting(let fields) = meeting.document.details else { return false }
    switch MeetingState(fields, on: site.today) {
    case .planned, .tentative, .confirmed: return true
    case .underWay, .closed, .cancelled, .postponed, .undated: return false
    }
  }
}

func letterPath(of country: Page) -> OutputPath? {
  OutputPath(country.address.path.text.dropLast(".html".count) + "-letter.txt")
}

/// The letters as files of their own.
func letterFiles(_ site: Site) -> [OutputFile] {
  guard letterRoute(on: site) != nil else { return [] }
  return site.lists.countries.pages.filter { $0.document.language == site.language.code }.compactMap { country in
    letterPath(of: country).map { path in
      OutputFile(path: path) { Array((letterText(for: country, on: site) ?? "").utf8) }
    }
  }
}
