/// The words with which names begin, each with the node of a trie to which its letters lead.
///
/// A hash table with linear probing, of which at most half is in use.
struct FirstWords: Sendable {
  private struct Entry {
    var hash: UInt32 = 0
    /// Where the word stands in `letters`.
    var start: Int32 = 0
    var count: Int32 = 0
    /// How many of the letters lead to the node: all, but the last of a plural.
    var length: Int32 = 0
    /// 0 where the place is free, since no word leads to the root.
    var node: Int32 = 0
  }

  private var entries = Array(repeating: Entry(), count: 64)
  private var letters: [UInt8] = []
  private var used = 0

  static let emptyHash: UInt32 = 0

  /// One step of the hash of a word.
  @inline(__always)
  static func add(_ byte: UInt8, to hash: inout UInt32) { hash = hash &* 31 &+ UInt32(byte) }

  /// The node to which the word leads, and how many of its bytes lead there.
  @inline(__always)
  func find(_ word: Slice<UnsafeBufferPointer<UInt8>>, _ hash: UInt32) -> (node: Int, length: Int)? {
    let entry = entries[place(of: word, hash)]
    return entry.node == 0 ? nil : (Int(entry.node), Int(entry.length))
  }

  /// `isWhole`: the word is a name by itself, which is also found in the plural. From the singular's node every name that
  /// begins with the plural is found, too, so that it goes before.
  mutating func add(_ word: [UInt8], node: Int, isWhole: Bool) {
    set(word, length: word.count, node: node, replaces: false)
    if isWhole { set(word + [UInt8(ascii: "s")], length: word.count, node: node, replaces: true) }
  }

  private mutating func set(_ word: [UInt8], length: Int, node: Int, replaces: Bool) {
    var hash = Self.emptyHash
    for byte in word { Self.add(byte, to: &hash) }
    let place = word.withUnsafeBufferPointer { self.place(of: $0[...], hash) }
    let isNew = entries[place].node == 0
    guard isNew || replaces else { return }
    entries[place] = Entry(
      hash: hash, start: Int32(letters.count), count: Int32(word.count), length: Int32(length), node: Int32(node))
    letters += word
    if isNew { used += 1 }
    if used * 2 > entries.count { grow() }
  }

  private mutating func grow() {
    let known = entries.filter { $0.node != 0 }
    entries = Array(repeating: Entry(), count: entries.count * 2)
    for entry in known {
      let word = letters[Int(entry.start)..<Int(entry.start + entry.count)]
      entries[word.withUnsafeBufferPointer { place(of: $0[...], entry.hash) }] = entry
    }
  }

  /// Where the word stands in the table, or would.
  @inline(__always)
  private func place(of word: Slice<UnsafeBufferPointer<UInt8>>, _ hash: UInt32) -> Int {
    let mask = entries.count - 1
    var place = Int(hash ^ hash >> 13) & mask
    while entries[place].node != 0 {
      let entry = entries[place]
      if entry.hash == hash, Int(entry.count) == word.count,
        letters[Int(entry.start)..<Int(entry.start + entry.count)].elementsEqual(word)
      {
        return place
      }
      place = (place + 1) & mask
    }
    return place
  }
}
