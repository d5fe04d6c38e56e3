import Diagnostics

/// Who asked for what at a meeting, and what became of it.
package struct ProposalFields: Sendable {
  package let issue: Reference
  package let meeting: Reference
  package let proposers: [Reference]
  package let supporters: [Reference]
  package let opposes: [Reference]
  package let alike: [Reference]
  package let asks: String
  package let form: Form
  package let touches: [Reference]
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

  init?(reading fields: inout FieldReader) {
    let issue = fields.reference("issue", .issue, required: true, meaning: "The issue it is about.")
    let meeting = fields.reference("meeting", .meeting, required: true, meaning: "The meeting it was made at.")
    proposers = fields.references("proposers", .actor, .country, meaning: "Who made it.")
    supporters = fields.references("supporters", .actor, .country, meaning: "Who supported it.")
    let asks = fields.text("asks", required: true, "What it asks for, in one sentence.")
    opposes = fields.references("opposes", .proposal, meaning: "Proposals that ask for the contrary.")
    alike = fields.references("alike", .proposal, meaning: "Proposals of others that ask for the same.")
    form = fields.choice("form", Form.self, "What form it takes.") ?? .position
    touches = fields.references("touches", .resolution, meaning: "The texts it would change.")
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
}

/// What a meeting decided.
package struct OutcomeFields: Sendable {
  package let meeting: Reference
  package let status: Status
  package let resolution: Reference?
  package let consequences: String?
  package let nextSteps: String?
  package let rightsImpact: String?

  package enum Status: String, Sendable, CaseIterable {
    case adopted
    case notAdopted = "not-adopted"
    case inProgress = "in-progress"
    case unknown
  }

  init?(reading fields: inout FieldReader) {
    let meeting = fields.reference("meeting", .meeting, required: true, meaning: "The meeting that decided.")
    status = fields.choice("status", Status.self, "What became of the matter.") ?? .unknown
    resolution = fields.reference("resolution", .resolution, meaning: "The text in which it was decided.")
    consequences = fields.text("consequences", "What follows from it.")
    nextSteps = fields.text("next_steps", "What comes next.")
    rightsImpact = fields.text("rights_impact", "The editors' reading of what it means for people's rights.")
    guard let meeting else { return nil }
    self.meeting = meeting
  }
}
