/// A way to take part.
package struct RouteFields: Sendable {
  /// Where it stands among the routes; those without a number come last.
  package let rank: Int?
  package let audience: String?
  package let rights: Rights
  package let cost: String?
  package let steps: [String]
  package let leadTime: String?
  package let advantages: [String]
  package let drawbacks: [String]
  package let pastTopics: [String]

  /// What somebody who takes this route may do, in words; nil where not known.
  package struct Rights: Sendable {
    package let attend: String?
    package let speak: String?
    package let vote: String?
    package let documents: String?
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
    cost = fields.text("cost", "What it costs, with the date of the figure.")
    steps = fields.texts("steps", "What to do, in order.")
    leadTime = fields.text("lead_time", "How long before it has to be begun.")
    advantages = fields.texts("pros", "What speaks for it.")
    drawbacks = fields.texts("cons", "What speaks against it.")
    pastTopics = fields.texts("past_topics", "What it has dealt with so far.")
  }
}
