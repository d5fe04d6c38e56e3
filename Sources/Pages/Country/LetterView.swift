import Content
import Linking
import OutputFiles
import Sites
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

/// The letter that a route gives, made out for one state; nil where no route has a letter.
extension LetterView {
  init?(for country: PageOf<Country>, on site: Site, from place: Place) {
    guard let letter = letter(on: site) else { return nil }
    let isHere = country.document.language == site.language.code
    self.init(
      text: Pages.text(of: letter, for: country, on: site),
      address: isHere ? letterPath(of: country).map { site.link(to: $0, from: place) } ?? "" : "",
      route: LinkView(letter.route, on: site, from: place))
  }
}

/// The first route that has a letter, with the letter's pattern.
private func letter(on site: Site) -> (route: PageOf<Route>, pattern: String)? {
  site.lists.routes.lazy.compactMap { route in route.fields.letter.map { (route, $0) } }.first
}

/// What is not known stays in square brackets, to be filled in by hand.
private func text(of letter: (route: PageOf<Route>, pattern: String), for country: PageOf<Country>, on site: Site)
  -> String
{
  let meeting = nextMeeting(of: letter.route.fields.leadsTo, on: site)
  let dates = meeting.flatMap { meeting in
    meeting.fields.start.map {
      site.marked(site.dateText($0, for: meeting.fields), meeting.document.common.confidence)
    }
  }
  let place = meeting.map { site.placeText($0.fields) } ?? ""
  return filled(
    letter.pattern,
    [
      "country": site.title(of: country),
      "administration": country.fields.administration?.name ?? site.words[.letterAdministration],
      "meeting": meeting?.document.title ?? site.words[.letterMeeting], "dates": dates ?? site.words[.letterDates],
      "place": place.isEmpty ? site.words[.letterPlace] : place,
    ])
}

/// The first meeting of some bodies that has yet to begin.
private func nextMeeting(of bodies: [Reference<Body>], on site: Site) -> PageOf<Meeting>? {
  let meetings = bodies.compactMap(site.page).flatMap { site.pages(referringTo: $0, by: Meeting.organ) }
  return meetings.inOrderOfTime.first { meeting in
    switch MeetingState(meeting.fields, by: site.clock) {
    case .planned, .tentative, .confirmed, .movedOnline: true
    case .underWay, .closed, .cancelled, .postponed, .undated: false
    }
  }
}

func letterPath(of country: PageOf<Country>) -> OutputPath? {
  OutputPath(country.address.path.text.dropLast(".html".count) + "-letter.txt")
}

/// The letters as files of their own.
package func letterFiles(_ site: Site) -> [OutputFile] {
  guard let letter = letter(on: site) else { return [] }
  return site.lists.countries.pages.filter { $0.document.language == site.language.code }.compactMap { country in
    letterPath(of: country).map { path in
      OutputFile(path: path) { Array(text(of: letter, for: country, on: site).utf8) }
    }
  }
}
