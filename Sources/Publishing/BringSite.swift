import CivilTime
import Content
import Diagnostics
import Formats
import Foundation
import Migrating

/// What a migration wrote.
package struct BroughtSite: Sendable {
  package let texts: Int
  package let drafts: Int
  package let files: Int
  /// Files that people changed since an earlier import, which stay as they are.
  package let kept: [String]
  package let unanswered: Int
  /// Whether texts are drafts only because pandoc is not there.
  package let needsPandoc: Bool
  /// Faults for which a build would still be refused.
  package let faults: [Diagnostic]
}

/// Where an import tells people what it did.
private let reportFile = "import-report.md"

/// Brings a site of another program into a hub, which is made where the folder has none.
package func bringSite(
  from old: String, generator: OldGenerator, to hub: String, searchPath: String,
  today: @escaping @Sendable (String) -> CivilDate
) throws -> BroughtSite {
  let pandoc = Pandoc.find(on: searchPath)
  if generator == .wordpress, pandoc == nil {
    throw CommandRefusal(
      "WordPress keeps HTML, which the program pandoc turns into Markdown; install it (Debian's package pandoc), and import again."
    )
  }
  let folder = try readOldSite(old, generator)
  var migration: Migration
  do throws(MigrationFault) {
    let markdown: ((String) -> String?)? = pandoc.map { pandoc in { pandoc.markdown(of: $0) } }
    migration = try migrate(MigrationRequest(generator, files: folder.files, markdown: markdown))
  } catch {
    throw CommandRefusal(error.sentence)
  }
  var writing = ImportedFiles(hub: hub)
  try writing.readLedger()
  try prepareHub(hub, migration, &writing)
  for copy in migration.copies {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: "\(folder.root)/\(copy.from)")))
    try writing.write(bytes, to: "site-content/\(copy.to)")
  }
  migration.passedOver += writing.refusedBefore.sorted().map { "\($0), which a build refused at an earlier import" }
  for text in migration.texts { try writing.write([UInt8](text.text.utf8), to: "site-content/\(text.path)") }
  // An import that is stopped knows what it wrote when it is run again.
  try writing.writeLedger()
  for language in migration.languages { _ = try writeNewLanguage(language, in: hub) }
  let faults = try mend(&migration, &writing, BuildRequest(hub: hub, asOf: nil, today: today, jobs: 2))
  let text = report(
    on: migration, from: URL(filePath: old).lastPathComponent, generator: generator, unchanged: writing.kept.sorted(),
    missingFiles: folder.unread)
  try writing.write([UInt8](text.utf8), to: reportFile, always: true)
  try writing.writeLedger()
  return BroughtSite(
    texts: migration.texts.count, drafts: migration.texts.count { $0.isDraft }, files: migration.copies.count,
    kept: writing.kept.sorted(), unanswered: Set(migration.unanswered).count,
    needsPandoc: migration.needsPandoc, faults: faults)
}

/// Makes `hub.yaml`, or holds a hub that is there against what the texts need.
private func prepareHub(_ hub: String, _ migration: Migration, _ writing: inout ImportedFiles) throws {
  let path = "site-content/hub.yaml"
  guard FileManager.default.fileExists(atPath: "\(hub)/\(path)"), !writing.wrote(path) else {
    return try writing.write([UInt8](migration.hub.utf8), to: path)
  }
  let (content, diagnostics) = readContent(in: "\(hub)/site-content", shownAs: "site-content", jobs: 1)
  guard let content else {
    throw CommandRefusal(diagnostics.first.map { "\($0.message)." } ?? "There is no hub in '\(hub)'.")
  }
  let lacking = migration.sections.filter { content.hub.kind(ofFolder: $0.folder) == nil }
  let languages = migration.languages.filter { !content.hub.languages.contains($0) }
  guard !lacking.isEmpty || !languages.isEmpty else { return }
  var lines: [String] = []
  if !lacking.isEmpty { lines += ["sections:"] + lacking.flatMap(\.lines) }
  if !languages.isEmpty { lines.append("languages: [\((content.hub.languages + languages).joined(separator: ", "))]") }
  throw CommandRefusal(
    "The hub has no place for some texts; declare in hub.yaml, and import again:\n" + lines.joined(separator: "\n"))
}

/// Takes out of the texts what a build refuses, until it refuses nothing; what only the whole text would mend is shown as code.
private func mend(
  _ migration: inout Migration, _ writing: inout ImportedFiles, _ request: BuildRequest
) throws -> [Diagnostic] {
  // Drafts are read with all others first, and then left out, as they are for readers, to whom no link may lead to one.
  var (request, withDrafts) = (request, request)
  request.indexesSearch = false
  withDrafts.includesDrafts = true
  var faults: [Diagnostic] = []
  // Each round changes a few texts of many, and only those are read again.
  var memory = BuildMemory()
  for _ in 1...12 {
    faults = linkHub(withDrafts, memory: &memory).diagnostics.filter { $0.severity == .error }
    if try mend(&migration, &writing, of: faults) { continue }
    faults = (faults + buildSite(request, memory: &memory).diagnostics.filter { $0.severity == .error }).eachOnce
    if try mend(&migration, &writing, of: faults) { continue }
    guard try !faults.isEmpty && mend(&migration, &writing, of: faults, isLast: true) else { break }
  }
  return faults
}

/// Whether anything was changed.
private func mend(
  _ migration: inout Migration, _ writing: inout ImportedFiles, of faults: [Diagnostic], isLast: Bool = false
) throws -> Bool {
  let byPath = Dictionary(grouping: faults) { $0.range.file.path }
  var isChanged = false
  for number in migration.texts.indices {
    let path = "site-content/\(migration.texts[number].path)"
    guard let own = byPath[path], writing.isOurs(path) else { continue }
    let text = mended(migration.texts[number], of: own.map(MigratedFault.init), isLast: isLast)
    guard text.text != migration.texts[number].text else { continue }
    migration.texts[number] = text
    isChanged = true
    try writing.write([UInt8](text.text.utf8), to: path)
  }
  // Such as a drawing with a script in it.
  for copy in migration.copies {
    let path = "site-content/\(copy.to)"
    guard let fault = byPath[path]?.first, writing.isOurs(path) else { continue }
    try writing.refuse(path)
    migration.copies.removeAll { $0.to == copy.to }
    migration.passedOver.append("\(copy.from), since \(fault.message)")
    isChanged = true
  }
  if isChanged { try writing.writeLedger() }
  return isChanged
}
