import Content
import Drawings
import Formats
import Linking
import Sites
import Templating

/// An election with its rounds of votes.
package struct ElectionView: TemplateView {
  package var id = ""
  package var title = ""
  package var status = ""
  var seats = ""
  package var date = ""
  var dateIso = ""
  var term = ""
  var rounds: [RoundView] = []
  var candidates: [CandidateView] = []
  var tallies: [TallyView] = []
  var drawing: HTMLBytes = []
  package var note = ""
  package var citations: [CitationView] = []
  package var isUnconfirmed = false

  package static let shape = ViewShape<Self>(
    "Election",
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .text("status") { $0.status },
      .text("seats") { $0.seats },
      .text("date") { $0.date },
      .text("date_iso") { $0.dateIso },
      .text("term") { $0.term },
      .list("rounds") { $0.rounds },
      .list("candidates") { $0.candidates },
      .list("tallies") { $0.tallies },
      .html("drawing") { $0.drawing },
      .text("note") { $0.note },
      .list("citations") { $0.citations },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
    ])
}

/// A round of voting: a column.
struct RoundView: TemplateView {
  var title = ""

  static let shape = ViewShape<Self>(
    "Round",
    [
      .text("title") { $0.title }
    ])
}

/// A candidate or state: a row, with one text of votes for each round.
struct CandidateView: TemplateView {
  var title = ""
  var address = ""
  var country: LinkView?
  var votes: [String] = []
  var isElected = false

  static let shape = ViewShape<Self>(
    "Candidate",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .group("country") { $0.country },
      .texts("votes") { $0.votes },
      .flag("is_elected") { $0.isElected },
    ])
}

/// A total under the candidates.
struct TallyView: TemplateView {
  var title = ""
  var votes: [String] = []

  static let shape = ViewShape<Self>(
    "Tally",
    [
      .text("title") { $0.title },
      .texts("votes") { $0.votes },
    ])
}

extension ElectionView {
  package init(
    _ page: PageOf<Election>, isAtHome: Bool, on site: Site, from place: Place, citing citations: inout Citations
  ) {
    let fields = page.fields
    let common = page.document.common
    self.init()
    id = isAtHome ? page.anchor : ""
    title = site.words.joined([fields.post, fields.region])
    status = site.words[site.status(of: fields).word]
    seats = fields.seats.map { site.words.text(.seatsCount, count: $0) } ?? ""
    let meeting = site.page(fields.meeting)?.fields
    date = meeting.map { site.dateText(common.date, for: $0) } ?? site.dates.text(common.date)
    dateIso = meeting.map { site.clock.isoText(common.date, for: $0) } ?? common.date.isoText
    term = fields.term ?? ""
    rounds = roundViews(fields, on: site)
    candidates = candidateViews(fields, on: site, from: place)
    tallies = tallyViews(fields, on: site)
    drawing = voteDrawing(fields, on: site)
    note = ([common.note] + fields.rounds.map(\.note)).compactMap { $0 }.joined(separator: " ")
    self.citations = citations.cite(common.sources, from: place)
    isUnconfirmed = common.confidence.isUnconfirmed
  }
}

extension Site {
  /// Before its meeting opens an election that was not held is to come, and once the meeting is over its result is not known,
  /// whichever of the two the record says.
  fileprivate func status(of election: Election) -> Election.Status {
    guard election.status != .held, let meeting = page(election.meeting) else { return election.status }
    return switch MeetingState(meeting.fields, by: clock) {
    case .planned, .tentative, .confirmed, .movedOnline, .undated, .postponed: .pending
    case .closed: .unknown
    case .underWay, .cancelled: election.status
    }
  }
}

private func roundViews(_ fields: Election, on site: Site) -> [RoundView] {
  if fields.rounds.isEmpty {
    return fields.results.contains { $0.votes != nil } ? [RoundView(title: site.words[.votes])] : []
  }
  return fields.rounds.map { round in
    RoundView(title: round.number.map { site.words.text(.roundNumber, ["number": String($0)]) } ?? site.words[.votes])
  }
}

/// Every candidate once, the last round's order first, with the votes of each round; seats by votes.
private func candidateViews(_ fields: Election, on site: Site, from place: Place) -> [CandidateView] {
  var views: [CandidateView] = []
  var seen: Set<String> = []
  for candidate in fields.rounds.reversed().flatMap(\.candidates) + fields.candidates {
    guard seen.insert(candidate.key).inserted else { continue }
    let country = candidate.country.flatMap(site.page)
    views.append(
      CandidateView(
        title: candidate.name ?? country.map(site.title(of:)) ?? "",
        country: candidate.name == nil
          ? nil : country.map { LinkView(title: site.title(of: $0), address: site.link(to: $0, from: place)) },
        votes: fields.rounds.map { round in
          round.candidates.first { $0.key == candidate.key }?.votes.map(String.init) ?? ""
        },
        isElected: candidate.name != nil && candidate.name == fields.elected))
  }
  for result in fields.results {
    guard let country = site.page(result.country) else { continue }
    let hasVotes = fields.rounds.isEmpty && fields.results.contains { $0.votes != nil }
    views.append(
      CandidateView(
        title: site.title(of: country), address: site.link(to: country, from: place),
        votes: hasVotes ? [result.votes.map(String.init) ?? ""] : [], isElected: result.isElected))
  }
  if views.isEmpty, let elected = fields.elected {
    let country = fields.country.flatMap(site.page)
    views.append(
      CandidateView(
        title: elected,
        country: country.map { LinkView(title: site.title(of: $0), address: site.link(to: $0, from: place)) },
        isElected: true))
  }
  return views
}

private func tallyViews(_ fields: Election, on site: Site) -> [TallyView] {
  let rows: [(Word, (Election.Round) -> Int?)] = [(.present, \.present), (.majority, \.majority)]
  return rows.compactMap { word, number in
    let numbers = fields.rounds.map { number($0).map(String.init) ?? "" }
    return numbers.allSatisfy(\.isEmpty) ? nil : TallyView(title: site.words[word], votes: numbers)
  }
}

extension Election.Candidate {
  /// What tells candidates apart across rounds.
  package var key: String { name ?? country?.target ?? "" }
}
