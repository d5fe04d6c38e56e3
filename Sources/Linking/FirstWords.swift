/// The words with which names begin, each with the node of a trie to which its letters lead.
///
/// A hash table with linear probing, of which at most half is in use.
struct FirstWords: Sendable {
  private struct Entry {
    var key = Key(start: 0, count: 0)
    /// Where the word's bytes stand in `letters`.
    var start: Int32 = 0
    /// How many of the bytes lead to the node: all, but the last of a plural.
    var length: Int32 = 0
    /// 0 where the place is free, since no word leads to the root.
    var node: Int32 = 0
  }

  /// What tells almost every word from every other: its first eight bytes and how many it has.
  private struct Key: Equatable {
    let start: UInt64
    let count: Int

    @inline(__always)
    init(start: UInt64, count: Int) {
      self.start = start
      self.count = count
    }

    @inline(__always)
    init(_ range: Range<Int>, of text: UnsafeBufferPointer<UInt8>) {
      count = range.count
      if range.lowerBound + 8 <= text.count {
        let word = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: range.lowerBound, as: UInt64.self)
        start = UInt64(littleEndian: word) & (count >= 8 ? .max : (1 << UInt64(count * 8)) &- 1)
      } else {
        start = text[range].prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
      }
    }

    @inline(__always)
    var hash: Int { Int(truncatingIfNeeded: ((start &+ UInt64(count)) &* 0x9E37_79B9_7F4A_7C15) >> 40) }
  }

  /// One bit for each hash of 12 bits that a word has: what is not set is no word, and that is told without a look at the table.
  private var hashes = [UInt64](repeating: 0, count: 64)
  private var entries = Array(repeating: Entry(), count: 64)
  private var letters: [UInt8] = []
  private var used = 0

  /// The node to which a word leads, and how many of its bytes lead there.
  @inline(__always)
  func find(_ range: Range<Int>, of text: UnsafeBufferPointer<UInt8>) -> (node: Int, length: Int)? {
    let key = Key(range, of: text)
    guard hashes[key.hash >> 6 & 63] >> UInt64(key.hash & 63) & 1 == 1 else { return nil }
    let entry = entries[place(of: key, range, text)]
    return entry.node == 0 ? nil : (Int(entry.node), Int(entry.length))
  }

  /// `isWhole`: the word is a name by itself, which is also found in the plural. From the singular's node every name that
  /// begins with the plural is found, too, so that it goes before.
  mutating func add(_ word: [UInt8], node: Int, isWhole: Bool) {
    set(word, length: word.count, node: node, replaces: false)
    if isWhole { set(word + [UInt8(ascii: "s")], length: word.count, node: node, replaces: true) }
  }

  private mutating func set(_ word: [UInt8], length: Int, node: Int, replaces: Bool) {
    let (key, place) = word.withUnsafeBufferPointer { text in
      let key = Key(text.indices, of: text)
      return (key, self.place(of: key, text.indices, text))
    }
    let isNew = entries[place].node == 0
    guard isNew || replaces else { return }
    entries[place] = Entry(key: key, start: Int32(letters.count), length: Int32(length), node: Int32(node))
    letters += word
    hashes[key.hash >> 6 & 63] |= 1 << UInt64(key.hash & 63)
    if isNew { used += 1 }
    if used * 2 > entries.count { grow() }
  }

  private mutating func grow() {
    let known = entries.filter { $0.node != 0 }
    entries = Array(repeating: Entry(), count: entries.count * 2)
    for entry in known {
      let range = Int(entry.start)..<(Int(entry.start) + entry.key.count)
      let place = letters.withUnsafeBufferPointer { self.place(of: entry.key, range, $0) }
      entries[place] = entry
    }
  }

  /// Where the word stands in the table, or would.
  @inline(__always)
  private func place(of key: Key, _ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Int {
    let mask = entries.count - 1
    var place = key.hash & mask
    while entries[place].node != 0 {
      if entries[place].key == key, key.count <= 8 || isWord(of: entries[place], text[range]) { return place }
      place = (place + 1) & mask
    }
    return place
  }

  private func isWord(of entry: Entry, _ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    letters[Int(entry.start)..<(Int(entry.start) + entry.key.count)].elementsEqual(word)
  }
}
