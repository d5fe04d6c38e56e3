/// A block of a text as it is written: whole lines, which can be put in another language and back in their place.
package struct SourceBlock: Sendable, Equatable {
  package enum Role: String, Sendable {
    case paragraph, heading, table, code, quote
    case item = "list item"
    case note = "footnote"
  }

  package let role: Role
  /// The lines of the file, counted from 1.
  package let lines: ClosedRange<Int>
  /// Without the line break behind it.
  package let text: String
}

/// The blocks of a text that hold words, in the order of their lines; an item of a list is a block of its own.
///
/// `firstLine` is the line of the file on which the text begins. A text that is refused as too complex has none.
package func sourceBlocks(of body: Substring, firstLine: Int) -> [SourceBlock] {
  var body = body
  let found = body.withUTF8 { bytes -> [(role: SourceBlock.Role, lines: ClosedRange<Int>)] in
    guard ComplexityGuard.excess(in: bytes) == nil, let tree = MarkdownTree(parsing: bytes) else { return [] }
    return writtenBlocks(below: tree.root)
  }
  let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
  var blocks: [SourceBlock] = []
  var done = 0
  // Footnotes stand at the end of the tree, wherever they are written.
  for (role, range) in found.sorted(by: { $0.lines.lowerBound < $1.lines.lowerBound }) {
    var last = min(range.upperBound, lines.count)
    while last >= range.lowerBound, lines[last - 1].allSatisfy(\.isWhitespace) { last -= 1 }
    guard range.lowerBound > done, last >= range.lowerBound else { continue }
    done = last
    blocks.append(
      SourceBlock(
        role: role, lines: (range.lowerBound + firstLine - 1)...(last + firstLine - 1),
        text: lines[(range.lowerBound - 1)..<last].joined(separator: "\n")))
  }
  return blocks
}

private func writtenBlocks(below root: MarkdownNode) -> [(role: SourceBlock.Role, lines: ClosedRange<Int>)] {
  var found: [(role: SourceBlock.Role, lines: ClosedRange<Int>)] = []
  func add(_ role: SourceBlock.Role, _ node: MarkdownNode, to end: Int? = nil) {
    guard node.startLine > 0 else { return }
    found.append((role, node.startLine...max(node.startLine, end ?? node.endLine)))
  }
  var next = root.firstChild
  while let node = next {
    next = node.next
    switch node.kind {
    case .paragraph: add(.paragraph, node)
    case .heading: add(.heading, node)
    case .blockQuote: add(.quote, node)
    case .table: add(.table, node)
    case .codeBlock: add(.code, node)
    case .footnoteDefinition: add(.note, node, to: node.lastLine)
    case .list:
      var item = node.firstChild
      while let current = item {
        add(.item, current)
        item = current.next
      }
    default: break
    }
  }
  return found
}

extension MarkdownNode {
  /// The last line of what stands below it, since cmark leaves that of a footnote open.
  fileprivate var lastLine: Int {
    var last = endLine
    var child = firstChild
    while let node = child {
      last = max(last, node.lastLine)
      child = node.next
    }
    return last
  }
}
