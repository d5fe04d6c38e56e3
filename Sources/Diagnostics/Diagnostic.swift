/// What a writer must know about a place in the hub: one fault, its reason and the way out.
package struct Diagnostic: Sendable {
  package let code: DiagnosticCode
  /// A headline without a full stop, which says the rule that is broken.
  package let message: String
  package let range: SourceRange
  package let notes: [Note]
  /// What to do, beginning with a verb.
  package let help: String?
  /// The mend, where there is one that cannot be wrong; else empty.
  package let edits: [Edit]
  package let severity: Severity

  package init(
    _ code: DiagnosticCode, _ message: String, at range: SourceRange, notes: [Note] = [], help: String? = nil,
    edits: [Edit] = [], severity: Severity? = nil
  ) {
    self.code = code
    self.message = message
    self.range = range
    self.notes = notes
    self.help = help
    self.edits = edits
    self.severity = severity ?? code.severity
  }

  /// The same fault, with better help.
  package func helped(_ help: String, edits: [Edit]) -> Diagnostic {
    Diagnostic(code, message, at: range, notes: notes, help: help, edits: edits, severity: severity)
  }

  /// The same fault, taken more or less seriously.
  package func rated(_ severity: Severity) -> Diagnostic {
    Diagnostic(code, message, at: range, notes: notes, help: help, edits: edits, severity: severity)
  }
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

/// How bad a fault is: with an error a page would be wrong or missing, with a warning only poorer; a hint is for a writer to
/// weigh.
package enum Severity: String, Sendable, CaseIterable {
  case error
  case warning
  case hint
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

  /// What a build shows: hints are for those who ask for a check.
  package var withoutHints: [Diagnostic] { filter { $0.severity != .hint } }

  /// Each fault once, where it is first met: one of the same words at the same place.
  package var eachOnce: [Diagnostic] {
    var seen: Set<String> = []
    return filter { fault in
      let start = fault.range.start
      return seen.insert("\(fault.range.file.path):\(start.line):\(start.column) \(fault.message)").inserted
    }
  }
}
