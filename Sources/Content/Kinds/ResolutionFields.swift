/// A text that a body adopted.
package struct ResolutionFields: Sendable {
  package let organ: Reference
  package let form: Form
  package let number: String
  package let revisions: [Revision]
  package let topic: String?
  package let why: String?
  package let replacedBy: Reference?
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

  init?(reading fields: inout FieldReader) {
    let organ = fields.reference("organ", .body, required: true, meaning: "The body that adopted it.")
    form = fields.choice("form", Form.self, "What form of text it is.") ?? .resolution
    let number = fields.text("number", required: true, "Its number.")
    revisions = fields.groups("revisions", "a revision", "Where and when it was adopted and revised.") { revision in
      let place = revision.text("place", "The city.")
      let year = revision.number("year", required: true, "The year.")
      let isAdoption = revision.flag("adopted", "Whether it was adopted there for the first time.") ?? false
      let confidence = revision.confidence()
      return year.map { Revision(place: place, year: $0, isAdoption: isAdoption, confidence: confidence) }
    }
    topic = fields.text("topic", "What it is about, in a word or two.")
    why = fields.text("why", "Why it matters to people's rights.")
    replacedBy = fields.reference("replaced_by", .resolution, meaning: "The text that took its place.")
    address = fields.address("url", "Where it can be read.")
    titleConfidence = fields.confidence("title_confidence")
    guard let organ, let number else { return nil }
    self.organ = organ
    self.number = number
  }
}
