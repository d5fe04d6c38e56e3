import CivilTime
import Foundation
import FoundationXML
import TestSupport
import Testing

@testable import Drawings

/// Whether the picture is one XML element, as strict readers of SVG want it.
func isWellFormed(_ picture: String) -> Bool {
  XMLParser(data: Data(picture.utf8)).parse()
}

/// All numbers in the places and lengths of a picture.
func lengths(in picture: String) -> [Double] {
  picture.matches(of: /\b(?:x|cx|d|y|cy|width|height)="([^"]*)"/).flatMap { match in
    match.output.1.split { !"-.0123456789".contains($0) }.map { Double($0) ?? .nan }
  }
}

/// All places across a picture.
func places(in picture: String) -> [Double] {
  picture.matches(of: #/\b(?:x|cx)="([^"]*)"|[ML](-?[0-9.]+) /#).compactMap { match in
    Double(match.output.1 ?? match.output.2 ?? "")
  }
}

@Suite struct DrawingHistoryTests {
  private func history(
    _ events: [IssueHistory.Event], _ texts: [IssueHistory.Text] = [], isRightToLeft: Bool = false
  ) throws -> IssueHistory {
    IssueHistory(
      title: "An issue", description: "What it shows.",
      names: .init(proposals: "Proposals", decisions: "Decisions", texts: "Resolutions", today: "Today"),
      today: try day("2026-11-22"), events: events, texts: texts, isRightToLeft: isRightToLeft)
  }

  private func picture(of history: IssueHistory, width: Double = 340) -> String {
    String(decoding: HistoryDrawing.picture(of: history, width: width, className: "test"), as: UTF8.self)
  }

  @Test func drawsOneMeetingExactly() throws {
    let event = IssueHistory.Event(
      day: try day("2026-07-02"), label: "PP-26", proposals: [.open, .full], decisions: [.crossed])
    let text = IssueHistory.Text(label: "130", stages: [.init(day: try day("2026-07-02"))])
    let drawn = picture(of: try history([event], [text]))
    #expect(
      drawn == """
        <svg xmlns="http://www.w3.org/2000/svg" class="test" viewBox="0 0 340 159" direction="ltr" role="img">\
        <title>An issue</title><desc>What it shows.</desc>\
        <text class="fine" x="0" y="46">Proposals</text>\
        <text class="fine" x="0" y="67">Decisions</text>\
        <text class="fine" x="0" y="118">Resolutions</text>\
        <text class="strong" x="206.2" y="13" text-anchor="middle">PP-26</text>\
        <path class="guide" d="M206.2 16L206.2 73L206.2 81"/>\
        <rect class="full" x="201.2" y="36.5" width="10" height="10"/>\
        <rect class="open" x="201.2" y="23.5" width="10" height="10"/>\
        <circle class="open" cx="206.2" cy="63" r="6.5"/>\
        <path class="stroke" d="M201.7 58.5L210.8 67.6M201.7 67.6L210.8 58.5"/>\
        <path class="stroke" d="M80.4 84L332 84M80.4 84L80.4 89M332 84L332 89"/>\
        <text class="fine" x="206.2" y="100" text-anchor="middle">2026</text>\
        <circle class="full" cx="206.2" cy="84" r="3"/>\
        <text class="fine" x="0" y="136">130</text>\
        <path class="rule" d="M80.4 132L332 132"/>\
        <rect class="full" x="204.7" y="126" width="3" height="12"/>\
        <path class="today" d="M304.8 81L304.8 142"/>\
        <text class="now" x="304.8" y="153" text-anchor="middle">Today</text></svg>
        """)
  }

  @Test func drawsNothingWhereNothingHasADay() throws {
    #expect(picture(of: try history([])).isEmpty)
    #expect(picture(of: try history([], [.init(label: "130", stages: [])])).isEmpty)
  }

  @Test func marksTheNextDecisionByShapeAndColour() throws {
    let events = try [
      IssueHistory.Event(day: day("2022-10-01"), label: "PP-22"),
      IssueHistory.Event(day: day("2027-11-01"), label: "PP-27", isNext: true),
    ]
    let drawn = picture(of: try history(events))
    #expect(drawn.contains(#"<text class="now""#))
    #expect(drawn.matches(of: /<path class="now" d="M[^"]*z"\/>/).count == 1)
    #expect(drawn.matches(of: /<circle class="full"/).count == 1)
    #expect(drawn.contains(">PP-27</text>"))
  }

  @Test func namesOnlyRowsThatHaveSomething() throws {
    let event = IssueHistory.Event(day: try day("2022-10-01"), label: "PP-22", decisions: [.full])
    let drawn = picture(of: try history([event]))
    #expect(drawn.contains(">Decisions<"))
    #expect(!drawn.contains(">Proposals<"))
    #expect(!drawn.contains(">Resolutions<"))
  }

  @Test func tellsAdoptionsRevisionsAndUnconfirmedOnesApart() {
    let drawn = [(true, true), (true, false), (false, true), (false, false)].map { isAdoption, isConfirmed in
      var drawing = Drawing(width: 16)
      drawing.addStage(isAdoption: isAdoption, isConfirmed: isConfirmed, x: 8, y: 8)
      return shapes(of: drawing)
    }
    #expect(Set(drawn).count == 4)
    #expect(drawn[0] == #"<path class="full" d="M3 8L8 2L13 8L8 14z"/>"#)
    #expect(drawn[3] == #"<rect class="open" x="6.5" y="2" width="3" height="12"/>"#)
  }

  @Test func keepsTimeTrueForTextsAndMeetings() throws {
    let dates = try [day("2014-10-29"), day("2018-11-07"), day("2022-10-05")]
    let drawn = picture(
      of: try history(
        dates.map { IssueHistory.Event(day: $0, label: "") },
        [.init(label: "130", stages: dates.map { .init(day: $0) })]))
    let dots = drawn.matches(of: /<circle class="full" cx="([0-9.]+)"/).compactMap { Double($0.output.1) }
    let strokes = drawn.matches(of: /<rect class="full" x="([0-9.]+)"/).compactMap { Double($0.output.1) }
    #expect(dots.count == 3)
    #expect(zip(dots, strokes).allSatisfy { abs($0 - $1 - 1.5) <= 0.11 })
    let days = dates.map { Double($0.daysSince1970) }
    #expect(abs((dots[1] - dots[0]) / (dots[2] - dots[0]) - (days[1] - days[0]) / (days[2] - days[0])) < 0.002)
  }

  @Test func holdsManyMeetings() throws {
    var generator = SeededGenerator(seed: 3)
    for count in [2, 6, 60, 150] {
      let events = (0..<count).map { number in
        IssueHistory.Event(
          day: CivilDate(clampingDaysSince1970: 15_000 + number * 5000 / count), label: "PP-\(number)",
          isNext: number == count - 1,
          proposals: (0..<Int.random(in: 0...60, using: &generator)).compactMap { _ in
            OutcomeMark.allCases.randomElement(using: &generator)
          },
          decisions: (0..<Int.random(in: 0...9, using: &generator)).compactMap { _ in
            OutcomeMark.allCases.randomElement(using: &generator)
          })
      }
      for isRightToLeft in [false, true] {
        let drawn = picture(of: try history(events, isRightToLeft: isRightToLeft))
        let width = try #require(drawn.firstMatch(of: #/viewBox="0 0 ([0-9.]+) /#).flatMap { Double($0.output.1) })
        #expect(isWellFormed(drawn))
        #expect(lengths(in: drawn).allSatisfy { $0.isFinite })
        #expect(places(in: drawn).allSatisfy { (0...width).contains($0) })
        #expect(count > 6 || width == 340)
      }
    }
  }

  @Test func leavesOutNamesOfBareMeetingsWhereTheyAreMany() throws {
    let events = try (0..<20).map { number in
      IssueHistory.Event(
        day: try day("\(2001 + number)-06-01"), label: "M\(number)", isNext: number == 19,
        proposals: number == 4 ? [.full] : [])
    }
    let drawn = picture(of: try history(events))
    #expect(drawn.matches(of: />M[0-9]+</).map { String($0.output) } == [">M4<", ">M19<"])
    let few = picture(of: try history(Array(events.prefix(16))), width: 1200)
    #expect(few.matches(of: />M[0-9]+</).count == 16)
  }

  @Test func holdsTheFirstAndTheLastYear() throws {
    let events = [
      IssueHistory.Event(day: .first, label: "First"),
      IssueHistory.Event(day: .last, label: "Last", decisions: [.half]),
    ]
    let drawn = picture(of: try history(events))
    #expect(isWellFormed(drawn))
    #expect(places(in: drawn).allSatisfy { (0...340).contains($0) })
    #expect(drawn.utf8.count < 4000)
  }

  @Test(arguments: [
    "</text></svg><script>alert(1)</script>", #"" onload="alert(1)"#, "&amp;&lt;", "\u{202E}abc\u{202C}", "",
    String(repeating: "W", count: 10_000), "全权代表大会", "مؤتمر المندوبين المفوضين", "👩🏽‍🚀 \u{301}\u{301}\u{301}",
  ])
  func keepsHostileTitlesInTheirPlace(title: String) throws {
    var issue = try history(
      [IssueHistory.Event(day: day("2022-10-01"), label: title, proposals: [.open])],
      [.init(label: title, stages: [.init(day: day("2014-10-01"), isAdoption: true)])])
    (issue.title, issue.description) = (title, title)
    issue.names = .init(proposals: title, decisions: title, texts: title, today: title)
    for width in [340.0, 560] {
      let drawn = picture(of: issue, width: width)
      #expect(isWellFormed(drawn))
      #expect(drawn.matches(of: /<script|onload="/).isEmpty || !title.contains("<"))
      #expect(!drawn.contains("<script"))
      #expect(drawn.matches(of: /<svg[^>]*>/).count == 1)
      #expect(lengths(in: drawn).allSatisfy { $0.isFinite })
      #expect(drawn.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"test\" viewBox=\"0 0 \(Int(width)) "))
    }
  }

  @Test func drawsTheSameBytesTwice() throws {
    let events = try (0..<9).map {
      IssueHistory.Event(day: try day("20\(10 + $0)-03-04"), label: "M\($0)", proposals: [.half, .dash, .open])
    }
    let issue = try history(events)
    #expect(picture(of: issue) == picture(of: issue))
  }
}
