import Diagnostics

/// Reads the YAML that most fields are written in: names, texts on one line, lists of them, and lists and fields between brackets.
///
/// The parser takes ten times as long, which is a tenth of a plain build. All that is not known for certain is left to it, such as comments, empty
/// lines, escapes, texts over several lines, and faults. What is read here the parser reads alike, marks included; tests hold the two
/// against each other.
struct PlainYAML {
  private struct Line {
    let start: Int
    /// Where its text stands, without the spaces around it.
    var text: Range<Int>
    /// The column of the text, counted from 0.
    var indentation: Int { text.lowerBound - start }
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var lines: [Line] = []
  private var current = 0

  // More names, levels or bytes on a line are left to the parser, so that no file takes time out of proportion.
  private static let mostNames = 60
  private static let deepest = 12
  private static let longestLine = 4_096

  /// The value that a text holds; nil where it is for the parser to say.
  static func node(of bytes: UnsafeBufferPointer<UInt8>) -> YAMLNode? {
    guard var reader = PlainYAML(bytes), let node = reader.block(depth: 0), reader.current == reader.lines.count else {
      return nil
    }
    return node
  }

  private init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    guard !bytes.isEmpty, !holdsRareSigns else { return nil }
    for range in LineRanges(of: bytes) where range.lowerBound < bytes.count {
      var (start, end) = (range.lowerBound, range.upperBound)
      while start < end, bytes[start] == space { start += 1 }
      while start < end, bytes[end - 1] == space { end -= 1 }
      guard start < end, end - start <= Self.longestLine else { return nil }
      lines.append(Line(start: range.lowerBound, text: start..<end))
    }
  }

  /// Whether there are comments, tabs, or signs that a parser takes for the end of a line or does not take at all.
  private var holdsRareSigns: Bool {
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0x0A, 0x20...0x22, 0x24...0x7E: continue
      case UInt8(ascii: "#"): if index > 0, bytes[index - 1] != space, bytes[index - 1] != 0x0A { continue }
      case 0xC2: if index + 1 < bytes.count, bytes[index + 1] >= 0xA0 { continue }
      case 0xE2: if index + 2 < bytes.count, bytes[index + 1] != 0x80 || bytes[index + 2] & 0xFE != 0xA8 { continue }
      case 0xEF: break
      case 0x80...: continue
      default: break
      }
      return true
    }
    return false
  }
}

// MARK: Lines

extension PlainYAML {
  /// The list or the fields that begin on the current line.
  private mutating func block(depth: Int) -> YAMLNode? {
    guard current < lines.count, depth < Self.deepest else { return nil }
    return isItem(lines[current]) ? list(lines[current].indentation, depth) : fields(lines[current].indentation, depth)
  }

  private mutating func fields(_ indentation: Int, _ depth: Int) -> YAMLNode? {
    let mark = mark(at: lines[current].text.lowerBound)
    var fields: [YAMLField] = []
    while current < lines.count, lines[current].indentation == indentation, !isItem(lines[current]) {
      guard let (name, nameMark, rest) = newName(at: lines[current].text, besides: fields),
        let value = value(rest, of: indentation, depth)
      else { return nil }
      fields.append(YAMLField(name: name, nameMark: nameMark, value: value))
    }
    return fields.isEmpty ? nil : YAMLNode(content: .fields(fields), mark: mark)
  }

  /// What stands behind a name: on its line, or on those below it.
  private mutating func value(_ text: Range<Int>, of indentation: Int, _ depth: Int) -> YAMLNode? {
    if !text.isEmpty { return lastOfLine(text) }
    current += 1
    guard current < lines.count else { return nil }
    let isBelow = lines[current].indentation > indentation
    // A list may stand in the same column as the name that it belongs to.
    guard isBelow || isItem(lines[current]) && lines[current].indentation == indentation else { return nil }
    return block(depth: depth + 1)
  }

  private mutating func list(_ indentation: Int, _ depth: Int) -> YAMLNode? {
    let mark = mark(at: lines[current].text.lowerBound)
    var items: [YAMLNode] = []
    while current < lines.count, lines[current].indentation == indentation, isItem(lines[current]) {
      let text = lines[current].text.dropFirst(2)
      guard let first = text.first, bytes[first] != space else { return nil }
      let item: YAMLNode?
      if name(at: first, before: text.endIndex) != nil {
        // The fields of an item begin on its line, behind the dash.
        lines[current].text = first..<text.endIndex
        guard depth + 1 < Self.deepest else { return nil }
        item = fields(indentation + 2, depth + 1)
      } else {
        item = lastOfLine(first..<text.endIndex)
      }
      guard let item else { return nil }
      items.append(item)
    }
    return YAMLNode(content: .list(items), mark: mark)
  }

  /// The value at the end of the current line. A line that goes on with it stands deeper than all that is open, so that nothing takes
  /// that line, and the whole is left to the parser.
  private mutating func lastOfLine(_ text: Range<Int>) -> YAMLNode? {
    defer { current += 1 }
    return inline(text)
  }

  private func isItem(_ line: Line) -> Bool {
    bytes[line.text.lowerBound] == UInt8(ascii: "-") && line.text.count > 2 && bytes[line.text.lowerBound + 1] == space
  }
}

// MARK: Values on one line

extension PlainYAML {
  private func inline(_ text: Range<Int>) -> YAMLNode? {
    switch bytes[text.lowerBound] {
    case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "'"), UInt8(ascii: "\""):
      guard let (value, end) = flow(text, depth: 0), end == text.upperBound else { return nil }
      return value
    default:
      guard isPlainStart(bytes[text.lowerBound]) else { return nil }
      for index in text where bytes[index] == UInt8(ascii: ":") {
        if index + 1 == text.upperBound || bytes[index + 1] == space { return nil }
      }
      return plain(text)
    }
  }

  /// A value that may stand between brackets, and where it ends.
  private func flow(_ text: Range<Int>, depth: Int) -> (value: YAMLNode, end: Int)? {
    guard !text.isEmpty, depth < Self.deepest else { return nil }
    switch bytes[text.lowerBound] {
    case UInt8(ascii: "["): return flowList(text, depth)
    case UInt8(ascii: "{"): return flowFields(text, depth)
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return quoted(text)
    default:
      guard isPlainStart(bytes[text.lowerBound]) else { return nil }
      var end = text.lowerBound
      while end < text.upperBound, isPlainInFlow(bytes[end]) { end += 1 }
      let next = end
      while end > text.lowerBound, bytes[end - 1] == space { end -= 1 }
      return (plain(text.lowerBound..<end), next)
    }
  }

  private func flowList(_ text: Range<Int>, _ depth: Int) -> (value: YAMLNode, end: Int)? {
    var items: [YAMLNode] = []
    let end = members(text, UInt8(ascii: "]")) { rest in
      guard let (item, end) = flow(rest, depth: depth + 1) else { return nil }
      items.append(item)
      return end
    }
    return end.map { (YAMLNode(content: .list(items), mark: mark(at: text.lowerBound)), $0) }
  }

  private func flowFields(_ text: Range<Int>, _ depth: Int) -> (value: YAMLNode, end: Int)? {
    var fields: [YAMLField] = []
    let end = members(text, UInt8(ascii: "}")) { rest in
      guard let (name, nameMark, rest) = newName(at: rest, besides: fields),
        let (value, end) = flow(rest, depth: depth + 1)
      else { return nil }
      fields.append(YAMLField(name: name, nameMark: nameMark, value: value))
      return end
    }
    return end.map { (YAMLNode(content: .fields(fields), mark: mark(at: text.lowerBound)), $0) }
  }

  /// Reads what stands between brackets and commas, and returns the place behind the closing bracket; `read` takes one member and says where
  /// it ends.
  private func members(_ text: Range<Int>, _ closing: UInt8, _ read: (Range<Int>) -> Int?) -> Int? {
    var index = skipSpaces(from: text.lowerBound + 1, to: text.upperBound)
    if index < text.upperBound, bytes[index] == closing { return index + 1 }
    while let end = read(index..<text.upperBound) {
      index = skipSpaces(from: end, to: text.upperBound)
      guard index < text.upperBound else { return nil }
      if bytes[index] == closing { return index + 1 }
      guard bytes[index] == UInt8(ascii: ",") else { return nil }
      index = skipSpaces(from: index + 1, to: text.upperBound)
    }
    return nil
  }

  /// A text in quotes that holds neither quotes nor a backslash.
  private func quoted(_ text: Range<Int>) -> (value: YAMLNode, end: Int)? {
    let quote = bytes[text.lowerBound]
    let start = text.lowerBound + 1
    guard let end = bytes[start..<text.upperBound].firstIndex(of: quote) else { return nil }
    if end + 1 < text.upperBound, bytes[end + 1] == quote { return nil }
    if quote == UInt8(ascii: "\""), bytes[start..<end].contains(UInt8(ascii: "\\")) { return nil }
    let content = YAMLNode.Content(text: string(start..<end), isPlain: false)
    return (YAMLNode(content: content, mark: mark(at: text.lowerBound, length: count(start..<end) + 2)), end + 1)
  }

  private func plain(_ text: Range<Int>) -> YAMLNode {
    YAMLNode(
      content: YAMLNode.Content(text: string(text), isPlain: true),
      mark: mark(at: text.lowerBound, length: max(1, count(text))))
  }
}

// MARK: Bytes

extension PlainYAML {
  /// The name with which a text begins and that no field before it has, and what stands behind its colon.
  private func newName(
    at text: Range<Int>, besides fields: [YAMLField]
  ) -> (name: String, mark: YAMLMark, rest: Range<Int>)? {
    guard let range = name(at: text.lowerBound, before: text.upperBound), fields.count < Self.mostNames else {
      return nil
    }
    let name = string(range)
    guard !fields.contains(where: { $0.name == name }) else { return nil }
    let rest = skipSpaces(from: range.upperBound + 1, to: text.upperBound)..<text.upperBound
    return (name, mark(at: range.lowerBound, length: range.count), rest)
  }

  /// A word with a colon behind it, and a space or the end of the line behind that.
  private func name(at start: Int, before end: Int) -> Range<Int>? {
    var index = start
    while index < end, YAMLGuard.isNamePart(bytes[index]) { index += 1 }
    guard index > start, index - start <= 100, index < end, bytes[index] == UInt8(ascii: ":"), isLetter(bytes[start])
    else { return nil }
    return index + 1 == end || bytes[index + 1] == space ? start..<index : nil
  }

  private func skipSpaces(from start: Int, to end: Int) -> Int {
    var index = start
    while index < end, bytes[index] == space { index += 1 }
    return index
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  private func count(_ range: Range<Int>) -> Int { scalarCount(of: UnsafeBufferPointer(rebasing: bytes[range])) }

  private func mark(at index: Int, length: Int = 1) -> YAMLMark {
    let line = lines[current]
    return YAMLMark(
      line: Int32(clamping: current + 1), column: Int32(clamping: count(line.start..<index) + 1),
      length: Int32(clamping: length))
  }
}

private let space = UInt8(ascii: " ")

private func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }

private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

/// Whether a text without quotes may begin so: many signs mean something at its beginning.
private func isPlainStart(_ byte: UInt8) -> Bool {
  isLetter(byte) || isDigit(byte) || byte >= 0x80 || byte == UInt8(ascii: "(")
}

/// Whether a byte is text between brackets, too.
private func isPlainInFlow(_ byte: UInt8) -> Bool {
  YAMLGuard.isNamePart(byte) || byte >= 0x80 || " ./()".utf8.contains(byte)
}
