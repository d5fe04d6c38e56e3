import CivilTime
import Content
import Importing
import TestSupport
import Testing

/// A hub into which calendars are imported.
struct ImportedHub {
  let folder: HubFolder

  static let description = """
    title: A hub
    address: https://hub.example/
    language: en
    time_zone: Europe/Zurich
    regions:
      - {id: north, title: The north}
    meeting_types:
      - {id: conference, title: Conference}
      - {id: group, title: Working group}
    sections:
      - {folder: notes, kind: article, title: Notes}

    """

  init(_ files: String = "") throws {
    folder = try HubFolder(files)
    try folder.write("site-content/hub.yaml", Self.description)
  }

  static let today = "2031-01-01"

  /// Imports a calendar and writes what comes of it.
  @discardableResult func add(
    _ text: String, _ name: String = "events.ics", type: String? = nil, on day: String = today
  ) throws -> ImportResult {
    try add(Array(text.utf8), name, type: type, on: day)
  }

  @discardableResult func add(
    _ bytes: [UInt8], _ name: String, type: String? = nil, on day: String = today
  ) throws -> ImportResult {
    let today = CivilDate(isoText: day) ?? .first
    let result = importMeetings(
      ImportRequest(hub: folder.path, file: name, bytes: bytes, type: type, today: { _ in today }))
    for (path, text) in result.files { try folder.write(path, text) }
    return result
  }

  /// When each meeting begins and ends, in order: `09:00–10:00` on its day, with the zone.
  func times() -> [String] {
    meetings().values.map { meeting in
      ["start", "end", "time_zone"].compactMap { meeting.text($0) }.joined(separator: " ")
    }.sorted()
  }

  /// The hub's meetings by their ids.
  func meetings() -> [String: Record] {
    let content = readContent(in: "\(folder.path)/site-content", shownAs: "site-content", jobs: 1).content
    let meetings = (content?.documents ?? []).filter { $0.kind == Meeting.kind }
    return Dictionary(uniqueKeysWithValues: meetings.map { ($0.id.name, $0.record(as: Meeting.kind.fields)) })
  }

  /// What is said of a record stands at its first line.
  func expectPlaces(of result: ImportResult) throws {
    for remark in result.remarks {
      guard let path = remark.path else { continue }
      let lines = try folder.text(path).split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines[remark.line - 1].hasPrefix("- id: "))
    }
  }

  /// A file of records without its comments at the top and those that say what came from where.
  func yaml(_ name: String = "events") throws -> String {
    try folder.text("site-content/meetings/imported-\(name).yaml").split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .filter { !$0.hasPrefix("#") && !$0.hasPrefix("  # imported:") }.joined(separator: "\n")
  }
}

extension Record {
  func text(_ field: String) -> String? { if case .text(let text)? = value(at: [field]) { text } else { nil } }
}

/// A calendar of some components.
func calendar(_ components: String, _ properties: String = "") -> String {
  let head = properties.isEmpty ? "" : properties + "\n"
  return "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Example//EN\n\(head)\(components)\nEND:VCALENDAR\n"
}

func event(_ properties: String) -> String { "BEGIN:VEVENT\n\(properties)\nEND:VEVENT" }
