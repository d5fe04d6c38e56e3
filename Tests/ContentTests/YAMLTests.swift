import Diagnostics
import Languages
import TestSupport
import Testing

@testable import Content

/// Front matter with one fault, marked, and the rule it breaks.
struct BrokenYAML: Sendable, CustomTestStringConvertible {
  let lines: String
  let code: DiagnosticCode
  let message: String

  init(_ lines: String, _ code: DiagnosticCode = .invalidYAML, _ message: String) {
    (self.lines, self.code, self.message) = (lines, code, message)
  }

  var testDescription: String { lines }
}

private let indentedByTab = "fields are indented with spaces, and this line with a tab"
private let notClosedHere =
  "nothing follows closed quotes or brackets on a line, and the lines of a list are indented alike"

private let brokenTexts = [
  BrokenYAML("title: A\nsummary: Busan1️⃣: a dispatch", .invalidYAML, "a text that holds ': ' stands in quotes"),
  BrokenYAML("title: 1️⃣\"A", .invalidYAML, "quotes are closed"),
  BrokenYAML("title: 1️⃣'A\nsummary: B", .invalidYAML, "quotes are closed"),
  BrokenYAML("title: A\ntags: 1️⃣[a, b\nsummary: B", .invalidYAML, "brackets are closed"),
  BrokenYAML("title: A\ntags: [a, b: 1️⃣{c]", .invalidYAML, "brackets are closed"),
  BrokenYAML("title: A\n1️⃣\tsummary: B", .invalidYAML, indentedByTab),
  BrokenYAML("title: 1️⃣@itu", .invalidYAML, "a text that begins with '@' stands in quotes"),
  BrokenYAML("title: 1️⃣`code`", .invalidYAML, "a text that begins with '`' stands in quotes"),
  BrokenYAML("title: A\ntags:\n1️⃣\t- b", .invalidYAML, indentedByTab),
  BrokenYAML("title: 1️⃣**bold**", .invalidYAML, "a text that begins with '*' stands in quotes"),
  BrokenYAML("title: 1️⃣*nobody", .invalidYAML, "a text that begins with '*' stands in quotes"),
  BrokenYAML("title: \"a1️⃣\\qb\"", .invalidYAML, "a backslash within \"…\" is written twice"),
  BrokenYAML(
    "title: A\n1️⃣  summary: B", .invalidYAML,
    "a field is indented like its neighbours, and this one is indented by 2, they by 0"),
  BrokenYAML("title: \"A\" 1️⃣B", .invalidYAML, notClosedHere),
  BrokenYAML("title: 'It'1️⃣s ours'", .invalidYAML, notClosedHere),
  BrokenYAML("title: A\n1️⃣summary\nshort: B", .invalidYAML, "a field is written as 'name: value'"),
  BrokenYAML("title: A\n1️⃣- b", .invalidYAML, notClosedHere),
  BrokenYAML("title: A\ntags:\n  - a\n  1️⃣b: c", .invalidYAML, "each item of a list begins with '- '"),
  BrokenYAML("title: 1️⃣- b", .invalidYAML, "a list begins on a line of its own"),
  BrokenYAML("title: | 1️⃣b", .invalidYAML, "the text after | or > begins on the next line"),
  BrokenYAML("title: A\n1️⃣[a, b]: c", .invalidYAML, "the name of a field is a word"),
  BrokenYAML("title: A\n? 1️⃣{a: b}\n: c", .invalidYAML, "the name of a field is a word"),
  BrokenYAML("title: 1️⃣\"bell \\a\"", .invalidYAML, "a text holds no control characters"),
  BrokenYAML("title: 1️⃣\"\\0\"", .invalidYAML, "a text holds no control characters"),
  BrokenYAML("title: A\nsummary: B\n1️⃣title: C", .duplicateField, "a field is given once, and 'title' is given twice"),
  BrokenYAML(
    "title: A\nimage:\n  file: a\n  alt: b\n\n  1️⃣file : c", .duplicateField,
    "a field is given once, and 'file' is given twice"),
  BrokenYAML(
    "title: A\nimage: {1️⃣file: a, file: c}", .duplicateField, "a field is given once, and 'file' is given twice"),
  BrokenYAML(
    "title: A\nsources:\n  - title: B\n    url: x\n    1️⃣title: C", .duplicateField,
    "a field is given once, and 'title' is given twice"),
  BrokenYAML("title: &a A\n1️⃣summary: *a", .tooComplex, "every value is written out, and '*a' is an alias"),
  BrokenYAML(
    "x: &x [lol]\n1️⃣y: &y [*x, *x]\nz: [*y, *y]", .tooComplex, "every value is written out, and '*x' is an alias"),
  BrokenYAML("1️⃣a: " + String(repeating: "[", count: 61), .tooComplex, "fields are nested at most 60 levels deep"),
  BrokenYAML("a:\n1️⃣" + String(repeating: "{x: ", count: 100), .tooComplex, "fields are nested at most 60 levels deep"),
  BrokenYAML(
    "1️⃣a: '" + String(repeating: ",", count: 50_001) + "'", .tooComplex,
    "the fields of a file take at most 50000 lines and commas"),
]

@Test(arguments: brokenTexts)
func reportsBrokenYAMLAtItsPlace(_ broken: BrokenYAML) throws {
  let site = try SiteFixture("-- guides/a.md --\n---\n\(broken.lines)\n---\nText\n")
  let (content, diagnostics) = site.read()
  #expect(diagnostics.map(\.message) == [broken.message])
  #expect(site.faults(diagnostics) == ["guides/a.md 1️⃣ \(broken.code.rawValue)"])
  #expect(content?.unread.ids == [DocumentID(folder: "guides", name: "a")])
}

@Test func pointsAtTheFirstOfTwoFields() throws {
  let site = try SiteFixture("-- guides/a.md --\n---\n1️⃣title: A\n2️⃣title: B\n---\n")
  let diagnostic = try #require(site.read().diagnostics.first)
  #expect(diagnostic.notes.map { site.place(of: $0.range) } == ["guides/a.md 1️⃣"])
  #expect(diagnostic.range.coveredText == "title")
}

@Test(arguments: [
  "title: AT&T and *stars* everywhere", "title: R&D *a", "title: 'a &b *c'", "title: A\nsummary: a [b", "title: A]]]",
  "title: 'it is !a &b'", "title: |\n  !a\n  &b\nsummary: >\n  !a", "title: A !b\nsummary: C\n  !d",
])
func takesSignsWithinTexts(_ line: String) throws {
  #expect(try SiteFixture("-- guides/a.md --\n---\n\(line)\n---\n").readFaults() == [])
}

/// What is missing at the end of a file is found behind its last line, where there is no place.
@Test(arguments: ["{", "{\n", "title: {a: [", "title: 'a", "- ["])
func placesWhatIsMissingAtTheEndWithinTheFile(_ text: String) throws {
  let file = SourceFile(path: "site-content/hub.yaml", text: text)
  guard case .failure(let found) = YAMLSource(file: file).parse(text[...]) else {
    Issue.record("'\(text)' was read")
    return
  }
  #expect(file.byteOffset(of: found.diagnostic.range.start) != nil)
}

@Test func refusesAliasesAsKeysWithoutFollowingThem() throws {
  var lines = ["a0: &a0 [x, x]"]
  for level in 1..<40 { lines.append("? &a\(level) [*a\(level - 1), *a\(level - 1)]\n: b") }
  let faults = try SiteFixture("-- guides/a.md --\n---\n\(lines.joined(separator: "\n"))\n---\n").readFaults()
  #expect(faults == ["guides/a.md 3:1 too-complex"])
}

/// Nesting that the pre-check does not see, because quotes hide closing brackets from it, meets the parser's own
/// limit.
@Test(.timeLimit(.minutes(15)), arguments: ["- ", "? ", "[']', ", "{']': "])
func refusesNestingHoweverItIsWritten(_ piece: String) throws {
  let site = try SiteFixture("")
  try site.write(Array(("---\na: \n " + String(repeating: piece, count: 20_000) + "\n---\n").utf8), to: "guides/a.md")
  #expect(site.readFaults().count == 1)
}

@Test func refusesNestingByIndentation() throws {
  let lines = (0..<1_500).map { String(repeating: " ", count: $0) + "a:" }
  let faults = try SiteFixture("-- issues/a.yaml --\n\(lines.joined(separator: "\n"))\n").readFaults()
  #expect(faults == ["issues/a.yaml 1000:1 too-complex"])
}

@Test func keepsTheTextOfEveryScalar() throws {
  let source = YAMLSource(file: SourceFile(path: "a", text: ""))
  let node = try source.parse(
    """
    date: 2026-11-09
    number: 0x1F
    no: no
    quoted: "a\\u00e9"
    folded: >-
      one
      two
    literal: |
      one
      two
    empty:
    null: ~
    """
  ).get()
  guard case .fields(let fields)? = node?.content else { throw Surprise("no fields") }
  #expect(
    fields.map { $0.value.text } == [
      "2026-11-09", "0x1F", "no", "aé", "one two", "one\ntwo\n", nil, nil,
    ])
  #expect(fields.map(\.name).last == "null")
}

@Test func tellsWhereEachValueStands() throws {
  let source = YAMLSource(file: SourceFile(path: "a", text: ""), lineOffset: 10)
  let node = try source.parse("é: 'é é'\nb:\n  - cc\n  - \"d\"\n").get()
  guard case .fields(let fields)? = node?.content, case .list(let items) = fields[1].value.content else {
    throw Surprise("no list")
  }
  func place(_ mark: YAMLMark) -> [Int] {
    let range = source.range(of: mark)
    return [range.start.line, range.start.column, range.end.column]
  }
  #expect(place(fields[0].nameMark) == [11, 1, 2])
  #expect(place(fields[0].value.mark) == [11, 4, 9])
  #expect(items.map { place($0.mark) } == [[13, 5, 7], [14, 5, 8]])
}

@Test func readsInterfaceWords() {
  let file = MarkedText(
    """
    sources: Sources
    empty: ''
    open:
    list: 1️⃣[a]
    days: {one: 1 day, other: '{count} days', few: }
    hours: {one: 1 hour, 2️⃣several: '{count} hours', other: 3️⃣[x]}
    weeks: {one: , other: }
    """)
  let (words, diagnostics) = readInterfaceWords(file.file("strings/en.yaml"))
  #expect(words?.texts == ["sources": "Sources", "empty": ""])
  #expect(words?.counted == ["days": [.one: "1 day", .other: "{count} days"], "hours": [.one: "1 hour"]])
  #expect(words?.places.keys.sorted() == ["days", "empty", "hours", "list", "open", "sources", "weeks"])
  #expect(file.faults(diagnostics) == ["1️⃣ wrong-type", "2️⃣ unknown-word", "3️⃣ wrong-type"])
  #expect(readInterfaceWords(MarkedText("- a").file()).words == nil)
  #expect(readInterfaceWords(MarkedText("").file()).diagnostics.map(\.code) == [.wrongType])
  #expect(readInterfaceWords(MarkedText("a: 'b").file()).diagnostics.map(\.code) == [.invalidYAML])
  #expect(readInterfaceWords(MarkedText("# a: b\n").file()).words?.names == [])
}
