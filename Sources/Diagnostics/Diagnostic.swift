/// What a writer must know about a place in the hub: one fault, its reason and the way out.
package struct Diagnostic: Sendable {
  package let code: DiagnosticCode
  /// A headline without a full stop, which says the rule that is broken.
  package let message: String
  package let range: SourceRange
  package let notes: [Note]
  /// What to do, beginning with a verb.
  package let help: String?

  package init(
    _ code: DiagnosticCode, _ message: String, at range: SourceRange, notes: [Note] = [], help: String? = nil
  ) {
    self.code = code
    self.message = message
    self.range = range
    self.notes = notes
    self.help = help
  }

  package var severity: Severity { code.severity }
}

/// Another place that belongs to a fault, such as the first of two duplicates.
package struct Note: Sendable {
  package let message: String
  package let range: SourceRange

  package init(_ message: String, at range: SourceRange) {
    self.message = message
    self.range = range
  }
}

/// How bad a fault is: with an error a page would be wrong or missing, with a warning only poorer.
package enum Severity: String, Sendable {
  case error
  case warning
}

extension Diagnostic {
  /// By file, then line and column, then code, so that the same faults always read the same.
  package static func inReadingOrder(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    (left.range.file.path, left.range.start.line, left.range.start.column, left.code.rawValue, left.message)
      < (right.range.file.path, right.range.start.line, right.range.start.column, right.code.rawValue, right.message)
  }
}

extension Sequence where Element == Diagnostic {
  package var containsError: Bool { contains { $0.severity == .error } }
}
