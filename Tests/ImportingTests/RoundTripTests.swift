import CivilTime
import Content
import Foundation
import Importing
import Linking
import OutputFiles
import Outputs
import Publishing
import TestSupport
import Testing

/// What a hub's own calendar gives back.
struct RoundTripTests {
  private static let others = """
    -- site-content/countries/c.yaml --
    - {id: aa, title: Aland, region: north}
    -- site-content/bodies/b.yaml --
    - {id: assembly, title: The assembly}
    -- site-content/people/p.yaml --
    - {id: ada, title: Ada}
    -- site-content/issues/i.yaml --
    - {id: flow, title: Flow, stance: technical}

    """

  private static let meetings = """
    -- site-content/meetings/m.yaml --
    - id: whole
      title: 'Whole: "quoted", \\ and; é日'
      short: W
      summary: "Two\\n\\nparagraphs: # and - signs"
      updated: 2031-02-03
      issues: [flow]
      tags: [one, 'two: three']
      sources:
        - {title: A source, url: "https://x.example/a,b;c", consulted: 2031-01-02}
        - {document: D-1}
      note: '- begins like a list'
      type: group
      organ: assembly
      status: confirmed
      start: 2031-05-07T09:00
      end: 2031-05-08T17:30
      time_zone: Asia/Kathmandu
      city: Alder
      country: aa
      venue: Mill
      format: hybrid
      url: https://x.example/
      openness: open
      attend: [everybody]
      civil_society: Ask.
      deadlines:
        - {title: Register, rule: 2 weeks before the opening, basis: Rule 4}
        - {id: papers, title: Papers, date: 2031-04, confidence: inferred}
      sessions:
        - title: Keynote
          type: keynote
          start: 2031-05-07T09:00
          moderator: {person: ada, role: Chair}
          speakers: [{name: Bea}, {person: ada}]
      part_of: month
      documents: [{title: Agenda, url: "https://x.example/agenda"}]
      languages: [English, French]
      uid: own-uid
      sequence: 3
      position: 46.2217, 6.1372
    - {id: day, title: Day, type: conference, start: 2031-05-07, confidence: memory}
    - {id: same-day, title: Same day, type: conference, start: 2031-05-07, end: 2031-05-07, confidence: memory}
    - {id: days, title: Days, type: conference, start: 2031-05-07, end: 2031-05-09, status: planned, confidence: memory}
    - {id: mixed, title: Mixed, type: conference, start: 2031-05-07, end: 2031-06, confidence: memory}
    - {id: month, title: Month, type: conference, start: 2031-05, confidence: memory}
    - {id: year, title: Year, type: conference, start: 2031, status: tentative, confidence: memory}
    - {id: undated, title: Undated, type: conference}
    - {id: off, title: Off, type: conference, start: 2031-05-07, status: cancelled, confidence: memory}
    - {id: later, title: Later, type: conference, start: 2031-05-07, status: postponed, confidence: memory}
    - {id: utc, title: In UTC, type: conference, start: 2031-12-31T23:30, end: 2032-01-01T00:30, time_zone: UTC, confidence: memory}
    - {id: seconds, title: Seconds, type: conference, start: "2031-05-07T09:00:30", time_zone: Europe/Zurich, confidence: memory}
    - {id: change, title: Over the change of clocks, type: conference, start: 2031-03-29T22:00, end: 2031-03-30T04:00, time_zone: Europe/Zurich, confidence: memory}
    - {id: skipped, title: In the hour that is skipped, type: conference, start: 2031-03-30T02:30, time_zone: Europe/Zurich, confidence: memory}
    - {id: dateline, title: Beyond the date line, type: conference, start: 2032-01-01T00:00, end: 2032-01-01T01:00, time_zone: Pacific/Kiritimati, confidence: memory}
    """

  private static func calendar(of folder: HubFolder) throws -> [UInt8] {
    let day = try #require(CivilDate(isoText: "2031-03-15"))
    let result = buildSite(BuildRequest(hub: folder.path, asOf: day, today: { _ in day }, jobs: 2))
    let plan = try #require(result.plan, "\(result.diagnostics)")
    return try #require(plan.files.first { $0.path.text == "meetings.ics" }).contents()
  }

  @Test func givesTheSameRecords() throws {
    let original = try ImportedHub(Self.others + Self.meetings)
    let bytes = try Self.calendar(of: original.folder)
    let copy = try ImportedHub(Self.others)
    let result = try copy.add(bytes, "meetings.ics")
    let (wanted, found) = (original.meetings(), copy.meetings())
    #expect(found.keys.sorted() == wanted.keys.sorted())
    for (id, record) in wanted { #expect(found[id] == record, "\(id)") }
    #expect(result.remarks.filter { !$0.text.hasSuffix("is a part of its meeting") } == [])
    #expect(try copy.add(bytes, "meetings.ics").files.isEmpty)
    #expect(try Self.calendar(of: copy.folder) == bytes)
  }

  @Test func findsNothingNewInTheHubItself() throws {
    let hub = try ImportedHub(Self.others + Self.meetings)
    let result = try hub.add(try Self.calendar(of: hub.folder), "meetings.ics")
    #expect((result.added, result.updated, result.skipped, result.unchanged) == (0, 0, 0, hub.meetings().count))
    #expect(result.files.isEmpty)
  }

  @Test func givesTheSameRecordsOfTheHubOfThisRepository() throws {
    let original = try HubFolder.ofTheRepository()
    let bytes = try Self.calendar(of: original)
    let wanted = Self.meetings(of: original)
    try FileManager.default.removeItem(atPath: "\(original.path)/site-content/meetings")
    let result = importMeetings(
      ImportRequest(hub: original.path, file: "meetings.ics", bytes: bytes, today: { _ in .first }, jobs: 2))
    for (path, text) in result.files { try original.write(path, text) }
    #expect(Self.meetings(of: original) == wanted)
    #expect(wanted.count > 100)
  }

  private static func meetings(of folder: HubFolder) -> [String: Record] {
    let content = readContent(in: "\(folder.path)/site-content", shownAs: "site-content", jobs: 2).content
    let meetings = (content?.documents ?? []).filter { $0.kind == Meeting.kind && $0.language == content?.hub.language }
    return Dictionary(uniqueKeysWithValues: meetings.map { ($0.id.name, $0.record(as: Meeting.kind.fields)) })
  }

  @Test func readsTheTableOfAHub() throws {
    let original = try ImportedHub(Self.others + Self.meetings)
    let day = try #require(CivilDate(isoText: "2031-03-15"))
    let result = buildSite(BuildRequest(hub: original.folder.path, asOf: day, today: { _ in day }, jobs: 1))
    let table = try #require(result.plan?.files.first { $0.path.text == "data/meetings.csv" }).contents()
    let copy = try ImportedHub(Self.others)
    let imported = try copy.add(table, "meetings.csv")
    #expect(imported.remarks.map(\.text) == [])
    let (wanted, found) = (original.meetings(), copy.meetings())
    for (id, record) in wanted {
      // A table holds of a source what leads to it.
      let isKept = { (field: Record.Field) in field.name != "sources" }
      #expect(found[id]?.fields.filter(isKept) == record.fields.filter(isKept), "\(id)")
    }
    #expect(
      found["whole"]?.value(at: ["sources"])
        == .list(
          [("url", "https://x.example/a,b;c"), ("document", "D-1")].map {
            .group(Record(fields: [.init(name: $0, value: .text($1))]))
          }))
  }
}
