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
    #expect(try hub.add(table, "Their Table.csv", type: "group").files.isEmpty)
  }

  @Test(arguments: [
    ("", 1, "a table begins with the names of its columns"),
    ("name\nx\n", 1, "a table of meetings has a column 'title'; write it in place of 'name'"),
    ("Titel;Beginn\nx;2031\n", 1, "a table of meetings has a column 'title'; write it in place of 'Titel'"),
    ("sep=;\nRéunion;Date\nx;2031\n", 2, "a table of meetings has a column 'title'; write it in place of 'Réunion'"),
    ("x\ny\n", 1, "a table of meetings has a column 'title'"),
    ("title, Title\n", 1, "each column of a table has a name of its own"),
    ("title,title\n", 1, "each column of a table has a name of its own"),
    ("title\nx\n\"open\n", 3, "a quoted cell ends with a quote"),
  ])
  func refusesWhatIsNoTable(_ text: String, _ line: Int, _ message: String) throws {
    let result = try ImportedHub().add(text, "t.csv")
    #expect(result.diagnostics.map(\.message) == [message])
    #expect(result.diagnostics.map(\.range.start.line) == [line])
  }

  /// What other programs write, read where it is certain.
  @Test(arguments: [
    "title,start\nTalks,2031-05-07\n", "Title , START\nTalks,2031-05-07\n",
    "sep=;\r\ntitle;start\r\nTalks;07.05.2031\r\n",
    "title\tstart\nTalks\t7.5.2031\n", "title,start\rTalks,2031/05/07\r", "\u{FEFF}title;start\nTalks;2031-05-07\n",
    "title,start,end\nTalks,5/7/2031,5/13/2031\nOther,5/8/2031,\n",
  ])
  func readsTheTablesOfOtherPrograms(_ text: String) throws {
    let hub = try ImportedHub()
    let result = try hub.add(text, "t.csv", type: "group")
    // Which of the numbers is the month, no cell of the last table's column tells.
    let isCertain = !text.contains("5/7")
    #expect(result.skipped == (isCertain ? 0 : 2))
    #expect(hub.times() == (isCertain ? ["2031-05-07"] : []))
  }

  @Test(arguments: [
    ("05.10.2031", "2031-10-05"), ("5.10.2031 09:30", "2031-10-05T09:30 Europe/Zurich"),
    ("2031-10-05 09:00", "2031-10-05T09:00 Europe/Zurich"),
    ("2031-10-05T09:00:30", "2031-10-05T09:00:30 Europe/Zurich"),
    ("5.10.2031 09:30:00", "2031-10-05T09:30 Europe/Zurich"),
    ("5.10.2031 9:05:07", "2031-10-05T09:05:07 Europe/Zurich"),
    ("13/10/2031 1:00:00 AM", "2031-10-13T01:00 Europe/Zurich"),
    ("13/10/2031 12:30 PM", "2031-10-13T12:30 Europe/Zurich"),
    ("13/10/2031", "2031-10-13"), ("10/13/2031 2:05 PM", "2031-10-13T14:05 Europe/Zurich"), ("5/5/2031", "2031-05-05"),
    ("12/31/2031 12:00 AM", "2031-12-31T00:00 Europe/Zurich"),
  ])
  func readsDatesThatAreCertain(_ cell: String, _ wanted: String) throws {
    let hub = try ImportedHub()
    try hub.add("title,start\nTalks,\(cell)\n", "t.csv", type: "group")
    #expect(hub.times() == [wanted])
  }

  @Test(arguments: [
    (
      "10/5/2031",
      "the row is skipped: 'start' holds '10/5/2031', which may be 2031-05-10 or 2031-10-05; write it in that form"
    ),
    (
      "31.02.2031",
      "'Talks' is skipped: 'start' holds a date such as 2026-11-09, or as much of it as is known, not '31.02.2031'"
    ),
    (
      "5.10.2031 9",
      "'Talks' is skipped: 'start' holds a date such as 2026-11-09, or as much of it as is known, not '5.10.2031 9'"
    ),
    (
      "5.10.2031 13:00 PM",
      "'Talks' is skipped: 'start' holds a date such as 2026-11-09, or as much of it as is known, not '5.10.2031 13:00 PM'"
    ),
    (
      "5.10.2031 9:00 in all",
      "'Talks' is skipped: 'start' holds a date such as 2026-11-09, or as much of it as is known, not '5.10.2031 9:00 in all'"
    ),
    (
      "5.10.2031 9:00:00:00",
      "'Talks' is skipped: 'start' holds a date such as 2026-11-09, or as much of it as is known, not '5.10.2031 9:00:00:00'"
    ),
    (
      "5.10.31",
      "'Talks' is skipped: 'start' holds a date such as 2026-11-09, or as much of it as is known, not '5.10.31'"
    ),
  ])
  func namesDatesThatAreNotCertain(_ cell: String, _ remark: String) throws {
    let result = try ImportedHub().add("title,start\nTalks,\(cell)\n", "t.csv", type: "group")
    #expect(result.remarks.map(\.text) == [remark])
    #expect((result.added, result.skipped) == (0, 1))
  }

  /// A day above the twelfth in one row tells what the numbers of the others are.
  @Test func readsTheOrderOfAColumnOutOfItsCells() throws {
    let hub = try ImportedHub()
    try hub.add("title,start\nA,10/5/2031\nB,10/13/2031\n", "t.csv", type: "group")
    #expect(hub.times() == ["2031-10-05", "2031-10-13"])
  }

  /// One table has one order: where two of its cells disagree, no cell tells of others, be they in one column or in two.
  @Test(arguments: [
    (
      "title,start,end\nA,13/10/2031,10/14/2031\nB,5/10/2031,10/6/2031\nC,2031-10-08,\n",
      "'start' holds '13/10/2031' on line 2, with the day first, but 'end' holds '10/14/2031' on line 2, with the month first"
    ),
    (
      "title,start\nA,13/10/2031\nB,5/10/2031\nC,10/8/2031\nD,10/14/2031\n",
      "'start' holds '13/10/2031' on line 2, with the day first, but 'start' holds '10/14/2031' on line 5, with the month first"
    ),
  ])
  func namesDatesThatContradictEachOther(_ table: String, _ remark: String) throws {
    let hub = try ImportedHub()
    let result = try hub.add(table, "t.csv", type: "group")
    #expect(
      result.remarks.first
        == ImportRemark(
          line: 1,
          text: "\(remark); rows with dates that may be two days are skipped: write all dates as 2026-11-09"))
    #expect(result.remarks.contains { $0.text.contains("'5/10/2031', which may be 2031-05-10 or 2031-10-05") })
    #expect(hub.times().contains("2031-10-13 2031-10-14") || hub.times() == ["2031-10-13", "2031-10-14"])
  }

  @Test func offersFieldsForNamesOfOtherLanguages() throws {
    let result = try ImportedHub().add("title,Beginn,Lieu,titel\nTalks,2031,Bern,x\n", "t.csv", type: "group")
    #expect(
      result.remarks.map(\.text) == [
        "the column 'Beginn' is left out: a meeting has no field of that name; if 'start' is meant, write that",
        "the column 'Lieu' is left out: a meeting has no field of that name; if 'city' is meant, write that",
        "the column 'titel' is left out: a meeting has no field of that name; if 'title' is meant, write that",
      ])
  }
}
