import Content

/// The bodies of a process as a drawing shows them: each with a name short enough for a box.
struct ForumMap: Sendable {
  var title = ""
  /// Bodies that belong to none.
  var bodies: [Body] = []
  var isRightToLeft = false

  struct Body: Sendable {
    var label = ""
    /// What a screen reader says: the whole name, and who may take part.
    var name = ""
    var address = ""
    /// Who may take part, in a word, and the mark that says it too; nil where not known.
    var openness = ""
    var mark: OutcomeMark?
    var isHere = false
    var bodies: [Body] = []

    /// How many bodies there are below it.
    var count: Int { bodies.reduce(0) { $0 + 1 + $1.count } }
  }
}

extension OutcomeMark {
  /// The fuller the disc, the wider the door; a crossed one is closed.
  init(_ openness: Openness) {
    switch openness {
    case .open: self = .full
    case .membership: self = .half
    case .delegation: self = .open
    case .closed: self = .crossed
    }
  }
}
