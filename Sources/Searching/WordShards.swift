/// The dictionary in shards: every word with the documents that have its stem, in order, so that a page finds the one shard that
/// a word or the beginning of one stands in.
///
/// A shard is one string of entries, each `<shared><rest>|<documents>~`: how many signs the word shares with the one before it,
/// the rest of the word, and
///
/// - `<numbers>`: for each document its distance from the one before it times 16, plus the level of relevance;
/// - `!<count><numbers>`: the same of the most relevant documents only, where `count` have the word;
/// - `<<distance>`: the same documents as so many entries before, which has the same stem;
/// - `=<word>`: the same documents as that word, which stands in another shard.
struct WordShards {
  private(set) var scripts: [[UInt8]] = []
  /// The shortest text that sorts after all words before a shard and not after its first.
  private(set) var beginnings: [String] = []

  private let words: MergedWords
  private var shard = ShardText()
  private var shardStart = 0
  /// For each stem the first word that has it, -1 before it was written.
  private var homes: [Int]

  /// About so many bytes has a shard, half of it when it is compressed for the way.
  private static let size = 10_000
  /// Of a word that more documents have, the less relevant ones are left out: it tells them apart no more.
  static let mostDocuments = 1_500

  init(_ words: MergedWords) {
    self.words = words
    homes = [Int](repeating: -1, count: words.stemCount)
    for index in words.words.indices {
      if shard.bytes.isEmpty { begin(at: index) }
      write(index)
      if shard.bytes.count >= Self.size { end() }
    }
    if !shard.bytes.isEmpty { end() }
  }

  private mutating func begin(at index: Int) {
    shardStart = index
    let first = words.words[index].letters
    let last = index > 0 ? words.words[index - 1].letters : []
    beginnings.append(FrontCoding.distinguishingPrefix(of: first, after: last))
  }

  private mutating func end() {
    scripts.append(ShardText.script("w\(scripts.count)", shard.quoted))
    shard = ShardText()
  }

  private mutating func write(_ index: Int) {
    let word = words.words[index]
    let previous = index > shardStart ? words.words[index - 1].letters : []
    FrontCoding.append(word.letters, after: previous, to: &shard)
    shard.append(UInt8(ascii: "|"))
    let home = homes[word.stem]
    if home < 0 {
      homes[word.stem] = index
      writeDocuments(ofStem: word.stem)
    } else if home >= shardStart {
      shard.append(UInt8(ascii: "<"))
      shard.append(number: index - home)
    } else {
      shard.append(UInt8(ascii: "="))
      shard.append(words.words[home].letters)
    }
    shard.append(UInt8(ascii: "~"))
  }

  private mutating func writeDocuments(ofStem stem: Int) {
    var postings = words.postings(ofStem: stem)
    if postings.count > Self.mostDocuments {
      shard.append(UInt8(ascii: "!"))
      shard.append(number: postings.count)
      postings = Self.mostRelevant(of: postings)
    }
    var last = -1
    for posting in postings {
      shard.append(number: (posting.document - last) << 4 | posting.level)
      last = posting.document
    }
  }

  /// Of equals the first are kept.
  static func mostRelevant(of postings: [MergedWords.Posting]) -> [MergedWords.Posting] {
    var counts = [Int](repeating: 0, count: Relevance.highestLevel + 1)
    for posting in postings { counts[posting.level] += 1 }
    var lowest = Relevance.highestLevel
    var room = mostDocuments
    while counts[lowest] <= room, lowest > 0 {
      room -= counts[lowest]
      lowest -= 1
    }
    return postings.filter { posting in
      if posting.level == lowest { room -= 1 }
      return posting.level > lowest || posting.level == lowest && room >= 0
    }
  }
}

/// Words in order, each written as what it does not share with the one before.
enum FrontCoding {
  static func append(_ word: [UInt8], after previous: [UInt8], to shard: inout ShardText) {
    let shared = sharedLength(word, previous)
    shard.append(number: signCount(word[..<shared]))
    shard.append(word[shared...])
  }

  static func distinguishingPrefix(of word: [UInt8], after previous: [UInt8]) -> String {
    var end = min(word.count, sharedLength(word, previous) + 1)
    while end < word.count, isContinuation(word[end]) { end += 1 }
    return String(decoding: word[..<end], as: UTF8.self)
  }

  private static func sharedLength(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var length = 0
    while length < min(left.count, right.count), left[length] == right[length] { length += 1 }
    while length > 0, length < left.count, isContinuation(left[length]) { length -= 1 }
    return length
  }

  /// The length in JavaScript's signs, of which what has four bytes in UTF-8 takes two.
  private static func signCount(_ letters: ArraySlice<UInt8>) -> Int {
    letters.reduce(0) { $0 + (isContinuation($1) ? 0 : $1 >= 0xF0 ? 2 : 1) }
  }

  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
