import Diagnostics
import Formats
import TestSupport
import Testing

@testable import Markdown

struct TextLinkTests {
  private func read(_ text: String) -> (body: MarkdownBody, source: MarkedText, diagnostics: [Diagnostic]) {
    let source = MarkedText(text)
    let (body, diagnostics) = readMarkdown(source.text[...], in: source.file())
    return (body, source, diagnostics)
  }

  @Test(arguments: ["1️⃣[here]()", "1️⃣[x](<>)", "a 1️⃣[word](  ) b"]) func refusesALinkToNothing(_ text: String) {
    let (_, source, diagnostics) = read(text)
    #expect(source.faults(diagnostics) == ["1️⃣ empty-link"])
  }

  @Test func namesTheHeadingThatAWikilinkLeadsTo() {
    let (body, _, diagnostics) = read("See [[#key-dates]] and [[#key-dates|the days]].\n\n## Key dates\n")
    #expect(diagnostics.isEmpty)
    #expect(body.wikilinks.map(\.label) == ["Key dates", "the days"])
  }

  @Test func saysHowAWikilinkStandsInATable() throws {
    let (_, source, diagnostics) = read("| a |\n| - |\n| 1️⃣[[x|words]] |\n")
    #expect(source.faults(diagnostics) == ["1️⃣ unclosed-wikilink"])
    #expect(
      diagnostics.map(\.help) == ["Write '\\|' between the name and the words, as in '[[name\\|words]]'"])
  }

  @Test func namesAWikilinkThatIsOpenedTwice() {
    let (body, source, diagnostics) = read("1️⃣[[a and [[b]] and 2️⃣[[c")
    #expect(source.faults(diagnostics) == ["1️⃣ unclosed-wikilink", "2️⃣ unclosed-wikilink"])
    #expect(body.wikilinks.map(\.target) == ["b"])
  }

  /// Whether an address becomes a link does not hang on what else the page holds.
  @Test(arguments: [
    "go to https://example.org/a", "\\[a](https://example.org/a", "](https://example.org/a)",
    "<https://example.org/a b>",
    "[a] (https://example.org/a)", "text\n[a]: https://example.org/a", "[a](https://example.org/a",
    "`[`](https://example.org/a)",
    "[a](https://example.org/a)", "<https://example.org/a>", "[a]: https://example.org/a\n\n[a]",
  ]) func linksAddressesWhateverElseThePageHolds(_ text: String) {
    func links(_ text: String) -> Int {
      String(decoding: read(text).body.html, as: UTF8.self).split(separator: "<a href").count - 1
    }
    #expect(links(text) == links(text + "\n\nAnd ~this~ too."))
  }
}
