import Content

/// The bodies of a process as a drawing shows them: each with a name short enough for a box.
package struct ForumMap: Sendable {
  package var title = ""
  /// Bodies that belong to none.
  package var bodies: [Body] = []
  package var isRightToLeft = false

  package struct Body: Sendable {
    package var label = ""
    /// What a screen reader says: the whole name, and who may take part.
    package var name = ""
    package var address = ""
    /// Who may take part, in a word, and the mark that says it too; nil where not known.
    package var openness = ""
    package var mark: OutcomeMark?
    package var isHere = false
    package var bodies: [Body] = []

    /// How many bodies there are below it.
    package var count: Int { bodies.reduce(0) { $0 + 1 + $1.count } }

    package init(
      label: String = "", name: String = "", address: String = "", openness: String = "", mark: OutcomeMark? = nil,
      isHere: Bool = false, bodies: [Body] = []
    ) {
      self.label = label
      self.name = name
      self.address = address
      self.openness = openness
      self.mark = mark
      self.isHere = isHere
      self.bodies = bodies
    }
  }

  package init(title: String = "", bodies: [Body] = [], isRightToLeft: Bool = false) {
    self.title = title
    self.bodies = bodies
    self.isRightToLeft = isRightToLeft
  }
}

extension OutcomeMark {
  /// The fuller the disc, the wider the door; a crossed one is closed.
  package init(_ openness: Openness) {
    switch openness {
    case .open: self = .full
    case .membership: self = .half
    case .delegation: self = .open
    case .closed: self = .crossed
    }
  }
}
