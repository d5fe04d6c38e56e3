import CivilTime
import Content
import Diagnostics
import Foundation
import Linking
import TestSupport
import Testing

/// The project's own hub, which is the largest body of real content there is.
private let realContent = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .appendingPathComponent("../../site-content").standardizedFileURL.path

@Test func linksTheProjectsOwnHubWithoutAFault() throws {
  let (content, readingFaults) = readContent(in: realContent, shownAs: "site-content", jobs: 2)
  let today = try #require(CivilDate(isoText: "2026-12-31"))
  let (graph, linkingFaults) = linkDocuments(try #require(content), options: LinkingOptions(today: today, jobs: 2))
  #expect(conciseText(for: readingFaults + linkingFaults) == "")
  #expect(graph.pages.count > 1_000)
}

/// Bytes that mean something to a reader of front matter, YAML or Markdown.
private let pieces: [[UInt8]] =
  [
    "---\n", "\n", "\r\n", "\r", "\t", " ", "  - ", "- ", ": ", ":", "#", "[", "]", "{", "}", "[[", "]]", "[[a|b#c]]",
    "|", ">-\n", "\"", "'",
    "&a ", "*a", "!!int ", "%", "@", "```{positions}\n", "```", "~", "null", "id: ", "title: ", "draft: true\n",
    "part: 99999999999\n",
    "2026-02-30", "\u{FEFF}", "é", "日本", "](../../x.md)", "![](", "<b>", "https://", "../", "\\", "\0", "\u{85}",
    "\u{2028}", "- id: x\n  id: y\n",
  ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80]]

/// Changes a few places of a text: bytes, lines and pieces come, go and move.
private func mutated(_ original: [UInt8], using numbers: inout SeededNumbers) -> [UInt8] {
  var bytes = original
  for _ in 0..<Int.random(in: 1...6, using: &numbers) {
    let place = Int.random(in: 0...bytes.count, using: &numbers)
    let end = min(bytes.count, place + Int.random(in: 0...40, using: &numbers))
    switch Int.random(in: 0..<6, using: &numbers) {
    case 0: bytes.removeSubrange(place..<end)
    case 1: bytes.insert(contentsOf: pieces.randomElement(using: &numbers) ?? [], at: place)
    case 2: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &numbers))
    case 3:
      bytes.replaceSubrange(place..<min(bytes.count, place + 1), with: [UInt8.random(in: 0...255, using: &numbers)])
    case 4: bytes.replaceSubrange(place..<end, with: pieces.randomElement(using: &numbers) ?? [])
    default: if Int.random(in: 0..<8, using: &numbers) == 0 { bytes.removeSubrange(place...) }
    }
  }
  return bytes
}

/// How many times the whole hub is mutated; more with `HUBWRIGHT_MUTATIONS`.
private let rounds = ProcessInfo.processInfo.environment["HUBWRIGHT_MUTATIONS"].flatMap { Int($0) } ?? 3

@Test(.timeLimit(.minutes(15))) func survivesMutationsOfEveryFileOfTheProjectsHub() throws {
  let hub = try HubFolder.ofTheRepository()
  let (folder, _) = ContentFolder.find(in: "\(hub.path)/site-content", shownAs: "site-content")
  let originals = folder.texts.map { file in
    (path: file.path, bytes: FileManager.default.contents(atPath: file.location).map { Array($0) } ?? [])
  }
  for round in 0..<rounds {
    var numbers = SeededNumbers(seed: UInt64(round))
    let site = try SiteFixture("")
    for file in originals {
      // The hub's own file is left whole in most rounds, since without it nothing is linked.
      // Half of the files stay as they are, so that there is something to link.
      let isKept = file.path == "hub.yaml" ? round % 4 != 3 : Bool.random(using: &numbers)
      try site.write(isKept ? file.bytes : mutated(file.bytes, using: &numbers), to: file.path)
    }
    let (graph, diagnostics) = site.link(jobs: 2)
    #expect(!diagnostics.isEmpty)
    for diagnostic in diagnostics { #expect(isWithinItsFile(diagnostic.range), "\(round) \(diagnostic.message)") }
    let again = site.link(jobs: 1)
    #expect(fingerprint(of: again.graph, again.diagnostics) == fingerprint(of: graph, diagnostics))
  }
}

/// Whether a place can be found in its file: its line is there, and its column at most one past the line's end.
private func isWithinItsFile(_ range: SourceRange) -> Bool {
  if range.file.text.isEmpty { return range.start == SourcePosition(line: 1, column: 1) }
  guard let line = range.file.line(range.start.line) else { return false }
  return range.start.column <= line.unicodeScalars.count + 1
}

@Test(
  .timeLimit(.minutes(15)),
  arguments: [
    String(repeating: "[[a", count: 3_000),
    String(repeating: "[[", count: 1_500) + String(repeating: "]]", count: 1_500),
    "[[" + String(repeating: "x", count: 100_000) + "]]", "[x](" + String(repeating: "../", count: 10_000) + "a.md)",
    "[x](" + String(repeating: "a/", count: 10_000) + ")", "[[a#" + String(repeating: "b", count: 50_000) + "]]",
    "```{" + String(repeating: "p", count: 50_000) + "}\n```",
    "![" + String(repeating: "a", count: 10_000) + "](%00%0a.png)",
    "[x](%zz%.md) [y](%) [z](#%)",
  ])
func readsStrangeLinks(_ text: String) throws {
  let site = try SiteFixture("-- guides/a.md --\n---\ntitle: A\n---\n\n\(text)\n")
  let diagnostics = site.link().diagnostics
  #expect(diagnostics.allSatisfy { $0.message.utf8.count < 400 && ($0.help?.utf8.count ?? 0) < 1_000 })
}
