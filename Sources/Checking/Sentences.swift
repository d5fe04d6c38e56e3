/// A sentence by its words, each as its bytes within the text.
struct Sentence {
  var words: [Range<Int>] = []
  /// Words of more than six letters.
  var longWords = 0
}

/// Cuts a text at full stops, question and exclamation marks that are followed by a space and no small letter.
func sentences(of text: String) -> [Sentence] {
  var text = text
  return text.withUTF8 { bytes in
    var sentences: [Sentence] = []
    var current = Sentence()
    var isEnded = false
    forEachWord(of: bytes) { range in
      let word = WordShape(UnsafeBufferPointer(rebasing: bytes[range]))
      if isEnded, !word.beginsSmall, !current.words.isEmpty {
        sentences.append(current)
        current = Sentence()
      }
      if word.letters > 0 || word.hasDigit {
        current.words.append(range)
        if word.letters > 6 { current.longWords += 1 }
      }
      isEnded = word.endsSentence
    }
    if !current.words.isEmpty { sentences.append(current) }
    return sentences
  }
}

/// Shows each run of signs without white space.
private func forEachWord(of bytes: UnsafeBufferPointer<UInt8>, _ visit: (Range<Int>) -> Void) {
  var start = 0
  for index in 0...bytes.count {
    guard index == bytes.count || bytes[index] == 0x20 || (0x09...0x0D).contains(bytes[index]) else { continue }
    if start < index { visit(start..<index) }
    start = index + 1
  }
}

/// What has to be known of a word; most are of ASCII, for which no character need be put together.
private struct WordShape {
  private(set) var letters = 0
  private(set) var hasDigit = false
  private(set) var beginsSmall = false
  private(set) var endsSentence = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.allSatisfy({ $0 < 0x80 }) else {
      self.init(String(decoding: bytes, as: UTF8.self))
      return
    }
    self.init(ascii: bytes)
  }

  private init(ascii bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes {
      if (97...122).contains(byte | 0x20) { letters += 1 }
      if (48...57).contains(byte) { hasDigit = true }
    }
    beginsSmall = bytes.first.map { (97...122).contains($0) } ?? false
    var end = bytes.count
    while end > 0, isClosing(bytes[end - 1]) { end -= 1 }
    endsSentence = end > 0 && isFullStop(bytes[end - 1])
  }

  private init(_ word: String) {
    let closing: Set<Character> = ["\"", "'", "’", "”", "»", ")", "]"]
    letters = word.reduce(0) { $0 + ($1.isLetter ? 1 : 0) }
    hasDigit = word.contains(where: \.isNumber)
    beginsSmall = word.first?.isLowercase == true
    endsSentence = word.last { !closing.contains($0) }.map { ".!?…。！？؟".contains($0) } ?? false
  }
}

private func isClosing(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]")
}

private func isFullStop(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
}
