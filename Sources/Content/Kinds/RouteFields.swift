import Diagnostics

/// A way to take part.
package struct RouteFields: Sendable {
  /// Where it stands among the routes; those without a number come last.
  package let rank: Int?
  package let audience: String?
  /// The answers to the hub's questions that it suits; a question of which it names none makes no difference to it.
  package let suits: [Named]
  /// The bodies into which it leads.
  package let leadsTo: [Reference]
  package let rights: Rights
  package let cost: Cost?
  package let steps: [String]
  package let leadTime: String?
  package let advantages: [String]
  package let drawbacks: [String]
  package let pastTopics: [String]
  /// A letter to whoever decides, with names in braces that the pages of countries fill in.
  package let letter: String?

  /// What somebody who takes this route may do, in words; nil where not known.
  package struct Rights: Sendable {
    package let attend: String?
    package let speak: String?
    package let vote: String?
    package let documents: String?
  }

  /// A price without its date and source misleads, so both belong to it.
  package struct Cost: Sendable {
    package let text: String
    /// The day, month or year for which it was true.
    package let asOf: Moment?
    package let confidence: Confidence
    package let sources: [Source]
    package let place: SourceRange
  }

  init(reading fields: inout FieldReader) {
    rank = fields.number("rank", "Its place in lists of routes, from 1.")
    audience = fields.text("for", "Who it suits.")
    rights =
      fields.group("rights", "rights", "What it allows.") { rights in
        let attend = rights.text("attend", "Whether one may attend.")
        let speak = rights.text("speak", "Whether one may speak.")
        let vote = rights.text("vote", "Whether one may vote.")
        let documents = rights.text("documents", "Whether one sees documents.")
        return Rights(attend: attend, speak: speak, vote: vote, documents: documents)
      } ?? Rights(attend: nil, speak: nil, vote: nil, documents: nil)
    suits = fields.suits()
    leadsTo = fields.references("leads_to", .body, meaning: "The bodies into which it leads.")
    cost = fields.group("cost", "a cost", "What it costs.", Cost.read)
    steps = fields.texts("steps", "What to do, in order.")
    leadTime = fields.text("lead_time", "How long before it has to be begun.")
    advantages = fields.texts("pros", "What speaks for it.")
    drawbacks = fields.texts("cons", "What speaks against it.")
    pastTopics = fields.texts("past_topics", "What it has dealt with so far.")
    letter = fields.text(
      "letter", "A letter to adapt; {country}, {administration}, {meeting}, {dates} and {place} are filled in.")
  }
}

extension RouteFields.Cost {
  fileprivate static func read(_ fields: inout FieldReader) -> Self? {
    let text = fields.text("text", required: true, "The amount, in words.")
    let asOf = fields.moment("as_of", "When that was true, or was read.")
    let confidence = fields.confidence()
    let sources = fields.sources()
    return text.map { Self(text: $0, asOf: asOf, confidence: confidence, sources: sources, place: fields.place) }
  }
}

extension FieldReader {
  fileprivate mutating func suits() -> [Named] {
    list("suits", .text, false, "Whom and what it suits, by the answers that hub.yaml declares under 'questions'.") {
      reader, node in
      guard let id = node.text else {
        reader.reportWrongType("suits", .text, at: node)
        return nil
      }
      let named = Named(id: id, vocabulary: .answers, place: reader.source.range(of: node))
      reader.names.append(named)
      return named
    }
  }
}
