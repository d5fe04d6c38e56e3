import Diagnostics

/// What a meeting decided.
package final class Outcome: DocumentFields {
  package static let kind = Kind(
    "outcome", of: Outcome.self, noun: "an outcome", folder: "outcomes", place: .page(of: Outcome.meeting.identity),
    hasIndex: false, occasion: Outcome.meeting.identity, registers: [.symbol])

  package static let meeting = ReferenceField<Outcome, Meeting>("meeting", meaning: "The meeting that decided.")
  package static let resolution = ReferenceField<Outcome, Resolution>(
    "resolution", meaning: "The text in which it was decided.")

  package let meeting: Reference<Meeting>
  package let status: Status
  package let resolution: Reference<Resolution>?
  package let consequences: String?
  package let nextSteps: String?
  package let rightsImpact: String?

  package enum Status: String, Sendable, CaseIterable {
    case adopted
    case notAdopted = "not-adopted"
    case inProgress = "in-progress"
    case unknown
  }

  package init?(reading fields: inout FieldReader) {
    let meeting = fields.reference(Self.meeting, required: true)
    status = fields.choice("status", Status.self, "What became of the matter.") ?? .unknown
    resolution = fields.reference(Self.resolution)
    consequences = fields.text("consequences", "What follows from it.")
    nextSteps = fields.text("next_steps", "What comes next.")
    rightsImpact = fields.text("rights_impact", "The editors' reading of what it means for people's rights.")
    guard let meeting else { return nil }
    self.meeting = meeting
  }

  package func evidenceFaults(of document: Document) -> [Diagnostic] { document.missingSource(for: "an outcome") }
}
