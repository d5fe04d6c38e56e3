import Diagnostics
import TestSupport
import Testing

/// How texts are written: links, tables, sentences, abbreviations.
struct StyleTests {
  private func guide(_ text: String) -> String { "-- guides/a.md --\n---\ntitle: A\n---\n\n\(text)\n" }

  @Test(arguments: ["here", "Click here", "**read more**", "ici", "هنا", "More…"])
  func reportsWordsThatSayNothing(_ words: String) throws {
    let found = try findings(in: guide("See [\(words)](https://a.example/x) now."), of: .vagueLink)
    #expect(found.count == 1)
  }

  @Test func takesWordsThatNameThePage() throws {
    let text = "See [the rules here](https://a.example/x), https://a.example/y and [[a|more on this]]."
    #expect(try findings(in: guide(text), of: .vagueLink) == [])
  }

  @Test func findsTheWordsOfALinkBehindEscapesAndInTables() throws {
    let text =
      "A \\* and &amp; [1️⃣here](https://a.example/x).\n\n| A | B |\n| - | - |\n| x | [2️⃣this](https://a.example/y) |"
    #expect(try findings(in: guide(text), of: .vagueLink) == ["guides/a.md 1️⃣ vague-link", "guides/a.md 2️⃣ vague-link"])
  }

  @Test func asksForTheHeadOfATableOnly() throws {
    #expect(try findings(in: guide("| | B |\n| - | - |\n| x | y |"), of: .tableWithoutHeader) == [])
    #expect(try findings(in: guide("1️⃣| | |\n| - | - |\n| x | y |"), of: .tableWithoutHeader).count == 1)
  }

  @Test func countsTheWordsOfASentenceAcrossLinesAndMarks() throws {
    let words = { (count: Int) in (0..<count).map { "w\($0)" }.joined(separator: " ") }
    #expect(
      try findings(in: guide("Go. 1️⃣W\(words(20)) *\(words(10))*\n\(words(11))."), of: .longSentence) == [
        "guides/a.md 1️⃣ long-sentence"
      ])
    #expect(try findings(in: guide("- \(words(25))\n- \(words(25))"), of: .longSentence) == [])
  }

  /// Where no spaces stand between words, what stands between spaces is no word.
  @Test(arguments: [("en", 1), ("zh", 0), ("ja", 0), ("th", 0)])
  func measuresNoTextWithoutSpacesBetweenWords(_ language: String, _ count: Int) throws {
    let hub =
      "-- hub.yaml --\ntitle: A\naddress: https://a.example/\nlanguage: \(language)\ntime_zone: UTC\nsections: [{folder: guides, kind: guide, title: G}]\n"
    let text = Array(repeating: "telecommunications standardisation", count: 60).joined(separator: " ")
    #expect(try findings(in: hub + guide("\(text)."), of: .hardToRead).count == count)
    #expect(try findings(in: hub + guide("\(text)."), of: .longSentence).count == count)
  }

  /// A full stop before a quotation mark or a bracket that closes ends a sentence too; one before a small letter ends none.
  @Test(arguments: [
    (".", 0), (".)", 0), (".\"", 0), (".')", 0), (".]", 0), ("!", 0), ("?", 0), ("…", 0), (".”", 0), (".»", 0),
    ("。", 0),
    ("؟", 0), (",", 1), (")", 1), ("\"", 1), (".) and", 1), (". and", 1), ("…” and", 1), (".x", 1), (".) é", 1),
  ])
  func endsSentences(_ end: String, _ count: Int) throws {
    let words = { (count: Int) in (0..<count).map { "W\($0)" }.joined(separator: " ") }
    #expect(try findings(in: guide("\(words(21))\(end) \(words(21))."), of: .longSentence).count == count)
  }

  /// A dash alone is no word.
  @Test func countsWordsAndNoSigns() throws {
    let words = { (count: Int) in (0..<count).map { "w\($0)" }.joined(separator: " – ") }
    #expect(try findings(in: guide(words(40)), of: .longSentence).count == 0)
    #expect(try findings(in: guide(words(41)), of: .longSentence).count == 1)
  }

  @Test func reportsTheThreeLongestSentences() throws {
    let text = (41...45).map { count in (0..<count).map { "w\($0)" }.joined(separator: " ") + "." }.joined(
      separator: "\n\n")
    #expect(try findings(in: guide(text), of: .longSentence).count == 3)
  }

  @Test func reportsAnAbbreviationOnceInTheHub() throws {
    let site = try SiteFixture(
      guide("Of the XYZ, and the XYZ.") + guide("The XYZ again.").replacing("a.md", with: "b.md"))
    let found = try check(site).filter { $0.code == .unexplainedAbbreviation }
    #expect(found.map(\.message) == ["an abbreviation is explained, and 'XYZ' is not; 1 more page uses it"])
  }

  @Test(arguments: [
    "The Xylophone Years Zone (XYZ) and the XYZ.", "The XYZ (Xylophone Years Zone).", "The `XYZ` command.",
    "As A/XYZ/12 says.", "Chapter XIV.", "> [!NOTE]\n> Text.", "XYZ IN A LINE OF CAPITALS",
  ])
  func knowsWhatNeedsNoExplanation(_ text: String) throws {
    #expect(try findings(in: guide(text), of: .unexplainedAbbreviation) == [])
  }

  @Test func takesTheGlossaryForAnExplanation() throws {
    let hub =
      guide("The XYZ and its XYZs.")
      + "-- glossary/a.yaml --\n- {id: x, title: Zone, abbreviation: XYZ, meaning: A zone.}\n"
    #expect(try findings(in: hub, of: .unexplainedAbbreviation) == [])
  }
}
