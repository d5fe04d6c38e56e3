import Content
import Diagnostics
import TestSupport
import Testing

private let smallest = """
  title: A hub
  address: https://hub.example.org/itu
  language: en
  time_zone: Europe/Zurich

  """

private func read(_ text: String) -> (hub: HubDescription?, faults: [String], messages: [String]) {
  let marked = MarkedText(text)
  let (hub, diagnostics) = parseHub(marked.file("site-content/hub.yaml"))
  return (hub, marked.faults(diagnostics), diagnostics.map(\.message))
}

@Test func readsTheSmallestHub() throws {
  let (hub, faults, _) = read(smallest)
  #expect(faults == [])
  let found = try #require(hub)
  #expect(found.address == "https://hub.example.org/itu/")
  #expect(found.languages == ["en"])
  #expect(found.kind(ofFolder: "issues") == Content.Issue.kind)
  #expect(found.kind(ofFolder: "guides") == nil)
}

@Test func readsAWholeHub() throws {
  let (hub, faults, _) = read(
    smallest + """
      summary: For all.
      languages: [fr, en, ar]
      publisher: { name: Us, url: https://example.org }
      licence: { name: CC BY }
      edit_address: https://example.org/edit/main/{path}?x
      regions: [{ id: europe, title: Europe, summary: The region. }]
      meeting_types: [{ id: forum, title: Forum }]
      series: [{ id: spotlight, title: Spotlight }]
      sections:
        - { folder: guides, kind: guide, title: Guides, order: title }
        - { folder: essays, title: Essays }
      citations: [{ write: "Decision {number}", organ: pp, form: decision }]
      start_here: [why]
      menu: [guides, issues]
      home: [issues, start-here]
      headline: Take part.
      why: It matters.
      """)
  #expect(faults == [])
  let found = try #require(hub)
  #expect(found.languages == ["en", "fr", "ar"])
  #expect(found.sections.map(\.kind) == [Guide.kind, Article.kind])
  #expect(found.sections.map(\.order) == [.title, .date])
  #expect(found.section(ofFolder: "essays")?.title == "Essays")
  #expect(found.declared(.regions).map(\.summary) == ["The region."])
  #expect(found.citations.map(\.form) == [.decision])
  #expect(found.menu == ["guides", "issues"])
  #expect(found.home == [.issues, .startHere])
  #expect(found.headline == "Take part." && found.why == "It matters.")
  #expect(found.editAddress == "https://example.org/edit/main/{path}?x")
}

@Test(arguments: ["title", "address", "language", "time_zone"])
func needsWhatEveryPageRestsOn(_ name: String) {
  let lines = smallest.split(separator: "\n").filter { !$0.hasPrefix("\(name):") }
  let (hub, faults, messages) = read(lines.joined(separator: "\n"))
  #expect(hub == nil)
  #expect(faults == ["1:1 missing-field"])
  #expect(messages == ["a hub has the field '\(name)'"])
}

@Test(arguments: [
  ("", "1:1 wrong-type"), ("- a", "1:1 wrong-type"), ("title: 'A", "1:8 invalid-yaml"),
])
func needsFields(_ text: String, fault: String) {
  let (hub, faults, _) = read(text)
  #expect(hub == nil)
  #expect(faults == [fault])
}

@Test(
  arguments: [
    ("colour: blue", "5:1 unknown-field", "a hub has no field 'colour'"),
    ("languages: [fr, 1️⃣fr]", "1️⃣ duplicate-id", "a language is listed once, and 'fr' is listed twice"),
    ("languages: [1️⃣Français]", "1️⃣ invalid-choice", "'languages' holds a language such as en or pt-BR, not 'Français'"),
    ("languages: [1️⃣../up]", "1️⃣ invalid-choice", "'languages' holds a language such as en or pt-BR, not '../up'"),
    (
      "sections: [1️⃣{ folder: issues, title: I }]", "1️⃣ duplicate-id",
      "a folder holds one kind of document, and 'issues' has its kind already"
    ),
    (
      "sections: [{ folder: a, title: A }, 1️⃣{ folder: a, title: B }]", "1️⃣ duplicate-id",
      "a folder holds one kind of document, and 'a' has its kind already"
    ),
    (
      "sections: [{ folder: 1️⃣../a, title: A }]", "1️⃣ invalid-id",
      "'folder' holds lower-case letters, digits and hyphens, not '../a'"
    ),
    ("sections: [{ folder: a, kind: 1️⃣meeting, title: A }]", "1️⃣ invalid-choice", nil),
    ("sections: [1️⃣{ folder: a }]", "1️⃣ missing-field", "a section has the field 'title'"),
    (
      "regions: [{ id: a, title: A }, 1️⃣{ id: a, title: B }]", "1️⃣ duplicate-id",
      "'a' is the id of one item of 'regions', and this is a second"
    ),
    (
      "series: [{ id: 1️⃣A b, title: A }]", "1️⃣ invalid-id", "'id' holds lower-case letters, digits and hyphens, not 'A b'"
    ),
    ("citations: [1️⃣{ write: Resolution, organ: pp }]", "1️⃣ wrong-type", "'write' holds words and {number}"),
    ("citations: [1️⃣{ write: '{number}', organ: pp }]", "1️⃣ wrong-type", "'write' holds words and {number}"),
    ("citations: [1️⃣{ write: 'Resolution {number}' }]", "1️⃣ missing-field", "a citation has the field 'organ'"),
    ("menu: [1️⃣isues]", "1️⃣ invalid-choice", nil),
    ("home: [1️⃣isues]", "1️⃣ invalid-choice", nil),
    ("home: [now, 1️⃣now]", "1️⃣ duplicate-id", "a block stands on the home page once, and 'now' is named twice"),
    ("publisher: 1️⃣Us", "1️⃣ wrong-type", "'publisher' holds a group of fields"),
    ("edit_address: 1️⃣example.org/{path}", "1️⃣ invalid-address", nil),
  ] as [(String, String, String?)])
func reportsWrongFieldsOfTheHub(_ line: String, fault: String, message: String?) {
  let (_, faults, messages) = read(smallest + line)
  #expect(faults == [fault])
  if let message { #expect(messages == [message]) }
}

@Test(arguments: [
  ("address: https://hub.example.org/?q", "invalid-address"),
  ("address: https://hub.example.org/#a", "invalid-address"),
  ("address: hub.example.org", "invalid-address"), ("language: English", "invalid-choice"),
  ("language: [en]", "wrong-type"),
  ("time_zone: Zurich", "invalid-time-zone"), ("title: ''", "missing-field"),
])
func refusesAHubWithoutARightAddressLanguageOrZone(_ line: String, code: String) {
  let name = line.prefix { $0 != ":" }
  let lines = smallest.split(separator: "\n").map { $0.hasPrefix("\(name):") ? line : String($0) }
  let (hub, faults, _) = read(lines.joined(separator: "\n"))
  #expect(hub == nil)
  #expect(faults.map { $0.split(separator: " ").last.map(String.init) } == [code])
}
