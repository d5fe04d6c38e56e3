/// Refuses texts on which cmark-gfm 0.29 takes time that grows with the square of their size, or nests without end.
///
/// One pass over the bytes: so many of one mark in a paragraph, so many cells in a table, so deep a nesting are never meant.
struct ComplexityGuard {
  /// At 4,000 in one paragraph the slowest mark (`![[]()`) costs about a tenth of a second.
  static let marksInParagraph = 4_000
  static let marksInDocument = 40_000
  static let tableCells = 100_000
  static let nesting = 100

  struct Excess: Equatable {
    let line: Int
    let what: String
  }

  private var paragraphMarks: [Int32] = Array(repeating: 0, count: 128)
  private var documentMarks: [Int32] = Array(repeating: 0, count: 128)
  private var tableColumns = 0
  private var rowsSinceDelimiter = 0

  /// The first excess of a text, or nil.
  static func excess(in source: UnsafeBufferPointer<UInt8>) -> Excess? {
    var complexity = ComplexityGuard()
    var line = 1
    var start = 0
    while start < source.count {
      var end = start
      while end < source.count, source[end] != UInt8(ascii: "\n") { end += 1 }
      if let what = complexity.excess(inLine: source[start..<end]) { return Excess(line: line, what: what) }
      line += 1
      start = end + 1
    }
    return nil
  }

  private static let marks: [Bool] = {
    var marks = Array(repeating: false, count: 128)
    for mark in "[]!*_~`<>&\\|$(\"':".utf8 { marks[Int(mark)] = true }
    return marks
  }()

  private mutating func excess(inLine line: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    var isBlank = true
    var isDelimiterRow = true
    var pipes = 0
    for byte in line {
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r") { continue }
      isBlank = false
      switch byte {
      case UInt8(ascii: "|"): pipes += 1
      case UInt8(ascii: "-"), UInt8(ascii: ":"): break
      default: isDelimiterRow = false
      }
      if byte < 128, Self.marks[Int(byte)], let excess = excess(ofMark: byte) { return excess }
    }
    if isBlank {
      for index in paragraphMarks.indices { paragraphMarks[index] = 0 }
      tableColumns = 0
      return nil
    }
    let depth = Self.containers(in: line)
    if depth > Self.nesting { return "\(depth) levels of quotes and lists" }
    return excessOfCells(pipes: pipes, isDelimiterRow: isDelimiterRow)
  }

  private mutating func excess(ofMark mark: UInt8) -> String? {
    paragraphMarks[Int(mark)] += 1
    documentMarks[Int(mark)] += 1
    let name = UnicodeScalar(mark)
    if paragraphMarks[Int(mark)] > Self.marksInParagraph { return "over \(Self.marksInParagraph) '\(name)' in one paragraph" }
    if documentMarks[Int(mark)] > Self.marksInDocument { return "over \(Self.marksInDocument) '\(name)'" }
    return nil
  }

  /// How many quote and list markers stand at the start of a line, each of which opens a block within the one before.
  private static func containers(in line: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    var count = 0
    for index in line.indices {
      let isFollowedBySpace = index + 1 < line.endIndex && line[index + 1] == UInt8(ascii: " ")
      switch line[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "0")...UInt8(ascii: "9"): continue
      case UInt8(ascii: ">"): count += 1
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "."), UInt8(ascii: ")"):
        guard isFollowedBySpace else { return count }
        count += 1
      default: return count
      }
    }
    return count
  }

  private mutating func excessOfCells(pipes: Int, isDelimiterRow: Bool) -> String? {
    if isDelimiterRow, pipes > 0 {
      tableColumns = max(tableColumns, pipes + 1)
      rowsSinceDelimiter = 0
    }
    rowsSinceDelimiter += 1
    let cells = tableColumns * rowsSinceDelimiter
    return cells > Self.tableCells ? "a table of over \(Self.tableCells) cells" : nil
  }
}
