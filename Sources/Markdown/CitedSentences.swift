/// A sentence as readers see it, but for the links in it that show the name of what they lead to, which only linking knows.
package struct LinkSentence: Sendable, Equatable {
  /// With an object replacement character for each such name.
  let text: String
  /// In the order of the text.
  let names: [Name]

  static let placeholder = "\u{FFFC}"

  struct Name: Sendable, Equatable {
    /// In bytes of the text.
    let offset: Int32
    /// The number of the link among those of its body.
    let link: Int32
  }

  init(_ text: String = "", names: [Name] = []) {
    self.text = text
    self.names = names
  }

  /// The whole sentence, with the name of each such link by its number.
  package func text(naming name: (_ link: Int) -> String) -> String {
    guard !names.isEmpty else { return text }
    var whole = ""
    var done = text.utf8.startIndex
    for place in names {
      let next = text.utf8.index(text.utf8.startIndex, offsetBy: Int(place.offset))
      whole += text[done..<next] + name(Int(place.link))
      done = text.utf8.index(next, offsetBy: Self.placeholder.utf8.count)
    }
    return whole + text[done...]
  }
}

/// Gathers the words of each paragraph, and keeps the sentence around every link, for the page that the link leads to.
struct CitedSentences {
  private var text: [UInt8] = []
  private var open: [(link: Int, offset: Int)] = []
  private var names: [LinkSentence.Name] = []
  /// By the number of the link.
  private var sentences: [LinkSentence] = []

  mutating func add(_ words: String) {
    text.append(contentsOf: words.utf8)
  }

  mutating func add(_ words: UnsafeBufferPointer<UInt8>) {
    text.append(contentsOf: words)
  }

  /// How many bytes of words were gathered.
  var length: Int { text.count }

  /// Whether nothing that a reader sees was gathered since there were `length` bytes.
  func isBlank(from length: Int) -> Bool {
    let words = text[length...].drop(while: Markdown.isBlank)
    guard let first = words.first else { return true }
    return first >= 0x80 && String(decoding: words, as: UTF8.self).isInvisible
  }

  mutating func cite(link number: Int) {
    open.append((number, text.count))
  }

  /// A link without words of its own shows the name of what it leads to.
  mutating func cite(link number: Int, shownAs label: String?) {
    open.append((number, text.count))
    if label == nil { names.append(LinkSentence.Name(offset: Int32(text.count), link: Int32(number))) }
    add(label ?? LinkSentence.placeholder)
  }

  /// Ends a paragraph, cell or heading: a sentence does not go on past it.
  mutating func endBlock() {
    var last: (range: Range<Int>, sentence: LinkSentence)?
    for (link, offset) in open {
      let sentence = text.withUnsafeBufferPointer { text in
        let found = CitedSentence(in: text, around: offset)
        // Links of one sentence share its text.
        if let last, last.range == found.range { return last.sentence }
        let sentence = found.sentence(with: names)
        last = (found.range, sentence)
        return sentence
      }
      while sentences.count <= link { sentences.append(LinkSentence()) }
      sentences[link] = sentence
    }
    open.removeAll(keepingCapacity: true)
    names.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
  }

  func sentence(ofLink number: Int) -> LinkSentence {
    number < sentences.count ? sentences[number] : LinkSentence()
  }
}

/// The sentence around a place in a text: from the end of the one before to its own end, cut at a space where it is long.
private struct CitedSentence {
  private let words: UnsafeBufferPointer<UInt8>
  private var start: Int
  private var end: Int
  private var isCut = (start: false, end: false)

  /// How far a sentence is followed to either side, in bytes.
  private static let reach = 150

  init(in words: UnsafeBufferPointer<UInt8>, around offset: Int) {
    self.words = words
    start = offset
    end = min(offset + 1, words.count)
    let first = max(0, offset - Self.reach)
    while start > first, isWithinWord(start - 1) || !isSentenceEnd(before: start) { start -= 1 }
    if start == first, first > 0, !isSentenceEnd(before: start) {
      isCut.start = true
      start = boundary(after: first, before: offset)
    }
    let last = min(words.count, offset + Self.reach)
    while end < last, isWithinWord(end - 1) || !isSentenceEnd(before: end) { end += 1 }
    if end == last, last < words.count, !isSentenceEnd(before: end) {
      isCut.end = true
      end = boundary(before: last, after: offset)
    }
    while start < end, isBlank(words[start]) { start += 1 }
    while start < end, isBlank(words[end - 1]) { end -= 1 }
  }

  var range: Range<Int> { start..<end }

  /// With those of the names that stand in it.
  func sentence(with names: [LinkSentence.Name]) -> LinkSentence {
    let sentence = String(decoding: UnsafeBufferPointer(rebasing: words[start..<end]), as: UTF8.self)
    let beginning = isCut.start ? "… " : ""
    let shift = beginning.utf8.count - start
    return LinkSentence(
      isCut.start || isCut.end ? beginning + sentence + (isCut.end ? " …" : "") : sentence,
      names: names.filter { (start..<end).contains(Int($0.offset)) }.map {
        LinkSentence.Name(offset: $0.offset + Int32(shift), link: $0.link)
      })
  }

  /// The beginning of the next word, or in a script without spaces of the next character.
  private func boundary(after first: Int, before offset: Int) -> Int {
    if let space = words.firstOffset(of: UInt8(ascii: " "), from: first, to: offset) { return space + 1 }
    return (first..<offset).first { !isContinuation($0) } ?? offset
  }

  private func boundary(before last: Int, after offset: Int) -> Int {
    let space = words[offset..<last].lastIndex(of: UInt8(ascii: " "))
    if let space, space > offset { return space }
    return ((offset + 1)..<last).last { !isContinuation($0) } ?? last
  }

  private func isContinuation(_ index: Int) -> Bool { words[index] & 0xC0 == 0x80 }

  /// Whether a sentence ends just before the offset: a stop, then a space and no lower-case letter, or a stop of a script in which
  /// nothing follows it.
  private func isSentenceEnd(before offset: Int) -> Bool {
    guard offset >= 2, offset < words.count else { return false }
    return words[offset - 1] == UInt8(ascii: " ") ? isStop(beforeSpace: offset - 1) : isFullWidthStop(before: offset)
  }

  /// Whether no sentence can end behind a byte, as is so for almost all.
  @inline(__always)
  private func isWithinWord(_ index: Int) -> Bool {
    words[index] != UInt8(ascii: " ") && words[index] < 0x80
  }

  private func isStop(beforeSpace space: Int) -> Bool {
    let offset = space + 1
    var stop = space
    while stop > 1, isClosing(words[stop - 1]) { stop -= 1 }
    switch words[stop - 1] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"): break
    case UInt8(ascii: "."): if isAbbreviation(endingAt: stop - 1, before: words[offset]) { return false }
    // Arabic and Persian: ؟ and ۔; Devanagari and its relatives: ।
    case 0x9F where words[stop - 2] == 0xD8, 0x94 where words[stop - 2] == 0xDB: return true
    case 0xA4 where stop > 2 && words[stop - 2] == 0xA5 && words[stop - 3] == 0xE0: return true
    default: return false
    }
    return !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(words[offset])
  }

  private func isClosing(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }

  /// `e.g.`, `U.S.` and initials; `No. 5` and `Res. 130`.
  private func isAbbreviation(endingAt stop: Int, before next: UInt8) -> Bool {
    var start = stop
    while start > 0, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(words[start - 1] | 0x20) { start -= 1 }
    let isNumbered = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next)
    return stop - start == 1 || isNumbered && (1...3).contains(stop - start)
  }

  /// 。！？
  private func isFullWidthStop(before offset: Int) -> Bool {
    guard offset >= 3 else { return false }
    switch (words[offset - 3], words[offset - 2], words[offset - 1]) {
    case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F): return true
    default: return false
    }
  }
}
