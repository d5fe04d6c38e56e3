import Testing

/// What the page of a route says of the meetings for which it can be used.
@Suite struct RoutePageTests {
  private static let hub = """
    -- site-content/bodies/b.yaml --
    - {id: parties, title: Parties}
    - {id: others, title: Others}
    -- site-content/routes/r.yaml --
    - {id: observe, title: Observe, leads_to: [parties], meeting_types: [group]}
    - {id: listen, title: Listen, leads_to: [others]}
    - {id: read, title: Read}
    -- site-content/meetings/m.yaml --
    - {id: past, title: Past, type: conference, organ: parties, start: 2030-05-01, confidence: memory}
    - {id: undated, title: Undated, type: conference, organ: parties, confidence: memory}
    - {id: called-off, title: Called off, type: conference, organ: parties, status: cancelled, start: 2031-04-01, confidence: memory}
    - {id: third, title: Third, type: conference, organ: parties, start: 2033, confidence: memory}
    - {id: second, title: Second, type: group, start: 2032-05-01, confidence: memory}
    - {id: first, title: First, type: conference, organ: parties, start: 2031-05-01, confidence: memory}
    """

  private static func next(_ route: String, asOf day: String = "2031-03-15") throws -> [String] {
    try BuiltSite(hub, asOf: day).section("next", of: "routes/\(route).html").elements(
      "<span class=\"what\">", "</span>")
  }

  @Test func namesTheNextMeetingsToWhichItLeads() throws {
    #expect(try Self.next("observe") == ["First", "Second", "Third"])
    #expect(try Self.next("observe", asOf: "2031-05-02") == ["Second", "Third", "Undated"])
    #expect(try Self.next("read", asOf: "2032-05-02") == ["Third", "Undated"])
  }

  @Test func saysThatNoneIsKnown() throws {
    let section = try BuiltSite(Self.hub).section("next", of: "routes/listen.html")
    #expect(section.contains("<p class=\"empty\">No coming meeting is known.</p>"))
  }
}
