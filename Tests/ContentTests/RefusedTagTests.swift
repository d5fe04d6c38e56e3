import Diagnostics
import TestSupport
import Testing

@testable import Markdown

/// Raw HTML is refused tag by tag, with what to write in its place, and mended where marks say the same.
struct RefusedTagTests {
  private func read(_ text: String) -> (source: MarkedText, diagnostics: [Diagnostic]) {
    let source = MarkedText(text)
    return (source, readMarkdown(source.text[...], in: source.file()).diagnostics)
  }

  @Test(arguments: [
    ("1️⃣<b>words</b>", "**words**"), ("1️⃣<strong>words</strong>", "**words**"), ("1️⃣<i>words</i>", "*words*"),
    ("1️⃣<em>words</em> and 2️⃣<b>more</b>", "*words* and **more**"), ("1️⃣<del>words</del>", "~~words~~"),
    ("x1️⃣<b>y</b>z", "x**y**z"),
    ("1️⃣<a href=\"https://example.org/a?b\">two words</a>.", "[two words](https://example.org/a?b)."),
    ("1️⃣<A HREF='b.md#c'>words</a>", "[words](b.md#c)"),
  ]) func mendsWhatMarksSay(_ text: String, _ mended: String) {
    let (source, diagnostics) = read(text)
    let places = ["1️⃣ raw-html", "2️⃣ raw-html"]
    #expect(source.faults(diagnostics) == Array(places.prefix(text.contains("2️⃣") ? 2 : 1)))
    #expect(MendedFile.mend(diagnostics).first?.text == mended)
  }

  @Test(arguments: [
    "<b> words</b>", "<b>words </b>", "<b>two * stars</b>", "<b class=\"x\">words</b>", "<b>words", "<b></b>",
    "<b>one\nline</b>", "<u>words</u>", "<b>`code`</b>", "<a href=\"a.md\" class=\"x\">words</a>",
    "<a href=\"a b.md\">words</a>", "<a href=\"a.md?b&amp;c\">words</a>", "<a href=\"\">words</a>",
    "<a name=\"x\">words</a>",
  ]) func leavesToTheWriterWhatMarksMightNotSay(_ text: String) {
    let diagnostics = read(text).diagnostics
    #expect(!diagnostics.isEmpty)
    #expect(MendedFile.mend(diagnostics).isEmpty)
  }

  @Test(arguments: [
    ("a<br>b", "<br>", "End the line with '\\', or leave an empty line for a new paragraph"),
    ("a<BR/>b", "<br>", "End the line with '\\', or leave an empty line for a new paragraph"),
    ("<u>a</u>", "<u>", "Write '*words*' or '**words**'; what is underlined looks like a link"),
    ("<a href=\"https://example.org/\">a</a>", "<a>", "Write '[words](address)'"),
    (
      "<iframe src=\"x\"></iframe>", "<iframe>", "Link to it: '[words](https://…)'; a page loads nothing from elsewhere"
    ),
    ("a </b>", "</b>", "Write '**words**'"),
    ("<custom-tag>", "<custom>", "Write Markdown, or put '\\' before '<' if the sign itself is meant"),
  ]) func saysWhatToWrite(_ text: String, _ tag: String, _ help: String) {
    let diagnostics = read(text).diagnostics
    #expect(diagnostics.map(\.message) == ["content holds no raw HTML, and this is the tag '\(tag)'"])
    #expect(diagnostics.map(\.help) == [help])
  }

  @Test func speaksOfCommentsAsSuch() {
    let diagnostics = read("a <!-- note --> b").diagnostics
    #expect(diagnostics.map(\.message) == ["content holds no raw HTML, and this is a comment"])
  }
}
