import Diagnostics

/// A way to take part.
package final class Route: DocumentFields {
  package static let kind = Kind(
    "route", of: Route.self, noun: "a route", folder: "routes",
    anchors: ["next", "steps", "pros", "cons", "topics", "read-more"], isForGood: true, isFoundByLinks: true,
    exampleID: "observer")

  package static let leadsTo = ReferenceField<Route, Body>(
    "leads_to", meaning: "The bodies into which it leads, where not into all.")

  /// Where it stands among the routes; those without a number come last.
  package let rank: Int?
  package let audience: String?
  /// The answers to the hub's questions that it suits; a question of which it names none makes no difference to it.
  package let suits: [Named]
  /// The bodies into which it leads.
  package let leadsTo: [Reference<Body>]
  package let rights: Rights
  package let cost: Cost?
  package let steps: [Step]
  package let leadTime: String?
  package let advantages: [String]
  package let drawbacks: [String]
  package let pastTopics: [String]
  /// A letter to whoever decides, with names in braces that the pages of countries fill in.
  package let letter: String?
  /// The types of meetings to which it leads, besides those of the bodies; to all, where neither is given.
  package let meetingTypes: [Named]

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

  package init(reading fields: inout FieldReader) {
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
    suits = fields.named(
      all: "suits", in: .answers, "Whom and what it suits, by the answers that hub.yaml declares under 'questions'.")
    cost = fields.group("cost", "a cost", "What it costs.", Cost.read)
    steps = fields.textsOrGroups("steps", "a step", "What to do, in order.", ofText: Step.init, Step.read)
    leadTime = fields.text("lead_time", "How long before it has to be begun.")
    advantages = fields.texts("pros", "What speaks for it.")
    drawbacks = fields.texts("cons", "What speaks against it.")
    pastTopics = fields.texts("past_topics", "What it has dealt with so far.")
    letter = fields.text(
      "letter", "A letter to adapt; {country}, {administration}, {meeting}, {dates} and {place} are filled in.")
    meetingTypes = fields.named(
      all: "meeting_types", in: .meetingTypes, "The types of meetings that it leads to, where not to all.")
    leadsTo = fields.references(Self.leadsTo)
  }

  /// Amounts change, so a cost tells its day and its source.
  package func evidenceFaults(of document: Document) -> [Diagnostic] {
    guard let cost, cost.confidence != .memory, cost.sources.isEmpty || cost.asOf == nil else { return [] }
    return [
      Diagnostic(
        .unsourcedFact, "a cost has a date and a source", at: cost.place,
        help: "Add 'as_of' and 'sources', or write 'confidence: memory', so that readers see it as unconfirmed")
    ]
  }
}

extension Route.Cost {
  fileprivate static func read(_ fields: inout FieldReader) -> Self? {
    let text = fields.text("text", required: true, "The amount, in words.")
    let asOf = fields.moment("as_of", "When that was true, or was read.")
    let confidence = fields.confidence()
    let sources = fields.sources()
    return text.map { Self(text: $0, asOf: asOf, confidence: confidence, sources: sources, place: fields.place) }
  }
}

extension Route {
  /// Something to do on the way, and by when before a meeting opens, where that is known.
  package struct Step: Sendable {
    package let title: String
    package let rule: DeadlineRule?
    package let basis: String?
    package let note: String?
    package let confidence: Confidence

    init(_ title: String) {
      self.init(title: title, rule: nil, basis: nil, note: nil, confidence: .sourced)
    }

    private init(title: String, rule: DeadlineRule?, basis: String?, note: String?, confidence: Confidence) {
      self.title = title
      self.rule = rule
      self.basis = basis
      self.note = note
      self.confidence = confidence
    }

    static func read(_ fields: inout FieldReader) -> Step? {
      let title = fields.text("title", required: true, "What to do.")
      let rule = fields.deadlineRule("rule", "By when, such as '6 months before the opening'.")
      let basis = fields.text("basis", "What the time rests on.")
      let note = fields.text("note", "A caveat that readers see.")
      let confidence = fields.confidence()
      return title.map { Step(title: $0, rule: rule, basis: basis, note: note, confidence: confidence) }
    }

    /// The step as something due; nil where nothing says by when.
    package var deadline: Deadline? {
      rule.map { Deadline(id: nil, title: title, due: .rule($0), basis: basis, note: note, confidence: confidence) }
    }
  }

  package func leads(to meeting: Meeting) -> Bool {
    guard !meetingTypes.isEmpty || !leadsTo.isEmpty else { return true }
    return meetingTypes.contains { $0.id == meeting.type.id } || leadsTo.contains { $0.target == meeting.organ?.target }
  }
}
