import Content
import Formats

extension RecordValue {
  /// Whether it is one text, number or yes or no.
  package var isScalar: Bool {
    switch self {
    case .text, .number, .flag: true
    case .list, .group: false
    }
  }

  /// Empty for what holds several values.
  package var plainText: String {
    switch self {
    case .text(let text): text
    case .number(let number): String(number)
    case .flag(let flag): flag ? "true" : "false"
    case .list, .group: ""
    }
  }

  package var json: JSONValue {
    switch self {
    case .text(let text): .string(text)
    case .number(let number): .integer(number)
    case .flag(let flag): .bool(flag)
    case .list(let items): .array(items.map(\.json))
    case .group(let record): record.json
    }
  }
}

extension Record {
  package var json: JSONValue { .object(fields.map { JSONValue.Member($0.name, $0.value.json) }) }
}
