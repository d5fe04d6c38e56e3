import Glibc

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
      if bytes.holds("!--", at: index) { return bytes.offset(behind: "-->", from: index) }
      return bytes.firstOffset(of: UInt8(ascii: ">"), from: index).map { $0 + 1 } ?? bytes.count
    }
    while index < bytes.count, isNamePart(bytes[index]) { index += 1 }
    var tag = Tag(start: open, name: (open + 1)..<index)
    while let attribute = nextAttribute(&index, in: bytes) { tag.add(attribute, in: bytes) }
    let end = min(bytes.count, index + 1)
    add(tag, to: end, in: bytes)
    if bytes.isWord("script", at: tag.name) { return bytes.offset(behind: "</script>", from: end) }
    return bytes.isWord("style", at: tag.name) ? bytes.offset(behind: "</style>", from: end) : end
  }

  private mutating func add(_ tag: Tag, to end: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    if let range = tag.id {
      let id = bytes.text(range)
      if !ids.insert(id).inserted { faults.append(.duplicateID(id, range)) }
    }
    if let range = tag.href { add(range, isLoaded: tag.loadsTarget(in: bytes), in: bytes) }
    if let range = tag.source { add(range, isLoaded: true, in: bytes) }
    if !tag.hasAlternative, bytes.isWord("img", at: tag.name) {
      faults.append(.imageWithoutAlternative(tag.start..<end))
    }
    if tag.name.count == 2, bytes[tag.name.lowerBound] == UInt8(ascii: "h"),
      (49...54).contains(bytes[tag.name.lowerBound + 1])
    {
      let level = Int(bytes[tag.name.lowerBound + 1]) - 48
      if level > headingLevel + 1 {
        faults.append(.headingOrder(level: level, after: headingLevel, tag.start..<end))
      }
      headingLevel = level
    }
  }

  private mutating func add(_ range: Range<Int>, isLoaded: Bool, in bytes: UnsafeBufferPointer<UInt8>) {
    let written = bytes.text(range)
    let address = written.utf8.contains(UInt8(ascii: "&")) ? written.replacing("&amp;", with: "&") : written
    links.append(Link(address: address, isLoaded: isLoaded, bytes: range))
  }
}

/// A tag by the places of its name and of the values that are looked at.
private struct Tag {
  let start: Int
  let name: Range<Int>
  var id: Range<Int>?
  var href: Range<Int>?
  /// `src` or `poster`.
  var source: Range<Int>?
  var relation: Range<Int>?
  var hasAlternative = false

  init(start: Int, name: Range<Int>) {
    self.start = start
    self.name = name
  }

  mutating func add(_ attribute: (name: Range<Int>, value: Range<Int>), in bytes: UnsafeBufferPointer<UInt8>) {
    func isCalled(_ name: StaticString) -> Bool { bytes.isWord(name, at: attribute.name) }
    switch attribute.name.count {
    case 2: if isCalled("id") { id = attribute.value }
    case 3:
      if isCalled("src") {
        source = attribute.value
      } else if isCalled("rel") {
        relation = attribute.value
      } else if isCalled("alt") {
        hasAlternative = true
      }
    case 4: if isCalled("href") { href = attribute.value }
    case 6: if isCalled("poster") { source = attribute.value }
    default: break
    }
  }

  /// Whether its `href` is fetched with the page, and not only when a reader follows it.
  func loadsTarget(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if bytes.isWord("use", at: name) || bytes.isWord("image", at: name) { return true }
    guard bytes.isWord("link", at: name), let relation else { return false }
    let words = bytes.text(relation)
    return words.contains("stylesheet") || words.contains("icon") || words.contains("preload")
  }
}

/// The next attribute of a tag; nil at its `>`. One without a value has an empty one.
private func nextAttribute(
  _ index: inout Int, in bytes: UnsafeBufferPointer<UInt8>
) -> (name: Range<Int>, value: Range<Int>)? {
  while index < bytes.count, !isNamePart(bytes[index]), bytes[index] != UInt8(ascii: ">") { index += 1 }
  let start = index
  while index < bytes.count, isNamePart(bytes[index]) { index += 1 }
  guard index > start else { return nil }
  let name = start..<index
  guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "="), bytes[index + 1] == UInt8(ascii: "\"") else {
    return (name, index..<index)
  }
  let first = index + 2
  let end = bytes.firstOffset(of: UInt8(ascii: "\""), from: first) ?? bytes.count
  index = min(bytes.count, end + 1)
  return (name, first..<end)
}

private func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }

private func isNamePart(_ byte: UInt8) -> Bool {
  isLetter(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

extension UnsafeBufferPointer<UInt8> {
  func firstOffset(of byte: UInt8, from start: Int) -> Int? {
    guard let base = baseAddress, start < count, let found = memchr(base + start, Int32(byte), count - start) else {
      return nil
    }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  fileprivate func holds(_ words: StaticString, at start: Int) -> Bool {
    guard let base = baseAddress, start + words.utf8CodeUnitCount <= count else { return false }
    return memcmp(base + start, words.utf8Start, words.utf8CodeUnitCount) == 0
  }

  fileprivate func isWord(_ word: StaticString, at range: Range<Int>) -> Bool {
    range.count == word.utf8CodeUnitCount && holds(word, at: range.lowerBound)
  }

  fileprivate func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: self[range]), as: UTF8.self)
  }

  /// The offset behind the next occurrence of some words, or the end.
  fileprivate func offset(behind words: StaticString, from start: Int) -> Int {
    var index = start
    while let found = firstOffset(of: words.utf8Start[0], from: index) {
      if holds(words, at: found) { return found + words.utf8CodeUnitCount }
      index = found + 1
    }
    return count
  }
}
