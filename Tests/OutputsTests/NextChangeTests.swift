import CivilTime
import Foundation
import OutputFiles
import Outputs
import Publishing
import TestSupport
import Testing

/// When a site would next be another, and that it is the same until then.
@Suite struct NextChangeTests {
  private static func change(_ hub: String, asOf day: String = "2031-03-15", drafts: Bool = false) throws -> NextChange?
  {
    let folder = try HubFolder(hub)
    if (try? folder.text("site-content/hub.yaml")) == nil { try folder.write("site-content/hub.yaml", BuiltSite.hub) }
    let result = buildSite(try buildRequest(folder.path, asOf: day, includesDrafts: drafts))
    try #require(result.plan != nil, "\(result.diagnostics)")
    return result.nextChange
  }

  private static func page(_ fields: String, _ name: String = "p") -> String {
    "-- site-content/notes/\(name).md --\n---\ntitle: A page\n\(fields)\n---\n\nText.\n"
  }

  private static func meeting(_ fields: String) -> String {
    "-- site-content/meetings/m.yaml --\n- {id: m, title: Meeting, type: group, confidence: memory, \(fields)}\n"
  }

  @Test(arguments: [
    (page("publish: 2031-03-20"), "2031-03-20 published"), (page("expire: 2031-03-20"), "2031-03-20 expired"),
    (page("publish: 2031-03-20\nexpire: 2031-04-20"), "2031-03-20 published"),
    (page("publish: 2031-03-20\nexpire: 2031-03-20"), "never"), (page("publish: 2031-03-15"), "never"),
    (page("publish: 2031-03-20\ndraft: true"), "never"), (page("review: 2031-03-16"), "2031-03-16 review-due"),
    (page("date: 2031-03-20"), "2031-03-20 comes-home"), (page("updated: 2031-03-20"), "2031-03-20 comes-home"),
    (page("date: 2031-03-15"), "never"), (page("review: 2031-03-15"), "never"),
    (page("publish: 2031-03-20\nreview: 2031-03-18"), "2031-03-20 published"),
    (meeting("start: 2031-03-16"), "2031-03-16 meeting-begins"),
    (meeting("start: 2031-03-10, end: 2031-03-15"), "2031-03-16 meeting-is-over"),
    (meeting("start: 2031-03-16, status: cancelled"), "never"),
    (meeting("start: 2031-03-16, status: postponed"), "never"),
    (meeting("start: 2031-03-16, status: moved-online"), "2031-03-16 meeting-begins"),
    (meeting("start: 2031-03"), "2031-04-01 meeting-is-over"), (meeting("start: 2031"), "2031-06-30 comes-home"),
    (meeting("start: 2031-03-10"), "never"), (meeting("end: 2031-04-01"), "never"),
    (meeting("deadlines: [{title: Ask, date: 2031-03-15}]"), "2031-03-16 deadline-passed"),
    (meeting("deadlines: [{title: Ask, date: 2031-04}]"), "2031-05-01 deadline-passed"),
    (
      meeting("start: 2031-04-20, deadlines: [{title: Ask, rule: 4 weeks before the opening}]"),
      "2031-03-24 deadline-passed"
    ),
    (
      meeting("start: 2031-04, deadlines: [{title: Ask, rule: 4 weeks before the opening}]"),
      "2031-05-01 meeting-is-over"
    ),
  ])
  func findsTheNextDay(_ hub: String, _ expected: String) throws {
    let change = try Self.change(hub)
    #expect((change.map { "\($0.day.isoText) \($0.reasons[0].kind.rawValue)" } ?? "never") == expected)
  }

  /// A pack is offered for a year after its meeting.
  @Test func saysWhenAPackIsTakenDown() throws {
    let hub = Self.meeting("start: 2031-03-10, deadlines: [{title: Ask, date: 2031-03-01}]")
    let change = try #require(try Self.change(hub))
    #expect(change.day.isoText == "2032-03-10")
    #expect(change.reasons.map(\.kind) == [.packTakenDown])
    #expect(try BuiltSite(hub, asOf: "2032-03-09").text("meetings/m.html").contains("pack-m.epub"))
    #expect(try !BuiltSite(hub, asOf: "2032-03-10").text("meetings/m.html").contains("pack-m.epub"))
  }

  @Test func showsNothingNewWhereDraftsAreShown() throws {
    #expect(try Self.change(Self.page("publish: 2031-03-20"), drafts: true) == nil)
  }

  /// A translation waits for its original.
  @Test func waitsForTheOriginal() throws {
    let hub = """
      -- site-content/hub.yaml --
      \(BuiltSite.hub)languages: [fr]
      \(Self.page("publish: 2031-03-20"))
      \(Self.page("publish: 2031-03-17", "p.fr"))
      """
    let change = try #require(try Self.change(hub))
    #expect(change.day.isoText == "2031-03-20")
    #expect(change.reasons.map(\.kind) == [.published])
  }

  @Test func namesNothingThatIsNotPublishedYet() throws {
    let hub = Self.page("publish: 2031-03-16", "secret") + Self.page("review: 2031-03-16", "open")
    let change = try #require(try Self.change(hub))
    #expect(change.reasons.map { $0.subject?.title } == [nil, "A page"])
    #expect(
      change.sentence
        == "Next change: 2031-03-16T00:00:00+00:00 (2031-03-16T00:00:00Z): a page is published, and 1 more.")
    let site = try BuiltSite(hub)
    let file = try site.text("next-change.json")
    #expect(file.contains("{\n        \"reason\": \"published\"\n      },"), "\(file)")
    for (path, bytes) in try site.files {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("secret"), "\(path)")
    }
  }

  @Test(arguments: [
    ("Europe/Zurich", "2031-03-30", "2031-03-29T23:00:00Z", 3_600),
    ("Asia/Kathmandu", "2031-04-01", "2031-03-31T18:15:00Z", 20_700),
    ("Pacific/Kiritimati", "2032-01-01", "2031-12-31T10:00:00Z", 50_400),
    ("America/New_York", "2031-11-02", "2031-11-02T04:00:00Z", -14_400),
    // Clocks go from 23:59 to 01:00 on the last Friday of April, so that the day begins at one.
    ("Africa/Cairo", "2031-04-25", "2031-04-24T22:00:00Z", 10_800),
  ])
  func begins(_ zone: String, _ day: String, _ instant: String, _ offset: Int) throws {
    let hub = "-- site-content/hub.yaml --\n\(BuiltSite.hub.replacing("time_zone: UTC", with: "time_zone: \(zone)"))\n"
    let change = try #require(try Self.change(hub + Self.page("publish: \(day)")))
    #expect(change.instant.rfc3339Text == instant)
    #expect(change.offset == offset)
  }

  @Test func writesAFileForATimer() throws {
    let hub = Self.meeting("start: 2031-03-16, deadlines: [{id: d, title: Ask, date: 2031-03-15}]")
    #expect(
      try BuiltSite(hub).text("next-change.json") == """
        {
          "next_change": {
            "day": "2031-03-16",
            "local": "2031-03-16T00:00:00+00:00",
            "utc": "2031-03-16T00:00:00Z",
            "time_zone": "UTC",
            "reasons": [
              {
                "reason": "deadline-passed",
                "document": "meetings/m",
                "title": "Meeting",
                "deadline": "Ask"
              },
              {
                "reason": "meeting-begins",
                "document": "meetings/m",
                "title": "Meeting"
              }
            ]
          }
        }
        """)
    #expect(try BuiltSite(Self.page("date: 2031-01-01")).text("next-change.json") == "{\n  \"next_change\": null\n}")
    #expect(
      try Self.change(hub)?.sentence
        == "Next change: 2031-03-16T00:00:00+00:00 (2031-03-16T00:00:00Z): the deadline 'Ask' of 'Meeting' has passed, and 1 more."
    )
  }

  // MARK: The same bytes until then, and others on the day

  /// A hub with all that depends on a day, drawn anew for each seed from a few weeks around the new year.
  private static func hub(_ seed: UInt64) -> String {
    var numbers = SeededNumbers(seed: seed)
    func day() -> String {
      let start = CivilDate(year: 2031, month: 12, day: 12) ?? .first
      return start.adding(days: Int.random(in: 0..<30, using: &numbers)).isoText
    }
    var files: [String] = []
    for number in 0..<3 {
      let (first, second) = (day(), day())
      let fields = [
        ["publish: \(min(first, second))", "expire: \(max(first, second))"], ["review: \(first)", "date: 2031-01-02"],
        ["date: \(first)"],
      ][number]
      files.append(page((fields + ["issues: [flow]"]).joined(separator: "\n"), "p\(number)"))
    }
    let meetings = (0..<4).map { number in
      let (first, second) = (day(), day())
      let status =
        ["planned", "confirmed", "moved-online", "postponed", "cancelled"].randomElement(using: &numbers) ?? ""
      let start = number == 0 ? String(first.prefix(7)) : min(first, second)
      let end = number == 0 ? "" : "end: \(max(first, second)), "
      return
        "- {id: m\(number), title: M\(number), type: group, start: \(start), \(end)status: \(status), organ: b, confidence: memory, "
        + "deadlines: [{title: A, date: \(day())}, {title: B, rule: 2 weeks before the opening}]}"
    }
    files.append("-- site-content/meetings/m.yaml --\n\(meetings.joined(separator: "\n"))\n")
    files.append("-- site-content/bodies/b.yaml --\n- {id: b, title: B}\n")
    files.append(
      "-- site-content/issues/i.yaml --\n- {id: flow, title: Flow, stance: technical, meetings: [m0, m1, m2, m3]}\n")
    return files.joined(separator: "\n")
  }

  /// The whole site, without what marks the day of the build.
  private static func site(_ hub: String, on day: CivilDate) throws -> String {
    let site = try BuiltSite(hub, asOf: day.isoText)
    let printed = "\(day.day) \(months[day.month - 1]) \(day.year)"
    // What can be taken along bears the day of its making in many places; the links to it are on the pages.
    // The list of digests is of that day, as all that it lists.
    return try site.paths.sorted().filter { !$0.hasPrefix("downloads/") && $0 != "SHA256SUMS" }.map { path in
      var text = try site.text(path)
      // The date of the build stands in the head of each page, and at its foot.
      text = text.replacing("Edition of <span>\(printed)<", with: "<").replacing(
        "Built on</dt><dd>\(printed)<", with: "<")
      return "\(path)\n\(text.withoutDrawings.withoutToday)"
    }.joined()
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  @Test(arguments: 1...2)
  func changesExactlyThen(_ seed: Int) throws {
    let hub = Self.hub(UInt64(seed))
    var day = try date("2031-12-10")
    let last = try date("2032-01-11")
    var next = try Self.change(hub, asOf: day.isoText)?.day
    var site = try Self.site(hub, on: day)
    while day < last {
      day = day.adding(days: 1)
      let today = try Self.site(hub, on: day)
      if day == next {
        #expect(today != site, "nothing changes on \(day)")
        next = try Self.change(hub, asOf: day.isoText)?.day
      } else {
        // The month with which the strip of the home page begins is that of the build.
        let (new, old) = day.day == 1 ? (today.withoutStrip, site.withoutStrip) : (today, site)
        #expect(new == old, "\(day) is not announced: \(difference(new, old))")
      }
      site = today
    }
  }
}

/// The first line that differs.
private func difference(_ new: String, _ old: String) -> String {
  let pairs = zip(new.split(separator: "\n"), old.split(separator: "\n"))
  return pairs.first { $0 != $1 }.map { "\($0) instead of \($1)" } ?? "lines more or less"
}

extension String {
  /// Without drawings and their keys, in which today has its place.
  fileprivate var withoutDrawings: String {
    replacing(/(?s)<figure.*?<\/figure>/, with: "")
  }

  /// Without the line of the day in lists, its mark in a month, and the words that say which day it is.
  fileprivate var withoutStrip: String { replacing(/(?s)<ol class="year">.*?<\/ol>/, with: "") }

  fileprivate var withoutToday: String {
    replacing(/<p class="counted".*?<\/p>/, with: "").replacing(/(?s)<li class="today-line".*?<\/li>/, with: "")
      .replacing(" class=\"now\"", with: "").replacing(" <span class=\"label due\">Today</span>", with: "")
      .replacing(/\n\s*\n/, with: "\n")
  }
}
