/// An organ of the process; the forum map is drawn from these.
package final class Body: DocumentFields {
  package static let kind = Kind(
    "body", of: Body.self, noun: "a body", folder: "bodies", anchors: ["bodies", "resolutions", "read-more"],
    otherIDs: ["who", "take-part", "branch", "coming", "past"],
    parent: Body.parent.identity, registers: [.wikidata], exampleID: "commission")

  package static let parent = ReferenceField<Body, Body>("parent", meaning: "The body that it belongs to.")

  /// Where it stands among the bodies that belong to the same one; those without a number come last.
  package let rank: Int?
  package let parent: Reference<Body>?
  package let abbreviation: String?
  package let type: String?
  package let meets: String?
  package let openness: Openness?
  package let address: String?
  package let decides: String?
  package let watch: String?
  package let studyPeriod: String?
  package let relation: String?
  package let region: Named?

  package init(reading fields: inout FieldReader) {
    rank = fields.number("rank", "Its place among the bodies that belong to the same one, from 1.")
    parent = fields.reference(Self.parent)
    abbreviation = fields.text("abbreviation", "Its abbreviation.")
    type = fields.text("type", "What type of body it is.")
    meets = fields.text("meets", "How often it meets.")
    openness = fields.choice("openness", Openness.self, "Who may take part.")
    address = fields.address("url", "Its official site.")
    decides = fields.text("decides", "What it decides.")
    watch = fields.text("watch", "Why it matters to people's rights.")
    studyPeriod = fields.text("study_period", "The years for which it is set up.")
    relation = fields.text("relation", "How it relates to the body above it, where it is no part of it.")
    region = fields.named("region", in: .regions, "The region that it works for, as declared in hub.yaml.")
  }

  package func explainedTexts(in document: Document) -> [String?] { [abbreviation, document.title] }
}
