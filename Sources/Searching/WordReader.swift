/// Cuts texts into words and numbers them.
///
/// A word is a run of letters or of digits, folded: "COP-12" is "cop" and "12". What is written as one besides, such as "COP-12", "5G"
/// or "H.323", is a word more: "cop12". Scripts without spaces are cut into pairs of signs.
struct WordReader {
  private(set) var words = WordTable()
  /// The lower-case spelling of words that folding changes, for their stems.
  private(set) var spellings: [Int: String] = [:]
  /// The words of the text that was read last, in order.
  private(set) var found: [Int32] = []
  private var runs = WordTable()
  private var piecesOfRuns: [[PieceOfRun]] = []
  private var unspacedPieces: [String] = []
  private var word: [UInt8] = []
  private var last = Piece(number: -1, isNumber: false, isSingle: false)
  private var lastEnd = -2

  /// The words of a name without what is between them.
  private var whole: [UInt8] = []
  private(set) var pieceCount = 0
  private var isName = false

  private struct Piece {
    let number: Int
    let isNumber: Bool
    /// Whether it is one letter or digit.
    let isSingle: Bool
  }

  /// Without a text of its own, since pieces are copied for every word of a site.
  private enum PieceOfRun {
    case word(Piece)
    /// Its place among `unspacedPieces`.
    case unspaced(Int)
  }

  /// Longer runs are no words: keys, addresses, base64.
  private static let longestWord = 48

  mutating func read(_ text: String) {
    var text = text
    text.withUTF8 { read($0) }
  }

  /// Reads a title or a name; returns the number of all of it as one word, by which it is found when it is typed whole. Nil
  /// where it is one word anyway, or a long one.
  mutating func readName(_ name: String) -> Int? {
    whole.removeAll(keepingCapacity: true)
    pieceCount = 0
    isName = true
    read(name)
    isName = false
    guard pieceCount > 1, whole.count <= Self.longestWord else { return nil }
    return whole.withUnsafeBufferPointer { words.number(of: $0) }
  }

  mutating func number(of word: UnsafeBufferPointer<UInt8>) -> Int { words.number(of: word) }

  /// Makes one word all that was found.
  mutating func find(_ word: Int) { found = [Int32(word)] }

  mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
    found.removeAll(keepingCapacity: true)
    lastEnd = -2
    var index = 0
    while index < text.count {
      switch SignClass(text[index]) {
      case .other: index += 1
      case .letter: index = readPlain(text, from: index, .letter)
      case .digit: index = readPlain(text, from: index, .digit)
      case .beyond:
        let (scalar, length) = text.scalar(at: index)
        if scalar.isUnspaced {
          index = readUnspaced(text, from: index)
        } else {
          index = scalar.isOfWord ? readRun(text, from: index) : index + length
        }
      }
    }
  }

  /// A run of ASCII letters, or of digits.
  private mutating func readPlain(_ text: UnsafeBufferPointer<UInt8>, from start: Int, _ signs: SignClass) -> Int {
    word.removeAll(keepingCapacity: true)
    let caseBit: UInt8 = signs == .letter ? 0x20 : 0
    var end = start
    while end < text.count, SignClass(text[end]) == signs {
      word.append(text[end] | caseBit)
      end += 1
    }
    if end < text.count, text[end] >= 0x80 {
      let scalar = text.scalar(at: end).scalar
      if scalar.isOfWord, !scalar.isUnspaced { return readRun(text, from: start) }
    }
    guard word.count <= Self.longestWord else { return end }
    let number = word.withUnsafeBufferPointer { words.number(of: $0) }
    add(Piece(number: number, isNumber: signs == .digit, isSingle: word.count == 1), in: text, start, end)
    return end
  }

  /// A run with letters beyond ASCII, which has to be folded; each is folded once.
  private mutating func readRun(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = start
    while end < text.count {
      let (scalar, length) = text.scalar(at: end)
      guard scalar.isOfWord, !scalar.isUnspaced else { break }
      end += length
    }
    guard end - start <= Self.longestWord * 3 else { return end }
    let run = UnsafeBufferPointer(rebasing: text[start..<end])
    let number = runs.number(of: run)
    if number == piecesOfRuns.count { piecesOfRuns.append(pieces(of: String(decoding: run, as: UTF8.self))) }
    for piece in piecesOfRuns[number] {
      switch piece {
      case .word(let piece): add(piece, in: text, start, end)
      case .unspaced(let place):
        var signs = unspacedPieces[place]
        signs.withUTF8 { addPairs(of: $0) }
      }
    }
    return end
  }

  private mutating func pieces(of run: String) -> [PieceOfRun] {
    let pieces = foldedPieces(of: run).map { piece -> PieceOfRun in
      guard piece.kind != .unspaced else {
        unspacedPieces.append(piece.text)
        return .unspaced(unspacedPieces.count - 1)
      }
      return .word(
        Piece(
          number: words.number(of: piece.text), isNumber: piece.kind == .number,
          isSingle: piece.text.unicodeScalars.count == 1))
    }
    if pieces.count == 1, case .word(let piece) = pieces[0] {
      let spelling = run.lowercased()
      if !words.word(piece.number).elementsEqual(spelling.utf8), spelling < spellings[piece.number] ?? "\u{10FFFF}" {
        spellings[piece.number] = spelling
      }
    }
    return pieces
  }

  /// Gives a word that was not read itself the spelling that it would have.
  mutating func spell(_ word: Int, as spelling: String) {
    if spelling < spellings[word] ?? "\u{10FFFF}" { spellings[word] = spelling }
  }

  /// A run of a script without spaces.
  private mutating func readUnspaced(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = start
    var isFolded = true
    while end < text.count {
      let (scalar, length) = text.scalar(at: end)
      guard scalar.isUnspaced else { break }
      if !scalar.isFoldedSign { isFolded = false }
      end += length
    }
    let run = UnsafeBufferPointer(rebasing: text[start..<end])
    if isFolded {
      addPairs(of: run)
    } else {
      var signs = folded(String(decoding: run, as: UTF8.self))
      signs.withUTF8 { addPairs(of: $0) }
    }
    return end
  }

  /// Adds every pair of signs, and the last sign, so that each sign begins a word.
  private mutating func addPairs(of signs: UnsafeBufferPointer<UInt8>) {
    var index = 0
    let foundBefore = found.count
    while index < signs.count {
      let next = index + signs.scalar(at: index).length
      let end = next < signs.count ? next + signs.scalar(at: next).length : next
      found.append(Int32(words.number(of: UnsafeBufferPointer(rebasing: signs[index..<end]))))
      index = next
    }
    if isName { extendWhole(by: signs, pieces: max(1, found.count - foundBefore - 1)) }
    lastEnd = -2
  }

  private mutating func extendWhole(by letters: some Sequence<UInt8>, pieces: Int = 1) {
    whole.append(contentsOf: letters)
    pieceCount += pieces
  }

  /// Adds a word, and what it makes with the one before it where the two are written as one. One letter alone is no word.
  private mutating func add(_ piece: Piece, in text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    let isJoined =
      lastEnd == start || lastEnd == end
      || lastEnd + 1 == start && (text[lastEnd] == UInt8(ascii: "-") || text[lastEnd] == UInt8(ascii: "."))
    if isJoined, last.isNumber != piece.isNumber || !piece.isNumber && (last.isSingle || piece.isSingle) {
      word.removeAll(keepingCapacity: true)
      words.append(last.number, to: &word)
      words.append(piece.number, to: &word)
      found.append(Int32(word.withUnsafeBufferPointer { words.number(of: $0) }))
    }
    if piece.isNumber || !piece.isSingle { found.append(Int32(piece.number)) }
    if isName { extendWhole(by: words.word(piece.number)) }
    last = piece
    lastEnd = end
  }
}

/// What a byte of a text is.
private enum SignClass {
  case other, letter, digit, beyond

  @inline(__always)
  init(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): self = .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self = .digit
    case 0x80...: self = .beyond
    default: self = .other
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The sign that begins at an offset, in text that is valid UTF-8, and its length.
  func scalar(at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let first = UInt32(self[index])
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard length > 1, index + length <= count else { return (Unicode.Scalar(UInt8(first)), 1) }
    var value = first & (0x7F >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(self[index + offset]) & 0x3F }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
