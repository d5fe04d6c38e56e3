import Diagnostics

/// A paragraph, heading, cell or head of a table as it reads, without marks: what those look at who check how a text is written.
///
/// It is valid only while it is visited, since its places are found in the parsed text when they are asked for.
package struct TextBlock {
  package enum Role: Sendable {
    case paragraph, heading, cell
    /// The head of a table; the text is that of its cells together, and empty where the table names no column.
    case tableHead
  }

  package struct Link: Sendable {
    /// The bytes of the link's words within the text.
    package let words: Range<Int>
    package let address: String
  }

  package let role: Role
  package let text: String
  package let links: [Link]
  /// The bytes of the text that are code.
  package let code: [Range<Int>]
  /// The bytes of the text at which its lines begin, but for the first.
  package let lineStarts: [Int]
  private let pieces: [Piece]
  private let lines: InlineLines

  /// A stretch of the text that stands in one node.
  fileprivate struct Piece {
    let start: Int
    let node: MarkdownNode
    let literalStart: Int
  }

  fileprivate init(
    role: Role, text: String, links: [Link], code: [Range<Int>], lineStarts: [Int], pieces: [Piece], lines: InlineLines
  ) {
    self.role = role
    self.text = text
    self.links = links
    self.code = code
    self.lineStarts = lineStarts
    self.pieces = pieces
    self.lines = lines
  }

  /// The place of some bytes of the text, as far as they stand on their first line; the block's own where it cannot be told.
  package func range(of bytes: Range<Int>) -> SourceRange {
    guard let piece = pieces.last(where: { $0.start <= bytes.lowerBound }), let offset = lines.offset(of: piece, bytes)
    else { return lines.blockRange }
    return lines.range(offset..<(offset + bytes.count))
  }
}

/// Where a block's nodes stand in their file.
private struct InlineLines {
  let places: InlinePlaces
  let block: MarkdownNode
  let cell: Int?
  let file: SourceFile
  let lineOffset: Int

  func offset(of piece: TextBlock.Piece, _ bytes: Range<Int>) -> Int? {
    var places = places
    // The words of a head stand in its cells.
    if block.kind == .tableRow, let cell = piece.node.enclosingCell {
      places.enter(cell, cell: cell.column)
    } else {
      places.enter(block, cell: cell)
    }
    guard let start = places.start(of: piece.node) else { return nil }
    let index = piece.literalStart + bytes.lowerBound - piece.start
    return piece.node.withLiteral { literal in
      // A link or code without words may stand behind all text.
      index <= literal.count ? TextPlaces(of: literal, at: start, in: places.lines.bytes)?.offset(of: index) : nil
    }
  }

  func range(_ bytes: Range<Int>) -> SourceRange {
    var places = places
    let (line, column) = places.lines.position(of: bytes.lowerBound)
    let end = places.lines.range(ofLine: line)?.upperBound ?? bytes.upperBound
    return BodyPlace(
      line: line + lineOffset, column: column, length: max(1, min(bytes.upperBound, end) - bytes.lowerBound)
    ).range(in: file)
  }

  var blockRange: SourceRange {
    BodyPlace(line: max(1, block.startLine) + lineOffset, column: max(1, block.startColumn), length: 1).range(in: file)
  }
}

/// Shows each block of a body to `visit`, in reading order; a body that is too complex has none.
package func visitBlocks(
  of body: Substring, in file: SourceFile, firstLine: Int, _ visit: (TextBlock) -> Void
) {
  var body = body
  body.withUTF8 { bytes in
    guard ComplexityGuard.excess(in: bytes) == nil, let tree = MarkdownTree(parsing: bytes) else { return }
    let places = InlinePlaces(bytes)
    tree.root.forEachDescendant { node in
      func lines(cell: Int? = nil) -> InlineLines {
        InlineLines(places: places, block: node, cell: cell, file: file, lineOffset: firstLine - 1)
      }
      switch node.kind {
      case .paragraph: visit(BlockText(of: node).block(.paragraph, lines()))
      case .heading: visit(BlockText(of: node).block(.heading, lines()))
      case .tableRow where node.isTableHead: visit(BlockText(of: node).block(.tableHead, lines()))
      case .tableCell where node.parent?.isTableHead != true:
        visit(BlockText(of: node).block(.cell, lines(cell: node.column)))
      default: break
      }
    }
  }
}

extension MarkdownNode {
  fileprivate var enclosingCell: MarkdownNode? {
    var node: MarkdownNode? = self
    while let inner = node, inner.kind != .tableCell { node = inner.parent }
    return node
  }

  /// Which of its row a cell is.
  fileprivate var column: Int {
    var column = 0
    var before = previous
    while let cell = before {
      column += 1
      before = cell.previous
    }
    return column
  }
}

/// Gathers the words below a node.
private struct BlockText {
  private var text: [UInt8] = []
  private var pieces: [TextBlock.Piece] = []
  private var links: [TextBlock.Link] = []
  private var code: [Range<Int>] = []
  private var lineStarts: [Int] = []

  init(of block: MarkdownNode) {
    var open: (end: MarkdownNode?, start: Int, address: String)?
    block.forEachDescendant { node in
      if let link = open, node == link.end { close(link.start, link.address, &open) }
      switch node.kind {
      case .text: node.withLiteral { add($0, of: node) }
      // What is code is no word of the language.
      case .code:
        let start = text.count
        node.withLiteral { text.append(contentsOf: String(decoding: $0, as: UTF8.self).lowercased().utf8) }
        code.append(start..<text.count)
      case .softBreak, .lineBreak:
        text.append(UInt8(ascii: " "))
        lineStarts.append(text.count)
      case .link: open = (node.following(below: block), text.count, node.url)
      default: break
      }
    }
    if let link = open { close(link.start, link.address, &open) }
  }

  private mutating func close(
    _ start: Int, _ address: String, _ open: inout (end: MarkdownNode?, start: Int, address: String)?
  ) {
    links.append(TextBlock.Link(words: start..<text.count, address: address))
    open = nil
  }

  /// A wikilink is read as what it shows.
  private mutating func add(_ literal: UnsafeBufferPointer<UInt8>, of node: MarkdownNode) {
    var done = 0
    func addPiece(_ range: Range<Int>) {
      pieces.append(TextBlock.Piece(start: text.count, node: node, literalStart: range.lowerBound))
      text.append(contentsOf: literal[range])
    }
    while let link = WikilinkRange.first(in: literal, from: done), let inner = link.inner {
      addPiece(done..<link.start)
      let parts = WikilinkText(UnsafeBufferPointer(rebasing: literal[inner]))
      text.append(contentsOf: (parts?.label ?? parts?.target ?? "").utf8)
      done = link.end
    }
    addPiece(done..<literal.count)
  }

  func block(_ role: TextBlock.Role, _ lines: InlineLines) -> TextBlock {
    TextBlock(
      role: role, text: String(decoding: text, as: UTF8.self), links: links, code: code, lineStarts: lineStarts,
      pieces: pieces, lines: lines)
  }
}
