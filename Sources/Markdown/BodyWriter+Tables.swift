import Diagnostics
import Formats

/// Where the writer is within a table.
struct TableState {
  var alignments: [UInt8] = []
  var column = 0
  var isInHead = false
  var isHeaderCell = false
}

extension BodyWriter {
  /// The frame scrolls where a table is wider than the page, and takes the keyboard's focus so that everybody can scroll it.
  mutating func enterTable(_ node: MarkdownNode) {
    table.alignments = node.columnAlignments
    html.append(markup: "<div class=\"table-wrap\" tabindex=\"0\"><table>\n")
  }

  mutating func enterRow(_ node: MarkdownNode) {
    table.column = 0
    table.isInHead = node.isTableHead
    if !table.isInHead { reportDroppedCells(node) }
    if table.isInHead {
      quietDepth += 1
      html.append(markup: "<thead><tr>")
    } else {
      html.append(markup: "<tr>")
    }
  }

  /// The parser passes over the cells beyond the columns of the head.
  private mutating func reportDroppedCells(_ row: MarkdownNode) {
    guard !hasReportedEnough, let range = places.cells(of: row, from: table.alignments.count) else { return }
    let written = String(decoding: UnsafeBufferPointer(rebasing: places.lines.bytes[range]), as: UTF8.self)
    let cells = written.split(separator: "|").map(trimmed).filter { !$0.isEmpty }
    // A wikilink that a bar cuts in two makes one cell too many, and is reported by itself.
    guard let first = cells.first, !places.holdsCutWikilink(row) else { return }
    let others = cells.count == 1 ? "" : " and \(cells.count - 1) more"
    report(
      .droppedCell,
      "a row has a cell for each of the \(table.alignments.count) columns of the head, and '\(shortened(first))'\(others) is left out",
      at: place(range),
      help: "Name the column in the head and in the line below it, or write '\\|' for a bar within a cell")
  }

  mutating func leaveRow() {
    guard table.isInHead else {
      html.append(markup: "</tr>\n")
      return
    }
    html.append(markup: "</tr></thead>\n<tbody>\n")
    quietDepth -= 1
    table.isInHead = false
  }

  /// An empty cell of the head, such as the corner, heads nothing, so that it is no `th`.
  mutating func enterCell(_ node: MarkdownNode) {
    places.enter(node, cell: table.column)
    table.isHeaderCell = table.isInHead && node.firstChild != nil
    html.append(markup: table.isHeaderCell ? "<th scope=\"col\"" : "<td")
    switch table.column < table.alignments.count ? table.alignments[table.column] : 0 {
    case UInt8(ascii: "r"): html.append(markup: " class=\"end\">")
    case UInt8(ascii: "c"): html.append(markup: " class=\"centre\">")
    default: html.append(markup: ">")
    }
    table.column += 1
  }

  mutating func leaveCell() {
    citations.endBlock()
    html.append(markup: table.isHeaderCell ? "</th>" : "</td>")
  }
}
