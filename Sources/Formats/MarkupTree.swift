/// An element of XML with what stands in it: enough to read an export, and nothing that reaches beyond the text.
package struct MarkupElement: Sendable {
  /// As written, with its prefix, such as `wp:post_id`.
  package let name: String
  package let attributes: [String: String]
  /// The text of the element itself, without that of its children.
  package fileprivate(set) var text = ""
  package fileprivate(set) var children: [MarkupElement] = []

  package subscript(_ name: String) -> String? { children.first { $0.name == name }?.text }

  package func all(_ name: String) -> [MarkupElement] { children.filter { $0.name == name } }
}

/// Why a text is no XML that is read here.
package enum MarkupFault: Error, Sendable, Equatable {
  /// A declaration of types or entities, by which a file could ask for others or grow without bounds.
  case declaration
  case malformed(line: Int)
  case tooDeep
}

/// Reads the root of an XML 1.0 text (W3C Recommendation) without declarations of types.
package func readMarkup(_ text: String) throws(MarkupFault) -> MarkupElement {
  var reader = MarkupReader(bytes: Array(text.utf8))
  return try reader.read()
}

private struct MarkupReader {
  let bytes: [UInt8]
  var index = 0
  var open: [MarkupElement] = []

  static let deepest = 100

  mutating func read() throws(MarkupFault) -> MarkupElement {
    while index < bytes.count {
      if bytes[index] != UInt8(ascii: "<") {
        addText()
      } else if starts("<!--") {
        _ = try skip(past: "-->")
      } else if starts("<![CDATA[") {
        let start = index + 9
        let end = try skip(past: "]]>")
        if !open.isEmpty { open[open.count - 1].text += String(decoding: bytes[start..<end], as: UTF8.self) }
      } else if starts("<!") {
        throw .declaration
      } else if starts("<?") {
        _ = try skip(past: "?>")
      } else if let root = try readTag() {
        return root
      }
    }
    throw fault
  }

  /// The root, when its end was read.
  private mutating func readTag() throws(MarkupFault) -> MarkupElement? {
    let isEnd = starts("</")
    let start = index + (isEnd ? 2 : 1)
    let end = try endOfTag()
    let isEmpty = !isEnd && end > start && bytes[end - 1] == UInt8(ascii: "/")
    let inner = Array(bytes[start..<(isEmpty ? end - 1 : end)])
    index = end + 1
    let nameEnd = inner.firstIndex(where: isSpace) ?? inner.count
    let name = String(decoding: inner[..<nameEnd], as: UTF8.self)
    guard !name.isEmpty else { throw fault }
    if !isEnd {
      guard open.count < Self.deepest else { throw .tooDeep }
      open.append(MarkupElement(name: name, attributes: Self.attributes(inner[nameEnd...])))
      guard isEmpty else { return nil }
    }
    guard let element = open.popLast(), element.name == name else { throw fault }
    if open.isEmpty { return element }
    open[open.count - 1].children.append(element)
    return nil
  }

  private func endOfTag() throws(MarkupFault) -> Int {
    var quote: UInt8?
    for position in index..<bytes.count {
      let byte = bytes[position]
      if let mark = quote {
        if byte == mark { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return position
      }
    }
    throw fault
  }

  private static func attributes(_ bytes: ArraySlice<UInt8>) -> [String: String] {
    var found: [String: String] = [:]
    var rest = bytes
    while let equals = rest.firstIndex(of: UInt8(ascii: "=")) {
      let name = rest[..<equals].filter { !isSpace($0) }
      let value = rest[(equals + 1)...].drop(while: isSpace)
      guard let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
        let end = value.dropFirst().firstIndex(of: quote)
      else { break }
      found[String(decoding: name, as: UTF8.self)] = unescaped(value[(value.startIndex + 1)..<end])
      rest = value[(end + 1)...]
    }
    return found
  }

  private mutating func addText() {
    let end = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    if !open.isEmpty { open[open.count - 1].text += unescaped(bytes[index..<end]) }
    index = end
  }

  private mutating func skip(past mark: String) throws(MarkupFault) -> Int {
    let mark = Array(mark.utf8)
    var position = index
    while position + mark.count <= bytes.count {
      if bytes[position] == mark[0], bytes[position..<(position + mark.count)].elementsEqual(mark) {
        index = position + mark.count
        return position
      }
      position += 1
    }
    throw fault
  }

  private func starts(_ mark: String) -> Bool { bytes[index...].starts(with: mark.utf8) }

  private var fault: MarkupFault {
    .malformed(line: 1 + bytes[..<min(index, bytes.count)].count { $0 == UInt8(ascii: "\n") })
  }
}

private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

private func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
  let text = String(decoding: bytes, as: UTF8.self)
  return text.contains("&") ? text.withoutCharacterReferences : text
}

extension String {
  /// The text that stands in markup as these characters, with `&amp;`, `&#233;` and their like resolved, and others left as they are.
  package var withoutCharacterReferences: String {
    let named = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}"]
    return replacing(/&(?:#(x?)([0-9A-Fa-f]{1,7})|([A-Za-z]{1,10}));/) { match in
      if let name = match.3 { return named[String(name)] ?? String(match.0) }
      let digits = match.2.map(String.init) ?? ""
      let isHexadecimal = match.1.map { !$0.isEmpty } ?? false
      guard let value = UInt32(digits, radix: isHexadecimal ? 16 : 10), let scalar = Unicode.Scalar(value),
        value >= 0x20 || value == 0x0A || value == 0x09
      else { return "" }
      return String(Character(scalar))
    }
  }
}
