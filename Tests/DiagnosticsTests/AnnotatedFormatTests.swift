import Diagnostics
import TestSupport
import Testing

/// A text's range from one marker to another; to the end of the first marker's place where there is no second.
private func marked(_ text: String, path: String = "a.md") throws -> SourceRange {
  let source = MarkedText(text)
  let start = try #require(source.position(of: "1️⃣"))
  return SourceRange(file: source.file(path), start: start, end: source.position(of: "2️⃣") ?? start)
}

private func annotated(_ text: String) throws -> String {
  AnnotatedFormat().text(for: Diagnostic(.rawHTML, "no HTML", at: try marked(text)))
}

/// The excerpt alone: the line and its carets.
private func excerpt(_ text: String) throws -> [String] {
  try annotated(text).split(separator: "\n").dropFirst(3).map(String.init)
}

struct AnnotatedFormatTests {
  @Test func showsHeadlinePlaceExcerptNotesAndHelp() throws {
    let range = try marked("one\n\ntwo 1️⃣three2️⃣ four\n")
    let diagnostic = Diagnostic(
      .duplicateID, "two have one id", at: range,
      notes: [Note("the first is here", at: try marked("1️⃣id: x2️⃣", path: "b.yaml"))],
      help: "Give one another id")
    #expect(
      AnnotatedFormat().text(for: diagnostic) == """
        error[duplicate-id]: two have one id
         --> a.md:3:5
          |
        3 | two three four
          |     ^^^^^
        note: the first is here
         ::: b.yaml:1:1
          |
        1 | id: x
          | -----
        help: Give one another id

        """)
    #expect(
      conciseText(for: [diagnostic, diagnostic.rated(.hint)]) == """
        a.md:3:5: error[duplicate-id]: two have one id
        a.md:3:5: hint[duplicate-id]: two have one id

        """)
  }

  @Test func showsOnlyThePlaceOfAnEmptyLine() throws {
    #expect(try annotated("one\n1️⃣\nthree") == "error[raw-html]: no HTML\n --> a.md:2:1\n")
    #expect(try annotated("1️⃣") == "error[raw-html]: no HTML\n --> a.md:1:1\n")
  }

  @Test func leavesRoomForTheNumberOfTheLine() throws {
    let text = String(repeating: "\n", count: 99) + "a1️⃣b2️⃣"
    #expect(
      try annotated(text) == """
        error[raw-html]: no HTML
           --> a.md:100:2
            |
        100 | ab
            |  ^

        """)
  }

  @Test func paintsWithTheColoursOfTerminals() throws {
    let note = Note("see", at: try marked("1️⃣x2️⃣", path: "b.md"))
    let diagnostic = Diagnostic(.unclosedWikilink, "close it", at: try marked("1️⃣a2️⃣"), notes: [note], help: "Do")
    let esc = "\u{1B}["
    #expect(
      AnnotatedFormat(usesColour: true).text(for: diagnostic) == """
        \(esc)33;1mwarning[unclosed-wikilink]\(esc)0m\(esc)1m: close it\(esc)0m
         \(esc)2m-->\(esc)0m a.md:1:1
        \(esc)2m  |\(esc)0m
        \(esc)2m1 |\(esc)0m a
        \(esc)2m  |\(esc)0m \(esc)33;1m^\(esc)0m
        \(esc)36;1mnote\(esc)0m: see
         \(esc)2m:::\(esc)0m b.md:1:1
        \(esc)2m  |\(esc)0m
        \(esc)2m1 |\(esc)0m x
        \(esc)2m  |\(esc)0m \(esc)36;1m-\(esc)0m
        \(esc)32;1mhelp\(esc)0m: Do

        """)
    for (severity, colour) in [(Severity.error, "31;1"), (.hint, "34;1")] {
      let text = AnnotatedFormat(usesColour: true).text(for: diagnostic.rated(severity))
      #expect(text.hasPrefix("\(esc)\(colour)m\(severity.rawValue)["))
    }
  }

  @Test func groupsByFileAndCounts() throws {
    let first = Diagnostic(.rawHTML, "one", at: try marked("1️⃣\n", path: "a.md"))
    let second = Diagnostic(.unclosedWikilink, "two", at: try marked("1️⃣\n", path: "a.md"))
    let third = Diagnostic(.longSentence, "three", at: try marked("1️⃣\n", path: "b.md"))
    #expect(
      AnnotatedFormat().groupedText(for: [first, first, second, third]) == """
        a.md: 2 errors and 1 warning

        error[raw-html]: one
         --> a.md:1:1

        error[raw-html]: one
         --> a.md:1:1

        warning[unclosed-wikilink]: two
         --> a.md:1:1

        b.md: 1 hint

        hint[long-sentence]: three
         --> b.md:1:1


        """)
    #expect(countText(of: [Diagnostic]()) == "no faults")
    #expect(countText(of: [first, second, third, third]) == "1 error, 1 warning and 2 hints")
  }
}

/// The line of carets stands below what is at fault, however terminals show the line.
struct CaretTests {
  @Test func marksTheRange() throws {
    #expect(try excerpt("1️⃣one2️⃣ two") == ["1 | one two", "  | ^^^"])
    #expect(try excerpt("one 1️⃣two2️⃣") == ["1 | one two", "  |     ^^^"])
    #expect(try excerpt("one 1️⃣two") == ["1 | one two", "  |     ^"])
  }

  @Test func marksJustBehindTheLine() throws {
    #expect(try excerpt("one1️⃣\ntwo") == ["1 | one", "  |    ^"])
    let file = SourceFile(path: "a.md", text: "one\n")
    let past = SourcePosition(line: 1, column: 9)
    let diagnostic = Diagnostic(.rawHTML, "past", at: SourceRange(file: file, start: past, end: past))
    #expect(AnnotatedFormat().text(for: diagnostic).hasSuffix("1 | one\n  |    ^\n"))
  }

  @Test func marksToTheEndOfTheLineWhatGoesOn() throws {
    #expect(try excerpt("one 1️⃣two three\nfour2️⃣ five") == ["1 | one two three", "  |     ^^^^^^^^^"])
  }

  @Test func countsWideCharactersAsTwoColumnsAndMarksAsNone() throws {
    #expect(try excerpt("日本 1️⃣語2️⃣ é") == ["1 | 日本 語 é", "  |      ^^"])
    #expect(try excerpt("e\u{301}a\u{20DD} 1️⃣o\u{308}2️⃣") == ["1 | e\u{301}a\u{20DD} o\u{308}", "  |    ^"])
    #expect(try excerpt("ｆ（あア가𠀀ㄅ꒰ 1️⃣x2️⃣") == ["1 | ｆ（あア가𠀀ㄅ꒰ x", "  |                  ^"])
    #expect(try excerpt("ﬀ…éЖα│ｱ 1️⃣x2️⃣") == ["1 | ﬀ…éЖα│ｱ x", "  |         ^"])
    #expect(try excerpt("e\u{300}\u{2FF}1️⃣x2️⃣｠ￗￜ") == ["1 | e\u{300}\u{2FF}x｠ￗￜ", "  |   ^"])
    #expect(try excerpt("｠￦1️⃣x2️⃣") == ["1 | ｠￦x", "  |     ^"])
    #expect(try excerpt("⌚😀 1️⃣🚀2️⃣") == ["1 | ⌚😀 🚀", "  |      ^^"])
    // A joiner takes no column; terminals show the parts of what it joins.
    #expect(try excerpt("\u{1F469}\u{200D}\u{1F680}1️⃣x2️⃣") == ["1 | \u{1F469}\u{200D}\u{1F680}x", "  |     ^"])
  }

  @Test func showsTabsAndControlsAsOneSpace() throws {
    #expect(try excerpt("\ta\t1️⃣b2️⃣") == ["1 |  a b", "  |    ^"])
    #expect(try excerpt("\u{1B}[1m\u{202E}1️⃣x2️⃣\u{FEFF}\u{85}y") == ["1 |  [1m x  y", "  |      ^"])
  }

  /// A line of a hundred characters is shown whole, and a longer one around the fault.
  @Test func cutsLongLines() throws {
    let ten = "123456789 "
    let hundred = String(repeating: ten, count: 10)
    #expect(try excerpt("1️⃣" + hundred)[0] == "1 | \(hundred)")
    #expect(try excerpt("1️⃣x2️⃣" + hundred) == ["1 | x\(hundred.dropLast())…", "  | ^"])
    // Up to column 91 the line is shown from its beginning.
    #expect(
      try excerpt(hundred.dropLast(10) + "1️⃣ab2️⃣" + hundred) == [
        "1 | \(hundred.dropLast(10))ab\(ten.dropLast(2))…", "  | \(String(repeating: " ", count: 90))^^",
      ])
    // Behind it, forty characters before the fault are shown, behind an ellipsis.
    #expect(
      try excerpt(hundred.dropLast(9) + "1️⃣ab2️⃣" + hundred) == [
        "1 | …\(String(repeating: "23456789 1", count: 4))ab\(hundred.prefix(58))…",
        "  | \(String(repeating: " ", count: 41))^^",
      ])
    #expect(
      try excerpt(hundred + hundred + "1️⃣ab2️⃣") == [
        "1 | …\(hundred.prefix(40))ab", "  | \(String(repeating: " ", count: 41))^^",
      ])
    #expect(
      try excerpt(hundred + "1️⃣" + hundred + "2️⃣" + hundred) == [
        "1 | …\(hundred.prefix(40))\(hundred.prefix(60))…",
        "  | \(String(repeating: " ", count: 41))\(String(repeating: "^", count: 60))",
      ])
  }

  @Test func cutsLongLinesOfWideCharacters() throws {
    let wide = String(repeating: "日", count: 200)
    #expect(
      try excerpt(wide + "1️⃣本2️⃣" + wide) == [
        "1 | …\(wide.prefix(40))本\(wide.prefix(59))…", "  | \(String(repeating: " ", count: 81))^^",
      ])
  }
}
