/// An organ of the process; the forum map is drawn from these.
package struct BodyFields: Sendable {
  package let parent: Reference?
  package let abbreviation: String?
  package let type: String?
  package let meets: String?
  package let openness: Openness?
  package let address: String?
  package let watch: String?
  package let studyPeriod: String?
  package let relation: String?
  package let region: Named?

  init(reading fields: inout FieldReader) {
    parent = fields.reference("parent", .body, meaning: "The body that it belongs to.")
    abbreviation = fields.text("abbreviation", "Its abbreviation.")
    type = fields.text("type", "What type of body it is.")
    meets = fields.text("meets", "How often it meets.")
    openness = fields.choice("openness", Openness.self, "Who may take part.")
    address = fields.address("url", "Its official site.")
    watch = fields.text("watch", "Why it matters to people's rights.")
    studyPeriod = fields.text("study_period", "The years for which it is set up.")
    relation = fields.text("relation", "How it relates to the body above it, where it is no part of it.")
    region = fields.named("region", in: .regions, "The region that it works for, as declared in hub.yaml.")
  }
}
