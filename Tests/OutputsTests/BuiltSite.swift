import CivilTime
import Diagnostics
import Foundation
import Linking
import OutputFiles
import Outputs
import Publishing
import TestSupport

/// A site made in memory from a hub of one text, for a day.
///
/// Without a `hub.yaml` of its own the hub has one with a folder for each kind of article, two types of meetings and a series.
struct BuiltSite {
  let diagnostics: [Diagnostic]
  /// Empty where the hub was refused.
  private let planned: [String: OutputFile]
  /// Files that are published as they are lie here until the test is over.
  private let folder: HubFolder

  init(
    _ hub: String, asOf day: String = "2031-03-15", address: String? = nil, drafts: Bool = false, jobs: Int = 1
  ) throws {
    let folder = try HubFolder(hub)
    if (try? folder.text("site-content/hub.yaml")) == nil { try folder.write("site-content/hub.yaml", Self.hub) }
    try self.init(in: folder, asOf: day, address: address, drafts: drafts, jobs: jobs)
  }

  init(
    in folder: HubFolder, asOf day: String = "2031-03-15", address: String? = nil, drafts: Bool = false, jobs: Int = 1
  ) throws {
    let result = buildSite(
      try buildRequest(folder.path, asOf: day, address: address, includesDrafts: drafts, jobs: jobs))
    diagnostics = result.diagnostics
    planned = Dictionary(uniqueKeysWithValues: (result.plan?.files ?? []).map { ($0.path.text, $0) })
    self.folder = folder
  }

  var paths: Set<String> { Set(planned.keys) }

  /// The bytes of every file by its path.
  var files: [String: [UInt8]] {
    get throws { try planned.mapValues { try $0.contents() } }
  }

  /// A file's text.
  func text(_ path: String) throws -> String {
    guard let file = planned[path] else {
      throw NoSuchFile(path: path, faults: conciseText(for: diagnostics), files: planned.keys.sorted())
    }
    return String(decoding: try file.contents(), as: UTF8.self)
  }

  /// What a page holds between `<main>` and `</main>`, without empty lines.
  func main(_ path: String) throws -> String {
    let text = try text(path)
    guard let start = text.firstRange(of: "<main"), let end = text.firstRange(of: "</main>") else { return text }
    return text[start.lowerBound..<end.lowerBound].split(separator: "\n").joined(separator: "\n")
  }

  /// A section of a page: from the heading with an id to the section's end; empty where there is none.
  func section(_ id: String, of path: String) throws -> String {
    let main = try main(path)
    guard let start = main.firstRange(of: "<h2 id=\"\(id)\">") ?? main.firstRange(of: "id=\"\(id)\">") else {
      return ""
    }
    let rest = main[start.lowerBound...]
    return String(rest[..<(rest.firstRange(of: "</section>")?.lowerBound ?? rest.endIndex)])
  }

  struct NoSuchFile: Error {
    let path: String
    let faults: String
    let files: [String]
  }

  /// The default theme's words.
  static let englishWords = (try? String(contentsOf: fixture("../../templates/strings/en.yaml"), encoding: .utf8)) ?? ""

  static let hub = """
    title: A hub
    address: https://hub.example/
    language: en
    time_zone: UTC
    regions:
      - {id: north, title: The north}
      - {id: south, title: The south}
    meeting_types:
      - {id: conference, title: Conference}
      - {id: group, title: Group}
    series:
      - {id: steps, title: Steps}
    sections:
      - {folder: explainers, kind: explainer, title: Explainers, order: series}
      - {folder: cases, kind: case-study, title: Cases}
      - {folder: guides, kind: guide, title: Guides}
      - {folder: briefings, kind: briefing, title: Briefings}
      - {folder: dispatches, kind: dispatch, title: Dispatches}
      - {folder: takeaways, kind: takeaways, title: Takeaways}
      - {folder: letters, kind: statement, title: Letters}
      - {folder: notes, kind: article, title: Notes}
      - {folder: pages, kind: page, title: About}

    """
}

/// `day` is a day as a whole, such as `2031-03-15`, or an instant, such as `2031-03-15T12:00Z`.
func buildRequest(
  _ hub: String, asOf day: String, address: String? = nil, includesDrafts: Bool = false, jobs: Int = 1
) throws -> BuildRequest {
  let asOf = day.contains("T") ? nil : try date(day)
  var request = BuildRequest(
    hub: hub, asOf: asOf, today: { _ in asOf ?? .first }, address: address, includesDrafts: includesDrafts, jobs: jobs)
  if asOf == nil {
    guard let instant = Timestamp(isoText: day) else { throw NoSuchDate(text: day) }
    request.instant = { instant }
  }
  return request
}

func date(_ text: String) throws -> CivilDate {
  guard let date = CivilDate(isoText: text) else { throw NoSuchDate(text: text) }
  return date
}

struct NoSuchDate: Error { let text: String }

extension String {
  /// Each text between two marks, in order.
  func pieces(between start: String, and end: String) -> [String] {
    var pieces: [String] = []
    var rest = self[...]
    while let first = rest.firstRange(of: start), let last = rest[first.upperBound...].firstRange(of: end) {
      pieces.append(String(rest[first.upperBound..<last.lowerBound]))
      rest = rest[last.upperBound...]
    }
    return pieces
  }

  /// Where the links of a piece of HTML lead, in order.
  var links: [String] { pieces(between: "href=\"", and: "\"") }

  /// The texts of the elements that a tag opens, without the tags within.
  func elements(_ tag: String, _ end: String) -> [String] {
    pieces(between: tag, and: end).map { piece in
      var text = ""
      var isTag = !tag.hasSuffix(">")
      for character in piece {
        if character == "<" {
          isTag = true
        } else if character == ">" {
          isTag = false
        } else if !isTag {
          text.append(character)
        }
      }
      return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }
}
