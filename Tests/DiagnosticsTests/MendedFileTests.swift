import Diagnostics
import Testing

/// Mends that are made by themselves, and their differences.
struct MendedFileTests {
  /// A mend of some bytes of a text.
  private static func fault(_ file: SourceFile, _ edits: (Range<Int>, String)...) -> Diagnostic {
    Diagnostic(
      .trailingSpace, "m", at: .start(of: file), edits: edits.map { Edit(file.range(ofBytes: $0.0), to: $0.1) })
  }

  private static func mended(_ text: String, _ edits: [(Range<Int>, String)]) -> MendedFile? {
    let file = SourceFile(path: "a.md", text: text)
    return MendedFile.mend(edits.map { fault(file, $0) }).first
  }

  @Test func replacesRemovesAndInserts() throws {
    // The bytes of 'one é two': é takes two.
    let file = try #require(Self.mended("one é two\nthree\n", [(10..<11, ""), (4..<6, "日"), (0..<0, "> ")]))
    #expect(file.text == "> one 日 twothree\n")
    #expect(file.count == 3)
    #expect(file.source.path == "a.md")
  }

  @Test func makesOnlyTheFirstOfMendsThatTouch() throws {
    #expect(Self.mended("abcdef", [(1..<3, "X"), (2..<4, "Y")])?.text == "aXdef")
    #expect(Self.mended("abcdef", [(1..<3, "X"), (3..<4, "Y")])?.text == "aXdef")
    #expect(Self.mended("abcdef", [(3..<4, "Y"), (1..<3, "X")])?.text == "abcYef")
    #expect(Self.mended("abcdef", [(1..<3, "X"), (4..<5, "Y")])?.text == "aXdYf")
    #expect(Self.mended("abcdef", [(2..<2, "X"), (2..<2, "Y")])?.text == "abXcdef")
    #expect(Self.mended("abcdef", [(1..<3, "X"), (2..<4, "Y")])?.count == 1)
  }

  /// A fault is mended whole or not at all.
  @Test func leavesAFaultOfWhichAnyEditTouches() throws {
    let file = SourceFile(path: "a.md", text: "abcdef")
    let mended = MendedFile.mend([Self.fault(file, (1..<2, "X")), Self.fault(file, (1..<2, "Y"), (4..<5, "Z"))])
    #expect(mended.map(\.text) == ["aXcdef"])
    #expect(mended.map(\.count) == [1])
    let both = MendedFile.mend([Self.fault(file, (1..<2, "X"), (4..<5, "Z"))])
    #expect(both.map(\.text) == ["aXcdZf"])
    #expect(both.map(\.count) == [1])
  }

  @Test func mendsEachFileInTheOrderOfTheirNames() {
    let files = ["b.md", "a.md"].map { SourceFile(path: $0, text: "x") }
    let mended = MendedFile.mend(files.map { Self.fault($0, (0..<1, "y")) } + [Self.fault(files[0])])
    #expect(mended.map(\.source.path) == ["a.md", "b.md"])
    #expect(MendedFile.mend([Self.fault(files[0])]).isEmpty)
  }

  @Test func leavesAnEditOfAnotherText() {
    let file = SourceFile(path: "a.md", text: "x")
    let other = SourceFile(path: "b.md", text: "x")
    let past = SourceRange(
      file: file, start: SourcePosition(line: 1, column: 1), end: SourcePosition(line: 1, column: 3))
    for range in [past, other.range(ofBytes: 0..<1)] {
      #expect(
        MendedFile.mend([Diagnostic(.trailingSpace, "m", at: .start(of: file), edits: [Edit(range, to: "y")])]).isEmpty)
    }
  }

  @Test func showsALineThatChanges() {
    #expect(
      Self.mended("1\n2\n3\n4\n5\n6\n7\n8\n9\n", [(8..<9, "five")])?.difference == """
        --- a/a.md
        +++ b/a.md
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +five
         6
         7
         8

        """)
  }

  @Test func showsTheFirstAndTheLastLine() {
    #expect(
      Self.mended("1\n2\n3\n4\n5\n6\n7\n8\n9\n", [(0..<1, "one"), (16..<17, "nine")])?.difference == """
        --- a/a.md
        +++ b/a.md
        @@ -1,4 +1,4 @@
        -1
        +one
         2
         3
         4
        @@ -6,4 +6,4 @@
         6
         7
         8
        -9
        +nine

        """)
  }

  /// Six lines between two changes are shown once, seven apart.
  @Test func joinsChangesThatLieNear() {
    let text = (0..<12).map { "\(Character(UnicodeScalar(UInt8(97 + $0))))\n" }.joined()
    #expect(
      Self.mended(text, [(4..<5, "C"), (18..<19, "J")])?.difference == """
        --- a/a.md
        +++ b/a.md
        @@ -1,12 +1,12 @@
         a
         b
        -c
        +C
         d
         e
         f
         g
         h
         i
        -j
        +J
         k
         l

        """)
    #expect(
      Self.mended(text, [(4..<5, "C"), (20..<21, "K")])?.difference.split(separator: "\n").filter { $0.hasPrefix("@@") }
        == ["@@ -1,6 +1,6 @@", "@@ -8,5 +8,5 @@"])
  }

  @Test func showsLinesThatComeAndGo() {
    #expect(
      Self.mended("a\nb\nc\n", [(2..<4, "")])?.difference == """
        --- a/a.md
        +++ b/a.md
        @@ -1,3 +1,2 @@
         a
        -b
        -c
        +c

        """)
    #expect(
      Self.mended("a\nb\nc\nd\ne\nf\ng\nh\ni\n", [(1..<1, "\nnew\nlines"), (16..<17, "I")])?.difference == """
        --- a/a.md
        +++ b/a.md
        @@ -1,4 +1,6 @@
        -a
        +a
        +new
        +lines
         b
         c
         d
        @@ -6,4 +8,4 @@
         f
         g
         h
        -i
        +I

        """)
  }

  @Test func joinsEditsOfOneLineAndOfNeighbours() {
    #expect(
      Self.mended("abc\ndef\nghi\n", [(0..<1, "A"), (2..<3, "C"), (4..<5, "D")])?.difference == """
        --- a/a.md
        +++ b/a.md
        @@ -1,3 +1,3 @@
        -abc
        -def
        +AbC
        +Def
         ghi

        """)
  }

  @Test func saysWhereALastLineIsNotEnded() {
    #expect(
      Self.mended("a\nb", [(2..<3, "B")])?.difference == """
        --- a/a.md
        +++ b/a.md
        @@ -1,2 +1,2 @@
         a
        -b
        \\ No newline at end of file
        +B
        \\ No newline at end of file

        """)
  }
}
