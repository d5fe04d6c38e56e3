import CCmarkGFM

/// A parsed Markdown document: the only owner of its cmark nodes, which it frees.
///
/// Nothing outside this file and `MarkdownNode.swift` touches a C pointer.
struct MarkdownTree: ~Copyable {
  private let parser: OpaquePointer
  let root: MarkdownNode

  /// Parses CommonMark with GitHub's tables, strikethrough, autolinks, task lists and footnotes; nil only without memory.
  init?(parsing source: UnsafeBufferPointer<UInt8>) {
    _ = Self.extensionsAreRegistered
    guard let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8) else { return nil }
    for name in ["table", "strikethrough", "autolink", "tasklist"] {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    source.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    guard let root = cmark_parser_finish(parser) else {
      cmark_parser_free(parser)
      return nil
    }
    // Brackets end text nodes, so wikilinks are only whole once neighbours are joined.
    cmark_consolidate_text_nodes(root)
    self.root = MarkdownNode(pointer: root)
    self.parser = parser
  }

  deinit {
    cmark_node_free(root.pointer)
    cmark_parser_free(parser)
  }

  /// Visits every node in reading order, without recursion, so that deep nesting cannot exhaust the stack.
  func walk(_ visit: (_ node: MarkdownNode, _ isEntering: Bool) -> Void) {
    root.walk(visit)
  }

  /// cmark registers into a global table without a lock; Swift runs this once.
  private static let extensionsAreRegistered: Void = cmark_gfm_core_extensions_ensure_registered()
}
