import Diagnostics

/// An election to a post or to seats at a meeting.
package final class Election: DocumentFields {
  package static let kind = Kind(
    "election", of: Election.self, noun: "an election", folder: "elections",
    place: .page(of: Election.meeting.identity), hasIndex: false, occasion: Election.meeting.identity,
    needsTitle: false, registers: [.wikidata])

  package static let meeting = ReferenceField<Election, Meeting>("meeting", meaning: "The meeting that elected.")
  package static let country = ReferenceField<Election, Country>(
    "country", meaning: "The country of who was elected.")
  package static let candidateCountry = ReferenceField<Election, Country>(
    "country", meaning: "The candidate's country.")
  package static let resultCountry = ReferenceField<Election, Country>("country", meaning: "The state.")

  package let meeting: Reference<Meeting>
  package let post: String
  package let elected: String?
  package let country: Reference<Country>?
  package let term: String?
  package let isReElection: Bool
  package let rounds: [Round]
  package let region: String?
  package let seats: Int?
  package let results: [Result]
  package let candidates: [Candidate]
  package let status: Status

  package enum Status: String, Sendable, CaseIterable {
    case held, pending, unknown
  }

  package struct Candidate: Sendable {
    package let name: String?
    package let country: Reference<Country>?
    /// Nil where not known.
    package let votes: Int?

    static func read(_ fields: inout FieldReader) -> Candidate? {
      let name = fields.text("name", "The candidate's name.")
      let country = fields.reference(Election.candidateCountry)
      let votes = fields.number("votes", "The votes received; absent where not known.")
      fields.requireAny(name != nil || country != nil, of: "name", "country")
      return Candidate(name: name, country: country, votes: votes)
    }
  }

  package struct Round: Sendable {
    package let number: Int?
    package let isFinal: Bool
    package let present: Int?
    package let majority: Int?
    package let candidates: [Candidate]
    package let note: String?
    package let place: SourceRange
  }

  /// A state's result in an election to seats.
  package struct Result: Sendable {
    package let country: Reference<Country>
    package let votes: Int?
    package let isElected: Bool
  }

  package init?(reading fields: inout FieldReader) {
    let meeting = fields.reference(Self.meeting, required: true)
    let post = fields.text("post", required: true, "The post or seats.")
    elected = fields.text("elected", "Who was elected.")
    country = fields.reference(Self.country)
    term = fields.text("term", "The term of office.")
    isReElection = fields.flag("re_elected", "Whether it was for a second term.") ?? false
    rounds = fields.groups("rounds", "a round", "The rounds of voting.") { round in
      let number = round.number("round", "Its number.")
      let isFinal = round.flag("final", "Whether it decided.") ?? false
      let present = round.number("present", "How many were present or cast a ballot.")
      let majority = round.number("majority", "The majority required.")
      let candidates = round.groups("candidates", "a candidate", "Who stood.", Candidate.read)
      let note = round.text("note", "A caveat that readers see.")
      return Round(
        number: number, isFinal: isFinal, present: present, majority: majority, candidates: candidates, note: note,
        place: round.place)
    }
    region = fields.text("region", "The group of states that the seats belong to.")
    seats = fields.number("seats", "How many seats there are.")
    results = fields.groups("results", "a result", "What each state received.") { result in
      let country = result.reference(Self.resultCountry, required: true)
      let votes = result.number("votes", "The votes received; absent where not known.")
      let isElected = result.flag("elected", "Whether it won a seat.") ?? false
      return country.map { Result(country: $0, votes: votes, isElected: isElected) }
    }
    candidates = fields.groups("candidates", "a candidate", "Who stands, before the vote.", Candidate.read)
    status = fields.choice("status", Status.self, "Whether it was held.") ?? .held
    guard let meeting, let post else { return nil }
    self.meeting = meeting
    self.post = post
  }

  package var substituteTitle: String? { post }

  package func evidenceFaults(of document: Document) -> [Diagnostic] {
    document.missingSource(for: "an election") + excessVotes
  }

  private var excessVotes: [Diagnostic] {
    rounds.compactMap { round in
      let votes = round.candidates.compactMap(\.votes).reduce(0, +)
      guard let present = round.present, votes > present else { return nil }
      return Diagnostic(
        .tooManyVotes, "the votes of a round, \(votes), are at most those present, \(present)", at: round.place,
        help: "Compare the votes with their source")
    }
  }
}
