/// Finds the names of terms and texts in prose, so that their first mention on a page can become a link.
///
/// A byte-wise trie, read only at the beginnings of words; of several names the longest wins.
package struct MentionMatcher: Sendable {
  private struct Node {
    var children: [(byte: UInt8, node: Int32)] = []
    /// The page that is meant, or -1.
    var page: Int32 = -1
  }

  private var nodes: [Node] = [Node()]
  /// The root's children by byte, since almost every word ends there.
  private var roots: [Int32] = Array(repeating: 0, count: 256)
  package private(set) var isEmpty = true

  /// A name as it stands in HTML, where `&` is written `&amp;`; of two pages with one name the first is meant.
  mutating func add(_ name: some Collection<UInt8>, page: Int) {
    guard name.count > 1, let first = name.first, Self.isWord(first) else { return }
    var current = 0
    for byte in name { current = child(of: current, byte) }
    if nodes[current].page < 0 { nodes[current].page = Int32(page) }
    isEmpty = false
  }

  private mutating func child(of node: Int, _ byte: UInt8) -> Int {
    if let found = nodes[node].children.first(where: { $0.byte == byte }) { return Int(found.node) }
    nodes.append(Node())
    nodes[node].children.append((byte, Int32(nodes.count - 1)))
    if node == 0 { roots[Int(byte)] = Int32(nodes.count - 1) }
    return nodes.count - 1
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
      let root = Int(roots[Int(text[index])])
      if root > 0, let match = longestMatch(in: text, from: index, root: root) {
        found(match.page, index..<match.end)
        index = match.end
      } else if text[index] == UInt8(ascii: "&") {
        index = Self.endOfReference(in: text, from: index)
      }
      while index < text.count, Self.isWord(in: text, at: index) { index += 1 }
      while index < text.count, text[index] != UInt8(ascii: "&"), !Self.isWord(in: text, at: index) { index += 1 }
    }
  }

  private func longestMatch(
    in text: UnsafeBufferPointer<UInt8>, from start: Int, root: Int
  ) -> (page: Int, end: Int)? {
    var current = root
    var end = start + 1
    var best: (page: Int, end: Int)?
    while true {
      let page = nodes[current].page
      if page >= 0, let stop = Self.wordEnd(in: text, at: end) { best = (Int(page), stop) }
      guard end < text.count else { return best }
      // A name may be broken at the end of a line.
      let byte = text[end] == UInt8(ascii: "\n") ? UInt8(ascii: " ") : text[end]
      guard let next = nodes[current].children.first(where: { $0.byte == byte }) else { return best }
      current = Int(next.node)
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

  /// Whether a byte belongs to a word: ASCII letters and digits, and every other sign but the punctuation that prose
  /// is set with.
  private static func isWord(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
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

  /// Whether a byte is part of U+2000 to U+207F (dashes, quotes, spaces: E2 80 and E2 81), of U+00A0 to U+00BF (the
  /// space that does not break, « and »: C2) or of U+3000 to U+303F (CJK punctuation: E3 80).
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
