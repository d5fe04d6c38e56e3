import Diagnostics

/// Reads the strict subset of Mustache that templates are written in, in one walk over the text.
///
/// Lines lose their indentation, but within `<pre>` and `<textarea>`, and a line that holds only a section's tag, a partial or a comment goes altogether:
/// templates are indented for people, and pages are paid for by the byte.
struct TemplateParser {
  private let file: SourceFile
  private let bytes: [UInt8]
  /// Up to where the text is read.
  private var index = 0
  private var places = PlaceCounter()
  private var open: [OpenSection] = []
  /// The nodes of the template, and of each section that is open.
  private var levels: [[TemplateSyntax.Node]] = [[]]
  /// The element that is open in which readers see every blank; nil outside of one.
  private var preformatted: String?

  /// Sections may stand within sections so deep: whoever walks a template calls itself for each.
  static let deepest = 50

  private struct OpenSection {
    let name: TemplateSyntax.Name
    let isInverted: Bool
  }

  private struct Tag {
    let range: Range<Int>
    let sigil: UInt8?
    let name: TemplateSyntax.Name
  }

  init(file: SourceFile) {
    self.file = file
    bytes = Array(file.text.utf8)
  }

  mutating func parse() throws(TemplateFault) -> [TemplateSyntax.Node] {
    while let tag = try nextTag() {
      let line = standingLine(of: tag)
      addLiteral(index..<(line ?? tag.range).lowerBound)
      index = (line ?? tag.range).upperBound
      try add(tag, isInline: line == nil)
    }
    addLiteral(index..<bytes.count)
    if let section = open.last {
      throw fault(
        "the section '\(section.name.text)' is closed", at: section.name.range, help: "Add {{/\(section.name.text)}}")
    }
    return levels[0]
  }

  /// The next tag, or nil where only text is left.
  private mutating func nextTag() throws(TemplateFault) -> Tag? {
    guard let start = firstPair(of: opening, from: index) else { return nil }
    var inner = start + 2
    let sigil = byte(at: inner).flatMap { sigils.contains($0) ? $0 : nil }
    if sigil != nil { inner += 1 }
    let end = sigil == comment ? firstPair(of: closing, from: inner) : endOfTag(from: inner)
    guard let end, sigil != opening || byte(at: end + 2) == closing else {
      let braces = sigil == opening ? "}}}" : "}}"
      let place = range(start..<(sigil == opening ? inner : start + 2))
      throw fault("a tag ends with \(braces) on its line", at: place, help: "Close the tag with \(braces)")
    }
    let tag = start..<(sigil == opening ? end + 3 : end + 2)
    let name = trimmed(inner..<end)
    guard !name.isEmpty || sigil == comment else {
      throw fault("a tag names something", at: range(tag), help: "Write a name in it, or remove it")
    }
    let text = sigil == comment ? "" : String(decoding: bytes[name], as: UTF8.self)
    return Tag(range: tag, sigil: sigil, name: TemplateSyntax.Name(text: text, range: range(name)))
  }

  /// Where a tag's closing braces begin; nil where its line ends or another tag begins before them.
  private func endOfTag(from start: Int) -> Int? {
    var end = start
    while let byte = byte(at: end), byte != lineFeed {
      if byte == closing, self.byte(at: end + 1) == closing { return end }
      if byte == opening, self.byte(at: end + 1) == opening { return nil }
      end += 1
    }
    return nil
  }

  private mutating func add(_ tag: Tag, isInline: Bool) throws(TemplateFault) {
    switch tag.sigil {
    case comment: break
    case UInt8(ascii: "#"), UInt8(ascii: "^"):
      guard open.count < Self.deepest else {
        throw fault(
          "sections are nested at most \(Self.deepest) deep", at: tag.name.range,
          help: "Move the inner ones into a partial")
      }
      open.append(OpenSection(name: tag.name, isInverted: tag.sigil == UInt8(ascii: "^")))
      levels.append([])
    case UInt8(ascii: "/"): try close(tag)
    case UInt8(ascii: ">"): append(.partial(tag.name, isInline: isInline))
    case opening: append(.value(tag.name, isHTML: true))
    case nil where tag.name.text.hasPrefix(TemplateWords.prefix): append(.word(tag.name))
    case nil: append(.value(tag.name, isHTML: false))
    case let sigil?:
      throw fault(
        "templates know values, sections, partials and comments, not '{{\(UnicodeScalar(sigil))'", at: tag.name.range,
        help: "Write {{name}} for a text, or {{{name}}} for HTML")
    }
  }

  private mutating func close(_ tag: Tag) throws(TemplateFault) {
    guard let section = open.popLast() else {
      throw fault(
        "a section is opened before it is closed", at: tag.name.range, help: "Remove {{/\(tag.name.text)}}")
    }
    guard section.name.text == tag.name.text else {
      throw fault(
        "sections are closed in order, and '\(section.name.text)' is still open", at: tag.name.range,
        help: "Write {{/\(section.name.text)}}")
    }
    append(.section(section.name, isInverted: section.isInverted, levels.removeLast()))
  }

  private mutating func append(_ node: TemplateSyntax.Node) {
    levels[levels.count - 1].append(node)
  }

  private mutating func range(_ range: Range<Int>) -> SourceRange {
    let start = places.position(of: range.lowerBound, in: bytes)
    return SourceRange(file: file, start: start, end: places.position(of: range.upperBound, in: bytes))
  }

  private func fault(_ rule: String, at range: SourceRange, help: String) -> TemplateFault {
    TemplateFault(diagnostic: Diagnostic(.invalidTemplate, rule, at: range, help: help))
  }
}

// MARK: - Text between tags

extension TemplateParser {
  /// The whole line of a tag that prints nothing itself and has the line for itself; nil for any other.
  private func standingLine(of tag: Tag) -> Range<Int>? {
    guard let sigil = tag.sigil, linePrinters.contains(sigil) else { return nil }
    var start = tag.range.lowerBound
    while start > index, isBlank(bytes[start - 1]) { start -= 1 }
    guard start == 0 || bytes[start - 1] == lineFeed else { return nil }
    var end = tag.range.upperBound
    while let byte = byte(at: end), isBlank(byte) || byte == UInt8(ascii: "\r") { end += 1 }
    guard let byte = byte(at: end) else { return start..<end }
    return byte == lineFeed ? start..<(end + 1) : nil
  }

  /// Adds text without the indentation of its lines.
  private mutating func addLiteral(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    var text: [UInt8] = []
    text.reserveCapacity(range.count)
    var isIndentation = range.lowerBound == 0 || bytes[range.lowerBound - 1] == lineFeed
    for offset in range {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "<") { noteElement(at: offset) }
      isIndentation = byte == lineFeed || (isIndentation && isBlank(byte))
      if !isIndentation || byte == lineFeed || preformatted != nil { text.append(byte) }
    }
    if !text.isEmpty { append(.literal(String(decoding: text, as: UTF8.self))) }
  }

  /// Notes where an element begins or ends in which every blank is seen.
  private mutating func noteElement(at offset: Int) {
    if let element = preformatted {
      if holds("/" + element, at: offset + 1) { preformatted = nil }
    } else {
      preformatted = ["pre", "textarea"].first { holds($0, at: offset + 1) }
    }
  }

  /// Whether a tag's name stands somewhere, in whatever case, and ends there.
  private func holds(_ name: String, at start: Int) -> Bool {
    let end = start + name.utf8.count
    guard end <= bytes.count, zip(bytes[start..<end], name.utf8).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) else {
      return false
    }
    let next = byte(at: end) ?? lineFeed
    return next != UInt8(ascii: "-") && !UnicodeScalar(next).properties.isAlphabetic
  }

  private func byte(at index: Int) -> UInt8? {
    index < bytes.count ? bytes[index] : nil
  }

  private func firstPair(of byte: UInt8, from start: Int) -> Int? {
    var index = start
    while index + 1 < bytes.count {
      if bytes[index] == byte, bytes[index + 1] == byte { return index }
      index += 1
    }
    return nil
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, isBlank(bytes[first]) { range.removeFirst() }
    while let last = range.last, isBlank(bytes[last]) { range.removeLast() }
    return range
  }
}

/// Finds the positions of offsets that never go back, in one walk.
private struct PlaceCounter {
  private var offset = 0
  private var line = 1
  private var column = 1

  mutating func position(of offset: Int, in bytes: [UInt8]) -> SourcePosition {
    while self.offset < offset {
      let byte = bytes[self.offset]
      let next = self.offset + 1 < bytes.count ? bytes[self.offset + 1] : nil
      // As in `LineRanges`: a carriage return ends a line by itself where no line feed follows.
      if byte == lineFeed || byte == carriageReturn && next != lineFeed {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
      self.offset += 1
    }
    return SourcePosition(line: line, column: column)
  }
}

private let opening = UInt8(ascii: "{")
private let closing = UInt8(ascii: "}")
private let comment = UInt8(ascii: "!")
private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
/// What may follow a tag's two braces; the last three are Mustache's, but not ours.
private let sigils = Array("{!#^/>&=<$".utf8)
/// Tags that print nothing where they stand.
private let linePrinters = Array("!#^/>".utf8)

private func isBlank(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
}
