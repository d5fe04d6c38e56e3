import Diagnostics
import Formats

/// What is known of a text's footnotes while it is written.
struct Footnotes {
  /// How often each was referred to, by number.
  private var uses: [Int] = []
  /// How many definitions have begun.
  private(set) var number = 0
  fileprivate var hasBackLinks = false

  /// Counts a reference; the first is 1.
  mutating func use(of number: Int) -> Int {
    while uses.count <= number { uses.append(0) }
    uses[number] += 1
    return uses[number]
  }

  /// cmark puts definitions in the order of their first references.
  mutating func beginDefinition() {
    number += 1
    hasBackLinks = false
  }

  var usesOfCurrent: Int { number < uses.count ? uses[number] : 0 }
}

extension BodyWriter {
  mutating func addFootnoteReference(_ node: MarkdownNode) {
    guard let number = Int(node.literal), number > 0 else { return }
    let use = footnotes.use(of: number)
    guard linkStart == nil else {
      let start = places.start(of: node) ?? places.earliestStart(of: node)
      report(
        .nestedLink, "a footnote's mark, which is a link, cannot stand within another link",
        at: place(start..<max(start, places.end(of: node) ?? start)), help: "Put it behind the link")
      return
    }
    html.append(markup: "<sup><a class=\"footnote-ref\" href=\"#")
    addHole(.anchor)
    html.append(markup: "fn.")
    html.append(decimal: number)
    html.append(markup: "\" id=\"")
    addIdentifier(ofReference: number, use: use)
    html.append(markup: "\">")
    html.append(decimal: number)
    html.append(markup: "</a></sup>")
  }

  /// The ids hold a full stop, which no heading's anchor does.
  private mutating func addIdentifier(ofReference number: Int, use: Int) {
    addHole(.anchor)
    html.append(markup: "fnref.")
    html.append(decimal: number)
    guard use > 1 else { return }
    html.append(markup: ".")
    html.append(decimal: use)
  }

  mutating func enterFootnote(_ node: MarkdownNode) {
    footnotes.beginDefinition()
    if footnotes.number == 1 {
      // A group and no landmark, since a book holds the notes of many texts.
      html.append(markup: "<div class=\"footnotes\" role=\"group\" aria-label=\"")
      addHole(.word(.footnotes))
      html.append(markup: "\">\n<ol>\n")
    }
    html.append(markup: "<li id=\"")
    addHole(.anchor)
    html.append(markup: "fn.")
    html.append(decimal: footnotes.number)
    html.append(markup: "\">")
  }

  /// A footnote that ends with a list, table or code has its links back behind it.
  mutating func leaveFootnote() {
    if !footnotes.hasBackLinks, footnotes.usesOfCurrent > 0 {
      html.append(markup: "<p>")
      addBackLinks()
      html.append(markup: "</p>\n")
    }
    html.append(markup: "</li>\n")
  }

  /// A link back to each place that refers to the footnote.
  mutating func addBackLinks() {
    footnotes.hasBackLinks = true
    let number = footnotes.number
    guard footnotes.usesOfCurrent > 0 else { return }
    for use in 1...footnotes.usesOfCurrent {
      html.append(markup: " <a class=\"footnote-back\" href=\"#")
      addIdentifier(ofReference: number, use: use)
      html.append(markup: "\" aria-label=\"")
      addHole(.word(.backToText))
      html.append(markup: " ")
      html.append(decimal: number)
      html.append(raw: use == 1 ? "\">↩</a>" : "-\(use)\">↩<sup>\(use)</sup></a>")
    }
  }

  /// Ends the group of footnotes, and reports those that cmark leaves out without a word: what nothing refers to, and all but the first
  /// of one name.
  mutating func closeFootnotes(of root: MarkdownNode) {
    if footnotes.number > 0 { html.append(markup: "</ol>\n</div>\n") }
    let marks = definitionMarks()
    guard !marks.isEmpty else { return }
    let shown = ShownLines(of: root)
    for mark in marks where !shown.contains(places.lines.position(of: mark.lowerBound).line) {
      report(
        .unusedFootnote, "nothing refers to this footnote, or another has its name", at: place(mark),
        help: "Refer to it in the text, or remove it")
    }
  }

  /// `[^name]` before a colon, where nothing stands before it on its line but what opens quotes and lists.
  private mutating func definitionMarks() -> [Range<Int>] {
    let bytes = places.lines.bytes
    var marks: [Range<Int>] = []
    var start = 0
    while let mark = bytes.firstOffset(of: "[^", from: start) {
      start = mark + 2
      let line = places.lines.position(of: mark).line
      guard let range = places.lines.range(ofLine: line),
        bytes[range.lowerBound..<mark].allSatisfy({ " \t>-+*.)0123456789".utf8.contains($0) }),
        let end = bytes.firstOffset(of: UInt8(ascii: "]"), from: start, to: range.upperBound), end > start,
        end + 1 < range.upperBound, bytes[end + 1] == UInt8(ascii: ":"), !bytes[start..<end].contains(where: isBlank)
      else { continue }
      marks.append(mark..<(end + 1))
    }
    return marks
  }
}

/// The lines of a text that its tree holds once cmark has left out footnotes.
private struct ShownLines {
  private let ranges: [ClosedRange<Int>]

  init(of root: MarkdownNode) {
    var ranges: [ClosedRange<Int>] = []
    root.forEachDescendant { node in
      switch node.kind {
      case .paragraph, .heading, .codeBlock, .htmlBlock, .table:
        ranges.append(node.startLine...max(node.startLine, node.endLine))
      case .footnoteDefinition: ranges.append(node.startLine...node.startLine)
      default: break
      }
    }
    // Footnotes stand at the end of the tree; of a footnote and its first paragraph the longer range comes last.
    self.ranges = ranges.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
  }

  func contains(_ line: Int) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].lowerBound <= line { low = middle + 1 } else { high = middle }
    }
    return low > 0 && ranges[low - 1].upperBound >= line
  }
}

extension [UInt8] {
  /// A number of footnotes, which is not negative.
  fileprivate mutating func append(decimal number: Int) {
    if number >= 10 { append(decimal: number / 10) }
    append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}
