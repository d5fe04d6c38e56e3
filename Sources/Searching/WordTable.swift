import Formats

/// Numbers words in the order in which they are first seen; the words lie one behind the other in one array.
struct WordTable: Sendable {
  private var bytes: [UInt8] = []
  /// Where each word ends.
  private var ends: [UInt32] = []
  private var hashes: [UInt32] = []
  /// Numbers of words by hash, -1 where none is; always a power of two of places, at most half of them taken.
  private var places = [Int32](repeating: -1, count: 1_024)

  var count: Int { ends.count }

  mutating func number(of word: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = Self.hash(word)
    var place = Int(hash) & (places.count - 1)
    while case let number = Int(places[place]), number >= 0 {
      if hashes[number] == hash, holds(word, at: number) { return number }
      place = (place + 1) & (places.count - 1)
    }
    places[place] = Int32(ends.count)
    bytes.append(contentsOf: word)
    ends.append(UInt32(bytes.count))
    hashes.append(hash)
    if ends.count * 2 > places.count { grow() }
    return ends.count - 1
  }

  mutating func number(of word: String) -> Int {
    var word = word
    return word.withUTF8 { number(of: $0) }
  }

  func withWord<Result>(_ number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range(of: number)])) }
  }

  func word(_ number: Int) -> ArraySlice<UInt8> { bytes[range(of: number)] }

  /// Adds a word of this table, or several as one, to bytes.
  func append(_ number: Int, to target: inout [UInt8]) {
    target.append(contentsOf: bytes[range(of: number)])
  }

  private func range(of number: Int) -> Range<Int> {
    (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
  }

  private func holds(_ word: UnsafeBufferPointer<UInt8>, at number: Int) -> Bool {
    let range = range(of: number)
    guard range.count == word.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for index in word.indices where bytes[range.lowerBound + index] != word[index] { return false }
      return true
    }
  }

  private mutating func grow() {
    places = [Int32](repeating: -1, count: places.count * 2)
    for (number, hash) in hashes.enumerated() {
      var place = Int(hash) & (places.count - 1)
      while places[place] >= 0 { place = (place + 1) & (places.count - 1) }
      places[place] = Int32(number)
    }
  }

  /// Both halves of the digest mixed, since only the lower bits are used.
  @inline(__always)
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let digest = fnv1a(word)
    return UInt32(truncatingIfNeeded: digest ^ digest >> 32)
  }
}
