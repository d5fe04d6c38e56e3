/// All words of an index in order, each with its stem, and for each stem the documents that have it.
struct MergedWords {
  /// Sorted as JavaScript compares strings.
  let words: [Word]
  let stemCount: Int
  private let starts: [Int]
  private let postings: [UInt32]
  /// Words that are a name by themselves.
  let nameWords: Set<[UInt8]>

  struct Word {
    let letters: [UInt8]
    let stem: Int
  }

  /// A document and how much the word says about it.
  struct Posting: Equatable {
    let document: Int
    let level: Int
  }

  init(_ parts: [IndexPart]) {
    var stems = WordTable()
    var table = WordTable()
    var stemOfWord: [Int32] = []
    var stemNumbers: [[Int32]] = []
    var nameWords: Set<[UInt8]> = []
    for part in parts {
      let numbers = (0..<part.stems.count).map { stem in part.stems.withWord(stem) { Int32(stems.number(of: $0)) } }
      for word in 0..<part.words.count {
        let number = part.words.withWord(word) { table.number(of: $0) }
        // A word that two languages stem differently keeps the stem of the first document.
        if number == stemOfWord.count { stemOfWord.append(numbers[Int(part.stemOfWord[word])]) }
      }
      for word in part.nameWords { nameWords.insert(Array(part.words.word(Int(word)))) }
      stemNumbers.append(numbers)
    }
    var starts = [Int](repeating: 0, count: stems.count + 1)
    for (part, numbers) in zip(parts, stemNumbers) {
      for posting in part.postings { starts[Int(numbers[Int(posting.stem)]) + 1] += 1 }
    }
    for stem in 0..<stems.count { starts[stem + 1] += starts[stem] }
    var postings = [UInt32](repeating: 0, count: starts[stems.count])
    var next = starts
    for (part, numbers) in zip(parts, stemNumbers) {
      for posting in part.postings {
        let stem = Int(numbers[Int(posting.stem)])
        postings[next[stem]] = UInt32(posting.document) << 4 | UInt32(posting.level)
        next[stem] += 1
      }
    }
    self.starts = starts
    self.postings = postings
    self.nameWords = nameWords
    stemCount = stems.count
    let isFound = (0..<stems.count).map { starts[$0] < starts[$0 + 1] }
    words = Self.sorted(table, stemOfWord).filter { isFound[$0.stem] }
  }

  /// The documents that have a stem, in order.
  func postings(ofStem stem: Int) -> [Posting] {
    postings[starts[stem]..<starts[stem + 1]].map { Posting(document: Int($0 >> 4), level: Int($0 & 15)) }
  }

  func documentCount(ofStem stem: Int) -> Int { starts[stem + 1] - starts[stem] }

  private static func sorted(_ table: WordTable, _ stemOfWord: [Int32]) -> [Word] {
    // Most words differ in their first eight bytes, which compare as one number.
    let keyed = (0..<table.count).map { number in (key: table.withWord(number, sortingKey), number: number) }
    let order = keyed.sorted { left, right in
      left.key != right.key ? left.key < right.key : isBefore(table.word(left.number), table.word(right.number))
    }
    return order.map { Word(letters: Array(table.word($0.number)), stem: Int(stemOfWord[$0.number])) }
  }
}

/// The first bytes of a word as a number that sorts as the word does.
private func sortingKey(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
  var key: UInt64 = 0
  for index in 0..<8 { key = key << 8 | UInt64(index < word.count ? rank(of: word[index]) : 0) }
  return key
}

func isBefore(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
  left.lexicographicallyPrecedes(right) { rank(of: $0) < rank(of: $1) }
}

/// JavaScript compares UTF-16, in which what has four bytes in UTF-8 comes before what begins with EE or EF.
private func rank(of byte: UInt8) -> UInt8 {
  switch byte {
  case 0xEE, 0xEF: byte + 0x10
  case 0xF0...: byte - 2
  default: byte
  }
}
