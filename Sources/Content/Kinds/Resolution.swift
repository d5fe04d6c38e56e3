import Diagnostics

/// A text that a body adopted.
package final class Resolution: DocumentFields {
  package static let kind = Kind(
    "resolution", of: Resolution.self, noun: "a resolution", folder: "resolutions",
    anchors: ["history", "positions", "outcomes", "read-more"], registers: [.wikidata, .symbol])

  package static let organ = ReferenceField<Resolution, Body>("organ", meaning: "The body that adopted it.")
  package static let replacedBy = ReferenceField<Resolution, Resolution>(
    "replaced_by", meaning: "The text that took its place.")

  package let organ: Reference<Body>
  package let form: Form
  package let number: String
  package let revisions: [Revision]
  package let topic: String?
  package let why: String?
  package let replacedBy: Reference<Resolution>?
  package let address: String?
  package let titleConfidence: Confidence

  package enum Form: String, Sendable, CaseIterable {
    case resolution, decision, opinion, recommendation
  }

  package struct Revision: Sendable {
    package let place: String?
    package let year: Int
    package let isAdoption: Bool
    package let confidence: Confidence
  }

  package init?(reading fields: inout FieldReader) {
    let organ = fields.reference(Self.organ, required: true)
    form = fields.choice("form", Form.self, "What form of text it is.") ?? .resolution
    let number = fields.sharing(.shared) { $0.text("number", required: true, "Its number.") }
    revisions = fields.groups("revisions", "a revision", "Where and when it was adopted and revised.") { revision in
      let place = revision.text("place", "The city.")
      let year = revision.number("year", required: true, "The year.")
      let isAdoption = revision.flag("adopted", "Whether it was adopted there for the first time.") ?? false
      let confidence = revision.confidence()
      return year.map { Revision(place: place, year: $0, isAdoption: isAdoption, confidence: confidence) }
    }
    topic = fields.text("topic", "What it is about, in a word or two.")
    why = fields.text("why", "Why it matters to people's rights.")
    replacedBy = fields.reference(Self.replacedBy)
    address = fields.address("url", "Where it can be read.")
    titleConfidence = fields.confidence("title_confidence")
    guard let organ, let number else { return nil }
    self.organ = organ
    self.number = number
  }

  package func evidenceFaults(of document: Document) -> [Diagnostic] {
    revisions.contains { $0.confidence == .sourced } ? document.missingSource(for: "the date of a text") : []
  }

  package func explainedTexts(in document: Document) -> [String?] { [document.title, document.id.name.uppercased()] }

  package func mentions(of document: Document, in hub: HubDescription) -> [String] {
    hub.citations.filter { $0.organ.target == organ.target && $0.form == form }.map {
      $0.pattern.replacing("{number}", with: number)
    }
  }
}
