import CCmarkGFM

/// A parsed Markdown document: the only owner of its cmark nodes, which it frees.
///
/// Nothing outside this file, `MarkdownNode.swift` and `NodeKind.swift` touches a C pointer.
struct MarkdownTree: ~Copyable {
  let root: MarkdownNode

  /// Parses CommonMark with GitHub's tables, strikethrough, autolinks, task lists and footnotes; nil only without memory.
  ///
  /// The bytes are valid UTF-8. Neighbouring texts come joined, so that wikilinks are whole, and with exact positions.
  init?(parsing source: UnsafeBufferPointer<UInt8>) {
    _ = Self.extensionsAreRegistered
    // Footnotes cost two walks through the tree, even where there are none.
    let footnotes = source.firstOffset(of: "[^") == nil ? 0 : CMARK_OPT_FOOTNOTES
    guard let parser = cmark_parser_new(CMARK_OPT_SOURCEPOS | footnotes) else { return nil }
    defer { cmark_parser_free(parser) }
    let needsInlineExtensions = InlineExtensions.areNeeded(for: source)
    for name in needsInlineExtensions ? Self.blockExtensions + InlineExtensions.names : Self.blockExtensions {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    source.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    let root = needsInlineExtensions ? InlineExtensions.alone { cmark_parser_finish(parser) } : cmark_parser_finish(parser)
    guard let root else { return nil }
    self.root = MarkdownNode(pointer: root)
  }

  deinit {
    cmark_node_free(root.pointer)
  }

  private static let blockExtensions = ["table", "tasklist"]

  /// cmark registers into a global table without a lock; Swift runs this once.
  private static let extensionsAreRegistered: Void = cmark_gfm_core_extensions_ensure_registered()
}
