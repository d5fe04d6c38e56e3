/// A way to take part.
package struct RouteFields: Sendable {
  /// Where it stands among the routes; those without a number come last.
  package let rank: Int?
  package let audience: String?
  package let rights: Rights
  package let cost: String?
  package let steps: [Step]
  package let leadTime: String?
  package let advantages: [String]
  package let drawbacks: [String]
  package let pastTopics: [String]
  /// The types of meetings, and the bodies to whose meetings it leads; to all, where neither is given.
  package let meetingTypes: [Named]
  package let leadsTo: [Reference]

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
    steps = fields.textsOrGroups("steps", "a step", "What to do, in order.", ofText: Step.init, Step.read)
    leadTime = fields.text("lead_time", "How long before it has to be begun.")
    advantages = fields.texts("pros", "What speaks for it.")
    drawbacks = fields.texts("cons", "What speaks against it.")
    pastTopics = fields.texts("past_topics", "What it has dealt with so far.")
    meetingTypes = fields.named(
      all: "meeting_types", in: .meetingTypes, "The types of meetings that it leads to, where not to all.")
    leadsTo = fields.references("leads_to", .body, meaning: "The bodies into which it leads, where not into all.")
  }
}

extension RouteFields {
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

  package func leads(to meeting: MeetingFields) -> Bool {
    guard !meetingTypes.isEmpty || !leadsTo.isEmpty else { return true }
    return meetingTypes.contains { $0.id == meeting.type.id } || leadsTo.contains { $0.target == meeting.organ?.target }
  }
}
