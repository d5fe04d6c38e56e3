import Content

/// What sites call the documents of each kind, and where they list them.
struct KindNames: Sendable {
  struct Name: Sendable {
    /// What one of them is called.
    let word: Word
    /// What stands over several of them.
    let heading: Word
    /// Nil for articles, which sections list, and for records that the pages of meetings list.
    let index: Index?
  }

  /// The list of all documents of a kind.
  struct Index: Sendable {
    /// Where it stands among the indexes of records.
    let position: Int
    let title: Word
    let summary: Word
  }

  private let names: [Kind: Name]

  /// `names` has every kind.
  init(_ names: [Kind: Name]) {
    self.names = names
  }

  subscript(kind: Kind) -> Name {
    guard let name = names[kind] else { preconditionFailure("sites have no name for '\(kind)'") }
    return name
  }
}
