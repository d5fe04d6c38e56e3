/// Gathers the words of each paragraph, and keeps the sentence around every link, for the page that the link leads to.
struct CitedSentences {
  private enum Link {
    case file(Int)
    case wiki(Int)
  }

  private var text: [UInt8] = []
  private var open: [(link: Link, offset: Int)] = []
  private var ofLinks: [Int: String] = [:]
  private var ofWikilinks: [Int: String] = [:]

  mutating func add(_ words: String) {
    text.append(contentsOf: words.utf8)
  }

  mutating func add(_ words: UnsafeBufferPointer<UInt8>) {
    text.append(contentsOf: words)
  }

  mutating func cite(link index: Int) {
    open.append((.file(index), text.count))
  }

  mutating func cite(wikilink index: Int, shownAs label: String) {
    open.append((.wiki(index), text.count))
    add(label)
  }

  /// Ends a paragraph, cell or heading: a sentence does not go on past it.
  mutating func endBlock() {
    for (link, offset) in open {
      let sentence = Self.sentence(in: text, around: offset)
      switch link {
      case .file(let index): ofLinks[index] = sentence
      case .wiki(let index): ofWikilinks[index] = sentence
      }
    }
    open.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
  }

  func sentence(ofLink index: Int) -> String { ofLinks[index] ?? "" }
  func sentence(ofWikilink index: Int) -> String { ofWikilinks[index] ?? "" }

  /// From the end of the sentence before to the end of this one, at most 300 bytes, cut at spaces.
  private static func sentence(in text: [UInt8], around offset: Int) -> String {
    var start = offset
    while start > 0, !isSentenceEnd(text, before: start) { start -= 1 }
    var end = min(offset + 1, text.count)
    while end < text.count, !isSentenceEnd(text, before: end) { end += 1 }
    var isCut = (start: false, end: false)
    if offset - start > 150 {
      start = offset - 150
      while start < offset, text[start - 1] != UInt8(ascii: " ") { start += 1 }
      isCut.start = true
    }
    if end - offset > 150 {
      end = offset + 150
      while end > offset + 1, text[end] != UInt8(ascii: " ") { end -= 1 }
      isCut.end = true
    }
    let sentence = trimmed(String(decoding: text[start..<end], as: UTF8.self))
    return (isCut.start ? "… " : "") + sentence + (isCut.end ? " …" : "")
  }

  /// Whether a sentence ends just before the offset: a stop, then a space and no lower-case letter.
  private static func isSentenceEnd(_ text: [UInt8], before offset: Int) -> Bool {
    guard offset >= 2, offset < text.count, text[offset - 1] == UInt8(ascii: " ") else { return false }
    guard ".!?".utf8.contains(text[offset - 2]) else { return false }
    return !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(text[offset])
  }
}
