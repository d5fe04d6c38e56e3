import Diagnostics
import Importing
import Testing

struct TableTests {
  @Test func importsATable() throws {
    let hub = try ImportedHub()
    let table = #"""
      title;start;end;languages;colour\#r
      "Talks; the ""first""";2031-05-07;2031-05-09;English; French;red\#r
      "Talks; the ""first""";2031-05-07;2031-05-09;"English; French";red\#r
      ;2031-05-07\#r

      '=Sum;not a day
      """#
    let result = try hub.add(table, "Their Table.csv", type: "group")
    #expect(
      result.remarks.map { "\($0.line): \($0.text)" } == [
        "1: the column 'colour' is left out: a meeting has no field of that name",
        "2: the row is skipped: it has 6 cells, and the header 5", "4: the row is skipped: it has no title",
        "6: '=Sum' is skipped: 'start' holds a date such as 2026-11-09, or as much of it as is known, not 'not a day'",
      ])
    #expect(
      try hub.yaml("their-table") == """
        - id: talks-the-first-2031-05-07
          title: Talks; the "first"
          sources:
            - title: Their Table.csv
          type: group
          start: 2031-05-07
          end: 2031-05-09
          languages:
            - English
            - French

        """)
    #expect(try hub.add(table, "Their Table.csv", type: "group").text == nil)
  }

  @Test(arguments: [
    ("", 1, "a table begins with the names of its columns"),
    ("name\nx\n", 1, "a table of meetings has a column 'title'"),
    ("title,title\n", 1, "each column of a table has a name of its own"),
    ("title\nx\n\"open\n", 3, "a quoted cell ends with a quote"),
  ])
  func refusesWhatIsNoTable(_ text: String, _ line: Int, _ message: String) throws {
    let result = try ImportedHub().add(text, "t.csv")
    #expect(result.diagnostics.map(\.message) == [message])
    #expect(result.diagnostics.map(\.range.start.line) == [line])
  }
}
