import Diagnostics
import Formats

extension BodyWriter {
  /// Opens a node's element; false where its children are not to be written.
  mutating func enter(_ node: MarkdownNode, _ kind: NodeKind) -> Bool {
    switch kind {
    case .paragraph:
      places.enter(node)
      if !isInTightList(node) { html.append(markup: "<p>") }
    case .heading: enterHeading(node)
    case .blockQuote: enterQuote(node)
    case .list: enterList(node)
    case .item: enterItem(node)
    case .codeBlock: addCodeBlock(node)
    case .thematicBreak: html.append(markup: "<hr/>\n")
    case .htmlBlock: refuseHTMLBlock(node)
    case .footnoteDefinition: enterFootnote(node)
    case .table: enterTable(node)
    case .tableRow: enterRow(node)
    case .tableCell: enterCell(node)
    default: return enterInline(node, kind)
    }
    return true
  }

  mutating func leave(_ node: MarkdownNode, _ kind: NodeKind) {
    switch kind {
    case .paragraph: leaveParagraph(node)
    case .heading:
      quietDepth -= 1
      citations.endBlock()
      html.append(markup: "</h")
      html.append(UInt8(ascii: "0") + UInt8(node.headingLevel))
      html.append(markup: ">\n")
    case .blockQuote: html.append(markup: "</blockquote>\n")
    case .list: html.append(markup: node.isOrderedList ? "</ol>\n" : "</ul>\n")
    case .item: html.append(markup: "</li>\n")
    case .footnoteDefinition: leaveFootnote()
    case .table: html.append(markup: "</tbody></table></div>\n")
    case .tableRow: leaveRow()
    case .tableCell: leaveCell()
    default: leaveInline(node, kind)
    }
  }

  private mutating func leaveParagraph(_ node: MarkdownNode) {
    citations.endBlock()
    if node.next == nil, node.parent?.kind == .footnoteDefinition { addBackLinks() }
    if !isInTightList(node) {
      html.append(markup: "</p>\n")
    } else if node.next != nil {
      html.append(markup: "\n")
    }
  }

  private func isInTightList(_ paragraph: MarkdownNode) -> Bool {
    guard let item = paragraph.parent, item.kind == .item, let list = item.parent else { return false }
    return list.isTightList
  }

  private mutating func enterHeading(_ node: MarkdownNode) {
    places.enter(node)
    let level = node.headingLevel
    let mark = takeMark(of: node)
    let text = words(of: node)
    let previous = headings.last?.level ?? 1
    // Only a heading with number signs ends on the line on which it begins.
    let marks = place(of: node, length: node.startLine == node.endLine ? level : 1)
    if text.isInvisible {
      report(.invalidHeading, "a heading has words", at: marks, help: "Write them, or remove the line")
    } else if level == 1 {
      report(
        .invalidHeading, "headings in a text begin at level 2", at: marks,
        help: "Write '## \(text)'; the title of the page is its level 1")
    } else if level > previous + 1 {
      report(
        .skippedHeadingLevel, "a heading of level \(level) follows one of level \(previous)", at: marks,
        help: "Use level \(previous + 1)")
    }
    let (anchor, oldAnchors) = anchor(of: text, mark)
    let slug = HeadingAnchors.slug(of: text)
    headings.append(
      Heading(
        level: level, text: text, anchor: anchor, oldAnchors: oldAnchors,
        displacedAnchor: anchors.isReserved(slug) ? slug : nil))
    html.append(markup: "<h")
    html.append(UInt8(ascii: "0") + UInt8(level))
    addID(anchor)
    html.append(markup: ">")
    for old in oldAnchors {
      html.append(markup: "<span")
      addID(old)
      html.append(markup: "></span>")
    }
    quietDepth += 1
  }

  private mutating func addID(_ id: String) {
    html.append(markup: " id=\"")
    addHole(.anchor)
    html.append(escaped: id)
    html.append(markup: "\"")
  }

  /// A quote that begins with `[!NOTE]` or one of its siblings, alone on its line, is an alert, as on GitHub.
  private mutating func enterQuote(_ node: MarkdownNode) {
    guard let paragraph = node.firstChild, paragraph.kind == .paragraph, let mark = paragraph.firstChild,
      mark.kind == .text, let word = mark.withLiteral(Self.alertWord)
    else {
      html.append(markup: "<blockquote>\n")
      return
    }
    let lineEnd = mark.next
    switch lineEnd?.kind {
    case nil: paragraph.remove()
    case .softBreak?, .lineBreak?:
      lineEnd?.remove()
      mark.remove()
    default:
      html.append(markup: "<blockquote>\n")
      return
    }
    html.append(markup: "<blockquote class=\"alert alert-")
    html.append(raw: word.rawValue)
    html.append(markup: "\">\n<p class=\"alert-label\">")
    addHole(.word(word))
    html.append(markup: "</p>\n")
  }

  private static func alertWord(_ text: UnsafeBufferPointer<UInt8>) -> BodyWord? {
    guard text.first == UInt8(ascii: "["), text.count <= 12 else { return nil }
    switch String(decoding: text, as: UTF8.self).uppercased() {
    case "[!NOTE]": return .note
    case "[!TIP]": return .tip
    case "[!IMPORTANT]": return .important
    case "[!WARNING]": return .warning
    case "[!CAUTION]": return .caution
    default: return nil
    }
  }

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
    guard node.isTask else {
      html.append(markup: "<li>")
      return
    }
    let isDone = isDone(node)
    html.append(markup: "<li class=\"task\"><span class=\"task-mark\" role=\"img\" aria-label=\"")
    addHole(.word(isDone ? .taskDone : .taskOpen))
    html.append(markup: "\">")
    html.append(markup: isDone ? "☑" : "☐")
    html.append(markup: "</span> ")
  }

  /// Whether the brackets that follow a task's bullet hold an x.
  private mutating func isDone(_ task: MarkdownNode) -> Bool {
    guard let line = places.lines.range(ofLine: task.startLine) else { return false }
    let bytes = places.lines.bytes
    let bullet = min(line.lowerBound + max(0, task.startColumn - 1), line.upperBound)
    guard let bracket = bytes.firstOffset(of: UInt8(ascii: "["), from: bullet, to: line.upperBound) else {
      return false
    }
    return bracket + 1 < line.upperBound && bytes[bracket + 1] | 0x20 == UInt8(ascii: "x")
  }

  private mutating func addCodeBlock(_ node: MarkdownNode) {
    let info = node.fenceInfo
    reportUnclosedFence(node)
    if info.utf8.first == UInt8(ascii: "{"), info.utf8.last == UInt8(ascii: "}"), info.utf8.count > 1 {
      addHole(.block(Int32(blocks.count)))
      blocks.append(
        DerivedBlock(
          name: trimmed(info.dropFirst().dropLast()), parameters: node.literal, place: place(ofInfo: info, of: node),
          parametersLine: node.startLine + lineOffset + 1))
      return
    }
    html.append(markup: "<pre tabindex=\"0\"><code>")
    node.withLiteral { html.append(escaping: $0) }
    html.append(markup: "</code></pre>\n")
  }

  /// Reports a fence behind which all that follows is code, since no line closes it.
  private mutating func reportUnclosedFence(_ node: MarkdownNode) {
    guard !hasReportedEnough, let line = places.lines.range(ofLine: node.startLine) else { return }
    let bytes = places.lines.bytes
    let start = min(line.lowerBound + max(0, node.startColumn - 1), line.upperBound)
    guard start < line.upperBound, "`~".utf8.contains(bytes[start]) else { return }
    let length = bytes[start..<line.upperBound].prefix { $0 == bytes[start] }.count
    guard length >= 3, !isFence(ofLength: length, of: bytes[start], line: node.endLine, below: node.startLine) else {
      return
    }
    let marks = String(decoding: bytes[start..<start + length], as: UTF8.self)
    report(
      .unclosedFence, "a line of '\(marks)' closes what another opens, and none does: all that follows is code",
      at: place(start..<start + length), help: "Write '\(marks)' on a line of its own behind the code")
  }

  private mutating func isFence(ofLength length: Int, of sign: UInt8, line number: Int, below first: Int) -> Bool {
    guard number > first, let line = places.lines.range(ofLine: number) else { return false }
    let written = places.lines.bytes[line].drop { " \t>".utf8.contains($0) }
    let marks = written.prefix { $0 == sign }
    return marks.count >= length && written.dropFirst(marks.count).allSatisfy(isBlank)
  }

  /// The name within the braces behind a fence, or the fence where it is not written as it reads.
  private mutating func place(ofInfo info: String, of node: MarkdownNode) -> BodyPlace {
    let name = Array(trimmed(info.dropFirst().dropLast()).utf8)
    guard let line = places.lines.range(ofLine: node.startLine),
      let brace = places.lines.bytes.firstOffset(of: UInt8(ascii: "{"), from: line.lowerBound, to: line.upperBound)
    else { return place(of: node) }
    var start = brace + 1
    while start < line.upperBound, isBlank(places.lines.bytes[start]) { start += 1 }
    let isAsWritten = name.withUnsafeBufferPointer { !$0.isEmpty && places.lines.bytes.holds($0, at: start) }
    return place(isAsWritten ? start..<(start + name.count) : brace..<line.upperBound)
  }

  private mutating func refuseHTMLBlock(_ node: MarkdownNode) {
    guard let line = places.lines.range(ofLine: node.startLine) else { return }
    let start = min(line.lowerBound + max(0, node.startColumn - 1), line.upperBound)
    refuseHTML(start..<line.upperBound)
  }
}
