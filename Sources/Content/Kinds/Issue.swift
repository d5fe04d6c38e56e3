/// A policy issue; everything else on its page is derived.
package final class Issue: DocumentFields {
  package static let kind = Kind(
    "issue", of: Issue.self, noun: "an issue", folder: "issues",
    anchors: [
      "key-questions", "positions", "outcomes", "next", "timeline", "resolutions", "read-more", "library", "related",
    ],
    isForGood: true, isFoundByLinks: true, registers: [.wikidata], exampleID: "fisheries")

  package static let related = ReferenceField<Issue, Issue>("related", meaning: "Issues that are close to it.")
  package static let resolutions = ReferenceField<Issue, Resolution>(
    "resolutions", meaning: "The texts that deal with it.")
  package static let unconfirmedResolutions = ReferenceField<Issue, Resolution>(
    "resolutions_unconfirmed", meaning: "Texts that are said to deal with it, without a source.")

  package let stance: Stance
  package let why: String?
  package let keyQuestions: [String]
  package let related: [Reference<Issue>]
  package let resolutions: [Reference<Resolution>]
  package let unconfirmedResolutions: [Reference<Resolution>]

  package enum Stance: String, Sendable, CaseIterable {
    case controversial
    case toWatch = "to-watch"
    case technical
  }

  package init?(reading fields: inout FieldReader) {
    let stance = fields.choice("stance", Stance.self, required: true, "How contested the issue is.")
    why = fields.text("why", "Why it matters to people's rights.")
    keyQuestions = fields.texts("key_questions", "The questions on which members divide.")
    related = fields.references(Self.related)
    resolutions = fields.references(Self.resolutions)
    unconfirmedResolutions = fields.references(Self.unconfirmedResolutions)
    guard let stance else { return nil }
    self.stance = stance
  }
}
