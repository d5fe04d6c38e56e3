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
    let rule = fields.rule("rule", "The rule's name, as messages show it in brackets.")
    let rating = fields.choice("is", Rating.self, required: true, "What it is in this hub.")
    let reason = fields.text("because", required: true, "The reason, for those who read the file after you.")
    guard let rule, let rating, let reason else { return nil }
    return RuleSwitch(rule: rule, rating: rating, reason: reason)
  }
}

extension FieldReader {
  fileprivate mutating func rule(_ name: String, _ meaning: StaticString) -> DiagnosticCode? {
    let rules = DiagnosticCode.allCases.filter(\.isSwitchable).map(\.rawValue)
    guard let node = node(name, .choice(rules), isRequired: true, meaning) else { return nil }
    guard let text = node.text else {
      reportWrongType(name, .text, at: node)
      return nil
    }
    guard let rule = DiagnosticCode(rawValue: text) else {
      let nearest = nearestMatch(to: text, among: rules)
      report(
        .invalidSwitch, "no rule is named '\(shortened(text))'", at: node,
        help: nearest.map { "Write '\($0.name)'" } ?? "Write the name that messages show in brackets",
        edits: mend(node, to: nearest))
      return nil
    }
    guard rule.isSwitchable else {
      report(
        .invalidSwitch, "'\(text)' keeps the pages right, and cannot be switched", at: node,
        help: "Mend what it finds, and take the switch out")
      return nil
    }
    return rule
  }
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
