import Diagnostics

/// A document's mention of another by its id, in a field; it is resolved when all documents are known.
package struct Reference: Sendable {
  package let target: String
  /// The kinds that the field admits, in the order in which they are tried.
  package let kinds: [Kind]
  package let field: String
  package let place: SourceRange

  package init(target: String, kinds: [Kind], field: String, place: SourceRange) {
    self.target = target
    self.kinds = kinds
    self.field = field
    self.place = place
  }
}
