import Diagnostics

/// Refuses texts on which cmark-gfm 0.29 takes time that grows with the square of their size, or which nest without end.
///
/// One pass over the bytes counts the marks that cmark goes back and forth between, and adds up how much work they can make at worst;
/// nobody's writing comes near the limit. What cmark does is read from its source, and the weights are measured.
struct ComplexityGuard {
  struct Excess: Equatable {
    let line: Int
    let what: String
  }

  /// In steps of a nanosecond or so.
  static let mostWork = 250_000_000
  /// Quotes and lists within each other; on every line cmark goes through all that are open.
  static let nesting = 50

  private let bytes: UnsafeBufferPointer<UInt8>
  private var work = 0
  private var line = 0
  private var deepest = 0
  private var run = Run()
  private var expansion = DefinitionExpansion()
  /// Up to where an address was followed already.
  private var addressEnd = 0

  /// The first excess of a text, or nil.
  static func excess(in text: UnsafeBufferPointer<UInt8>) -> Excess? {
    var complexity = ComplexityGuard(bytes: text)
    return complexity.firstExcess()
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  private mutating func firstExcess() -> Excess? {
    for range in LineRanges(of: bytes) {
      line += 1
      if let excess = scan(range) { return excess }
    }
    if let excess = closeRun() { return excess }
    return work + 12 * expansion.mostBytes > Self.mostWork
      ? Excess(line: 1, what: "long definitions of links, often used") : nil
  }

  private mutating func scan(_ range: Range<Int>) -> Excess? {
    let prefix = BlockPrefix(of: range, in: bytes)
    // Lists stay open over empty lines, and over lines that only go on with a paragraph.
    deepest = max(deepest, prefix.depth)
    guard deepest <= Self.nesting else { return Excess(line: line, what: "\(deepest) levels of quotes and lists") }
    work += 10 * deepest
    guard prefix.end < range.upperBound || prefix.depth > 0 else { return closeRun() }
    if run.lines == 0 { run.line = line }
    run.lines += 1
    run.bytes += range.count + 1
    if prefix.end < range.upperBound, bytes[prefix.end] == UInt8(ascii: "#") { run.headings += 1 }
    expansion.addLine(prefix.end..<range.upperBound, in: bytes)
    let pipes = run.pipes
    expansion.uses -= run.closings
    if let excess = countMarks(in: range) { return excess }
    expansion.uses += run.closings
    run.endRow(pipes: run.pipes - pipes, isDelimiter: isDelimiterRow(range))
    // A long run is refused while it is read, so that it need not be gone through to its end.
    return work + run.work > Self.mostWork ? closeRun() : nil
  }

  /// Adds the work of the lines since the last empty one: no paragraph, table or heading goes on over that.
  private mutating func closeRun() -> Excess? {
    guard run.lines > 0 else { return nil }
    work += run.work
    expansion.endRun()
    defer { run = Run() }
    guard work > Self.mostWork else { return nil }
    // Where it is not this run, it is all of the text.
    return Excess(line: run.line, what: run.work > work / 2 ? run.heaviest : "more links and marks than one page takes")
  }

  private mutating func countMarks(in range: Range<Int>) -> Excess? {
    var index = nextMark(from: range.lowerBound, to: range.upperBound)
    while index < range.upperBound {
      let byte = bytes[index]
      let next = index + 1 < range.upperBound ? bytes[index + 1] : 0
      switch byte {
      case UInt8(ascii: "]"): run.closings += 1
      case UInt8(ascii: "["):
        run.marks += 1
        if next == UInt8(ascii: "&"), isHat(at: index + 1, to: range.upperBound) {
          return Excess(line: line, what: "a '^' written as an entity behind '['")
        }
      case UInt8(ascii: "!"): if next == UInt8(ascii: "[") { run.images += 1 }
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): if next != byte { run.delimiters += 1 }
      case UInt8(ascii: "<"):
        run.marks += 1
        if next == UInt8(ascii: "?") || next == UInt8(ascii: "!") { run.declarations += 1 }
      case UInt8(ascii: "|"): run.pipes += 1
      case UInt8(ascii: "@"): run.ats += 1
      case UInt8(ascii: "`"), UInt8(ascii: "&"), UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: ">"),
        UInt8(ascii: "w"):
        run.marks += 1
      case UInt8(ascii: ":"): if next == UInt8(ascii: "/") { followAddress(at: index, to: range.upperBound) }
      case UInt8(ascii: "."):
        if index > 0, bytes[index - 1] == UInt8(ascii: "w") { followAddress(at: index, to: range.upperBound) }
      default: break
      }
      index = nextMark(from: index + 1, to: range.upperBound)
    }
    return nil
  }

  /// Almost all bytes are none that is counted, and are passed over.
  private func nextMark(from start: Int, to end: Int) -> Int {
    Self.isMark.withUnsafeBufferPointer { isMark in
      var index = start
      while index < end, !isMark[Int(bytes[index])] { index += 1 }
      return index
    }
  }

  /// For each byte, whether it is counted.
  private static let isMark: [Bool] = {
    let marks = Set("]![*_~<>|@`&\"\\w:.".utf8)
    return (UInt8.min...UInt8.max).map(marks.contains)
  }()

  /// cmark 0.29.0.gfm.6 takes `[&Hat;` for a footnote's mark, and then reads memory that it has freed.
  private func isHat(at start: Int, to end: Int) -> Bool {
    let entity = bytes[start..<min(end, start + 40)]
    if entity.starts(with: "&Hat;".utf8) { return true }
    guard entity.starts(with: "&#".utf8), let close = entity.firstIndex(of: UInt8(ascii: ";")) else { return false }
    let digits = String(decoding: entity[(start + 2)..<close], as: UTF8.self).lowercased()
    return digits.hasPrefix("x") ? Int(digits.dropFirst(), radix: 16) == 0x5E : Int(digits) == 0x5E
  }

  /// cmark goes over an address once for each bracket at its end, and over a host with an underscore once for each `www.` in it.
  private mutating func followAddress(at mark: Int, to end: Int) {
    run.marks += 1
    guard mark >= addressEnd else { return }
    var repetitions = 0
    var index = mark
    while index < end, !isBlank(bytes[index]) {
      if bytes[index] == UInt8(ascii: ")") || bytes[index] == UInt8(ascii: ".") { repetitions += 1 }
      index += 1
    }
    run.addresses += repetitions * (index - mark)
    addressEnd = index
  }

  /// Whether a line may be the one below the head of a table; a quote's marks may stand before it.
  private func isDelimiterRow(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: ">"): break
      case let byte: if !isBlank(byte) { return false }
      }
      index += 1
    }
    return true
  }
}

/// The lines between two empty ones, and the marks on them.
private struct Run {
  var line = 0
  var bytes = 0
  var lines = 0
  var headings = 0
  var closings = 0
  var images = 0
  /// Runs of `*`, `_` or `~`.
  var delimiters = 0
  /// `<?` and `<!`.
  var declarations = 0
  var ats = 0
  var pipes = 0
  /// Others that make a node of the tree, or many.
  var marks = 0
  /// Repetitions times length.
  var addresses = 0
  private var delimiterRows = 0
  private var columns = 0
  private var cells = 0
  private var rows = 0

  /// A row is filled up to as many cells as the head has, and its cells are kept in a list that is gone through for each.
  mutating func endRow(pipes: Int, isDelimiter: Bool) {
    if isDelimiter {
      delimiterRows += 1
      columns = max(columns, pipes + 1)
    }
    cells += max(columns, pipes)
    rows += pipes * pipes
  }

  // What there is to do at worst: the weights are nanoseconds, of cmark in the products and of reading its tree in the sums.

  private var emphasis: Int { 30 * closings * delimiters }
  private var imageBrackets: Int { 10 * closings * images }
  private var tags: Int { declarations * bytes }
  private var mail: Int { 2 * min(ats, 1_000) * bytes }
  private var table: Int { 1_000 * cells + 2 * rows + 10 * delimiterRows * bytes }
  private var links: Int { 15_000 * closings }
  private var nodes: Int { 2_500 * delimiters + 1_500 * marks + 2_000 * lines + 20_000 * headings }

  var work: Int { emphasis + imageBrackets + tags + mail + table + links + nodes + addresses }

  /// The most of it, in words for the writer.
  var heaviest: String {
    let causes = [
      (emphasis, "\(closings) links among \(delimiters) marks of emphasis"),
      (imageBrackets, "\(closings) links among \(images) images"),
      (tags, "\(declarations) times '<?' or '<!' in one paragraph"),
      (mail, "\(ats) times '@' in one paragraph"),
      (table, "a table of \(cells) cells"),
      (addresses, "an address that goes on and on"),
      (links, "\(closings) links in one paragraph"),
      (nodes, "\(delimiters + marks) marks on \(lines) lines in one paragraph"),
    ]
    return causes.max { $0.0 < $1.0 }?.1 ?? ""
  }
}

/// What stands before the text of a line: the marks of quotes, list items and footnotes, and white space.
private struct BlockPrefix {
  let end: Int
  /// How many blocks can be open behind it; without marks, which alone open blocks, none.
  let depth: Int

  init(of line: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
    var marks = 0
    var columns = 0
    var index = line.lowerBound
    func isFollowedByBlank() -> Bool { index + 1 >= line.upperBound || isBlank(bytes[index + 1]) }
    /// A space behind a mark belongs to it.
    func passMark() {
      marks += 1
      if index + 1 < line.upperBound, bytes[index + 1] == UInt8(ascii: " ") { index += 1 }
    }
    scan: while index < line.upperBound {
      switch bytes[index] {
      case UInt8(ascii: " "): columns += 1
      case UInt8(ascii: "\t"): columns += 4
      case UInt8(ascii: ">"): passMark()
      case UInt8(ascii: "-") where isFollowedByBlank(), UInt8(ascii: "+") where isFollowedByBlank(),
        UInt8(ascii: "*") where isFollowedByBlank():
        passMark()
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        var point = index
        while point < line.upperBound, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[point]) { point += 1 }
        guard point < line.upperBound, bytes[point] == UInt8(ascii: ".") || bytes[point] == UInt8(ascii: ")") else {
          break scan
        }
        index = point
        guard isFollowedByBlank() else { break scan }
        passMark()
      case UInt8(ascii: "["):
        guard let close = Self.footnoteEnd(from: index, to: line.upperBound, in: bytes) else { break scan }
        index = close
        passMark()
      default: break scan
      }
      index += 1
    }
    end = index
    // Each list item around the line takes two columns of white space or a mark.
    depth = marks == 0 ? 0 : marks + columns / 2
  }

  /// The colon of `[^name]:`.
  private static func footnoteEnd(from start: Int, to end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard start + 1 < end, bytes[start + 1] == UInt8(ascii: "^"),
      let close = bytes.firstOffset(of: UInt8(ascii: "]"), from: start, to: end), close + 1 < end,
      bytes[close + 1] == UInt8(ascii: ":")
    else { return nil }
    return close + 1
  }
}
