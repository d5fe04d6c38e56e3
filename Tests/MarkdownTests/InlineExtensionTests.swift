import Testing

@testable import Markdown

/// Texts that need the extensions wait for each other, so that of two faults the one that only costs time is asking too often.
struct InlineExtensionTests {
  private static func needsThem(_ text: String) -> Bool {
    // Between brackets, of which none belongs to the text.
    Array("](\(text))>".utf8).withUnsafeBufferPointer {
      InlineExtensions.areNeeded(for: UnsafeBufferPointer(rebasing: $0[2..<($0.count - 2)]))
    }
  }

  @Test(arguments: [
    "", "plain *text*", "a:b w.w", "[a](https://a.example)", "é [a](http://a.example/b-c?d) e", "<https://a.example>",
    "x <https://a.example> y", "[a]: https://a.example\n", "a\n\n[a]: https://a.example\n[b]: https://b.example\nc",
    "[a](https://a.example) and <https://b.example>", "[a]\n\n[b]: https://b.example \"t\"", "![a](https://a.example)",
  ])
  func areNotNeededForDestinations(_ text: String) { #expect(!Self.needsThem(text)) }

  @Test(arguments: [
    "~", "~~a~~", "a@example.org", "www.example.org", "https://a.example", "(https://a.example)",
    "see https://a.example/b",
    "[a](https://a.example", "[a](https://a.example b)", "\\<https://a.example>", "a](https://a.example)",
    "[a\\](https://a.example)", "\\[a](https://a.example)", "[a`](https://a.example)", "[a\n](https://a.example)",
    "text\n[a]: https://a.example\n", "[a](https://a.example) https://b.example", "a]: https://a.example\n",
    "[a] https://a.example\n", "<https://a.example)", "://", "<https://a.example b>", "[[a](https://a.example)](://",
  ])
  func areNeededForWhatMayBecomeALink(_ text: String) { #expect(Self.needsThem(text)) }
}
