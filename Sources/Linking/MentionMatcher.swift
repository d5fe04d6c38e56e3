/// Finds the names of terms and texts in prose, so that their first mention on a page can become a link.
///
/// A byte-wise trie, read only where a word stands with which some name begins; of several names the longest wins.
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
  private var firstWords = WordFilter()

  package var isEmpty: Bool { nodes.count == 1 }

  /// A name as it stands in HTML, where `&` is written `&amp;`; of two pages with one name the first is meant.
  mutating func add(_ name: [UInt8], page: Int) {
    guard name.count > 1, let first = name.first, Self.isWord(first) else { return }
    name.withUnsafeBufferPointer { firstWords.insert(firstWordOf: $0) }
    var current = 0
    for byte in name { current = child(of: current, byte) ?? addChild(to: current, byte) }
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

/// The words with which names begin, as a set that may hold a few words more: it spares almost every word of a text the trie.
private struct WordFilter: Sendable {
  private var bits: [UInt64] = Array(repeating: 0, count: 64)

  /// One step of the hash of a word.
  @inline(__always)
  static func add(_ byte: UInt8, to hash: inout UInt32) { hash = hash &* 31 &+ UInt32(byte) }

  @inline(__always)
  func mayContain(_ hash: UInt32) -> Bool {
    let bit = Self.bit(of: hash)
    return bits[bit >> 6] & (1 << UInt64(bit & 63)) != 0
  }

  /// A name of one word is also found in the plural.
  mutating func insert(firstWordOf name: UnsafeBufferPointer<UInt8>) {
    var hash: UInt32 = 0
    var end = 0
    while end < name.count, MentionMatcher.isWord(in: name, at: end) {
      Self.add(name[end], to: &hash)
      end += 1
    }
    insert(hash)
    guard end == name.count else { return }
    Self.add(UInt8(ascii: "s"), to: &hash)
    insert(hash)
  }

  private mutating func insert(_ hash: UInt32) {
    let bit = Self.bit(of: hash)
    bits[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  /// Twelve bits of the hash, into which its upper bits are mixed.
  private static func bit(of hash: UInt32) -> Int { Int((hash ^ hash >> 13) & 0xFFF) }
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
      var hash: UInt32 = 0
      while index < text.count, Self.isWord(in: text, at: index) {
        WordFilter.add(text[index], to: &hash)
        index += 1
      }
      if index > start, firstWords.mayContain(hash), let match = longestMatch(in: text, from: start) {
        found(match.page, start..<match.end)
        index = match.end
      }
      while index < text.count, !Self.isWord(in: text, at: index) {
        index = text[index] == UInt8(ascii: "&") ? Self.endOfReference(in: text, from: index) : index + 1
      }
    }
  }

  private func longestMatch(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> (page: Int, end: Int)? {
    var current = 0
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
      return false
    }
    if isEnd(end) { return end }
    return text[end] == UInt8(ascii: "s") && isEnd(end + 1) ? end + 1 : nil
  }

  /// Whether a byte belongs to a word: ASCII letters and digits, and every other sign but the punctuation that prose is set with.
  @inline(__always)
  fileprivate static func isWord(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let byte = text[index]
    guard byte >= 0x80 else { return isWord(byte) }
    return !isPunctuation(in: text, at: index)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: byte >= 0x80
    }
  }

  /// Whether a byte is part of U+2000 to U+207F (dashes, quotes, spaces: E2 80 and E2 81), of U+00A0 to U+00BF (the space that does
  /// not break, « and »: C2) or of U+3000 to U+303F (CJK punctuation: E3 80).
  private static func isPunctuation(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    var start = index
    while start > 0, text[start] & 0xC0 == 0x80, index - start < 3 { start -= 1 }
    let second = start + 1 < text.count ? text[start + 1] : 0
    switch text[start] {
    case 0xC2: return true
    case 0xE2: return second == 0x80 || second == 0x81
    case 0xE3: return second == 0x80
    default: return false
    }
  }

  /// The end of a character reference such as `&amp;`, whose name is no word of the text.
  private static func endOfReference(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = start + 1
    while end < text.count, isWord(text[end]) { end += 1 }
    return end
  }
}
