import Diagnostics
import Glibc
import Markdown
import Testing

/// A text that somebody wrote to bring the reader down.
struct HostileText: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  /// The faults as `line: message`, each message once; empty where it is read as it is.
  let faults: [String]

  var testDescription: String { name }

  init(_ name: String, _ text: String, _ faults: String...) {
    self.name = name
    self.text = text
    self.faults = faults
  }
}

private func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

private func refusal(_ what: String, line: Int = 1) -> String {
  "\(line): a text keeps within reason, and this has \(what)"
}

/// What is deep, long or unclosed: read in time that grows with its length, or refused in words.
struct HostileTextTests {
  /// In seconds of the processor, which no other process makes longer; a build without optimisation takes most of them.
  private static let longest = 4.0

  static let unclosed = [
    HostileText("unclosed brackets", times(25_000, "["), "1: a wikilink ends with ']]' on its line"),
    HostileText("unclosed images", times(25_000, "![")),
    HostileText("unclosed wikilinks", times(25_000, "[[a "), "1: a wikilink ends with ']]' on its line"),
    HostileText("unclosed links", times(25_000, "[a]("), refusal("25000 links in one paragraph")),
    HostileText("unclosed links in angle brackets", times(25_000, "[a](<b"), refusal("25000 links in one paragraph")),
    HostileText("unclosed titles", times(25_000, "[a](b \""), refusal("25000 links in one paragraph")),
    HostileText("unclosed footnotes", times(25_000, "[^a")),
    HostileText("unclosed definitions", times(25_000, "[a]:\n"), refusal("13514 links in one paragraph")),
    HostileText("unclosed emphasis", times(25_000, "*a ")),
    HostileText("unclosed alternating emphasis", times(25_000, "*a _b ")),
    HostileText("unclosed strikethrough", times(25_000, "~~a ")),
    HostileText(
      "unclosed code", (1...1_500).map { times($0, "`") }.joined(separator: "a"),
      refusal("1125750 marks on 1 lines in one paragraph")),
    HostileText("unclosed tags", times(25_000, "<a ")),
    HostileText("unclosed comments", times(25_000, "a <!-- "), refusal("25000 times '<?' or '<!' in one paragraph")),
    HostileText(
      "unclosed processing instructions", times(25_000, "a <?"), refusal("25000 times '<?' or '<!' in one paragraph")),
    HostileText("unclosed declarations", times(25_000, "a <!A "), refusal("25000 times '<?' or '<!' in one paragraph")),
    HostileText(
      "unclosed unparsed sections", times(25_000, "a <![CDATA["), refusal("25000 times '<?' or '<!' in one paragraph")),
    HostileText("unclosed entities", times(25_000, "&a")),
    HostileText("unclosed numbered entities", times(25_000, "&#1")),
    HostileText(
      "unclosed fences", times(25_000, "```{a\n\n~~~\n\n"),
      refusal("more links and marks than one page takes", line: 90909)),
    HostileText("unclosed backslashes", times(50_001, "\\")),
    HostileText("unclosed mailboxes", times(25_000, "a@")),
    HostileText("unclosed addresses", times(25_000, "www.a_"), refusal("an address that goes on and on")),
    HostileText("unclosed schemes", times(25_000, "https://")),
    HostileText(
      "unclosed everything", times(3_000, "[![<*_~`&\\\"'(|@www.:/"), refusal("an address that goes on and on")),
  ]

  static let nested = [
    HostileText(
      "nested brackets", times(25_000, "[") + "a" + times(25_000, "]"), refusal("25000 links in one paragraph")),
    HostileText(
      "nested wikilinks", times(25_000, "[[") + "a" + times(25_000, "]]"), refusal("50000 links in one paragraph")),
    HostileText(
      "nested links", times(25_000, "[") + "a" + times(25_000, "](b)"), refusal("25000 links in one paragraph")),
    HostileText("nested images", times(500, "![") + "a" + times(500, "](b)")),
    HostileText("nested emphasis", times(25_000, "*") + "a" + times(25_000, "*")),
    HostileText(
      "nested pairs of emphasis", times(25_000, "*a **a ") + "b" + times(25_000, "* a** a"),
      refusal("100000 marks on 1 lines in one paragraph")),
    HostileText(
      "nested pairs of strikethrough", times(25_000, "~a ~~a ") + "b" + times(25_000, "~ a~~ a"),
      refusal("100000 marks on 1 lines in one paragraph")),
    HostileText("nested quotes", times(25_000, ">") + "a", refusal("25000 levels of quotes and lists")),
    HostileText("nested lists", times(25_000, "- ") + "a", refusal("25000 levels of quotes and lists")),
    HostileText("nested numbered lists", times(25_000, "1. ") + "a", refusal("25000 levels of quotes and lists")),
    HostileText("nested quotes and lists", times(25_000, "> - ") + "a", refusal("50000 levels of quotes and lists")),
    HostileText(
      "nested indented lists", (0..<1_000).map { times($0, "  ") + "- a\n" }.joined(),
      refusal("51 levels of quotes and lists", line: 51)),
    HostileText("nested footnotes", times(25_000, "[^a]: ") + "a", refusal("25000 levels of quotes and lists")),
    HostileText(
      "nested brackets of addresses", "http://a" + times(25_000, "(") + times(25_000, ")"),
      refusal("an address that goes on and on")),
  ]

  static let many = [
    HostileText(
      "many footnotes", (1...5_000).map { "a[^\($0)]\n\n" }.joined() + (1...5_000).map { "[^\($0)]: b\n" }.joined()),
    HostileText(
      "many unused footnotes", (1...25_000).map { "[^\($0)]: a\n" }.joined(), refusal("13507 links in one paragraph")),
    HostileText("many missing footnotes", times(25_000, "[^a] "), refusal("25000 links in one paragraph")),
    HostileText("many references to a footnote", times(5_000, "a[^1]\n\n") + "[^1]: b\n"),
    HostileText(
      "many definitions", (1...25_000).map { "[\($0)]: b\n" }.joined(), refusal("13514 links in one paragraph")),
    HostileText(
      "many uses of a long definition", times(5_000, "[a]\n\n") + "[a]: /" + times(100_000, "b"),
      refusal("long definitions of links, often used")),
    HostileText("many headings", times(5_000, "## Same\n")),
    HostileText("many underlined headings", times(5_000, "Same\n---\n"), refusal("a table of 3267 cells")),
    HostileText(
      "many cells", times(1_000, "|a") + "\n" + times(1_000, "|-") + "\n" + times(1_000, "|a\n"),
      refusal("a table of 246245 cells")),
    HostileText("many columns", times(25_000, "|a") + "\n" + times(25_000, "|-"), refusal("a table of 25000 cells")),
    HostileText("many tables", times(5_000, "|a|\n|-|\n|b|\n\n")),
    HostileText("many items", times(25_000, "- a\n")),
    HostileText("many tasks", times(25_000, "- [ ] a\n"), refusal("13507 links in one paragraph")),
    HostileText("many blocks", times(5_000, "```{a}\n```\n")),
    HostileText(
      "many wikilinks", times(10_000, "[[a]]\n\n"), refusal("more links and marks than one page takes", line: 14285)),
    HostileText("many tags", times(25_000, "<b>\n\n"), "1: content holds no raw HTML, and this is the tag '<b>'"),
    HostileText("many hard breaks", times(25_000, "a\\\n")),
  ]

  static let long = [
    HostileText("a long word", times(1_000_000, "a")),
    HostileText("a long wide word", times(300_000, "日")),
    HostileText("a long word of marks", "e" + times(500_000, "\u{301}")),
    HostileText("a long stretch of white space", times(1_000_000, " ")),
    HostileText("a long row of tabs", times(1_000_000, "\t")),
    HostileText("a long row of number signs", "#" + times(1_000_000, "#")),
    HostileText("a long rule", times(1_000_000, "-")),
    HostileText("a long fence", times(1_000_000, "`"), refusal("1000000 marks on 1 lines in one paragraph")),
    HostileText("a long row of empty lines", times(1_000_000, "\n")),
    HostileText("a long row of returns", times(1_000_000, "\r")),
    HostileText("a long row of NUL bytes", times(100_000, "\0")),
    HostileText("a long wikilink", "[[" + times(1_000_000, "a") + "]]"),
    HostileText("a long address", "[a](" + times(100_000, "b/../") + ")"),
    HostileText("a long name of a block", "```{" + times(500_000, "a") + "}\n```"),
    HostileText(
      "a long line of a paragraph", times(50_000, "word and, word. ") + "[[a]] <b>",
      "1: content holds no raw HTML, and this is the tag '<b>'"),
    HostileText(
      "a long paragraph", times(20_000, "word and, word.\n") + "[[a]] <b>",
      "20001: content holds no raw HTML, and this is the tag '<b>'"),
  ]

  @Test(.timeLimit(.minutes(5)), arguments: unclosed + nested + many + long)
  func readsOrRefusesInTime(_ hostile: HostileText) {
    let file = SourceFile(path: "a.md", text: hostile.text)
    let start = processorSeconds()
    let (body, diagnostics) = readMarkdown(Substring(hostile.text), in: file)
    #expect(processorSeconds() - start < Self.longest)
    var messages: Set<String> = []
    let faults = diagnostics.filter { messages.insert($0.message).inserted }.map {
      "\($0.range.start.line): \($0.message)"
    }
    #expect(faults == hostile.faults)
    if diagnostics.contains(where: { $0.code == .tooComplex }) { #expect(body.isEmpty) }
    #expect(diagnostics.allSatisfy { isWithinItsFile($0.range) })
  }

  /// Seconds of the processor that this thread took.
  private func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// Whether a place can be found in its file: its line is there, and its columns are at most one past the line's end.
func isWithinItsFile(_ range: SourceRange) -> Bool {
  guard let line = range.file.line(range.start.line) else { return false }
  return range.start.column >= 1 && range.start.column <= range.end.column
    && range.end.column <= line.unicodeScalars.count + 1
}
