import Diagnostics

/// The bytes of a body, and where its lines are; they are only counted when a place is asked for.
struct SourceLines {
  let bytes: UnsafeBufferPointer<UInt8>
  private var ranges: [Range<Int32>] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The bytes of a line, counted from 1, without its line ending.
  mutating func range(ofLine number: Int) -> Range<Int>? {
    countLines()
    guard number > 0, number <= ranges.count else { return nil }
    let range = ranges[number - 1]
    return Int(range.lowerBound)..<Int(range.upperBound)
  }

  /// The line on which an offset stands, and its column in bytes, both counted from 1.
  mutating func position(of offset: Int) -> (line: Int, column: Int) {
    countLines()
    var low = 0
    var high = ranges.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(ranges[middle].lowerBound) <= offset { low = middle } else { high = middle }
    }
    return (low + 1, offset - Int(ranges[low].lowerBound) + 1)
  }

  private mutating func countLines() {
    guard ranges.isEmpty else { return }
    ranges.reserveCapacity(bytes.count / 32 + 1)
    for range in LineRanges(of: bytes) { ranges.append(Int32(range.lowerBound)..<Int32(range.upperBound)) }
  }
}
