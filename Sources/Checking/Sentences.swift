/// A sentence by its words, each as its bytes within the text.
struct Sentence {
  var words: [Range<Int>] = []
  /// Words of more than six letters.
  var longWords = 0
}

/// Cuts a text at full stops, question and exclamation marks that are followed by a space and no small letter.
func sentences(of text: String) -> [Sentence] {
  var sentences: [Sentence] = []
  var current = Sentence()
  var isEnded = false
  forEachWord(of: text) { range, word in
    if isEnded, word.first?.isLowercase != true, !current.words.isEmpty {
      sentences.append(current)
      current = Sentence()
    }
    let letters = word.reduce(0) { $0 + ($1.isLetter ? 1 : 0) }
    if letters > 0 || word.contains(where: \.isNumber) {
      current.words.append(range)
      if letters > 6 { current.longWords += 1 }
    }
    isEnded = endsSentence(word)
  }
  if !current.words.isEmpty { sentences.append(current) }
  return sentences
}

/// Shows each run of signs without white space, with its bytes.
func forEachWord(of text: String, _ visit: (Range<Int>, Substring) -> Void) {
  let bytes = text.utf8
  var start: String.Index?
  var offset = 0
  var startOffset = 0
  var index = bytes.startIndex
  while index < bytes.endIndex {
    let byte = bytes[index]
    if byte == 0x20 || (0x09...0x0D).contains(byte) {
      if let first = start { visit(startOffset..<offset, text[first..<index]) }
      start = nil
    } else if start == nil {
      start = index
      startOffset = offset
    }
    index = bytes.index(after: index)
    offset += 1
  }
  if let first = start { visit(startOffset..<offset, text[first...]) }
}

private func endsSentence(_ word: Substring) -> Bool {
  let closing: Set<Character> = ["\"", "'", "’", "”", "»", ")", "]"]
  return word.last { !closing.contains($0) }.map { ".!?…。！？؟".contains($0) } ?? false
}
