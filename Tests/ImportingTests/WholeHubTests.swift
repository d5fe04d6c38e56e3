import CivilTime
import Diagnostics
import Importing
import Publishing
import TestSupport
import Testing

/// A hub builds after every import, and the same import changes nothing.
struct WholeHubTests {
  private static func expectBuild(_ hub: ImportedHub) throws {
    let day = try #require(CivilDate(isoText: ImportedHub.today))
    let result = buildSite(BuildRequest(hub: hub.folder.path, asOf: day, today: { _ in day }, jobs: 2))
    #expect(result.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
  }

  /// Of one name there is one meeting: the newest, and of equal ones the last.
  @Test func takesOneMeetingOfAName() throws {
    let hub = try ImportedHub()
    let text = calendar(
      [
        event("UID:a\nSUMMARY:Old\nDTSTART;VALUE=DATE:20310507"),
        event("UID:a\nSEQUENCE:1\nSUMMARY:New\nDTSTART;VALUE=DATE:20310508"),
        event("UID:b\nSUMMARY:First\nDTSTART;VALUE=DATE:20310509"),
        event("UID:b\nSUMMARY:Second\nDTSTART;VALUE=DATE:20310510"),
        event("UID:c\nSUMMARY:Part\nRECURRENCE-ID:20310511T090000Z\nDTSTART:20310511T090000Z"),
        event("UID:c\nSUMMARY:Part\nRECURRENCE-ID:20310511T100000Z\nDTSTART:20310511T100000Z"),
        event("UID:d\nSUMMARY:Twin\nDTSTART;VALUE=DATE:20310512"),
        event("UID:e\nSUMMARY:Twin\nDTSTART;VALUE=DATE:20310512"),
      ].joined(separator: "\n"))
    let result = try hub.add(text, type: "group")
    #expect(
      hub.meetings().keys.sorted() == [
        "new-2031-05-08", "part-2031-05-11", "part-2031-05-11-2", "second-2031-05-10", "twin-2031-05-12",
        "twin-2031-05-12-2",
      ])
    #expect(
      result.remarks.map(\.text) == [
        "VEVENT 'Old' is skipped: a newer event has the UID 'a'",
        "VEVENT 'First' is skipped: a newer event has the UID 'b'",
      ])
    try Self.expectBuild(hub)
    #expect(try hub.add(text, type: "group").files.isEmpty)
  }

  @Test func takesOneMeetingOfARowsName() throws {
    let hub = try ImportedHub()
    let table = """
      id,uid,title,start,city
      x,,One,2031-05-07,Alder
      x,,Two,2031-05-08,Alder
      ,u,Three,2031-05-09,Alder
      ,u,Four,2031-05-10,Alder
      ,,Five,2031-05-11,Alder
      ,,Five,2031-05-11,Birch
      """
    let result = try hub.add(table, "t.csv", type: "group")
    #expect(hub.meetings().keys.sorted() == ["five-2031-05-11", "five-2031-05-11-2", "three-2031-05-09", "x"])
    #expect(
      result.remarks.map(\.text) == [
        "'Two' is skipped: line 2 is the same meeting, 'x'", "'Four' is skipped: line 4 has the same UID",
      ])
    try Self.expectBuild(hub)
    #expect(try hub.add(table, "t.csv", type: "group").files.isEmpty)
  }

  /// What only the whole hub shows to be wrong: here, one address for two meetings.
  @Test func takesBackWhatDoesNotBuild() throws {
    let hub = try ImportedHub()
    let result = try hub.add(
      "title,start,slug\nOne,2031-05-07,same\nTwo,2031-05-08,same\nThree,2031-05-09,other\n", "t.csv", type: "group")
    #expect(result.added + result.skipped == 3)
    #expect(result.skipped > 0)
    try Self.expectBuild(hub)
  }

  /// More than one file of a hub may hold; the meetings of each file stay in it.
  @Test func writesSeveralFiles() throws {
    let hub = try ImportedHub()
    let events = (0..<7_000).map { event("UID:u\($0)\nSUMMARY:Talk \($0)\nDTSTART:20310507T090000Z\nLOCATION:Mill") }
    let result = try hub.add(calendar(events.joined(separator: "\n")), type: "group")
    #expect(result.added == 7_000)
    #expect(
      result.files.map(\.path) == ["", "--2", "--3"].map { "site-content/meetings/imported-events\($0).yaml" })
    #expect(hub.meetings().count == 7_000)
    #expect(try hub.add(calendar(events.joined(separator: "\n")), type: "group").files.isEmpty)
    let changed = events[..<10] + [event("UID:u6999\nSUMMARY:Talk 6999\nDTSTART:20310507T100000Z\nLOCATION:Mill")]
    #expect(
      try hub.add(calendar(changed.joined(separator: "\n")), type: "group").files.map(\.path) == [
        "site-content/meetings/imported-events--3.yaml"
      ])
  }
}
