/// How the versions of a document in several languages have a field in common.
package enum FieldSharing: Sendable {
  /// A text: each language may word it, and a version that does not has its original's.
  case varies
  /// A fact: it is the same in every language, so a translation has its original's.
  case shared
  /// A matter of one version alone, such as whether it is a draft; nothing is taken over.
  case own
  /// A group, or a list of groups, of whose fields each has a rule of its own.
  case byPart
}

extension FieldShape {
  /// The rule that a field of the shape follows, unless the code that reads it says otherwise.
  var sharing: FieldSharing {
    switch self {
    // The official site of a body has a page for each language.
    case .text, .pattern, .address: .varies
    case .number, .flag, .date, .moment, .identifier, .language, .timeZone, .deadlineRule, .position, .hostName,
      .colour, .declared, .code, .choice, .reference, .oldAddress:
      .shared
    case .list(let item): item.sharing
    case .group, .textOrGroup: .byPart
    }
  }

  /// The fields of a group, or of each item of a list of groups; nil for any other shape.
  var fields: [FieldDescription]? {
    switch self {
    case .group(let fields), .textOrGroup(let fields): fields
    case .list(let item): item.fields
    default: nil
    }
  }
}

extension FieldReader {
  /// Reads fields that follow another rule than that of their shape.
  mutating func sharing<Value>(_ sharing: FieldSharing, _ read: (inout FieldReader) -> Value) -> Value {
    let outer = ruledSharing
    ruledSharing = sharing
    defer { ruledSharing = outer }
    return read(&self)
  }
}
