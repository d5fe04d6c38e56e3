/// Refuses YAML on which a parser takes time out of all proportion to its size, in one pass over the bytes.
///
/// Of each size there is far more than any writer needs: the parser takes time with every value for each bracket that
/// is open, and aliases stand for values that contain aliases, twice as many at each level.
struct YAMLGuard {
  static let nesting = 60
  static let separators = 50_000

  struct Excess: Equatable {
    let line: Int
    let message: String
    let help: String
  }

  /// The first excess of a text, or nil.
  static func excess(in text: UnsafeBufferPointer<UInt8>) -> Excess? {
    var line = 1
    var separators = 0
    var depth = 0
    var anchors: Set<String> = []
    for index in text.indices {
      switch text[index] {
      case UInt8(ascii: "\n"):
        line += 1
        separators += 1
      case UInt8(ascii: "\r") where index + 1 == text.count || text[index + 1] != UInt8(ascii: "\n"):
        line += 1
        separators += 1
      case UInt8(ascii: ","): separators += 1
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
      case UInt8(ascii: "&"):
        if let name = name(in: text, after: index) { anchors.insert(name) }
      case UInt8(ascii: "*") where !anchors.isEmpty:
        if let name = name(in: text, after: index), anchors.contains(name) { return isAlias(name, line: line) }
      default: continue
      }
      if depth > nesting { return tooDeep(line: line) }
      if separators > Self.separators { return tooLong(line: line) }
    }
    return nil
  }

  static func tooDeep(line: Int) -> Excess {
    Excess(line: line, message: "fields are nested at most \(nesting) levels deep", help: "Close the brackets")
  }

  private static func tooLong(line: Int) -> Excess {
    Excess(
      line: line, message: "the fields of a file take at most \(separators) lines and commas",
      help: "Cut the file into several")
  }

  private static func isAlias(_ name: String, line: Int) -> Excess {
    Excess(
      line: line, message: "every value is written out, and '*\(name)' is an alias",
      help: "Write what the alias stands for, or put the text in quotes")
  }

  /// The name of an anchor or alias whose sign stands at `index`; nil where the sign is part of a word.
  private static func name(in text: UnsafeBufferPointer<UInt8>, after index: Int) -> String? {
    if index > 0, isNamePart(text[index - 1]) { return nil }
    let name = text[(index + 1)...].prefix(while: isNamePart)
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }

  static func isNamePart(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }
}
