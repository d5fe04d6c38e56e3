import Diagnostics
import Testing

/// Where the lines of a text are, however they end.
struct LineRangesTests {
  @Test(
    arguments: [
      ("", [0..<0]), ("a", [0..<1]), ("\n", [0..<0, 1..<1]), ("a\n", [0..<1, 2..<2]), ("a\r\nb", [0..<1, 3..<4]),
      ("a\rb", [0..<1, 2..<3]), ("a\r", [0..<1, 2..<2]), ("\r", [0..<0, 1..<1]), ("\r\r", [0..<0, 1..<1, 2..<2]),
      ("a\r\nb\r", [0..<1, 3..<4, 5..<5]), ("a\n\r", [0..<1, 2..<2, 3..<3]), ("a\r\n", [0..<1, 3..<3]),
    ] as [(String, [Range<Int>])])
  func endsLinesAtEachSignAndAtBoth(_ text: String, _ expected: [Range<Int>]) {
    let ranges = Array(text.utf8).withUnsafeBufferPointer { Array(LineRanges(of: $0)) }
    #expect(ranges == expected)
  }

  @Test func placesTheEndOfATextThatEndsInACarriageReturn() {
    let file = SourceFile(path: "a.md", text: "a\r\nb\r")
    #expect(file.position(ofByte: 5) == SourcePosition(line: 3, column: 1))
    #expect(file.line(3) == "")
    #expect(file.line(4) == nil)
  }
}
