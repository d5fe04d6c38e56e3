/// Finds the names of terms and texts in prose, so that their first mention on a page can become a link.
///
/// A table of the words with which names begin leads into a byte-wise trie; of several names the longest wins. In writing that sets no
/// spaces between words, each ideograph and each sign of kana is a word of its own.
package struct MentionMatcher: Sendable {
  /// Nodes lie in one array and lead to each other by number, where 0, the root, is none: a walk copies and counts no array.
  private struct Node {
    /// The byte that leads here from the parent.
    var byte: UInt8 = 0
    var firstChild: Int32 = 0
    var nextSibling: Int32 = 0
    /// The page that is meant, or -1.
    var page: Int32 = -1
  }

  private var nodes: [Node] = [Node()]
  private var firstWords = FirstWords()

  package var isEmpty: Bool { nodes.count == 1 }

  /// A name as it stands in HTML, where `&` is written `&amp;`; of two pages with one name the first is meant. A single sign is no name.
  mutating func add(_ name: [UInt8], page: Int) {
    guard name.count(where: { !$0.isContinuation }) > 1, let first = name.first, Self.isWord(first) else { return }
    let length = name.withUnsafeBufferPointer { Self.endOfWord(in: $0, from: 0) }
    var current = 0
    for (index, byte) in name.enumerated() {
      current = child(of: current, byte) ?? addChild(to: current, byte)
      if index == length - 1 { firstWords.add(Array(name[..<length]), node: current, isWhole: length == name.count) }
    }
    if nodes[current].page < 0 { nodes[current].page = Int32(page) }
  }

  private mutating func addChild(to node: Int, _ byte: UInt8) -> Int {
    let child = nodes.count
    nodes.append(Node(byte: byte, nextSibling: nodes[node].firstChild))
    nodes[node].firstChild = Int32(child)
    return child
  }

  private func child(of node: Int, _ byte: UInt8) -> Int? {
    var child = Int(nodes[node].firstChild)
    while child > 0 {
      if nodes[child].byte == byte { return child }
      child = Int(nodes[child].nextSibling)
    }
    return nil
  }
}

// MARK: Matching

extension MentionMatcher {
  /// Calls `found` with each mention in a run of HTML text, in order.
  package func forEachMention(
    in text: UnsafeBufferPointer<UInt8>, _ found: (_ page: Int, _ range: Range<Int>) -> Void
  ) {
    var index = 0
    while index < text.count {
      let start = index
      index = Self.endOfWord(in: text, from: start)
      if index > start, let word = firstWords.find(start..<index, of: text),
        let match = longestMatch(in: text, from: start + word.length, node: word.node)
      {
        found(match.page, start..<match.end)
        index = match.end
      }
      // Between most words there is one space.
      if index < text.count, text[index] == UInt8(ascii: " ") {
        index += 1
        continue
      }
      while index < text.count, !Self.isWord(in: text, at: index) {
        index = text[index] == UInt8(ascii: "&") ? Self.endOfReference(in: text, from: index) : index + 1
      }
    }
  }

  /// The longest name that goes on from a node.
  private func longestMatch(
    in text: UnsafeBufferPointer<UInt8>, from start: Int, node: Int
  ) -> (page: Int, end: Int)? {
    var current = node
    var end = start
    var best: (page: Int, end: Int)?
    while true {
      let page = nodes[current].page
      if page >= 0, let stop = Self.wordEnd(in: text, at: end) { best = (Int(page), stop) }
      guard end < text.count else { return best }
      // A name may be broken at the end of a line.
      let byte = text[end] == UInt8(ascii: "\n") ? UInt8(ascii: " ") : text[end]
      guard let next = child(of: current, byte) else { return best }
      current = next
      end += 1
    }
  }
}

// MARK: Words

extension MentionMatcher {
  /// Where a word that may end here does end: at once, or after a plural's `s`.
  private static func wordEnd(in text: UnsafeBufferPointer<UInt8>, at end: Int) -> Int? {
    func isEnd(_ index: Int) -> Bool {
      guard index < text.count, isWord(in: text, at: index) || text[index] == UInt8(ascii: "-") else { return true }
      return isWholeWord(in: text, at: index) || isWholeWord(in: text, at: index - 1)
    }
    if isEnd(end) { return end }
    return text[end] == UInt8(ascii: "s") && isEnd(end + 1) ? end + 1 : nil
  }

  /// The end of the word that begins at an index: eight bytes at once as long as they are ASCII.
  @inline(__always)
  private static func endOfWord(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = start
    while end + 8 <= text.count {
      let bytes = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: end, as: UInt64.self)
      guard let length = UInt64(littleEndian: bytes).lettersAndDigitsAtStart else { break }
      end += length
      if length < 8 { return end }
    }
    while end < text.count, isWord(in: text, at: end) {
      if isWholeWord(in: text, at: end) {
        return end == start ? min(end + (text[end] < 0xF0 ? 3 : 4), text.count) : end
      }
      end += 1
    }
    return end
  }

  /// Whether a byte belongs to a word: ASCII letters and digits, and every other sign but the punctuation that prose is set with.
  @inline(__always)
  fileprivate static func isWord(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let byte = text[index]
    guard byte >= 0x80 else { return isWord(byte) }
    return !isPunctuation(in: text, at: index)
  }

  /// Whether a byte is an ASCII letter or digit, or part of another sign.
  @inline(__always)
  private static func isWord(_ byte: UInt8) -> Bool {
    let (digits, letters): (UInt64, UInt64) = (0x03FF_0000_0000_0000, 0x07FF_FFFE_07FF_FFFE)
    return byte >= 0x80 || (byte < 64 ? digits : letters) >> UInt64(byte & 63) & 1 == 1
  }

  /// Whether a byte is part of a sign that prose is set with: U+2000 to U+207F (dashes, quotes, spaces), U+00A0 to U+00BF (the space
  /// that does not break, « and »), U+3000 to U+303F and U+FF00 to U+FF65 without digits and letters (CJK punctuation), `،`, `؛` and `؟`.
  private static func isPunctuation(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let start = startOfSign(in: text, at: index)
    let second = start + 1 < text.count ? text[start + 1] : 0
    switch text[start] {
    case 0xC2: return true
    case 0xD8: return second == 0x8C || second == 0x9B || second == 0x9F
    case 0xE2: return second == 0x80 || second == 0x81
    case 0xE3: return second == 0x80
    case 0xEF:
      let third = start + 2 < text.count ? text[start + 2] : 0
      switch second {
      case 0xBC: return third <= 0x8F || (0x9A...0xA0).contains(third) || third >= 0xBB
      case 0xBD: return third == 0x80 || (0x9B...0xA5).contains(third)
      default: return false
      }
    default: return false
    }
  }

  /// Whether a byte is part of a sign that is a word of its own: kana (U+3040 to U+30FF), and the ideographs of the
  /// blocks U+3400 to U+9FFF, U+F900 to U+FAFF and U+20000 to U+3FFFF.
  private static func isWholeWord(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index >= 0, text[index] >= 0x80 else { return false }
    let start = startOfSign(in: text, at: index)
    guard start + 1 < text.count else { return false }
    let second = text[start + 1]
    switch text[start] {
    case 0xE3: return second >= 0x90 || (0x81...0x83).contains(second)
    case 0xE4...0xE9: return true
    case 0xEF: return (0xA4...0xAB).contains(second)
    case 0xF0: return second >= 0xA0
    default: return false
    }
  }

  /// The first byte of the sign to which a byte belongs (UTF-8).
  private static func startOfSign(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    var start = index
    while start > 0, text[start].isContinuation, index - start < 3 { start -= 1 }
    return start
  }

  /// The end of a character reference such as `&amp;`, whose name is no word of the text.
  private static func endOfReference(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = start + 1
    while end < text.count, isWord(text[end]) { end += 1 }
    return end
  }
}

extension UInt8 {
  /// Whether it goes on with a sign that an earlier byte begins (UTF-8).
  fileprivate var isContinuation: Bool { self & 0xC0 == 0x80 }
}

extension UInt64 {
  /// Of eight bytes, how many ASCII letters and digits come first, the lowest byte on; nil where not all are ASCII.
  @inline(__always)
  fileprivate var lettersAndDigitsAtStart: Int? {
    let each: UInt64 = 0x0101_0101_0101_0101
    guard self & (each * 0x80) == 0 else { return nil }
    // A byte's highest bit is set where adding makes it 128 or more, and nothing is carried into the next.
    let lowercase = self | each * 0x20
    let digits = (self &+ each * (0x80 - 0x30)) & ~(self &+ each * (0x80 - 0x3A))
    let letters = (lowercase &+ each * (0x80 - 0x61)) & ~(lowercase &+ each * (0x80 - 0x7B))
    return (~(digits | letters) & (each * 0x80)).trailingZeroBitCount / 8
  }
}
