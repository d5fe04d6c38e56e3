import Content
import Linking

extension Confidence {
  /// Whether no source confirms it, so that readers are told wherever it shows.
  package var isUnconfirmed: Bool { self != .sourced }
}

extension Site {
  /// A plain text of what a source may not confirm: "18 November 2026 (not confirmed)"; empty where there is nothing to say.
  package func marked(_ text: String, _ confidence: Confidence) -> String {
    guard !text.isEmpty, let note = note(on: confidence) else { return text }
    return words.text(text, withNote: note)
  }

  /// "not confirmed", "inferred from a wider statement"; nil of what a source confirms.
  package func note(on confidence: Confidence) -> String? {
    switch confidence {
    case .inferred: words[.certaintyInferred]
    case .memory: words[.certaintyMemory]
    case .sourced: nil
    }
  }
}
