import Content
import Diagnostics

/// Checks that what the hub states as fact has a source: positions, outcomes, dates and votes.
///
/// What is only generally known is marked `confidence: memory` and shown as unconfirmed, so it needs none.
func checkEvidence(_ documents: [Document]) -> [Diagnostic] {
  documents.flatMap { document -> [Diagnostic] in
    switch document.details {
    case .proposal(let fields): missingSource(of: document, for: "a position") + unsourcedOutcome(of: fields)
    case .outcome: missingSource(of: document, for: "an outcome")
    case .meeting(let fields): fields.hasDates ? missingSource(of: document, for: "the date of a meeting") : []
    case .resolution(let fields):
      fields.revisions.contains { $0.confidence == .sourced }
        ? missingSource(of: document, for: "the date of a text") : []
    case .election(let fields): missingSource(of: document, for: "an election") + excessVotes(in: fields)
    default: []
    }
  }
}

private func missingSource(of document: Document, for fact: String) -> [Diagnostic] {
  guard document.common.confidence != .memory, document.common.sources.isEmpty else { return [] }
  return [
    Diagnostic(
      .unsourcedFact, "\(fact) has a source, and '\(document.id.name)' has none", at: document.place,
      help: "Add it under 'sources', or write 'confidence: memory', so that readers see it as unconfirmed")
  ]
}

private func unsourcedOutcome(of proposal: ProposalFields) -> [Diagnostic] {
  guard proposal.outcome != .unknown else { return [] }
  switch proposal.outcomeConfidence {
  case .sourced where proposal.outcomeSources.isEmpty:
    return [
      Diagnostic(
        .unsourcedOutcome, "an outcome that is marked sourced has a source of its own", at: proposal.outcomePlace,
        help: "Add it under 'outcome_sources', or write 'outcome_confidence: inferred'")
    ]
  case .none:
    return [
      Diagnostic(
        .unsourcedOutcome, "an outcome says how sure it is, and nobody reported '\(proposal.outcome.rawValue)'",
        at: proposal.outcomePlace,
        help: "Write 'outcome: unknown', or say how sure it is under 'outcome_confidence'")
    ]
  case .sourced, .inferred, .memory: return []
  }
}

private func excessVotes(in election: ElectionFields) -> [Diagnostic] {
  election.rounds.compactMap { round in
    let votes = round.candidates.compactMap(\.votes).reduce(0, +)
    guard let present = round.present, votes > present else { return nil }
    return Diagnostic(
      .tooManyVotes, "the votes of a round, \(votes), are at most those present, \(present)", at: round.place,
      help: "Compare the votes with their source")
  }
}

extension MeetingFields {
  fileprivate var hasDates: Bool {
    start != nil || end != nil
      || deadlines.contains { deadline in
        guard case .fixed = deadline.due else { return false }
        return deadline.confidence != .memory
      }
  }
}
