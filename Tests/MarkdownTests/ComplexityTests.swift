import Diagnostics
import Markdown
import Testing

/// What is refused because cmark would take too long over it, or read memory that it has freed.
struct ComplexityTests {
  private static func faults(_ text: String, firstLine: Int = 1) -> [String] {
    let file = SourceFile(path: "a.md", text: String(repeating: "\n", count: firstLine - 1) + text)
    let (body, diagnostics) = readMarkdown(Substring(text), in: file, firstLine: firstLine)
    #expect(body.isEmpty == !diagnostics.isEmpty)
    return diagnostics.map { diagnostic in
      #expect(diagnostic.code == .tooComplex)
      #expect(
        diagnostic.help == "Put a backslash before marks that are meant as text, or cut the text into several pages")
      return "\(diagnostic.range.start.line):\(diagnostic.range.start.column): \(diagnostic.message)"
    }
  }

  private static let hat = "a text keeps within reason, and this has a '^' written as an entity behind '['"

  /// cmark takes each of these for the mark of a footnote, and reads freed memory on its way back.
  @Test(arguments: ["&Hat;", "&#94;", "&#0094;", "&#x5E;", "&#x5e;", "&#X05E;"])
  func refusesAFootnotesMarkThatIsWrittenAsAnEntity(_ entity: String) {
    #expect(Self.faults("a\n\n- b [\(entity)c] d[^1]\n\n[^1]: e\n", firstLine: 5) == ["7:1: \(Self.hat)"])
    #expect(Self.faults("![\(entity)c](d)") == ["1:1: \(Self.hat)"])
  }

  @Test(arguments: [
    "[&hat;a]", "[&Hat a]", "[&Hats;a]", "[&#95;a]", "[&#x5F;a]", "[&#xA9;a]", "[&#a]", "[&#94 ;a]", "[&#x;a]",
    "[&#;a]",
    "[ &Hat;a]", "&Hat;[a]", "[&amp;Hat;]", "[", "[&", "[&#", "[&#94",
  ])
  func readsWhatOnlyLooksLikeOne(_ text: String) {
    #expect(Self.faults("\(text) b[^1]\n\n[^1]: c\n") == [])
  }

  @Test(arguments: [">", "> ", "- ", "* ", "+ ", "1. ", "23) "])
  func readsFiftyLevels(_ mark: String) {
    func nested(_ levels: Int) -> String { "a\n\n" + String(repeating: mark, count: levels) + "b" }
    #expect(Self.faults(nested(51)) == ["3:1: a text keeps within reason, and this has 51 levels of quotes and lists"])
    #expect(Self.faults(nested(50)) == [])
  }

  @Test func countsFootnotesWithinFootnotes() {
    #expect(
      Self.faults(String(repeating: "[^a]: ", count: 51) + "b")
        == ["1:1: a text keeps within reason, and this has 51 levels of quotes and lists"])
  }

  /// An item's text may be indented as far as its list is deep, and a deep list stays deep until the end.
  @Test func countsTheIndentationBeforeMarks() {
    #expect(Self.faults(String(repeating: " ", count: 98) + "- a") == [])
    #expect(
      Self.faults(String(repeating: " ", count: 100) + "- a")
        == ["1:1: a text keeps within reason, and this has 51 levels of quotes and lists"])
    #expect(
      Self.faults("a\n" + String(repeating: "\t", count: 25) + "- a")
        == ["2:1: a text keeps within reason, and this has 51 levels of quotes and lists"])
    #expect(Self.faults(String(repeating: " ", count: 1_000) + "a") == [])
  }

  /// Each is the heaviest of its kind; half as many would be read.
  @Test(arguments: [
    ("*a [b](c) ", 5_000, "links among"), ("![a](b) ", 5_000, "links among"), ("a <? ", 10_000, "times '<?' or '<!'"),
  ])
  func saysWhatThereIsTooMuchOf(_ piece: String, _ count: Int, _ what: String) {
    let faults = Self.faults("a\n\n" + String(repeating: piece, count: count))
    #expect(faults.count == 1)
    #expect(faults.first?.contains(what) == true, "\(faults)")
  }

  @Test func saysWhenTheWholeTextIsTooMuch() {
    #expect(
      Self.faults(String(repeating: "[a](b)\n\n", count: 20_000)).map { $0.replacing(/^\d+/, with: "N") }
        == ["N:1: a text keeps within reason, and this has more links and marks than one page takes"])
  }

  /// What cmark goes back and forth between are the marks of one paragraph.
  @Test func readsInParagraphsWhatItRefusesInOne() {
    let line = String(repeating: "*a [b](c) ", count: 400) + "\n"
    #expect(Self.faults(String(repeating: line, count: 12)).count == 1)
    #expect(Self.faults(String(repeating: line + "\n", count: 12)) == [])
  }

  private static let expansion = "a text keeps within reason, and this has long definitions of links, often used"
  private static let uses = String(repeating: "[a]\n\n", count: 300)

  /// cmark copies what a definition holds for each use; a title may go on over lines that look like other definitions.
  @Test(arguments: [("\"", "\""), ("'", "'"), ("(", ")")])
  func refusesTheUsesOfALongTitle(_ open: String, _ close: String) {
    let lines = String(repeating: "[x y\n", count: 20_000)
    #expect(Self.faults("\(Self.uses)[a]: b \(open)c\n\(lines)\(close)\n") == ["1:1: \(Self.expansion)"])
    #expect(Self.faults("\(Self.uses)[a]: b\n\(open)c\n\(lines)\(close)\n") == ["1:1: \(Self.expansion)"])
    // A title that ends on its line, and a sign within a word, open nothing.
    #expect(Self.faults("\(Self.uses)[a]: b \(open)c\(close)\n\(lines)") == [])
    #expect(Self.faults("\(Self.uses)[a]: b\(open)c\n\(lines)") == [])
    // An end with a backslash is none.
    #expect(Self.faults("\(Self.uses)[a]: b \(open)c\\\(close)\n\(lines)\(close)\n") == ["1:1: \(Self.expansion)"])
  }

  @Test func refusesTheUsesOfALongAddressOrName() {
    let long = String(repeating: "x", count: 100_000)
    #expect(Self.faults("\(Self.uses)[a]: /\(long)\n") == ["1:1: \(Self.expansion)"])
    #expect(Self.faults("\(Self.uses)[a\n\(long)]: /b\n") == ["1:1: \(Self.expansion)"])
    #expect(Self.faults("\(Self.uses)> [a]:\n> /\(long)\n") == ["1:1: \(Self.expansion)"])
    // Half as long, or used less, or without a colon.
    #expect(Self.faults("\(Self.uses)[a]: /\(long.prefix(50_000))\n") == [])
    #expect(Self.faults("[a]\n\n[a]: /\(long)\n") == [])
    #expect(Self.faults("\(Self.uses)[a] /\(long)\n") == [])
  }

  /// A long text of the usual marks stays far below what is refused.
  @Test func readsTheLongestBook() {
    let chapter = """
      ## A chapter

      The *first* paragraph has a [link](a.md), a [[wikilink]], `code` and a footnote[^1]. It goes on, **and on**, as
      texts do; https://example.org/ is an address. See <https://example.org/> & “quotes”, a_b and 1 < 2.

      - [x] Done with [this](b.md)
      - [ ] And *that*

      > Quoted ~~words~~

      | A | B | C |
      | --- | :-: | --: |
      | a | *b* | [c](d.md) |

      """
    #expect(Self.faults(String(repeating: chapter, count: 500) + "\n[^1]: Note.\n") == [])
  }

  @Test func saysTwoHundredFaultsAndNoMore() {
    let text = String(repeating: "<b>\n\n[^x] ![](a.png) [[]]\n\n# \n\n", count: 100)
    let file = SourceFile(path: "a.md", text: text)
    #expect(readMarkdown(Substring(text), in: file).diagnostics.count == 200)
  }
}
