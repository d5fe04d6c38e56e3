import CivilTime
import Content
import Foundation

extension [ForeignField] {
  /// The first field of one of the names that says something, whatever their letters' case.
  subscript(_ names: String...) -> ForeignValue? { first(of: names) }

  private func first(of names: [String]) -> ForeignValue? {
    for name in names {
      if let field = first(where: { $0.name.lowercased() == name && $0.value != .empty }) { return field.value }
    }
    return nil
  }

  func text(_ names: String...) -> String? { first(of: names)?.text }

  /// A list, or one text.
  func texts(_ names: String...) -> [String] { first(of: names)?.texts ?? [] }
}

extension ForeignValue {
  var text: String? {
    guard case .text(let text) = self else { return nil }
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ").trimmed
    return line.isEmpty ? nil : line
  }

  var texts: [String] {
    switch self {
    case .list(let items): items.compactMap { $0.text ?? $0.fields?.text("name", "title", "value") }
    case .text: text.map { [$0] } ?? []
    default: []
    }
  }

  var fields: [ForeignField]? {
    if case .fields(let fields) = self { fields } else { nil }
  }

  subscript(_ path: String...) -> ForeignValue? {
    path.reduce(self) { value, name in value?.fields?.first { $0.name == name }?.value }
  }
}

extension StringProtocol {
  var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}

/// The day with which a text begins, such as `2020-05-01T10:00:00Z`, `2020-5-1` or `2020/05/01`.
func day(in text: String) -> CivilDate? {
  guard let match = text.trimmed.prefixMatch(of: /(\d{4})[-\/.](\d{1,2})[-\/.](\d{1,2})(?:\D|$)/) else { return nil }
  let parts = [match.1, match.2, match.3].map { $0.count == 1 ? "0\($0)" : String($0) }
  return CivilDate(isoText: parts.joined(separator: "-"))
}
