import Content
import Formats

extension Record {
  /// The record as an entry of a list in YAML, which ends with a line end.
  func listEntry(id: String, marks: ImportMarks?) -> String { "- id: \(id)\n" + (marks?.line ?? "") + yamlLines }

  /// The fields as lines of an entry of a list.
  var yamlLines: String { fields.map { Self.lines($0, indent: 2) }.joined() }

  private static func lines(_ field: Field, indent: Int) -> String {
    let start = String(repeating: " ", count: indent) + field.name + ":"
    switch field.value {
    case .text, .number, .flag: return start + " " + field.value.scalarText + "\n"
    case .list(let items):
      return items.isEmpty
        ? start + " []\n" : start + "\n" + items.map { Self.item($0, indent: indent + 2) }.joined()
    case .group(let group):
      return group.fields.isEmpty
        ? start + " {}\n" : start + "\n" + group.fields.map { lines($0, indent: indent + 2) }.joined()
    }
  }

  private static func item(_ value: RecordValue, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    switch value {
    case .text, .number, .flag: return "\(margin)- \(value.scalarText)\n"
    // No field holds lists in lists.
    case .list: return "\(margin)- []\n"
    case .group(let group):
      let text = group.fields.map { lines($0, indent: indent + 2) }.joined()
      return text.isEmpty ? "\(margin)- {}\n" : "\(margin)- \(text.dropFirst(indent + 2))"
    }
  }
}

extension RecordValue {
  fileprivate var scalarText: String {
    switch self {
    case .text(let text): text.isPlainScalar ? text : text.quotedScalar
    case .number(let number): String(number)
    case .flag(let flag): flag ? "true" : "false"
    case .list, .group: ""
    }
  }
}

extension String {
  /// Whether YAML takes the text as it stands (YAML 1.2, section 7.3.3), with room for caution: it begins with a letter or a digit.
  fileprivate var isPlainScalar: Bool {
    guard let first = unicodeScalars.first, first.properties.isAlphabetic || ("0"..."9").contains(first) else {
      return false
    }
    let isPrintable = unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: false
      default: true
      }
    }
    return isPrintable && !contains(": ") && !contains(" #") && !hasSuffix(":") && !hasSuffix(" ")
  }

  fileprivate var quotedScalar: String {
    var quoted = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default:
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate:
          quoted += "\\U" + scalar.value.hexadecimal(digits: 8).uppercased()
        default: quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }
}
