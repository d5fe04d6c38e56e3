import CivilTime
import Diagnostics
import Foundation
import OutputFiles
import Outputs
import Publishing
import TestSupport
import Testing

/// Work is not done again exactly where it would come to the same.
struct WorkStoreTests {
  private static let hub = """
    -- site-content/hub.yaml --
    \(SiteFixture.hub)
    -- site-content/issues/one.md --
    ---
    title: One
    stance: technical
    ---

    Text. [[two]]
    -- site-content/issues/two.md --
    ---
    title: Two
    stance: technical
    ---
    -- site-content/meetings/m.yaml --
    - {id: m, title: M, type: conference, start: 2031-03-15T10:00, end: 2031-03-15T12:00, time_zone: UTC, confidence: memory}
    """

  /// What a build of a hub came to: its site as a snapshot, and what it reported; `isKnown` where nothing was done.
  private struct Built {
    let site: [String: [UInt8]]
    let messages: [String]
    let closing: String
    let isKnown: Bool
  }

  private static func request(_ hub: HubFolder, at instant: String, drafts: Bool = false, address: String? = nil)
    throws -> BuildRequest
  {
    let instant = try #require(Timestamp(isoText: instant))
    var request = BuildRequest(
      hub: hub.path, asOf: nil, today: { _ in .first }, address: address, includesDrafts: drafts, jobs: 2)
    request.instant = { instant }
    return request
  }

  /// Builds as the command does.
  private static func build(_ request: BuildRequest, into name: String = "public", settling: Int64 = 0) throws -> Built
  {
    let folder = "\(request.hub)/\(name)"
    let store = WorkStore(for: request, .build(output: folder))
    if let known = store?.finished() {
      return Built(
        site: try site(folder), messages: known.findings.map(described), closing: known.summary.closing, isKnown: true)
    }
    let result = buildSite(request)
    let findings = result.diagnostics.withoutHints
    let closing = "\(result.nextChange.map { "\($0.instant)" } ?? "never") \(result.pages)"
    if let plan = result.plan, let graph = result.graph {
      let summary = try writeSite(plan, to: folder, jobs: 2)
      let all = findings + summary.findings
      let work = FinishedWork(
        findings: all, summary: WorkSummary(files: plan.files.count, documents: result.pages, closing: closing))
      store?.keep(work, of: graph, settling: settling)
    }
    return Built(site: try site(folder), messages: findings.map(described), closing: closing, isKnown: false)
  }

  private static func described(_ fault: Diagnostic) -> String {
    let range = fault.range
    return "\(range.file.path) \(range.start) \(range.end) \(fault.severity) \(fault.code) \(fault.message) "
      + "\(fault.help ?? "") \(fault.notes.map { "\($0.message) \($0.range.start)" }) "
      + "\(fault.edits.map { "\($0.replacement) \($0.range.end)" }) \(range.coveredText)"
  }

  private static func site(_ folder: String) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    guard FileManager.default.fileExists(atPath: folder) else { return files }
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      guard let bytes = FileManager.default.contents(atPath: "\(folder)/\(name)"), !name.hasPrefix(".hubwright") else {
        continue
      }
      files[name] = Array(bytes)
    }
    return files
  }

  private static let early = "2031-03-15T08:00Z"

  @Test func doesNothingWhereNothingChanged() throws {
    let hub = try HubFolder(Self.hub)
    let first = try Self.build(Self.request(hub, at: Self.early))
    let second = try Self.build(Self.request(hub, at: "2031-03-15T09:59Z"))
    #expect(!first.isKnown && second.isKnown)
    #expect(first.messages == [] && first.site.count > 20)
    #expect(second.site == first.site && second.messages == first.messages && second.closing == first.closing)
    #expect(try hub.text(".hubwright/finished/.gitignore") == "*\n")
  }

  /// Each of these makes another site, or might.
  @Test(arguments: [
    "edit", "touch", "add", "remove", "rename", "template", "stray", "drafts", "address", "day", "hour", "earlier",
    "folder", "lost page", "other page", "unfinished", "manifest", "damaged", "empty", "commit",
  ])
  func buildsAgainWhereAnythingChanged(_ change: String) throws {
    let hub = try HubFolder(Self.hub)
    var request = try Self.request(hub, at: Self.early)
    if change == "commit" { try Self.git("init", "-q", in: hub) }
    #expect(try !Self.build(request).isKnown)
    #expect(try Self.build(request).isKnown)
    var folder = "public"
    let record = ".hubwright/finished/build"
    switch change {
    case "edit": try hub.edit("site-content/issues/one.md", "Text.", "Test.")
    case "touch": try hub.write("site-content/issues/one.md", hub.text("site-content/issues/one.md"))
    case "add": try hub.write("site-content/issues/three.md", "---\ntitle: Three\nstance: technical\n---\n")
    case "remove": try hub.remove("site-content/meetings/m.yaml")
    case "rename":
      try FileManager.default.moveItem(
        atPath: "\(hub.path)/site-content/meetings/m.yaml", toPath: "\(hub.path)/site-content/meetings/n.yaml")
    case "template": try hub.write("templates/assets/style.css", "a {}")
    case "stray": try hub.write("site-content/issues/one.md.orig", "")
    case "drafts": request = try Self.request(hub, at: Self.early, drafts: true)
    case "address": request = try Self.request(hub, at: Self.early, address: "https://other.example/")
    case "day": request = try Self.request(hub, at: "2031-03-16T08:00Z")
    case "hour": request = try Self.request(hub, at: "2031-03-15T10:00Z")
    case "earlier": request = try Self.request(hub, at: "2031-03-15T07:00Z")
    case "folder": folder = "elsewhere"
    case "lost page": try hub.remove("public/issues/one.html")
    case "other page": try hub.write("public/issues/one.html", "")
    case "unfinished": try hub.write("public/.hubwright-unfinished", "")
    case "manifest": try hub.remove("public/.hubwright-manifest")
    case "damaged": try hub.edit(record, "Europe", "Asia")
    case "empty": try hub.write(record, "")
    default:
      try Self.git("-c", "user.name=A", "-c", "user.email=a@b", "commit", "-q", "--allow-empty", "-m", "A", in: hub)
    }
    let clean = try HubFolder(copying: URL(filePath: hub.path))
    for name in ["public", ".hubwright"] { try clean.remove(name) }
    let warm = try Self.build(request, into: folder)
    #expect(!warm.isKnown)
    var other = BuildRequest(
      hub: clean.path, asOf: nil, today: { _ in .first }, address: request.address,
      includesDrafts: request.includesDrafts, jobs: 1)
    other.instant = request.instant
    let cold = try Self.build(other)
    #expect(warm.site == cold.site && warm.messages == cold.messages)
    #expect(try Self.build(request, into: folder).isKnown)
  }

  private static func git(_ arguments: String..., in hub: HubFolder) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git", "-C", hub.path] + arguments
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  /// Whatever was edited, and however often in between nothing was: what is there is what a first build makes.
  @Test(arguments: 0..<4) func equalsAFirstBuildAfterAnyEdits(_ seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let hub = try HubFolder(Self.hub)
    var instant = Self.early
    var knownCount = 0
    for step in 0..<24 {
      let name = ["one", "two", "three"].randomElement(using: &numbers) ?? ""
      let title = ["title: \(step)", "title: [", "titel: x"][[0, 0, 0, 1, 2].randomElement(using: &numbers) ?? 0]
      switch Int.random(in: 0..<14, using: &numbers) {
      case 0...2: try hub.write("site-content/issues/\(name).md", "---\n\(title)\nstance: technical\n---\n[[one]]\n")
      case 3: try hub.write("site-content/hub.yaml", SiteFixture.hub + "summary: \(step)\n")
      case 4: instant = instant == Self.early ? "2031-03-15T11:00Z" : Self.early
      case 5: try? hub.remove("public/issues/\(name).html")
      default: break
      }
      let warm = try Self.build(Self.request(hub, at: instant))
      knownCount += warm.isKnown ? 1 : 0
      let copy = try HubFolder()
      try FileManager.default.copyItem(atPath: "\(hub.path)/site-content", toPath: "\(copy.path)/site-content")
      try copy.write("public/x", "")
      let cold = try Self.build(Self.request(copy, at: instant))
      #expect(warm.messages == cold.messages, "step \(step)")
      if !cold.site.keys.allSatisfy({ $0 == "x" }) {
        #expect(warm.site == cold.site.filter { $0.key != "x" }, "step \(step)")
      }
    }
    #expect(knownCount > 0)
  }

  /// The clock of a file system tells two changes apart only where there is time between them.
  @Test func keepsNothingOfSourcesThatHaveJustChanged() throws {
    let hub = try HubFolder(Self.hub)
    let request = try Self.request(hub, at: Self.early)
    for _ in 0..<2 { #expect(try !Self.build(request, settling: 60_000_000_000).isKnown) }
  }

  @Test func givesFaultsBackAsTheyWere() throws {
    let hub = try HubFolder(Self.hub)
    try hub.write(
      "site-content/issues/one.md", "---\ntitle: One\nstance: technical\nstanse: x\n---\n\n<b>Bold</b> [[no]]\n")
    try hub.write("site-content/issues/two.md", "---\ntitle: Two\nstance: technical\nslug: one\n---\n")
    try hub.write("site-content/issues/lake.jpg", "")
    let request = try Self.request(hub, at: Self.early)
    let result = checkSite(request)
    let graph = try #require(result.graph)
    let store = try #require(WorkStore(for: request, .check))
    store.keep(
      FinishedWork(findings: result.diagnostics, summary: WorkSummary(documents: 2, closing: ".")), of: graph,
      settling: 0)
    let known = try #require(WorkStore(for: request, .check)?.finished())
    #expect(result.diagnostics.count > 3)
    #expect(known.findings.map(Self.described) == result.diagnostics.map(Self.described))
    #expect(conciseText(for: known.findings) == conciseText(for: result.diagnostics))
  }

  /// A link in the hub's folder would lead the store out of it.
  @Test func writesNothingThroughALink() throws {
    let (hub, other) = (try HubFolder(Self.hub), try HubFolder())
    try FileManager.default.createSymbolicLink(
      atPath: "\(hub.path)/.hubwright", withDestinationPath: other.path)
    let request = try Self.request(hub, at: Self.early)
    for _ in 0..<2 { #expect(try !Self.build(request).isKnown) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: other.path).isEmpty)
  }
}
