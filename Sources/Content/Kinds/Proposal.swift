import Diagnostics

/// Who asked for what at a meeting, and what became of it.
package final class Proposal: DocumentFields {
  package static let kind = Kind(
    "proposal", of: Proposal.self, noun: "a proposal", folder: "proposals", place: .page(of: Proposal.issue.identity),
    occasion: Proposal.meeting.identity, needsTitle: false, registers: [.symbol])

  package static let issue = ReferenceField<Proposal, Issue>("issue", meaning: "The issue it is about.")
  package static let meeting = ReferenceField<Proposal, Meeting>("meeting", meaning: "The meeting it was made at.")
  package static let proposers = ReferenceField<Proposal, Party>("proposers", meaning: "Who made it.")
  package static let supporters = ReferenceField<Proposal, Party>("supporters", meaning: "Who supported it.")
  package static let opposes = ReferenceField<Proposal, Proposal>(
    "opposes", meaning: "Proposals that ask for the contrary.")
  package static let alike = ReferenceField<Proposal, Proposal>(
    "alike", meaning: "Proposals of others that ask for the same.")
  package static let touches = ReferenceField<Proposal, Resolution>("touches", meaning: "The texts it would change.")

  package let issue: Reference<Issue>
  package let meeting: Reference<Meeting>
  package let proposers: [Reference<Party>]
  package let supporters: [Reference<Party>]
  package let opposes: [Reference<Proposal>]
  package let alike: [Reference<Proposal>]
  package let asks: String
  package let form: Form
  package let touches: [Reference<Resolution>]
  package let touchesOther: [String]
  package let outcome: ProposalOutcome
  package let outcomeConfidence: OutcomeConfidence
  package let outcomeSources: [Source]
  /// Where the outcome is written; that of the record where none is.
  package let outcomePlace: SourceRange
  package let attribution: String?
  package let mainPoint: String?

  package enum Form: String, Sendable, CaseIterable {
    case newResolution = "new-resolution"
    case amendment
    case position
  }

  package enum ProposalOutcome: String, Sendable, CaseIterable {
    case adopted
    case adoptedWithChanges = "adopted-with-changes"
    case rejected
    case withdrawn
    case noConsensus = "no-consensus"
    case unknown
  }

  package enum OutcomeConfidence: String, Sendable, CaseIterable {
    case sourced, inferred, memory, none
  }

  package init?(reading fields: inout FieldReader) {
    let issue = fields.reference(Self.issue, required: true)
    let meeting = fields.reference(Self.meeting, required: true)
    proposers = fields.references(Self.proposers)
    supporters = fields.references(Self.supporters)
    let asks = fields.text("asks", required: true, "What it asks for, in one sentence.")
    opposes = fields.references(Self.opposes)
    alike = fields.references(Self.alike)
    form = fields.choice("form", Form.self, "What form it takes.") ?? .position
    touches = fields.references(Self.touches)
    touchesOther = fields.texts("touches_other", "Texts it would change that are no record of the hub.")
    outcome = fields.choice("outcome", ProposalOutcome.self, "What became of it.") ?? .unknown
    outcomeConfidence =
      fields.choice("outcome_confidence", OutcomeConfidence.self, "How sure the outcome is.") ?? .none
    outcomeSources = fields.sources("outcome_sources", "Where the outcome is reported.")
    outcomePlace = fields.place(of: "outcome") ?? fields.place
    attribution = fields.text("attribution", "A remark on who is said to have made it.")
    mainPoint = fields.text("main_point", "The point of the source's list that it stands for.")
    guard let issue, let meeting, let asks else { return nil }
    self.issue = issue
    self.meeting = meeting
    self.asks = asks
  }

  package var substituteTitle: String? { asks }

  package func evidenceFaults(of document: Document) -> [Diagnostic] {
    document.missingSource(for: "a position") + outcomeFaults
  }

  private var outcomeFaults: [Diagnostic] {
    guard outcome != .unknown else { return [] }
    switch outcomeConfidence {
    case .sourced where outcomeSources.isEmpty:
      return [
        Diagnostic(
          .unsourcedOutcome, "an outcome that is marked sourced has a source of its own", at: outcomePlace,
          help: "Add it under 'outcome_sources', or write 'outcome_confidence: inferred'")
      ]
    case .none:
      return [
        Diagnostic(
          .unsourcedOutcome, "an outcome says how sure it is, and nobody reported '\(outcome.rawValue)'",
          at: outcomePlace,
          help: "Write 'outcome: unknown', or say how sure it is under 'outcome_confidence'")
      ]
    case .sourced, .inferred, .memory: return []
    }
  }
}
