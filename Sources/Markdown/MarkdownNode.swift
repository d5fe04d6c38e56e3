import CCmarkGFM

/// A node of a `MarkdownTree`, valid only as long as the tree.
struct MarkdownNode {
  let pointer: OpaquePointer

  /// The kinds of nodes; those of extensions have no public constant and are told apart by their name.
  enum Kind {
    case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image
    case footnoteReference, footnoteDefinition
    case table, tableHeader, tableRow, tableCell, strikethrough, other
  }

  var kind: Kind {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_HTML_INLINE: .htmlInline
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_IMAGE: .image
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_FOOTNOTE_REFERENCE: .footnoteReference
    case CMARK_NODE_FOOTNOTE_DEFINITION: .footnoteDefinition
    case CMARK_NODE_DOCUMENT: .document
    default: extensionKind
    }
  }

  private var extensionKind: Kind {
    guard let name = cmark_node_get_type_string(pointer) else { return .other }
    return switch String(cString: name) {
    case "table_cell": .tableCell
    case "table_row": .tableRow
    case "table_header": .tableHeader
    case "table": .table
    case "strikethrough": .strikethrough
    case "tasklist": .item
    default: .other
    }
  }

  /// The text of text, code and HTML nodes, as bytes of UTF-8.
  func withLiteral<Result>(_ use: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    Self.withBytes(of: cmark_node_get_literal(pointer), use)
  }

  var literal: String { withLiteral { String(decoding: $0, as: UTF8.self) } }
  var url: String { Self.withBytes(of: cmark_node_get_url(pointer)) { String(decoding: $0, as: UTF8.self) } }
  var title: String { Self.withBytes(of: cmark_node_get_title(pointer)) { String(decoding: $0, as: UTF8.self) } }
  var fenceInfo: String { Self.withBytes(of: cmark_node_get_fence_info(pointer)) { String(decoding: $0, as: UTF8.self) } }

  private static func withBytes<Result>(
    of text: UnsafePointer<CChar>?, _ use: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    guard let text else { return use(UnsafeBufferPointer(start: nil, count: 0)) }
    var count = 0
    while text[count] != 0 { count += 1 }
    return text.withMemoryRebound(to: UInt8.self, capacity: count) { use(UnsafeBufferPointer(start: $0, count: count)) }
  }

  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  var isOrderedList: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
  var listStart: Int { Int(cmark_node_get_list_start(pointer)) }
  var isTightList: Bool { cmark_node_get_list_tight(pointer) != 0 }
  var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
  var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }

  var parent: MarkdownNode? { cmark_node_parent(pointer).map(MarkdownNode.init) }
  var next: MarkdownNode? { cmark_node_next(pointer).map(MarkdownNode.init) }
  var firstChild: MarkdownNode? { cmark_node_first_child(pointer).map(MarkdownNode.init) }

  /// Whether a list item is a task, and done; nil for other items.
  var isTaskDone: Bool? {
    guard let name = cmark_node_get_type_string(pointer), String(cString: name) == "tasklist" else { return nil }
    return cmark_gfm_extensions_get_tasklist_item_checked(pointer)
  }

  /// The alignment of each column of a table: `l`, `c`, `r` or 0 for none.
  var columnAlignments: [UInt8] {
    let count = Int(cmark_gfm_extensions_get_table_columns(pointer))
    guard let alignments = cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
    return Array(UnsafeBufferPointer(start: alignments, count: count))
  }

  /// Takes the node, with its children, out of the tree and frees it.
  func remove() {
    cmark_node_unlink(pointer)
    cmark_node_free(pointer)
  }

  /// Visits the node and all below it in reading order, without recursion.
  func walk(_ visit: (_ node: MarkdownNode, _ isEntering: Bool) -> Void) {
    guard let iterator = cmark_iter_new(pointer) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return }
      visit(MarkdownNode(pointer: node), event == CMARK_EVENT_ENTER)
    }
  }

  /// The words of the node without its marks.
  var plainText: String {
    var text = ""
    walk { node, isEntering in
      guard isEntering else { return }
      switch node.kind {
      case .text, .code: text += node.literal
      case .softBreak, .lineBreak: text += " "
      default: break
      }
    }
    return text
  }
}
