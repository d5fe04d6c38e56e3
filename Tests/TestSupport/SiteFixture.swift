import CivilTime
import Content
import Diagnostics
import Foundation
import Linking

/// A whole hub in one string, in a folder of its own that goes with the value.
///
///     let site = try SiteFixture(
///       """
///       -- issues/itrs.md --
///       ---
///       title: The ITRs
///       1️⃣stanse: technical
///       ---
///       """)
///     site.readFaults()   // ["issues/itrs.md 1️⃣ unknown-field", …]
///
/// Paths are relative to `site-content`, or to the hub where they begin with `/`. Each file may hold each marker of
/// `MarkedText` once. A hub file is added where none is given.
package final class SiteFixture: Sendable {
  /// The hub's folder, which holds `site-content`.
  package let root: String
  private let files: [String: MarkedText]

  package var contentFolder: String { "\(root)/site-content" }

  package init(_ site: String, addsHubFile: Bool = true) throws {
    var files = Self.cut(site).mapValues { MarkedText($0) }
    if addsHubFile, files[Self.hubFile] == nil { files[Self.hubFile] = MarkedText(Self.hub) }
    self.files = files
    root = FileManager.default.temporaryDirectory.path + "/hubwright-site-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: contentFolder, withIntermediateDirectories: true)
    // In an order of names that is not that of paths, so that no test rests on the order of creation.
    for (path, file) in files.sorted(by: { $0.key.reversed().lexicographicallyPrecedes($1.key.reversed()) }) {
      try write(Array(file.text.utf8), to: path)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  private static let hubFile = "/site-content/hub.yaml"

  /// Cuts at lines such as `-- issues/itrs.md --`; what stands before the first is dropped.
  private static func cut(_ site: String) -> [String: String] {
    var files: [String: String] = [:]
    var current: String?
    let site = site.hasSuffix("\n") ? site.dropLast() : site[...]
    for line in site.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("-- "), line.hasSuffix(" --"), line.utf8.count > 6 {
        let path = String(line.dropFirst(3).dropLast(3))
        let key = path.hasPrefix("/") ? path : "/site-content/\(path)"
        precondition(files[key] == nil, "the file \(path) stands twice")
        files[key] = ""
        current = key
      } else if let current {
        files[current, default: ""] += line + "\n"
      }
    }
    return files
  }

  /// A hub with a section for each kind of article, two languages, and something of each list.
  package static let hub = """
    \(head)
    sections:
    \(sections)
    checks:
      - { rule: unreplaced-placeholder, is: off, because: a fixture is published nowhere }

    """

  private static let head = """
    title: A hub
    address: https://hub.example.org/
    language: en
    languages: [en, fr, ar]
    time_zone: Europe/Zurich
    regions:
      - { id: europe, title: Europe }
    meeting_types:
      - { id: conference, title: Conference }
    series:
      - { id: spotlight, title: Spotlight }
    """

  private static let folders = [
    CaseStudy.kind: "advocacy-bytes", Dispatch.kind: "dispatches", Takeaways.kind: "takeaways", Article.kind: "essays",
  ]

  private static let sections = Kind.articles.map { kind in
    let folder = folders[kind] ?? "\(kind.rawValue)s"
    return "  - { folder: \(folder), kind: \(kind.rawValue), title: \(folder.replacing("-", with: " ").capitalized) }"
  }.joined(separator: "\n")
}

// MARK: Files

extension SiteFixture {
  /// Writes a file, whose path is as in the string.
  package func write(_ bytes: [UInt8], to path: String) throws {
    let url = URL(fileURLWithPath: location(of: path))
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  package func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(atPath: location(of: path), withIntermediateDirectories: true)
  }

  package func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: location(of: path), withDestinationPath: target)
  }

  package func location(of path: String) -> String {
    path.hasPrefix("/") ? root + path : "\(contentFolder)/\(path)"
  }
}

// MARK: Reading and linking

extension SiteFixture {
  package func read(jobs: Int = 1) -> (content: ReadContent?, diagnostics: [Diagnostic]) {
    readContent(in: contentFolder, shownAs: "site-content", jobs: jobs)
  }

  /// The faults of reading alone, each as path, marker and code; a place without a marker is shown as `line:column`.
  package func readFaults() -> [String] { faults(read().diagnostics) }

  /// Reads and links; the graph is nil only where there is no hub.
  package func link(
    today: String = "2026-11-22", drafts: Bool = false, jobs: Int = 1
  ) -> (graph: ContentGraph?, diagnostics: [Diagnostic]) {
    let (content, readingFaults) = read(jobs: jobs)
    guard let content, let day = CivilDate(isoText: today) else { return (nil, readingFaults) }
    let (graph, linkingFaults) = linkDocuments(
      content, options: LinkingOptions(today: day, includesDrafts: drafts, jobs: jobs))
    return (graph, readingFaults + linkingFaults)
  }

  /// All faults of reading and linking: a test compares with the whole list, so that one too many fails it.
  package func allFaults(today: String = "2026-11-22", drafts: Bool = false) -> [String] {
    faults(link(today: today, drafts: drafts).diagnostics)
  }

  /// The one diagnostic of a site that has one; nil where there are none or several.
  package func onlyFault() -> Diagnostic? {
    let diagnostics = link().diagnostics
    return diagnostics.count == 1 ? diagnostics[0] : nil
  }

  package func faults(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.sorted(by: Diagnostic.inReadingOrder).map { "\(place(of: $0.range)) \($0.code.rawValue)" }
  }

  /// The file and marker of a place, such as `issues/itrs.md 1️⃣`.
  package func place(of range: SourceRange) -> String {
    let prefix = "site-content/"
    let path =
      range.file.path.hasPrefix(prefix) ? String(range.file.path.dropFirst(prefix.count)) : "/" + range.file.path
    let file = files["/" + range.file.path]
    return "\(path) \(file?.place(range.start) ?? "\(range.start.line):\(range.start.column)")"
  }
}
