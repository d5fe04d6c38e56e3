import CivilTime
import Formats
import TestSupport
import Testing

struct ReadCalendarsTests {
  private static let whole = """
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//Example//EN
    BEGIN:VEVENT
    UID:a
    DTSTART;TZID="Europe/Zurich";X-NOTE=one,"two;three",^'four^n^^:20261109T100000
    SUMMARY:A long
      line\\, folded
    BEGIN:VALARM
    TRIGGER:-PT15M
    END:VALARM
    END:VEVENT
    END:VCALENDAR
    """

  @Test(arguments: ["\n", "\r\n", "\r"])
  func readsComponentsAndProperties(_ lineEnd: String) throws {
    let bytes = Array((Self.whole.replacing("\n", with: lineEnd) + lineEnd).utf8)
    let calendar = try #require(try readCalendars(bytes).get().calendars.first)
    let event = try #require(calendar.components("VEVENT").first)
    #expect(event.line == 4)
    #expect(event.property("SUMMARY")?.text == "A long line, folded")
    let start = try #require(event.property("DTSTART"))
    #expect(start.line == 6)
    #expect(start.parameter("TZID") == "Europe/Zurich")
    #expect(start.parameters.last?.values == ["one", "two;three", "\"four\n^"])
    #expect(start.time == .local(local("2026-11-09T10:00"), zone: "Europe/Zurich"))
    #expect(event.components("VALARM").first?.property("TRIGGER")?.duration?.seconds == -900)
  }

  @Test(arguments: [
    ("", 1, "a calendar has a BEGIN:VCALENDAR, and this file none"),
    ("hello\n", 1, "a line consists of a name, a colon and a value, not 'hello'"),
    ("BEGIN:VEVENT\nEND:VEVENT\n", 1, "a calendar begins with BEGIN:VCALENDAR"),
    ("SUMMARY:x\n", 1, "a calendar begins with BEGIN:VCALENDAR, not with SUMMARY"),
    (
      "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nEND:VCALENDAR\n", 4,
      "END:VCALENDAR closes the component that was begun last"
    ),
    ("BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\n", 3, "BEGIN:VEVENT has no END:VEVENT"),
    ("BEGIN:VCALENDAR\nVERSION:1.0\nEND:VCALENDAR\n", 2, "a calendar says VERSION:2.0, and this '1.0'"),
    ("BEGIN:VCALENDAR\nCLASS PRIVATE\n", 2, "a line consists of a name, a colon and a value, not 'CLASS PRIVATE'"),
    (
      "BEGIN:VCALENDAR\nRRULE;Y=\"1:2\n", 2,
      "a parameter consists of a name, an equals sign and values, and a quoted one ends with a quote"
    ),
    ("BEGIN:VCALENDAR\nBEGIN:VCALENDAR\n", 2, "a calendar holds no other calendar"),
    ("\nEND:VCALENDAR\n", 2, "END:VCALENDAR closes the component that was begun last"),
  ])
  func saysWhatIsWrongWhere(_ text: String, _ line: Int, _ message: String) {
    guard case .failure(let fault) = readCalendars(Array(text.utf8)) else {
      Issue.record("'\(text)' was read")
      return
    }
    #expect(fault == CalendarFault(line: line, message: message))
  }

  /// A carriage return within a line ends one for an editor, by which the place is found.
  @Test func countsLinesAsAnEditorDoes() throws {
    let text = "BEGIN:VCALENDAR\r\nX-A:b\rc\r\nnot a line\r\nEND:VCALENDAR\r\n"
    #expect(try readCalendars(Array(text.utf8)).get().leftOut.map(\.line) == [2, 4])
  }

  /// What is nothing a calendar has, and changes nothing of when a meeting is or who may know of it.
  @Test func leavesOutLinesThatAreNone() throws {
    let text = "BEGIN:VCALENDAR\nDESCRIPTION:One\ntwo, not folded\nX;Y:1\nX;Y=\"1:2\nNAME:a\u{7}b\nEND:VCALENDAR \n"
    let file = try readCalendars(Array(text.utf8)).get()
    #expect(
      file.leftOut == [
        CalendarFault(line: 3, message: "a line consists of a name, a colon and a value, not 'two, not folded'"),
        CalendarFault(
          line: 4,
          message: "a parameter consists of a name, an equals sign and values, and a quoted one ends with a quote"),
        CalendarFault(
          line: 5,
          message: "a parameter consists of a name, an equals sign and values, and a quoted one ends with a quote"),
        CalendarFault(line: 6, message: "a line holds no control characters"),
      ])
    #expect(file.calendars.first?.properties.map(\.text) == ["One", "ab"])
  }

  @Test func readsDatesAndPeriods() throws {
    let periods = try property(
      "RDATE;TZID=Z;VALUE=PERIOD:20310507,20310507T090000/PT2H, 20310507T090000/20310508T100000"
    )
    .periods
    let nine = CalendarTime.local(local("2031-05-07T09:00"), zone: "Z")
    #expect(
      periods == [
        CalendarPeriod(start: .day(date("2031-05-07")), end: nil),
        CalendarPeriod(start: nine, end: .after(CalendarDuration(days: 0, seconds: 7_200))),
        CalendarPeriod(start: nine, end: .time(.local(local("2031-05-08T10:00"), zone: "Z"))),
      ])
    #expect(try property("RDATE:20310507T090000/soon").periods == nil)
  }

  @Test func joinsCharactersThatAreCutByFolding() throws {
    var bytes = Array("BEGIN:VCALENDAR\nVERSION:2.0\nX:".utf8)
    bytes += [0xC3] + Array("\r\n ".utf8) + [0xA9] + Array("\nEND:VCALENDAR\n".utf8)
    #expect(try readCalendars(bytes).get().calendars.first?.property("X")?.text == "é")
    #expect(
      readCalendars(bytes.filter { $0 != 0xA9 }).fault
        == CalendarFault(line: 3, message: "a calendar is written in UTF-8"))
  }

  @Test(arguments: [
    ("20261109", CalendarTime.day(date("2026-11-09"))),
    ("20261109T100030", .local(local("2026-11-09T10:00:30"), zone: nil)),
    ("20261109T235960Z", .instant(instant("2026-11-09T23:59:59Z"))), ("20260229", nil), ("2026-11-09", nil),
    ("20261109T", nil), ("20261109T1000", nil), ("20261109T100000X", nil), ("20261109T250000", nil), ("", nil),
    ("2026110a", nil),
  ])
  func readsTimes(_ text: String, _ time: CalendarTime?) throws {
    #expect(try property("X:\(text)").time == time)
  }

  @Test(arguments: [
    ("P1D", (1, 0)), ("-PT15M", (0, -900)), ("P2W", (14, 0)), ("P1DT2H3M4S", (1, 7_384)), ("-P1DT1H", (-1, -3_600)),
    ("+PT1H", (0, 3_600)), ("PT24H", (0, 86_400)), ("P", nil), ("PT", nil), ("P1H", nil), ("1D", nil),
    ("PT1H1H", nil), ("P1DT", nil), ("P99999999D", nil),
  ])
  func readsDurations(_ text: String, _ wanted: (days: Int, seconds: Int)?) throws {
    #expect(
      try property("X:\(text)").duration == wanted.map { CalendarDuration(days: $0.days, seconds: $0.seconds) })
  }

  /// Whatever a text holds, what a calendar carries of it is read back: all but the controls that no calendar may hold.
  @Test func readsBackWhatIsWritten() throws {
    var generator = SeededGenerator(seed: 5_545)
    for _ in 0..<2_000 {
      let text = generator.text(upTo: 200)
      let events = [event(summary: text)]
      let bytes = calendar(of: events).encoded()
      for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast() {
        #expect(line.count <= 76 && line.last == UInt8(ascii: "\r"))
        #expect(String(validating: line, as: UTF8.self) != nil)
      }
      let summary = try readCalendars(bytes).get().calendars.first?.components("VEVENT").first?.property("SUMMARY")?
        .text
      let newline: Unicode.Scalar = "\n"
      let scalars = text.replacing("\r\n", with: "\n").unicodeScalars
      let kept = scalars.map { $0.value == 0x0D ? newline : $0 }.filter { (scalar: Unicode.Scalar) -> Bool in
        scalar.value >= 0x20 && scalar.value != 0x7F || scalar.value == 0x0A || scalar.value == 0x09
      }
      #expect(summary?.unicodeScalars.elementsEqual(kept) == true)
    }
  }

  /// Ten thousand damaged calendars: nothing crashes, and a fault is one line of the file.
  @Test func survivesDamagedCalendars() throws {
    var numbers = SeededNumbers(seed: 10_000)
    let original = Array(Self.whole.replacing("\n", with: "\r\n").utf8)
    let pieces = [
      "BEGIN:VEVENT\r\n", "END:VEVENT\r\n", "\r\n ", ";", ":", "\"", "\u{0}", "\u{FEFF}", "20269999", "VCALENDAR", "=,",
      "é",
    ]
    .map { Array($0.utf8) }
    var faults = 0
    for _ in 0..<10_000 {
      var bytes = original
      for _ in 0...Int.random(in: 0..<3, using: &numbers) {
        let position = Int.random(in: 0..<bytes.count, using: &numbers)
        switch Int.random(in: 0..<4, using: &numbers) {
        case 0: bytes[position] = UInt8.random(in: 0...255, using: &numbers)
        case 1: bytes.removeSubrange(position..<min(bytes.count, position + Int.random(in: 1...40, using: &numbers)))
        case 2: bytes.insert(contentsOf: pieces.randomElement(using: &numbers) ?? [], at: position)
        default: bytes = Array(bytes[..<max(1, position)])
        }
        if bytes.isEmpty { bytes = [0] }
      }
      switch readCalendars(bytes) {
      case .success(let file):
        for component in file.calendars.flatMap(\.components) {
          for property in component.properties {
            _ = (property.time, property.texts, property.duration, property.position)
          }
        }
      case .failure(let fault):
        faults += 1
        let lines = bytes.count { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } + 1
        #expect((1...lines).contains(fault.line))
        #expect(!fault.message.isEmpty)
      }
    }
    #expect(faults > 1_000)
  }

  private func property(_ line: String) throws -> CalendarProperty {
    let text = "BEGIN:VCALENDAR\nVERSION:2.0\n\(line)\nEND:VCALENDAR\n"
    return try #require(try readCalendars(Array(text.utf8)).get().calendars.first?.properties.last)
  }
}

extension Result {
  fileprivate var fault: Failure? { if case .failure(let fault) = self { fault } else { nil } }
}
