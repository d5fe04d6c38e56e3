import Formats
import TestSupport
import Testing

struct DelimitedTextTests {
  @Test func writesRowsWithCRLF() {
    let table = DelimitedText(
      header: ["name", "seats", "note"], rows: [["Romania", 4, .empty], ["Qatar", -3, "a, b"]])
    #expect(text(of: table.encoded()) == "name,seats,note\r\nRomania,4,\r\nQatar,-3,\"a, b\"\r\n")
  }

  @Test func beginsWithAByteOrderMarkWhereAsked() {
    #expect(
      DelimitedText(header: ["a"], rows: []).encoded(byteOrderMark: true) == [0xEF, 0xBB, 0xBF, 0x61, 0x0D, 0x0A])
  }

  @Test func makesAllRowsEquallyLong() {
    let table = DelimitedText(header: ["a", "b"], rows: [[], [1], [1, 2, 3]])
    #expect(text(of: table.encoded()) == "a,b,\r\n,,\r\n1,,\r\n1,2,3\r\n")
  }

  @Test func quotesAnEmptyCellThatIsAlone() {
    let table = DelimitedText(header: ["a"], rows: [[.empty], [""], ["b"]])
    #expect(text(of: table.encoded()) == "a\r\n\"\"\r\n\"\"\r\nb\r\n")
    #expect(DelimitedText(header: [], rows: []).encoded() == [0x0D, 0x0A])
  }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""), ("a\nb", "\"a\nb\""),
    ("a\r\nb", "\"a\r\nb\""), ("a;b", "\"a;b\""), ("a\tb", "\"a\tb\""), (" a", "\" a\""), ("a ", "\"a \""),
    ("é日👩🏽‍🚀", "é日👩🏽‍🚀"), ("a\0b\u{1B}c\u{7F}", "abc"), ("a=b+c-d@e", "a=b+c-d@e"),
  ])
  func quotesWhatCouldEndACell(written: String, cell: String) {
    let table = DelimitedText(header: ["h"], rows: [[.text(written)]])
    #expect(text(of: table.encoded()) == "h\r\n\(cell)\r\n")
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+41 22", "'+41 22"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "\"'\t=1\""),
    ("\r=1", "\"'\r=1\""), ("\n=1", "\"'\n=1\""), ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""), ("＝1", "'＝1"),
    ("\0=1", "'=1"), ("\u{1B}\u{7F}@x", "'@x"), ("=\u{301}", "'=\u{301}"),
  ])
  func makesFormulasIntoText(written: String, cell: String) {
    let table = DelimitedText(header: [written], rows: [])
    #expect(text(of: table.encoded()) == "\(cell)\r\n")
  }

  @Test func readsBackWhatItWrote() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      let rows = (0..<3).map { _ in (0..<3).map { _ in "x" + generator.text(upTo: 8) } }
      let table = DelimitedText(header: rows[0], rows: rows.dropFirst().map { $0.map(DelimitedText.Cell.text) })
      let expected = rows.map { $0.map { $0.filterScalars { $0 != 0 && $0 != 0x7F } } }
      #expect(readRows(table.encoded()) == expected)
    }
  }

  /// A reader by the letter of RFC 4180.
  private func readRows(_ bytes: [UInt8]) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\""):
        if isQuoted, index + 1 < bytes.count, bytes[index + 1] == byte {
          cell.append(byte)
          index += 1
        } else {
          isQuoted.toggle()
        }
      case UInt8(ascii: ",") where !isQuoted:
        row.append(text(of: cell))
        cell = []
      case UInt8(ascii: "\r") where !isQuoted:
        rows.append(row + [text(of: cell)])
        (row, cell) = ([], [])
        index += 1
      default: cell.append(byte)
      }
      index += 1
    }
    return rows
  }
}

extension String {
  fileprivate func filterScalars(_ keeps: (UInt32) -> Bool) -> String {
    unicodeScalars.filter { keeps($0.value) }.map(String.init).joined()
  }
}
