/// What a finished page holds, found in one pass over its bytes: its ids, its links, and what is wrong with its markup.
struct ScannedPage {
  private(set) var ids: Set<String> = []
  private(set) var links: [Link] = []
  private(set) var faults: [Fault] = []
  private var headingLevel = 0

  /// A value of `href` or `src`, without its entities.
  struct Link {
    let address: String
    /// Whether the page loads what the link leads to.
    let isLoaded: Bool
    let bytes: Range<Int>
  }

  enum Fault {
    case duplicateID(String, Range<Int>)
    case imageWithoutAlternative(Range<Int>)
    case headingOrder(level: Int, after: Int, Range<Int>)
  }

  init(_ html: [UInt8]) {
    html.withUnsafeBufferPointer { bytes in
      var index = 0
      while let open = bytes.firstOffset(of: UInt8(ascii: "<"), from: index) {
        index = end(ofTagAt: open, in: bytes)
      }
    }
  }

  /// Reads the tag at `<`, and gives the offset behind it; comments, declarations and scripts are passed over.
  private mutating func end(ofTagAt open: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var index = open + 1
    guard index < bytes.count, isLetter(bytes[index]) else {
      if bytes[index...].starts(with: "!--".utf8) { return bytes.offset(behind: "-->", from: index) }
      return bytes.firstOffset(of: UInt8(ascii: ">"), from: index).map { $0 + 1 } ?? bytes.count
    }
    while index < bytes.count, isNamePart(bytes[index]) { index += 1 }
    let name = String(decoding: bytes[(open + 1)..<index], as: UTF8.self)
    var tag = Tag(name: name, start: open)
    while let attribute = nextAttribute(&index, in: bytes) { tag.attributes.append(attribute) }
    let end = min(bytes.count, index + 1)
    add(tag, to: end)
    switch name {
    case "script": return bytes.offset(behind: "</script>", from: end)
    case "style": return bytes.offset(behind: "</style>", from: end)
    default: return end
    }
  }

  private mutating func add(_ tag: Tag, to end: Int) {
    for attribute in tag.attributes {
      switch attribute.name {
      case "id":
        if !ids.insert(attribute.value).inserted { faults.append(.duplicateID(attribute.value, attribute.bytes)) }
      case "href":
        links.append(Link(address: attribute.value, isLoaded: tag.loadsTarget, bytes: attribute.bytes))
      case "src", "poster": links.append(Link(address: attribute.value, isLoaded: true, bytes: attribute.bytes))
      default: break
      }
    }
    if tag.name == "img", tag.value(of: "alt") == nil { faults.append(.imageWithoutAlternative(tag.start..<end)) }
    if tag.name.utf8.count == 2, tag.name.utf8.first == UInt8(ascii: "h"), let level = Int(tag.name.dropFirst()) {
      if level > headingLevel + 1 {
        faults.append(.headingOrder(level: level, after: headingLevel, tag.start..<end))
      }
      headingLevel = level
    }
  }
}

private struct Tag {
  let name: String
  let start: Int
  var attributes: [Attribute] = []

  struct Attribute {
    let name: String
    let value: String
    let bytes: Range<Int>
  }

  func value(of name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// Whether its `href` is fetched with the page, and not only when a reader follows it.
  var loadsTarget: Bool {
    switch name {
    case "link":
      value(of: "rel").map { $0.contains("stylesheet") || $0.contains("icon") || $0.contains("preload") } ?? false
    case "use", "image": true
    default: false
    }
  }
}

/// The next attribute of a tag; nil at its `>`.
private func nextAttribute(_ index: inout Int, in bytes: UnsafeBufferPointer<UInt8>) -> Tag.Attribute? {
  while index < bytes.count, !isNamePart(bytes[index]), bytes[index] != UInt8(ascii: ">") { index += 1 }
  let start = index
  while index < bytes.count, isNamePart(bytes[index]) { index += 1 }
  guard index > start else { return nil }
  let name = String(decoding: bytes[start..<index], as: UTF8.self)
  guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "="), bytes[index + 1] == UInt8(ascii: "\"") else {
    return Tag.Attribute(name: name, value: "", bytes: start..<index)
  }
  let first = index + 2
  let end = bytes.firstOffset(of: UInt8(ascii: "\""), from: first) ?? bytes.count
  index = min(bytes.count, end + 1)
  // Only these values are looked at.
  guard ["id", "href", "src", "poster", "rel"].contains(name) else {
    return Tag.Attribute(name: name, value: "", bytes: first..<end)
  }
  let value = String(decoding: bytes[first..<end], as: UTF8.self)
  return Tag.Attribute(
    name: name, value: value.utf8.contains(UInt8(ascii: "&")) ? value.replacing("&amp;", with: "&") : value,
    bytes: first..<end)
}

private func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }

private func isNamePart(_ byte: UInt8) -> Bool {
  isLetter(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

extension UnsafeBufferPointer<UInt8> {
  func firstOffset(of byte: UInt8, from start: Int) -> Int? {
    start < count ? self[start...].firstIndex(of: byte) : nil
  }

  /// The offset behind the next occurrence of some words, or the end.
  func offset(behind words: StaticString, from start: Int) -> Int {
    let wanted = UnsafeBufferPointer<UInt8>(start: words.utf8Start, count: words.utf8CodeUnitCount)
    var index = start
    while let found = firstOffset(of: wanted[0], from: index) {
      if self[found...].starts(with: wanted) { return found + wanted.count }
      index = found + 1
    }
    return count
  }
}
