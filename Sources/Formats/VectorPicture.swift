/// What a drawing holds besides shapes and texts, and where.
package struct ActivePart: Sendable, Equatable {
  /// Of the first byte.
  package let offset: Int
  /// As a message goes on: "a script".
  package let what: String
  /// What to do about it, as a sentence that begins with a verb.
  package let help: String
}

/// The first part of an SVG file that would run, or ask another file or host for something; nil where it stands by itself.
///
/// Whatever is not plainly harmless is refused: a document type, which may define any text, an instruction, a reference that is
/// neither a place in the file nor a picture written out within it, and markup that ends in the middle.
package func activePart(ofVectorPicture bytes: [UInt8]) -> ActivePart? {
  var scan = VectorPictureScan(bytes)
  return scan.firstActivePart()
}

/// A walk over the markup of an SVG file, tag by tag (XML 1.0, sections 2 and 3).
private struct VectorPictureScan {
  private let bytes: [UInt8]
  private var offset = 0
  /// Whether the text that follows is a style sheet's.
  private var openStyle = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func firstActivePart() -> ActivePart? {
    while offset < bytes.count {
      guard bytes[offset] == UInt8(ascii: "<") else {
        if let part = takeText() { return part }
        continue
      }
      let part: ActivePart?
      if isAt("<!--") {
        part = skip(behind: "-->")
      } else if isAt("<![CDATA[") {
        part = takeCharacterData()
      } else if isAt("<?") {
        part = takeInstruction()
      } else if isAt("<!") {
        part = takeDeclaration()
      } else if isAt("</") {
        openStyle = false
        part = skip(behind: ">")
      } else {
        part = takeTag()
      }
      if let part { return part }
    }
    return nil
  }

  // MARK: Pieces of markup

  private mutating func takeText() -> ActivePart? {
    let start = offset
    offset = bytes[start...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    return openStyle ? activeStyle(in: start..<offset) : nil
  }

  private mutating func takeCharacterData() -> ActivePart? {
    let start = offset
    if let part = skip(behind: "]]>") { return part }
    return openStyle ? activeStyle(in: start..<offset) : nil
  }

  private mutating func takeInstruction() -> ActivePart? {
    let isDeclaration = isAt("<?xml ") || isAt("<?xml\n") || isAt("<?xml\t") || isAt("<?xml\r")
    guard isDeclaration else { return part(at: offset, "an instruction for other programs") }
    let start = offset
    if let part = skip(behind: "?>") { return part }
    // In another encoding a browser could find other markup in the same bytes.
    let words = String(decoding: bytes[start..<offset], as: UTF8.self).lowercased().split {
      " \t\r\n=?\"'".contains($0)
    }
    let encoding = words.firstIndex(of: "encoding").map { words[words.index(after: $0)...].first ?? "" }
    return encoding.map { ["utf-8", "us-ascii"].contains($0) } ?? true
      ? nil : part(at: start, "another encoding than UTF-8")
  }

  /// A document type without definitions of its own is harmless, and drawing programs write it.
  private mutating func takeDeclaration() -> ActivePart? {
    let start = offset
    if let part = skip(behind: ">") { return part }
    return bytes[start..<offset].contains(UInt8(ascii: "[")) ? part(at: start, "a document type with definitions") : nil
  }

  private mutating func takeTag() -> ActivePart? {
    let start = offset
    offset += 1
    let name = takeName().lowercased()
    guard !name.isEmpty else { return part(at: start, "markup that is not well-formed") }
    if Self.activeElements.contains(name) {
      return part(at: start, name == "script" ? "a script" : "an element '\(name)'")
    }
    while true {
      skipSpace()
      guard offset < bytes.count else { return part(at: start, "markup that ends in the middle") }
      if bytes[offset] == UInt8(ascii: ">") {
        openStyle = name == "style"
        offset += 1
        return nil
      }
      if isAt("/>") {
        offset += 2
        return nil
      }
      if let part = takeAttribute() { return part }
    }
  }

  private mutating func takeAttribute() -> ActivePart? {
    let start = offset
    let prefixed = takePrefixedName()
    skipSpace()
    guard !prefixed.name.isEmpty, isAt("=") else { return part(at: start, "markup that is not well-formed") }
    offset += 1
    skipSpace()
    guard offset < bytes.count, isAt("\"") || isAt("'"),
      let end = bytes[(offset + 1)...].firstIndex(of: bytes[offset])
    else { return part(at: start, "markup that ends in the middle") }
    let value = (offset + 1)..<end
    offset = end + 1
    return activeAttribute(prefixed.name.lowercased(), prefix: prefixed.prefix.lowercased(), value, at: start)
  }

  // MARK: What is active

  private static let activeElements: Set<String> = [
    "script", "foreignobject", "iframe", "object", "embed", "audio", "video", "handler", "listener", "link", "meta",
    "base",
  ]

  private func activeAttribute(_ name: String, prefix: String, _ value: Range<Int>, at start: Int) -> ActivePart? {
    guard prefix != "xmlns", !(prefix.isEmpty && name == "xmlns") else { return nil }
    let text = decodedText(of: value)
    if name.hasPrefix("on") { return part(at: start, "an event handler '\(name)'") }
    let squeezed = text.lowercased().filter { !$0.isWhitespace }
    if squeezed.contains("javascript:") || squeezed.contains("vbscript:") { return part(at: start, "a script") }
    switch name {
    case "href", "src":
      return isWithinFile(squeezed) ? nil : part(at: start, "a reference to another file, '\(text.prefix(60))'")
    case "base" where prefix == "xml": return part(at: start, "another address as its base")
    case "attributename":
      return ["href", "xlink:href", "src"].contains(squeezed) || squeezed.hasPrefix("on")
        ? part(at: start, "an animation of '\(text.prefix(60))'") : nil
    default: return activeStyle(in: value)
    }
  }

  /// A place in the file, or pixels that are written out in it.
  private func isWithinFile(_ reference: String) -> Bool {
    reference.isEmpty || reference.hasPrefix("#")
      || ["png", "jpeg", "jpg", "gif", "webp"].contains { reference.hasPrefix("data:image/\($0);") }
  }

  private func activeStyle(in range: Range<Int>) -> ActivePart? {
    let text = decodedText(of: range).lowercased()
    guard text.contains("url") || text.contains("@import") || text.contains("\\") || text.contains("image-set") else {
      return nil
    }
    if text.contains("@import") { return part(at: range.lowerBound, "a style sheet from another file") }
    let hasEscape = zip(text, text.dropFirst()).contains { $0 == "\\" && $1.isHexDigit }
    if hasEscape || text.contains("image-set") { return part(at: range.lowerBound, "a style that hides what it loads") }
    var rest = text[...]
    while let word = rest.firstRange(of: "url") {
      rest = rest[word.upperBound...]
      let argument = rest.drop(while: \.isWhitespace)
      guard argument.first == "(" else { continue }
      let reference = argument.dropFirst().drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
      guard isWithinFile(String(reference.prefix { $0 != ")" })) else {
        return part(at: range.lowerBound, "a style that loads another file")
      }
    }
    return nil
  }

  private func part(at offset: Int, _ what: String) -> ActivePart {
    ActivePart(
      offset: min(offset, max(0, bytes.count - 1)), what: what,
      help: "Take it out, or save the drawing as plain SVG or as PNG")
  }

  // MARK: Signs

  private func isAt(_ text: StaticString) -> Bool {
    offset + text.utf8CodeUnitCount <= bytes.count
      && bytes[offset..<(offset + text.utf8CodeUnitCount)].elementsEqual(
        UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Goes behind the next occurrence of a text, or tells that there is none.
  private mutating func skip(behind text: StaticString) -> ActivePart? {
    let start = offset
    let first = text.utf8Start.pointee
    while let found = bytes[offset...].firstIndex(of: first) {
      offset = found
      if isAt(text) {
        offset += text.utf8CodeUnitCount
        return nil
      }
      offset += 1
    }
    return part(at: start, "markup that ends in the middle")
  }

  private mutating func skipSpace() {
    while offset < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[offset]) { offset += 1 }
  }

  /// A name without its prefix, since which prefix stands for SVG is the file's own choice.
  private mutating func takeName() -> String { takePrefixedName().name }

  private mutating func takePrefixedName() -> (prefix: String, name: String) {
    let start = offset
    while offset < bytes.count, !" \t\r\n=/><\"'".utf8.contains(bytes[offset]) { offset += 1 }
    let parts = bytes[start..<offset].split(
      separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(decoding: parts.last ?? [], as: UTF8.self)
    return (parts.count > 1 ? String(decoding: parts[0], as: UTF8.self) : "", name)
  }

  /// A text with its references to characters resolved, as a browser reads it.
  private func decodedText(of range: Range<Int>) -> String {
    let text = String(decoding: bytes[range], as: UTF8.self)
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var decoded = ""
    var rest = text[...]
    while let mark = rest.firstIndex(of: "&") {
      decoded += rest[..<mark]
      rest = rest[mark...].dropFirst()
      guard let end = rest.firstIndex(of: ";"), let scalar = Self.scalar(named: rest[..<end]) else {
        decoded += "&"
        continue
      }
      decoded.unicodeScalars.append(scalar)
      rest = rest[end...].dropFirst()
    }
    return decoded + rest
  }

  private static func scalar(named name: Substring) -> Unicode.Scalar? {
    let named: [Substring: Unicode.Scalar] = ["lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'"]
    guard name.first == "#" else { return named[name] }
    let digits = name.dropFirst()
    let number = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap(Unicode.Scalar.init)
  }
}
