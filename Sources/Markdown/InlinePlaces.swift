/// Finds where the inline nodes of a paragraph, heading or cell stand in the source.
///
/// cmark counts their columns in the block's own text, in which quote marks, indentation and the backslashes before pipes are left
/// out, and its lines from where the block begins, even if definitions of links stand there. So the block's text is laid over the source
/// line by line. That is only done for blocks of which a place is asked.
struct InlinePlaces {
  var lines: SourceLines
  private var block: MarkdownNode?
  /// Which cell of its row the block is; nil for paragraphs and headings.
  private var cell: Int?
  /// Where each line of the block's text stands.
  private var stretches: [Range<Int>] = []
  /// The column that cmark gives to the first byte of the text.
  private var firstColumn = 0
  /// Behind what was found last by its words.
  private var searched = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    lines = SourceLines(bytes)
  }

  mutating func enter(_ node: MarkdownNode, cell: Int? = nil) {
    block = node
    self.cell = cell
    stretches.removeAll(keepingCapacity: true)
    searched = 0
  }

  /// All of the source that the block's text takes; empty where it cannot be told.
  var extent: Range<Int> {
    mutating get {
      locateBlock()
      guard let first = stretches.first, let last = stretches.last else { return 0..<0 }
      return first.lowerBound..<max(first.lowerBound, last.upperBound)
    }
  }

  /// The offset at which a node begins; nil for those that cmark gives no position, such as automatic links.
  mutating func start(of node: MarkdownNode) -> Int? {
    guard node.startColumn > 0 || node.endColumn > 0 else { return nil }
    return offset(line: node.startLine, column: node.startColumn)
  }

  /// The offset behind a node.
  mutating func end(of node: MarkdownNode) -> Int? {
    guard node.endColumn > 0 else { return nil }
    return offset(line: node.endLine, column: node.endColumn).map { $0 + 1 }
  }

  /// Where to look for a node that has no position: behind the beginning of the nearest one before it that has.
  mutating func earliestStart(of node: MarkdownNode) -> Int {
    var before = node.previous
    while let node = before {
      if let start = start(of: node) { return max(start, searched) }
      before = node.previous
    }
    return max(extent.lowerBound, searched)
  }

  /// The first place of a text in the rest of the block; what is looked for next lies behind it.
  mutating func find(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int>? {
    guard let found = lines.bytes.firstOffset(of: text, from: start, to: extent.upperBound) else { return nil }
    searched = found + text.count
    return found..<searched
  }

  private mutating func offset(line: Int, column: Int) -> Int? {
    locateBlock()
    guard let block else { return nil }
    let index = cell == nil ? line - block.startLine : 0
    guard stretches.indices.contains(index) else { return nil }
    let stretch = stretches[index]
    var offset = stretch.lowerBound
    let distance = column - firstColumn
    guard cell != nil else { return min(max(offset, offset + distance), stretch.upperBound) }
    for _ in 0..<max(0, distance) where offset < stretch.upperBound {
      offset += isEscapedPipe(at: offset) ? 2 : 1
    }
    return min(offset, stretch.upperBound)
  }

  private func isEscapedPipe(at offset: Int) -> Bool {
    offset + 1 < lines.bytes.count && lines.bytes[offset] == UInt8(ascii: "\\")
      && lines.bytes[offset + 1] == UInt8(ascii: "|")
  }

  private mutating func locateBlock() {
    guard stretches.isEmpty, let block else { return }
    if let cell {
      locate(cell: block, index: cell)
    } else if block.kind == .heading, block.startLine == block.endLine {
      locate(heading: block)
    } else {
      locate(paragraph: block)
    }
  }

  /// A heading with number signs: one line, and the columns are those of the source.
  private mutating func locate(heading: MarkdownNode) {
    guard let line = lines.range(ofLine: heading.startLine) else { return }
    firstColumn = heading.startColumn
    stretches = [min(line.lowerBound + heading.startColumn - 1, line.upperBound)..<line.upperBound]
  }

  /// Each line of a paragraph is the end of a line of the source.
  private mutating func locate(paragraph: MarkdownNode) {
    // A paragraph that ends where a table begins, without an empty line between, has no position of its own.
    let first = max(1, paragraph.startLine > 0 ? paragraph.startLine : paragraph.next?.startLine ?? 1)
    firstColumn = paragraph.startColumn
    paragraph.withContent { content in
      var line = first
      var start = 0
      while start < content.count {
        let end = content.firstOffset(of: UInt8(ascii: "\n"), from: start) ?? content.count
        let text = UnsafeBufferPointer(rebasing: content[start..<end])
        // Definitions of links at its head are not part of its text.
        if stretches.isEmpty {
          line = firstLine(endingWith: text, from: first, to: max(first, paragraph.endLine)) ?? first
        }
        guard let range = lines.range(ofLine: line) else { return }
        stretches.append(stretch(of: text, in: range) ?? range)
        line += 1
        start = end + 1
      }
    }
  }

  private mutating func firstLine(endingWith text: UnsafeBufferPointer<UInt8>, from first: Int, to last: Int) -> Int? {
    for line in first...last {
      guard let range = lines.range(ofLine: line) else { return nil }
      if stretch(of: text, in: range) != nil { return line }
    }
    return nil
  }

  /// Where a text stands at the end of a line, white space behind it aside.
  private func stretch(of text: UnsafeBufferPointer<UInt8>, in line: Range<Int>) -> Range<Int>? {
    var end = line.upperBound
    while end - text.count >= line.lowerBound {
      if lines.bytes.holds(text, at: end - text.count) { return (end - text.count)..<end }
      guard end > line.lowerBound, isBlank(lines.bytes[end - 1]) else { return nil }
      end -= 1
    }
    return nil
  }

  private mutating func locate(cell: MarkdownNode, index: Int) {
    guard let row = cell.parent, let table = row.parent, let line = lines.range(ofLine: Self.line(of: row, in: table))
    else {
      return
    }
    let bytes = lines.bytes
    let isLed = Self.isLedByPipe(row, in: table)
    var start = line.lowerBound
    for _ in 0..<(index + (isLed ? 1 : 0)) {
      start = min(line.upperBound, nextPipe(from: start, to: line.upperBound) + 1)
    }
    let pipe = nextPipe(from: start, to: line.upperBound)
    var end = pipe
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    var padding = 0
    if index == 0, !isLed {
      // What stands before the first cell may belong to a quote or list around the table.
      let size = cell.withContent { content in content.count + content.count { $0 == UInt8(ascii: "|") } }
      start = max(start, end - size)
    } else {
      while start + padding < end, isBlank(bytes[start + padding]) { padding += 1 }
    }
    firstColumn = cell.startColumn + padding
    stretches = [(start + padding)..<max(start + padding, end)]
  }

  /// The head of a table stands below the paragraph that it interrupts, and cmark gives it that one's line.
  private static func line(of row: MarkdownNode, in table: MarkdownNode) -> Int {
    guard row.isTableHead else { return row.startLine }
    return table.withContent { content in table.startLine + content.dropLast().count { $0 == UInt8(ascii: "\n") } }
  }

  private static func isLedByPipe(_ row: MarkdownNode, in table: MarkdownNode) -> Bool {
    guard row.isTableHead else { return (row.firstChild?.startColumn ?? 0) > table.startColumn }
    return table.withContent { content in
      let start = content.dropLast().lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      return start < content.count && content[start] == UInt8(ascii: "|")
    }
  }

  /// What a row holds from the cell of a number on, the bar at its end aside; nil where it has no such cell.
  mutating func cells(of row: MarkdownNode, from number: Int) -> Range<Int>? {
    guard let table = row.parent, let line = lines.range(ofLine: row.startLine) else { return nil }
    var start = line.lowerBound
    for _ in 0..<(number + (Self.isLedByPipe(row, in: table) ? 1 : 0)) {
      start = nextPipe(from: start, to: line.upperBound) + 1
      guard start < line.upperBound else { return nil }
    }
    var end = line.upperBound
    while end > start, isBlank(lines.bytes[end - 1]) || lines.bytes[end - 1] == UInt8(ascii: "|") { end -= 1 }
    while start < end, isBlank(lines.bytes[start]) { start += 1 }
    return start < end ? start..<end : nil
  }

  /// Whether a bar stands within a wikilink of a row.
  mutating func holdsCutWikilink(_ row: MarkdownNode) -> Bool {
    guard let line = lines.range(ofLine: row.startLine) else { return false }
    let written = UnsafeBufferPointer(rebasing: lines.bytes[line])
    var start = 0
    while let opening = written.firstOffset(of: "[[", from: start),
      let closing = written.firstOffset(of: "]]", from: opening)
    {
      let end = line.lowerBound + closing
      if nextPipe(from: line.lowerBound + opening, to: end) < end { return true }
      start = closing
    }
    return false
  }

  /// The next pipe without a backslash, or the end.
  private func nextPipe(from start: Int, to end: Int) -> Int {
    var index = start
    while index < end, lines.bytes[index] != UInt8(ascii: "|") {
      index += lines.bytes[index] == UInt8(ascii: "\\") && index + 1 < end ? 2 : 1
    }
    return min(index, end)
  }
}

/// Space, tab, and the two signs that cmark takes for spaces within a line.
func isBlank(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || (UInt8(ascii: "\t")...UInt8(ascii: "\r")).contains(byte)
}
