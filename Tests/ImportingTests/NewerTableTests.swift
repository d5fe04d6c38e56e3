import Importing
import TestSupport
import Testing

/// What records become when a newer copy of their table is imported.
struct NewerTableTests {
  private static func renewedTable(_ first: String, _ second: String, on day: String = ImportedHub.today) throws -> (
    hub: ImportedHub, words: [String]
  ) {
    let hub = try ImportedHub()
    try hub.add("title,start,city\n\(first)\n", "t.csv", type: "group", on: day)
    let result = try hub.add("title,start,city\n\(second)\n", "t.csv", type: "group", on: day)
    #expect(try hub.add("title,start,city\n\(second)\n", "t.csv", type: "group", on: day).files.isEmpty)
    try hub.expectPlaces(of: result)
    return (hub, result.remarks.map { ($0.path.map { "\($0):" } ?? "") + "\($0.line): \($0.text)" })
  }

  @Test func movesARowThatAloneHasItsTitle() throws {
    let (hub, words) = try Self.renewedTable(
      "Talks,2031-05-07,Bern\nB,2031-06-01,Bern", "B,2031-06-01,\nTalks,2031-05-09,Bern")
    #expect(hub.meetings().keys.sorted() == ["b-2031-06-01", "talks-2031-05-07"])
    #expect(words == ["2: 'B' has no city any more", "3: 'Talks' has a new start"])
  }

  @Test func followsARowByItsName() throws {
    let hub = try ImportedHub()
    try hub.add("id,title,start,type\nx,Talks,2031-05-07,none\n", "t.csv", type: "group")
    let result = try hub.add("id,title,start,type\nx,The talks,2031-05-09,none\n", "t.csv", type: "group")
    #expect(
      result.remarks.map(\.text) == [
        "the type 'none' is left out: hub.yaml declares no such type", "'The talks' has a new title, start",
      ])
    #expect(hub.times() == ["2031-05-09"])
  }

  @Test func namesARowThatMayHaveBeenRenamed() throws {
    let (hub, words) = try Self.renewedTable("Talks,2031-05-07,", "Delta talks,2031-05-07,")
    #expect(hub.meetings().count == 2)
    #expect(
      words.map { $0.contains("Line 2 of the table, 'Delta talks' on 2031-05-07, may be the same meeting") } == [true])
  }

  /// Of several rows with one title, or of one that is over, nobody knows which was moved.
  @Test func namesRowsThatMayHaveBeenMoved() throws {
    let two = try Self.renewedTable("Talks,2031-05-07,\nTalks,2031-05-08,", "Talks,2031-05-09,\nTalks,2031-05-10,")
    #expect(two.hub.meetings().count == 4)
    let file = "site-content/meetings/imported-t.yaml"
    #expect(
      two.words
        == [3, 11].map { line in
          let id = line == 3 ? "talks-2031-05-07" : "talks-2031-05-08"
          return
            "\(file):\(line): 'Talks' is no longer in the table: delete it, write 'status: cancelled', or move it to another file to keep it. Line 2 of the table, 'Talks' on 2031-05-09 (and 1 more), "
            + "may be the same meeting; if it is, give the row 'id: \(id)', delete 'talks-2031-05-09' and import again"
        })
    let past = try Self.renewedTable("Talks,2030-05-07,", "Talks,2031-05-09,")
    #expect(past.hub.meetings().count == 2)
    #expect(
      past.words == [
        "\(file):3: 'Talks' is over and no longer in the table, and stays. Line 2 of the table, 'Talks' on 2031-05-09, may be the same "
          + "meeting; if it is, give the row 'id: talks-2030-05-07', delete 'talks-2031-05-09' and import again"
      ])
  }

  /// A table of an earlier version has neither marks nor UIDs.
  @Test func knowsRowsOfAnEarlierVersion() throws {
    let hub = try ImportedHub()
    try hub.folder.write(
      "site-content/meetings/imported-t.yaml",
      "- {id: talks-2031-05-07, title: Talks, type: group, start: 2031-05-07, confidence: memory}\n"
        + "- {id: old-2031-05-07, title: Old, type: group, start: 2031-05-07, confidence: memory}\n")
    let result = try hub.add("title,start\nTalks,2031-05-09\n", "t.csv", type: "group")
    #expect(hub.times() == ["2031-05-07", "2031-05-09"])
    #expect(result.departed == 1)
    #expect(result.remarks.contains { $0.text == "'Talks' has a new start" })
  }
}
