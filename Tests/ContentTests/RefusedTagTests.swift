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
    ("x1️⃣<b>y</b>z", "x**y**z"), ("un1️⃣<b>believ</b>able, un2️⃣<i>x</i>a", "un**believ**able, un*x*a"),
    ("a (1️⃣<b>b</b>), *c*", "a (**b**), *c*"), ("| a |\n| - |\n| 1️⃣<b>b</b> |", "| a |\n| - |\n| **b** |"),
    ("*a 1️⃣<b>b</b> c*", "*a **b** c*"), ("1️⃣<b>Über</b>, 2️⃣<i>«x»</i>", "**Über**, *«x»*"),
    ("\"1️⃣<i>a</i>\"", "\"*a*\""),
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
    "<a name=\"x\">words</a>", "un<b>\"believ\"</b>able", "*un<b>x</b>able*", "*<b>x</b>*", "<b>a</b><b>b</b>",
    "<b>\u{A0}a</b>", "| a | b |\n| - | - |\n| <b>a|b</b> |", "a<i>(b)</i>c", "2 * x<i>y</i>z", "x<i>€y</i>z",
    "[[a|<b>b</b>]]", "!<a href=\"a.md\">words</a>", "<a href=\"a.md\">^1</a>", "<a href=\"a.md\">a</a>(b)",
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

  @Test(arguments: [
    "un<b>believ</b>able", "a (<i>b</i>), c", "<b>a b</b>: c", "*a <b>b</b> c*", "x <del>y</del>, z",
    "<i>«x»</i> a<b>b</b>c",
    "- <b>a</b>\n- b<i>c</i>", "> <b>a</b>.", "# <i>a</i>b", "1<b>2</b>3<i>4</i>5",
  ]) func writesMarksThatAreReadAsTheTags(_ text: String) throws {
    let mended = try #require(MendedFile.mend(read(text).diagnostics).first).text
    var expected = text
    for (tag, element) in [("b", "strong"), ("i", "em")] {
      expected = expected.replacing("<\(tag)>", with: "{\(element)}").replacing("</\(tag)>", with: "{/\(element)}")
    }
    expected = expected.replacing("<del>", with: "{del}").replacing("</del>", with: "{/del}")
    let html = readableBody(of: mended)
    for part in expected.split(whereSeparator: { " \n*".contains($0) }) where part.contains("{") {
      let element = part.replacing("{", with: "<").replacing("}", with: ">")
      #expect(html.contains(element), "\(element) in \(html)")
    }
  }

  private func readableBody(of text: String) -> String {
    let html = readMarkdown(text[...], in: MarkedText(text).file()).body.html
    return String(decoding: html[0..<html.count], as: UTF8.self)
  }
}
