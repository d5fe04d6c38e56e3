import CivilTime

/// How a piece of an original differs from what a translation renders.
package struct SectionChange: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    case added, changed, renamed, split, joined, moved, gone, untranslated
  }

  package let kind: Kind
  /// The piece's name in the original; what is gone has that which it had.
  package let name: String
  package let heading: String
  /// The day of the original that the translation renders; nil for what is added.
  package var day: CivilDate?
  /// Which of the translation's sections renders it, counted from 0; nil for a field, and for what is added.
  package var position: Int?
  /// The pieces into which one was split, or the one that it was joined to.
  package var others: [String] = []
  /// How many words of the original wait for a translator.
  package var wordCount = 0

  package var isOfField: Bool { name.hasPrefix(":") }

  /// Whether what the translation says is older than its original.
  package var isOutdated: Bool {
    switch kind {
    case .changed, .renamed, .split, .joined, .gone: true
    case .added, .moved, .untranslated: false
    }
  }
}
