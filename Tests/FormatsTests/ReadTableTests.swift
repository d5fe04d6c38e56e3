import Formats
import Testing

/// A fault of a table is looked for by its line in an editor, for which a carriage return by itself ends one.
struct ReadTableTests {
  @Test(arguments: [
    ("a,b\r\n\"1\r2\",3\r\n4,5\r\n", [2, 4]), ("a,b\n1\r2,3\n4,5\n", [2, 4]), ("a,b\r1,2\r3,4\r", [2, 3]),
    ("a,b\n\"1\r\n2\",3\n4,5", [2, 4]), ("a,b\r\n1,2\r\n\r\n3,4\r\n", [2, 4]),
  ]) func countsLinesAsAnEditorDoes(_ text: String, _ lines: [Int]) throws {
    #expect(try readTable(Array(text.utf8)).get().rows.map(\.line) == lines)
  }

  @Test func namesTheLineOfAnOpenQuote() {
    #expect(
      readTable(Array("a\r\nx\ry\r\n\"open".utf8))
        == .failure(CalendarFault(line: 4, message: "a quoted cell ends with a quote")))
  }
}
