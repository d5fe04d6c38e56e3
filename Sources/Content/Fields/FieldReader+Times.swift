import Diagnostics
import Foundation
import Yams

extension FieldReader {
  mutating func timeZone(_ name: String, required: Bool = false, _ meaning: StaticString) -> String? {
    guard let node = node(name, .text, isRequired: required, meaning) else { return nil }
    guard case .scalar(let scalar) = node else {
      reportWrongType(name, .text, at: node)
      return nil
    }
    guard scalar.string.contains("/") || scalar.string == "UTC", TimeZone(identifier: scalar.string) != nil else {
      let nearest = nearestName(to: scalar.string, among: TimeZone.knownTimeZoneIdentifiers)
      report(
        .invalidTimeZone, "no time zone is named '\(scalar.string.prefix(60))'", at: node,
        help: nearest.map { "Write '\($0)'" } ?? "Write a name such as Europe/Zurich")
      return nil
    }
    return scalar.string
  }

  mutating func deadlineRule(_ name: String, _ meaning: StaticString) -> DeadlineRule? {
    guard let node = node(name, .text, isRequired: false, meaning) else { return nil }
    guard case .scalar(let scalar) = node, let rule = DeadlineRule(text: scalar.string) else {
      report(
        .invalidRule, "a rule counts days, weeks, months or years before or after the opening or the close", at: node,
        help: "Write it like '4 months before the opening'")
      return nil
    }
    return rule
  }
}
