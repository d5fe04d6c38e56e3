import Testing

@Suite struct MeetingStateTests {
  /// The status of a meeting with some fields, as its page says on a day, and the note on it.
  private static func status(_ fields: String, on day: String) throws -> String {
    let hub = """
      -- site-content/meetings/m.yaml --
      - {id: m, title: M, type: conference, confidence: memory, \(fields)}
      """
    let main = try BuiltSite(hub, asOf: day).main("meetings/m.html")
    let status = main.pieces(between: "<p class=\"dateline\"><span", and: "</span>").first ?? ""
    let note = main.elements("<dt>Status</dt><dd>", "</dd>").first
    return String(status.drop { $0 != ">" }.dropFirst()) + (note.map { ": \($0)" } ?? "")
  }

  @Test(arguments: [
    ("2031-03-09", "Coming"), ("2031-03-10", "Under way"), ("2031-03-15", "Under way"), ("2031-03-20", "Under way"),
    ("2031-03-21", "Closed"),
  ])
  func computesWhereAMeetingStandsFromItsDays(_ day: String, _ status: String) throws {
    #expect(try Self.status("start: 2031-03-10, end: 2031-03-20", on: day) == status)
  }

  @Test(arguments: [("2031-03-09", "Coming"), ("2031-03-10", "Under way"), ("2031-03-11", "Closed")])
  func takesAMeetingWithoutAnEndForOneDay(_ day: String, _ status: String) throws {
    #expect(try Self.status("start: 2031-03-10", on: day) == status)
  }

  @Test(arguments: [("2031-03-09", "Coming"), ("2031-03-10", "Under way"), ("2031-03-11", "Closed")])
  func countsTimesByTheirDay(_ day: String, _ status: String) throws {
    let fields = "start: 2031-03-10T23:00, end: 2031-03-10T23:30, time_zone: Asia/Tokyo"
    #expect(try Self.status(fields, on: day) == status)
  }

  @Test(arguments: [
    ("start: 2031-03", "2031-02-28", "Coming"), ("start: 2031-03", "2031-03-15", "Coming"),
    ("start: 2031-03", "2031-03-31", "Coming"), ("start: 2031-03", "2031-04-01", "Closed"),
    ("start: 2031", "2031-12-31", "Coming"), ("start: 2031", "2032-01-01", "Closed"),
    ("start: 2031-03-10, end: 2031-03", "2031-03-31", "Under way"),
    ("start: 2031-03-10, end: 2031-03", "2031-04-01", "Closed"),
  ])
  func takesAMeetingForUnderWayOnlyWhenItsFirstDayIsKnown(_ fields: String, _ day: String, _ status: String) throws {
    #expect(try Self.status(fields, on: day) == status)
  }

  @Test(arguments: [
    ("status: planned, start: 2031-03-10", "2031-03-09", "Planned"),
    ("status: planned, start: 2031-03-10", "2031-03-10", "Under way"),
    ("status: tentative, start: 2031-03-10", "2031-03-09", "Tentative"),
    ("status: tentative, start: 2031-03-10", "2031-03-11", "Closed"),
    ("status: postponed, start: 2031-03-10", "2031-03-09", "Postponed"),
    ("status: postponed, start: 2031-03-10", "2031-03-11", "Postponed"),
    ("status: cancelled, start: 2031-03-10", "2031-03-09", "Cancelled"),
    ("status: cancelled, start: 2031-03-10", "2031-03-11", "Cancelled"),
    ("status: tentative", "2031-03-10", "Dates not known"),
    ("status: cancelled", "2031-03-10", "Cancelled"),
  ])
  func keepsTheStatusThatAWriterGaveAsFarAsTheCalendarAllows(_ fields: String, _ day: String, _ status: String) throws {
    #expect(try Self.status(fields, on: day) == status)
  }

  @Test func saysOfAnAnnouncedMeetingThatNothingConfirmsItTookPlace() throws {
    let note = "Closed: Announced; no source that we found confirms that it took place."
    #expect(try Self.status("start: 2031-03-10, evidence: announced", on: "2031-03-11") == note)
    #expect(try Self.status("start: 2031-03-10, evidence: announced", on: "2031-03-10") == "Under way")
    #expect(try Self.status("start: 2031-03-10, evidence: reported", on: "2031-03-11") == "Closed")
  }

  private static let series = """
    -- site-content/bodies/b.yaml --
    - {id: parties, title: Parties}
    - {id: others, title: Others}
    -- site-content/meetings/m.yaml --
    - {id: first, title: First, type: conference, organ: parties, start: 2029-03-01, end: 2029-03-20, confidence: memory}
    - {id: elsewhere, title: Elsewhere, type: conference, organ: others, start: 2030-03-01, confidence: memory}
    - {id: second, title: Second, type: conference, organ: parties, start: 2031-03-10, end: 2031-03-20, confidence: memory}
    - {id: third, title: Third, type: conference, organ: parties, start: 2033, confidence: memory}
    - {id: side, title: Side, type: group, organ: parties, start: 2031-04-01, confidence: memory}
    - {id: single, title: Single, type: conference, start: 2029-03-01, confidence: memory}
    - {id: alone, title: Alone, type: conference, start: 2035, confidence: memory}
    """

  private static func notice(on id: String, asOf day: String, _ hub: String = series) throws -> [String] {
    try BuiltSite(hub, asOf: day).main("meetings/\(id).html").pieces(between: "role=\"note\">\n<p>", and: "</p>")
      .filter { $0.contains("Closed.") }
  }

  @Test func pointsFromAClosedMeetingToTheNextOfItsBodyAndType() throws {
    let text = "<strong>Closed.</strong> This meeting was to end on 20 March 2029. Followed by:"
    #expect(try Self.notice(on: "first", asOf: "2031-03-15") == ["\(text) <a href=\"second.html\">Second</a>"])
    #expect(
      try Self.notice(on: "second", asOf: "2031-03-21") == [
        "<strong>Closed.</strong> This meeting was to end on 20 March 2031. Followed by: <a href=\"third.html\">Third</a>"
      ])
    #expect(try Self.notice(on: "second", asOf: "2031-03-20") == [])
  }

  @Test(arguments: [("reported", true), ("announced", false)])
  func saysThatAMeetingEndedWhereASourceConfirmsIt(_ evidence: String, _ isReported: Bool) throws {
    let hub = """
      -- site-content/meetings/m.yaml --
      - {id: m, title: M, type: group, series: S, start: 2029-03-01, end: 2029-03-20, evidence: \(evidence), confidence: memory}
      - {id: n, title: N, type: group, series: S, start: 2033, city: Alder, confidence: memory}
      """
    #expect(
      try Self.notice(on: "m", asOf: "2031-03-15", hub) == [
        "<strong>Closed.</strong> \(isReported ? "It ended" : "This meeting was to end") on 20 March 2029. "
          + "Followed by: <a href=\"n.html\">N (Alder)</a>"
      ])
  }

  /// A type is no series: nothing ties a conference to the next that somebody else holds.
  @Test func knowsNoNextOfAMeetingWithoutABody() throws {
    #expect(
      try Self.notice(on: "single", asOf: "2031-03-15") == [
        "<strong>Closed.</strong> This meeting was to end on 1 March 2029."
      ])
    let main = try BuiltSite(Self.series).main("meetings/single.html")
    #expect(!main.contains("alone.html") && !main.contains("first.html"))
  }

  @Test func followsTheSeriesThatARecordNames() throws {
    let hub = """
      -- site-content/bodies/b.yaml --
      - {id: parties, title: Parties}
      -- site-content/meetings/m.yaml --
      - {id: one, title: One, type: conference, series: Summit, start: 2029-03-01, confidence: memory}
      - {id: other, title: Other, type: conference, organ: parties, start: 2032, confidence: memory}
      - {id: two, title: Two, type: group, organ: parties, series: Summit, start: 2033, confidence: memory}
      """
    #expect(
      try Self.notice(on: "one", asOf: "2031-03-15", hub) == [
        "<strong>Closed.</strong> This meeting was to end on 1 March 2029. Followed by: <a href=\"two.html\">Two</a>"
      ])
  }

  @Test(arguments: [
    (
      "start: 2029", "conference",
      "was to be over in 2029; no day is known. Followed by: <a href=\"third.html\">Third</a>"
    ),
    (
      "start: 2029-03", "group",
      "was to be over in March 2029; no day is known. The date of the next of its kind is not known."
    ),
  ])
  func saysInWordsWhereNoDayIsKnown(_ fields: String, _ type: String, _ text: String) throws {
    let hub = """
      -- site-content/bodies/b.yaml --
      - {id: parties, title: Parties}
      -- site-content/meetings/m.yaml --
      - {id: m, title: M, type: \(type), organ: parties, \(fields), confidence: memory}
      - {id: third, title: Third, type: conference, organ: parties, start: 2033, confidence: memory}
      """
    #expect(try Self.notice(on: "m", asOf: "2031-03-15", hub) == ["<strong>Closed.</strong> This meeting \(text)"])
  }

  @Test func saysThatNoNextMeetingIsKnown() throws {
    #expect(
      try Self.notice(on: "side", asOf: "2031-05-01") == [
        "<strong>Closed.</strong> This meeting was to end on 1 April 2031. The date of the next of its kind is not known."
      ])
  }

  @Test(arguments: [
    ("start: 2029", "in 2029;"), ("start: 2029-03", "in March 2029;"),
    ("start: 2029-03-01, end: 2029-03", "in March 2029;"),
    ("start: 2029-03-01, end: 2029-03-04", "end on 4 March 2029."),
  ])
  func neverRoundsAnEndToADayThatNobodyNamed(_ fields: String, _ date: String) throws {
    let hub = "-- site-content/meetings/m.yaml --\n- {id: m, title: M, type: group, confidence: memory, \(fields)}"
    #expect(try Self.notice(on: "m", asOf: "2031-03-15", hub).first?.contains(" \(date)") == true)
  }
}
