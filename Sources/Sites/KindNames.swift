import Content

/// What sites call the documents of each kind, and where they list them.
package struct KindNames: Sendable {
  package struct Name: Sendable {
    /// What one of them is called.
    package let word: Word
    /// What stands over several of them.
    package let heading: Word
    /// Nil for articles, which sections list, and for records that the pages of meetings list.
    package let index: Index?

    package init(word: Word, heading: Word, index: Index?) {
      self.word = word
      self.heading = heading
      self.index = index
    }
  }

  /// The list of all documents of a kind.
  package struct Index: Sendable {
    /// Where it stands among the indexes of records.
    package let position: Int
    package let title: Word
    package let summary: Word

    package init(position: Int, title: Word, summary: Word) {
      self.position = position
      self.title = title
      self.summary = summary
    }
  }

  private let names: [Kind: Name]

  /// `names` has every kind.
  package init(_ names: [Kind: Name]) {
    self.names = names
  }

  package subscript(kind: Kind) -> Name {
    guard let name = names[kind] else { preconditionFailure("sites have no name for '\(kind)'") }
    return name
  }
}
