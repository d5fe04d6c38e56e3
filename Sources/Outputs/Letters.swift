import CivilTime
import Content
import Linking

/// The letter that a route gives, made out for one state.
extension PageComposer {
  /// Nil where no route has a letter.
  func letterView(for country: Page) -> LetterView? {
    guard let route = letterRoute, let text = letterText(for: country) else { return nil }
    let isHere = country.document.language == edition.language
    return LetterView(
      text: text, address: isHere ? letterPath(of: country).map { link(to: $0) } ?? "" : "", route: linkView(route))
  }

  private var letterRoute: Page? { edition.routes.first { letterPattern(of: $0) != nil } }

  private func letterPattern(of route: Page) -> String? {
    guard case .route(let fields) = route.document.details else { return nil }
    return fields.letter
  }

  /// What is not known stays in square brackets, to be filled in by hand.
  func letterText(for country: Page) -> String? {
    guard let route = letterRoute, let pattern = letterPattern(of: route),
      case .route(let fields) = route.document.details,
      case .country(let state) = country.document.details
    else { return nil }
    let meeting = nextMeeting(of: fields.leadsTo)
    var (dates, place) = (words[.letterDates], words[.letterPlace])
    if let meeting, case .meeting(let fields) = meeting.document.details {
      if let start = fields.start { dates = edition.dates.text(start) }
      let known = placeText(fields)
      if !known.isEmpty { place = known }
    }
    return filled(
      pattern,
      [
        "country": title(of: country), "administration": state.administration?.name ?? words[.letterAdministration],
        "meeting": meeting?.document.title ?? words[.letterMeeting], "dates": dates, "place": place,
      ])
  }

  /// The first meeting of some bodies that has yet to begin.
  private func nextMeeting(of bodies: [Reference<Body>]) -> Page? {
    let meetings = bodies.compactMap(page).flatMap { pages(of: .meeting, referringTo: $0, by: "organ") }
    return edition.rows.sortedByTime(meetings).first { meeting in
      guard case .meeting(let fields) = meeting.document.details else { return false }
      switch MeetingState(fields, on: edition.today) {
      case .planned, .tentative, .confirmed: return true
      case .underWay, .closed, .cancelled, .postponed, .undated: return false
      }
    }
  }

  func letterPath(of country: Page) -> OutputPath? {
    OutputPath(country.address.path.text.dropLast(".html".count) + "-letter.txt")
  }
}

/// The letters as files of their own.
func letterFiles(_ edition: Edition) -> [OutputFile] {
  let composer = PageComposer(edition: edition, path: edition.menu.homePath)
  guard
    edition.routes.contains(where: { route in
      guard case .route(let fields) = route.document.details else { return false }
      return fields.letter != nil
    })
  else { return [] }
  return edition.countries.pages.filter { $0.document.language == edition.language }.compactMap { country in
    composer.letterPath(of: country).map { path in
      OutputFile(path: path) {
        Array((PageComposer(edition: edition, path: path).letterText(for: country) ?? "").utf8)
      }
    }
  }
}
