/// A policy issue; everything else on its page is derived.
package struct IssueFields: Sendable {
  package let stance: Stance
  package let why: String?
  package let keyQuestions: [String]
  package let related: [Reference]
  package let resolutions: [Reference]
  package let unconfirmedResolutions: [Reference]

  package enum Stance: String, Sendable, CaseIterable {
    case controversial
    case toWatch = "to-watch"
    case technical
  }

  init?(reading fields: inout FieldReader) {
    let stance = fields.choice("stance", Stance.self, required: true, "How contested the issue is.")
    why = fields.text("why", "Why it matters to people's rights.")
    keyQuestions = fields.texts("key_questions", "The questions on which members divide.")
    related = fields.references("related", .issue, meaning: "Issues that are close to it.")
    resolutions = fields.references("resolutions", .resolution, meaning: "The texts that deal with it.")
    unconfirmedResolutions = fields.references(
      "resolutions_unconfirmed", .resolution, meaning: "Texts that are said to deal with it, without a source.")
    guard let stance else { return nil }
    self.stance = stance
  }
}
