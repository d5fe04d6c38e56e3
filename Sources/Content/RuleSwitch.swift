import Diagnostics

/// A hub's own rating of a rule, with the reason for which it differs.
package struct RuleSwitch: Sendable {
  package let rule: DiagnosticCode
  package let rating: Rating
  package let reason: String

  package enum Rating: String, Sendable, CaseIterable {
    case off, hint, warning, error
  }
}

extension FieldReader {
  mutating func ruleSwitches(_ name: String, _ meaning: StaticString) -> [RuleSwitch] {
    groups(name, "a check", meaning, RuleSwitch.read)
  }
}

extension RuleSwitch {
  static func read(_ fields: inout FieldReader) -> RuleSwitch? {
    let rule = fields.scalar(
      "rule", .choice(switchableRules), .invalidSwitch, true, "The rule's name, as messages show it in brackets."
    ) { text in DiagnosticCode(rawValue: text).flatMap { $0.isSwitchable ? $0 : nil } }
    let rating = fields.choice("is", Rating.self, required: true, "What it is in this hub.")
    let reason = fields.text("because", required: true, "The reason, for those who read the file after you.")
    guard let rule, let rating, let reason else { return nil }
    return RuleSwitch(rule: rule, rating: rating, reason: reason)
  }

  private static let switchableRules = DiagnosticCode.allCases.filter(\.isSwitchable).map(\.rawValue)
}

extension Sequence where Element == Diagnostic {
  /// The faults as a hub rates them; without those whose rule it switched off.
  package func rated(by switches: [RuleSwitch]) -> [Diagnostic] {
    let ratings = Dictionary(switches.map { ($0.rule, $0.rating) }) { _, last in last }
    return compactMap { diagnostic in
      switch ratings[diagnostic.code] {
      case nil: diagnostic
      case .off: nil
      case .hint: diagnostic.rated(.hint)
      case .warning: diagnostic.rated(.warning)
      case .error: diagnostic.rated(.error)
      }
    }
  }
}
