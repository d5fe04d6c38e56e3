import Diagnostics
import Testing

/// Lines and columns of a text, whatever ends its lines.
struct SourceFileTests {
  private static func lines(_ text: String) -> [String] {
    var text = text
    return text.withUTF8 { bytes in
      LineRanges(of: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
    }
  }

  @Test func endsLinesWithFeedsReturnsAndBoth() {
    #expect(Self.lines("") == [""])
    #expect(Self.lines("a") == ["a"])
    #expect(Self.lines("a\nb\r\nc\rd") == ["a", "b", "c", "d"])
    #expect(Self.lines("\n\r\n\r") == ["", "", "", ""])
    #expect(Self.lines("a\n\rb") == ["a", "", "b"])
    #expect(Self.lines("a\r\r\nb") == ["a", "", "b"])
    #expect(Self.lines("a\u{2028}b\u{85}c\u{B}") == ["a\u{2028}b\u{85}c\u{B}"])
  }

  /// A file that is cut within `\r\n` ends with a return.
  @Test(arguments: ["a\n", "a\r\n", "a\r"])
  func hasAnEmptyLineBehindTheLastLineEnd(_ text: String) {
    #expect(Self.lines(text) == ["a", ""])
    let file = SourceFile(path: "a", text: text)
    #expect(file.line(1) == "a")
    #expect(file.line(2) == "")
    #expect(file.line(3) == nil)
    #expect(file.position(ofByte: text.utf8.count) == SourcePosition(line: 2, column: 1))
  }

  @Test func knowsLinesByNumber() {
    let file = SourceFile(path: "a", text: "é\r\n日本\n")
    #expect(file.line(0) == nil)
    #expect(file.line(1) == "é")
    #expect(file.line(2) == "日本")
  }

  @Test func countsColumnsInScalars() {
    let text = "aé日😀e\u{301}\nx"
    let file = SourceFile(path: "a", text: text)
    let offsets = [0, 1, 3, 6, 10, 11, 13, 14, 15, 99]
    let positions = offsets.map { file.position(ofByte: $0) }
    #expect(positions.map(\.line) == [1, 1, 1, 1, 1, 1, 1, 2, 2, 2])
    #expect(positions.map(\.column) == [1, 2, 3, 4, 5, 6, 7, 1, 2, 2])
    #expect(file.position(ofByte: -1) == SourcePosition(line: 1, column: 1))
    for (offset, position) in zip(offsets.dropLast(), positions) { #expect(file.byteOffset(of: position) == offset) }
    #expect(file.byteOffset(of: SourcePosition(line: 1, column: 8)) == nil)
    #expect(file.byteOffset(of: SourcePosition(line: 3, column: 1)) == nil)
  }

  @Test func placesAnOffsetWithinALineEndBehindTheLine() {
    let file = SourceFile(path: "a", text: "ab\r\ncd")
    #expect(file.position(ofByte: 2) == SourcePosition(line: 1, column: 3))
    #expect(file.position(ofByte: 4) == SourcePosition(line: 2, column: 1))
  }

  /// Columns are counted eight bytes at a time, so every length around eight is tried.
  @Test(arguments: ["a", "é", "日", "😀"])
  func countsScalarsOfEveryLength(_ scalar: String) {
    for count in 0...40 {
      let text = String(repeating: scalar, count: count)
      #expect(scalarCount(of: Substring(text)) == count)
      #expect(scalarCount(of: Substring("a" + text + "b").dropFirst()) == count + 1)
    }
  }

  @Test func coversTheWordsOfARange() {
    let file = SourceFile(path: "a", text: "one 日本 two\nthree\n")
    func covered(_ start: (Int, Int), _ end: (Int, Int)) -> String {
      SourceRange(
        file: file, start: SourcePosition(line: start.0, column: start.1),
        end: SourcePosition(line: end.0, column: end.1)
      ).coveredText
    }
    #expect(covered((1, 5), (1, 7)) == "日本")
    #expect(covered((1, 8), (2, 3)) == "two")
    #expect(covered((2, 1), (2, 99)) == "three")
    #expect(covered((2, 9), (2, 99)) == "")
    #expect(covered((9, 1), (9, 2)) == "")
    // A range never ends before it begins.
    #expect(covered((1, 5), (1, 2)) == "")
    #expect(file.range(ofBytes: 4..<10).coveredText == "日本")
  }

  @Test func ordersPositionsAndFaults() {
    #expect(SourcePosition(line: 1, column: 9) < SourcePosition(line: 2, column: 1))
    #expect(!(SourcePosition(line: 2, column: 1) < SourcePosition(line: 2, column: 1)))
    func fault(_ path: String, _ line: Int, _ column: Int, _ code: DiagnosticCode = .rawHTML, _ message: String = "m")
      -> Diagnostic
    {
      let position = SourcePosition(line: line, column: column)
      return Diagnostic(
        code, message, at: SourceRange(file: SourceFile(path: path, text: ""), start: position, end: position))
    }
    let ordered = [
      fault("a", 2, 9), fault("b", 1, 1), fault("b", 1, 2, .dangerousLink), fault("b", 1, 2),
      fault("b", 1, 2, .rawHTML, "n"),
      fault("b", 10, 1),
    ]
    for (index, left) in ordered.enumerated() {
      for (other, right) in ordered.enumerated() {
        #expect(Diagnostic.inReadingOrder(left, right) == (index < other))
      }
    }
  }

  @Test func tellsErrorsAndHintsApart() {
    let place = SourceRange.start(of: SourceFile(path: "a", text: ""))
    let error = Diagnostic(.rawHTML, "e", at: place)
    let warning = Diagnostic(.unclosedWikilink, "w", at: place, help: "h")
    let hint = Diagnostic(.longSentence, "i", at: place)
    #expect([error.severity, warning.severity, hint.severity] == [.error, .warning, .hint])
    #expect([warning, hint, error].containsError)
    #expect(![warning, hint].containsError)
    #expect([warning, hint, error].withoutHints.map(\.message) == ["w", "e"])
    #expect(warning.rated(.error).severity == .error)
    #expect(warning.rated(.error).help == "h")
    let helped = error.rated(.hint).helped("Do", edits: [Edit(place, to: "x")])
    #expect(helped.severity == .hint)
    #expect(helped.help == "Do")
    #expect(helped.edits.map(\.replacement) == ["x"])
  }
}
