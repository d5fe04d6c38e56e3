import CivilTime
import Diagnostics
import TestSupport
import Testing

@testable import Content

/// One line of front matter with a value that does not fit, marked, and what is said of it.
struct WrongValue: Sendable, CustomTestStringConvertible {
  let folder: String
  let line: String
  let code: DiagnosticCode
  let message: String
  var help: String?

  init(_ folder: String, _ line: String, _ code: DiagnosticCode, _ message: String, help: String? = nil) {
    (self.folder, self.line, self.code, self.message, self.help) = (folder, line, code, message, help)
  }

  var testDescription: String { "\(folder): \(line)" }
}

private let wrongValues = [
  WrongValue("guides", "summary: 1️⃣[a, b]", .wrongType, "'summary' holds a text", help: "Write a text"),
  WrongValue("guides", "summary: 1️⃣{a: b}", .wrongType, "'summary' holds a text"),
  WrongValue("guides", "tags: 1️⃣one", .wrongType, "'tags' holds a list, each item a text"),
  WrongValue("guides", "tags: [one, 1️⃣[two]]", .wrongType, "'tags' holds a text"),
  WrongValue("guides", "tags: [one, 1️⃣'']", .wrongType, "'tags' holds a text"),
  WrongValue("guides", "part: 1️⃣one", .wrongType, "'part' holds a whole number, not 'one'"),
  WrongValue("guides", "part: 1️⃣-1", .wrongType, "'part' holds a whole number, not '-1'"),
  WrongValue("guides", "part: 1️⃣1.5", .wrongType, "'part' holds a whole number, not '1.5'"),
  WrongValue("guides", "part: 1️⃣1000000000", .wrongType, "'part' holds a whole number, not '1000000000'"),
  WrongValue(
    "guides", "draft: 1️⃣yes", .wrongType, "'draft' holds true or false, not 'yes'", help: "Write 'true'"),
  WrongValue("guides", "draft: 1️⃣[]", .wrongType, "'draft' holds true or false"),
  WrongValue(
    "guides", "review: 1️⃣2026-02-30", .invalidDate, "'review' holds a date, and 2026-02 has the days 01 to 28, not 30"),
  WrongValue("guides", "review: 1️⃣2026-11", .invalidDate, "'review' holds a date such as 2026-11-09, not '2026-11'"),
  WrongValue("guides", "date: 1️⃣2026", .invalidDate, "'date' holds a date such as 2026-11-09, not '2026'"),
  WrongValue(
    "guides", "updated: 1️⃣9 November 2026", .invalidDate,
    "'updated' holds a date such as 2026-11-09, not '9 November 2026'"),
  WrongValue(
    "library", "date: 1️⃣2026-13", .invalidDate,
    "'date' holds a date, and a year has the months 01 to 12, not 13"),
  WrongValue(
    "library", "url: 1️⃣www.itu.int", .invalidAddress,
    "'url' holds an address that begins with https:// and has no spaces, not 'www.itu.int'"),
  WrongValue(
    "people", "affiliation: 1️⃣[gpd]", .wrongType, "'affiliation' holds the id of an actor",
    help: "Write the id of an actor"),
  WrongValue("guides", "authors: 1️⃣somebody", .wrongType, "'authors' holds a list, each item the id of a person"),
  WrongValue(
    "guides", "slug: 1️⃣Join-Us", .invalidID, "'slug' holds lower-case letters, digits and hyphens, not 'Join-Us'"),
  WrongValue("guides", "slug: 1️⃣../up", .invalidID, "'slug' holds lower-case letters, digits and hyphens, not '../up'"),
  WrongValue(
    "guides", "image: 1️⃣logo.png", .wrongType, "'image' holds a group of fields",
    help: "Write 'image: {file: logo.png, alt: …}'"),
  WrongValue("guides", "image: 1️⃣{file: logo.png}", .missingField, "an image has the field 'alt'"),
  WrongValue("guides", "sources: 1️⃣{title: A}", .wrongType, "'sources' holds a list, each item a group of fields"),
  WrongValue("guides", "sources: [1️⃣A report]", .wrongType, "each item of 'sources' is a group of fields"),
  WrongValue(
    "guides", "sources: [1️⃣{consulted: 2026-11-09}]", .missingField, "a source has a title, url, document or library",
    help: "Add one of them"),
  WrongValue("guides", "sources: [{title: A, 1️⃣link: B}]", .unknownField, "a source has no field 'link'"),
  WrongValue(
    "guides", "confidence: 1️⃣sorced", .invalidChoice,
    "'confidence' holds one of sourced, inferred, memory, not 'sorced'",
    help: "Write 'sourced'"),
  WrongValue(
    "guides", "series: 1️⃣[spotlight]", .wrongType,
    "'series' holds a word that hub.yaml declares under 'series'"),
  WrongValue(
    "guides", "aliases: [1️⃣//old.html]", .invalidAddress,
    "'aliases' holds a path such as old/page.html or old/page/, not '//old.html'"),
  WrongValue(
    "guides", "aliases: [1️⃣../old.html]", .invalidAddress,
    "'aliases' holds a path such as old/page.html or old/page/, not '../old.html'"),
  WrongValue(
    "guides", "aliases: [1️⃣old]", .invalidAddress,
    "'aliases' holds a path such as old/page.html or old/page/, not 'old'"),
  WrongValue(
    "guides", "aliases: 1️⃣old.html", .wrongType,
    "'aliases' holds a list, each item a path such as old/page.html or old/page/"),
  WrongValue(
    "meetings", "time_zone: 1️⃣Europe/Zuric", .invalidTimeZone, "no time zone is named 'Europe/Zuric'",
    help: "Write 'Europe/Zurich'"),
  WrongValue("meetings", "time_zone: 1️⃣CET", .invalidTimeZone, "no time zone is named 'CET'"),
  WrongValue(
    "meetings", "start: 1️⃣2026-11-09T25:00", .invalidDate,
    "'start' holds a date such as 2026-11-09, or as much of it as is known, not '2026-11-09T25:00'"),
  WrongValue("meetings", "1️⃣---: x", .unknownField, "a meeting has no field '---'"),
]

private let smallest = ["meetings": "type: conference\n"]

@Test(arguments: wrongValues)
func reportsAValueOfTheWrongType(_ wrong: WrongValue) throws {
  let site = try SiteFixture(
    "-- \(wrong.folder)/a.md --\n---\ntitle: A\n\(smallest[wrong.folder] ?? "")\(wrong.line)\n---\n")
  let diagnostics = site.read().diagnostics
  #expect(site.faults(diagnostics) == ["\(wrong.folder)/a.md 1️⃣ \(wrong.code.rawValue)"])
  #expect(diagnostics.first?.message == wrong.message)
  if let help = wrong.help { #expect(diagnostics.first?.help == help) }
}

@Test func readsEveryTypeOfField() throws {
  let site = try SiteFixture(
    """
    -- meetings/pp-26.md --
    ---
    title: "The Plenipotentiary: 2026"
    short: PP-26
    type: conference
    start: 2026-11-09T10:00
    end: 2026-11-27
    time_zone: Asia/Qatar
    status: tentative
    attend: [members, 'observers, too']
    draft: true
    url: https://www.itu.int/pp26/?lang=en#top
    aliases: [old/pp.html]
    sources:
      - title: A report
        url: http://example.org/ü
        consulted: 2026-11-01
    deadlines:
      - { title: Credentials, rule: 2 weeks before the opening, basis: General Rules }
      - { title: Visa, date: 2026-10 }
    sessions:
      - title: Opening
        type: keynote
        start: 2026-11-09T10:00
        moderator: { name: Chair }
    languages: []
    ---
    """)
  let (content, diagnostics) = site.read()
  #expect(diagnostics.map(\.message) == [])
  let document = try #require(content?.documents.first)
  guard let meeting = document.fields as? Meeting else { throw Surprise("no meeting") }
  #expect(document.title == "The Plenipotentiary: 2026")
  #expect(document.common.short == "PP-26")
  #expect(meeting.start?.isoText == "2026-11-09T10:00")
  #expect(meeting.end?.isoText == "2026-11-27")
  #expect(meeting.timeZone == "Asia/Qatar")
  #expect(meeting.status == .tentative)
  #expect(meeting.attend == ["members", "observers, too"])
  #expect(meeting.languages == [])
  #expect(document.common.isDraft)
  #expect(document.common.aliases.map(\.path) == ["old/pp.html"])
  #expect(document.common.sources.first?.address == "http://example.org/ü")
  #expect(document.common.sources.first?.consulted == CivilDate(isoText: "2026-11-01"))
  #expect(meeting.deadlines.map { $0.day(for: meeting)?.isoText } == ["2026-10-26", "2026-10"])
  #expect(meeting.sessions.first?.type == .keynote)
  #expect(meeting.sessions.first?.moderator?.name == "Chair")
}

/// Whoever speaks is named, or has an entry; one of the two is enough.
@Test(arguments: [
  ("{ name: Ann }", 0), ("{ person: ann }", 0), ("{ name: Ann, person: ann }", 0), ("{ role: Chair }", 1),
])
func asksWhoSpeaks(_ speaker: String, _ count: Int) throws {
  let site = try SiteFixture(
    "-- meetings/m.yaml --\n- { id: m, title: M, type: group, confidence: memory, sessions: [{ title: S, speakers: [\(speaker)] }] }"
  )
  #expect(site.read().diagnostics.map(\.code) == Array(repeating: .missingField, count: count))
}

struct Surprise: Error {
  let what: String
  init(_ what: String) { self.what = what }
}

@Test(arguments: [
  "https://a", "http://example.org", "https://example.org/a?b=c&d#e", "https://bücher.example/é", "https://[::1]/",
])
func takesAddressesOfTheWeb(_ text: String) {
  #expect(isWebAddress(text))
}

@Test(arguments: [
  "", "https://", "https:///path", "ftp://example.org", "HTTPS://example.org", "//example.org", "https:example.org",
  "https://a b", "https://a\"b", "https://a<b", "https://a\\b", "javascript:alert(1)", "https://?q", "https://#a",
  "https://a\u{7F}b", "https://@host", "https://{path}", " https://a",
])
func refusesWhatIsNoAddressOfTheWeb(_ text: String) {
  #expect(!isWebAddress(text))
}

@Test(arguments: [
  ("a", true), ("pp-22", true), ("0", true), ("a-", true), (String(repeating: "a", count: 150), true), ("", false),
  ("-a", false), ("A", false), ("é", false), ("a_b", false), ("a.b", false), ("a b", false), ("a/b", false),
  (String(repeating: "a", count: 151), false), ("a\n", false),
])
func tellsIdentifiers(_ text: String, isOne: Bool) {
  #expect(isIdentifier(text) == isOne)
}

@Test(arguments: [
  ("en", true), ("fil", true), ("pt-BR", true), ("zh-Hans-CN", true), ("es-419", true), ("e", false), ("EN", false),
  ("en_GB", false), ("en-", false), ("en-a", false), ("../x", false), ("", false), ("engl", false),
  ("en-" + Array(repeating: "aaaaaaaa", count: 4).joined(separator: "-"), false), ("en-aaaaaaaaa", false),
  ("en-aaaaaaaa-aaaaaaaa-aaaaaaaa-aaaaa", true), ("en-aaaaaaaa-aaaaaaaa-aaaaaaaa-aaaaaa", false), ("en-é", false),
])
func tellsLanguages(_ text: String, isOne: Bool) {
  #expect(isLanguageTag(text) == isOne)
}
