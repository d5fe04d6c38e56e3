import CivilTime

/// What a drawing of an issue through time shows: only what has a day. The list beside it says the same in words.
package struct IssueHistory: Sendable {
  package var title = ""
  package var description = ""
  package var names: Names
  package var today: CivilDate
  /// In order of time.
  package var events: [Event] = []
  package var texts: [Text] = []
  package var isRightToLeft = false

  /// What the rows of the drawing are called.
  package struct Names: Sendable {
    package var proposals = ""
    package var decisions = ""
    package var texts = ""
    package var today = ""

    package init(proposals: String = "", decisions: String = "", texts: String = "", today: String = "") {
      self.proposals = proposals
      self.decisions = decisions
      self.texts = texts
      self.today = today
    }
  }

  /// A meeting at which the issue came up.
  package struct Event: Sendable {
    package var day: CivilDate
    package var label: String
    /// Whether the next decision is expected there.
    package var isNext = false
    package var proposals: [OutcomeMark] = []
    package var decisions: [OutcomeMark] = []

    package var hasMarks: Bool { !proposals.isEmpty || !decisions.isEmpty }

    package init(
      day: CivilDate, label: String, isNext: Bool = false, proposals: [OutcomeMark] = [],
      decisions: [OutcomeMark] = []
    ) {
      self.day = day
      self.label = label
      self.isNext = isNext
      self.proposals = proposals
      self.decisions = decisions
    }
  }

  /// A resolution that deals with the issue.
  package struct Text: Sendable {
    package var label: String
    package var stages: [Stage]

    package init(label: String, stages: [Stage]) {
      self.label = label
      self.stages = stages
    }
  }

  package struct Stage: Sendable {
    package var day: CivilDate
    package var isAdoption = false
    package var isConfirmed = true

    package init(day: CivilDate, isAdoption: Bool = false, isConfirmed: Bool = true) {
      self.day = day
      self.isAdoption = isAdoption
      self.isConfirmed = isConfirmed
    }
  }

  /// All days that the drawing has to span; nothing is drawn where only today is known.
  package var days: [CivilDate] {
    let days = events.map(\.day) + texts.flatMap { $0.stages.map(\.day) }
    return days.isEmpty ? [] : days + [today]
  }

  package init(
    title: String = "", description: String = "", names: Names, today: CivilDate, events: [Event] = [],
    texts: [Text] = [], isRightToLeft: Bool = false
  ) {
    self.title = title
    self.description = description
    self.names = names
    self.today = today
    self.events = events
    self.texts = texts
    self.isRightToLeft = isRightToLeft
  }
}
