import CCmarkGFM
import Glibc

/// A node of a `MarkdownTree`, valid only as long as the tree.
struct MarkdownNode: Equatable {
  let pointer: OpaquePointer

  var type: cmark_node_type { cmark_node_get_type(pointer) }
  var kind: NodeKind { NodeKind(type) }

  var parent: MarkdownNode? { cmark_node_parent(pointer).map(MarkdownNode.init) }
  var next: MarkdownNode? { cmark_node_next(pointer).map(MarkdownNode.init) }
  var previous: MarkdownNode? { cmark_node_previous(pointer).map(MarkdownNode.init) }
  var firstChild: MarkdownNode? { cmark_node_first_child(pointer).map(MarkdownNode.init) }

  var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
  var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
  var endColumn: Int { Int(cmark_node_get_end_column(pointer)) }

  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  var isOrderedList: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
  var listStart: Int { Int(cmark_node_get_list_start(pointer)) }
  var isTightList: Bool { cmark_node_get_list_tight(pointer) != 0 }
  var isTableHead: Bool { cmark_gfm_extensions_get_table_row_is_header(pointer) != 0 }

  /// Whether an item is a task. Whether it is done is no use to ask: cmark 0.29 takes `[x]` anywhere on the line for it.
  var isTask: Bool {
    guard let name = cmark_node_get_type_string(pointer) else { return false }
    return strcmp(name, "tasklist") == 0
  }

  /// The alignment of each column of a table: `l`, `c`, `r` or 0 for none.
  var columnAlignments: [UInt8] {
    let count = Int(cmark_gfm_extensions_get_table_columns(pointer))
    guard let alignments = cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
    return Array(UnsafeBufferPointer(start: alignments, count: count))
  }

  /// The text of text, code and HTML nodes, as bytes of UTF-8.
  func withLiteral<Result>(_ use: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    Self.withBytes(of: cmark_node_get_literal(pointer), use)
  }

  /// Gives a text node another text, which the one that was written begins with, so that places in it stay right.
  func setLiteral(_ text: String) {
    cmark_node_set_literal(pointer, text)
  }

  /// The lines of a paragraph, heading, table or cell as they are written, without what stands before them in quotes and lists.
  ///
  /// Other nodes have none: that of a table's row, for one, is memory which cmark never wrote.
  func withContent<Result>(_ use: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    switch kind {
    case .paragraph, .heading, .table, .tableCell: Self.withBytes(of: cmark_node_get_string_content(pointer), use)
    default: use(UnsafeBufferPointer(start: nil, count: 0))
    }
  }

  var literal: String { withLiteral { String(decoding: $0, as: UTF8.self) } }
  var url: String { Self.withBytes(of: cmark_node_get_url(pointer)) { String(decoding: $0, as: UTF8.self) } }
  var title: String { Self.withBytes(of: cmark_node_get_title(pointer)) { String(decoding: $0, as: UTF8.self) } }
  var fenceInfo: String {
    Self.withBytes(of: cmark_node_get_fence_info(pointer)) { String(decoding: $0, as: UTF8.self) }
  }

  private static func withBytes<Result>(
    of text: UnsafePointer<CChar>?, _ use: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    guard let text else { return use(UnsafeBufferPointer(start: nil, count: 0)) }
    let count = strlen(text)
    return text.withMemoryRebound(to: UInt8.self, capacity: count) { use(UnsafeBufferPointer(start: $0, count: count)) }
  }

  /// Takes the node, with its children, out of the tree and frees it.
  func remove() {
    cmark_node_unlink(pointer)
    cmark_node_free(pointer)
  }

  /// Visits all below the node in reading order, without recursion, so that deep nesting cannot exhaust the stack.
  func forEachDescendant(_ visit: (MarkdownNode) -> Void) {
    var next = firstChild
    while let node = next {
      visit(node)
      next = node.firstChild ?? node.following(below: self)
    }
  }

  /// The next sibling, or that of the nearest ancestor which has one.
  func following(below root: MarkdownNode) -> MarkdownNode? {
    var node = self
    while node != root {
      if let next = node.next { return next }
      guard let parent = node.parent else { return nil }
      node = parent
    }
    return nil
  }
}
