import CCmarkGFM

/// The kinds of nodes that a Markdown tree has.
enum NodeKind {
  case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
  case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image
  case footnoteReference, footnoteDefinition
  case table, tableRow, tableCell, strikethrough, other

  init(_ type: cmark_node_type) {
    self =
      switch type {
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
      default: ExtensionTypes.registered.kind(of: type)
      }
  }
}

/// The numbers that cmark gave to the node types of its extensions; none of its headers names them, so a sample is asked.
private struct ExtensionTypes {
  private var table: cmark_node_type?
  private var row: cmark_node_type?
  private var cell: cmark_node_type?
  private var strikethrough: cmark_node_type?

  static let registered = ExtensionTypes()

  private init() {
    var sample = "|a|\n|-|\n\n~b~"
    sample.withUTF8 { bytes in
      guard let tree = MarkdownTree(parsing: bytes), let first = tree.root.firstChild else { return }
      let firstRow = first.firstChild
      table = first.type
      row = firstRow?.type
      cell = firstRow?.firstChild?.type
      strikethrough = first.next?.firstChild?.type
    }
  }

  func kind(of type: cmark_node_type) -> NodeKind {
    if type == cell { return .tableCell }
    if type == row { return .tableRow }
    if type == table { return .table }
    return type == strikethrough ? .strikethrough : .other
  }
}
