import Diagnostics

/// A draft in which nothing is wrong but that required fields are still empty, as in what `new` writes.
package struct UnfinishedDraft: Sendable {
  package let id: DocumentID
  package let language: String
  /// The names that it has besides its id.
  package let names: [String]
  /// Its empty fields.
  package let faults: [Diagnostic]
}
