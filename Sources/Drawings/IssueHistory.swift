import CivilTime

/// What a drawing of an issue through time shows: only what has a day. The list beside it says the same in words.
struct IssueHistory: Sendable {
  var title = ""
  var description = ""
  var names: Names
  var today: CivilDate
  /// In order of time.
  var events: [Event] = []
  var texts: [Text] = []
  var isRightToLeft = false

  /// What the rows of the drawing are called.
  struct Names: Sendable {
    var proposals = ""
    var decisions = ""
    var texts = ""
    var today = ""
  }

  /// A meeting at which the issue came up.
  struct Event: Sendable {
    var day: CivilDate
    var label: String
    /// Whether the next decision is expected there.
    var isNext = false
    var proposals: [OutcomeMark] = []
    var decisions: [OutcomeMark] = []

    var hasMarks: Bool { !proposals.isEmpty || !decisions.isEmpty }
  }

  /// A resolution that deals with the issue.
  struct Text: Sendable {
    var label: String
    var stages: [Stage]
  }

  struct Stage: Sendable {
    var day: CivilDate
    var isAdoption = false
    var isConfirmed = true
  }

  /// All days that the drawing has to span; nothing is drawn where only today is known.
  var days: [CivilDate] {
    let days = events.map(\.day) + texts.flatMap { $0.stages.map(\.day) }
    return days.isEmpty ? [] : days + [today]
  }
}
