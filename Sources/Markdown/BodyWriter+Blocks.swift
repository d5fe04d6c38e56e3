import Diagnostics
import Formats

extension BodyWriter {
  mutating func enter(_ node: MarkdownNode) {
    switch node.kind {
    case .paragraph where !isInTightList(node): html.append(markup: "<p>")
    case .heading: enterHeading(node)
    case .blockQuote: enterQuote(node)
    case .list: enterList(node)
    case .item: enterItem(node)
    case .codeBlock: addCodeBlock(node)
    case .thematicBreak: html.append(markup: "<hr>\n")
    case .htmlBlock, .htmlInline: refuseHTML(node)
    case .footnoteDefinition: enterFootnote()
    case .table: enterTable(node)
    case .tableHeader: enterRow(isHead: true)
    case .tableRow: enterRow(isHead: false)
    case .tableCell: enterCell(node)
    default: enterInline(node)
    }
  }

  mutating func leave(_ node: MarkdownNode) {
    switch node.kind {
    case .paragraph:
      citations.endBlock()
      if let footnote = node.parent, footnote.kind == .footnoteDefinition, node.next == nil { addBackLink() }
      if !isInTightList(node) { html.append(markup: "</p>\n") }
    case .heading:
      quietDepth -= 1
      citations.endBlock()
      html.append(raw: "</h\(min(6, node.headingLevel))>\n")
    case .blockQuote: html.append(markup: "</blockquote>\n")
    case .list: html.append(raw: node.isOrderedList ? "</ol>\n" : "</ul>\n")
    case .item:
      citations.endBlock()
      html.append(markup: "</li>\n")
    case .footnoteDefinition: html.append(markup: "</li>\n")
    case .table: html.append(raw: isInTableHead ? "</table></div>\n" : "</tbody></table></div>\n")
    case .tableHeader:
      html.append(markup: "</tr></thead>\n<tbody>\n")
      quietDepth -= 1
      isInTableHead = false
    case .tableRow: html.append(markup: "</tr>\n")
    case .tableCell: leaveCell()
    default: leaveInline(node)
    }
  }

  private func isInTightList(_ paragraph: MarkdownNode) -> Bool {
    guard let item = paragraph.parent, item.kind == .item, let list = item.parent else { return false }
    return list.isTightList
  }

  private mutating func enterHeading(_ node: MarkdownNode) {
    let level = node.headingLevel
    let text = node.plainText
    let previous = headings.last?.level ?? 1
    if level == 1 {
      report(
        .invalidHeading, "headings in a text begin at level 2", at: place(of: node),
        help: "Write '## \(text)'; the title of the page is its level 1")
    } else if level > previous + 1 {
      report(
        .skippedHeadingLevel, "a heading of level \(level) follows one of level \(previous)", at: place(of: node),
        help: "Use level \(previous + 1)")
    }
    let anchor = anchors.anchor(for: text)
    headings.append(Heading(level: level, text: text, anchor: anchor))
    html.append(raw: "<h\(min(6, level)) id=\"")
    html.append(escaped: anchor)
    html.append(markup: "\">")
    quietDepth += 1
  }

  /// A quote that begins with `[!NOTE]` or one of its siblings is an alert, as on GitHub.
  private mutating func enterQuote(_ node: MarkdownNode) {
    guard let paragraph = node.firstChild, paragraph.kind == .paragraph, let mark = paragraph.firstChild,
      mark.kind == .text, let word = Self.alertWords[mark.literal]
    else {
      html.append(markup: "<blockquote>\n")
      return
    }
    html.append(raw: "<blockquote class=\"alert alert-\(word.rawValue)\">\n<p class=\"alert-label\">")
    addHole(.word(word))
    html.append(markup: "</p>\n")
    if let lineEnd = mark.next { lineEnd.remove() }
    mark.remove()
  }

  private static let alertWords: [String: BodyWord] = [
    "[!NOTE]": .note, "[!TIP]": .tip, "[!IMPORTANT]": .important, "[!WARNING]": .warning, "[!CAUTION]": .caution,
  ]

  private mutating func enterList(_ node: MarkdownNode) {
    if !node.isOrderedList {
      html.append(markup: "<ul>\n")
    } else if node.listStart == 1 {
      html.append(markup: "<ol>\n")
    } else {
      html.append(raw: "<ol start=\"\(node.listStart)\">\n")
    }
  }

  private mutating func enterItem(_ node: MarkdownNode) {
    guard let isDone = node.isTaskDone else {
      html.append(markup: "<li>")
      return
    }
    html.append(markup: "<li class=\"task\"><span class=\"task-mark\" role=\"img\" aria-label=\"")
    addHole(.word(isDone ? .taskDone : .taskOpen))
    html.append(markup: "\">")
    html.append(raw: isDone ? "☑" : "☐")
    html.append(markup: "</span> ")
  }

  private mutating func addCodeBlock(_ node: MarkdownNode) {
    let info = node.fenceInfo
    if info.hasPrefix("{"), info.hasSuffix("}") {
      let name = trimmed(info.dropFirst().dropLast())
      addHole(.block(Int32(blocks.count)))
      blocks.append(
        DerivedBlock(
          name: name, parameters: node.literal, place: place(of: name, from: node),
          parametersLine: node.startLine + lineOffset + 1))
      return
    }
    html.append(markup: "<pre><code>")
    node.withLiteral { html.append(escaping: $0) }
    html.append(markup: "</code></pre>\n")
  }

  private mutating func refuseHTML(_ node: MarkdownNode) {
    let written = node.literal.prefix { !$0.isNewline && $0 != ">" }
    report(
      .rawHTML, "content holds no raw HTML", at: place(of: String(written), from: node),
      help: "Write Markdown, or put '\\' before '<' if the sign itself is meant")
  }

  private mutating func enterTable(_ node: MarkdownNode) {
    tableAlignments = node.columnAlignments
    isInTableHead = true
    html.append(markup: "<div class=\"table-wrap\" tabindex=\"0\"><table>\n")
  }

  private mutating func enterRow(isHead: Bool) {
    cellIndex = 0
    if isHead {
      quietDepth += 1
      html.append(markup: "<thead><tr>")
    } else {
      html.append(markup: "<tr>")
    }
  }

  private mutating func enterCell(_ node: MarkdownNode) {
    let isHeader = isInTableHead && node.firstChild != nil
    html.append(raw: isHeader ? "<th scope=\"col\"" : "<td")
    let alignment = cellIndex < tableAlignments.count ? tableAlignments[cellIndex] : 0
    switch alignment {
    case UInt8(ascii: "r"): html.append(markup: " class=\"end\"")
    case UInt8(ascii: "c"): html.append(markup: " class=\"centre\"")
    default: break
    }
    html.append(markup: ">")
    cellIsHeader = isHeader
    cellIndex += 1
  }

  private mutating func leaveCell() {
    citations.endBlock()
    html.append(raw: cellIsHeader ? "</th>" : "</td>")
  }
}
