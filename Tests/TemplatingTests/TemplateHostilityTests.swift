import Diagnostics
import Formats
import Foundation
import Templating
import TestSupport
import Testing

@Suite struct TemplateHostilityTests {
  @Test func refusesSectionsNestedTooDeeply() {
    func nested(_ depth: Int) -> String {
      String(repeating: "{{#is_new}}", count: depth) + "x" + String(repeating: "{{/is_new}}", count: depth)
    }
    #expect(filled(nested(50), PageView(isNew: true)) == "x")
    let fault =
      "1:554 is_new [invalid-template] sections are nested at most 50 deep | Move the inner ones into a partial"
    #expect(faults(in: nested(51)) == [fault])
    #expect(faults(in: nested(100_000)) == [fault])
  }

  @Test(
    .timeLimit(.minutes(15)),
    arguments: [
      (" ", 1_000_000), (" \n", 500_000), ("{", 1_000_000), ("{ {", 300_000), ("}}", 500_000), ("{{! x }}\n", 100_000),
      ("{{#is_new}}{{/is_new}}", 30_000), ("{{title}}", 50_000), ("{{title}}\n", 50_000),
      ("  {{#tags}}\n{{.}}\n  {{/tags}}\n", 20_000), ("{{titel}}", 2_000), ("{{!{{", 200_000), ("{{a", 300_000),
      ("\u{E9}{{title}}", 50_000), ("{{a b", 1), ("{{#x}}", 100_000), ("{{> page}}", 2_000), ("{{/x}}", 100_000),
    ])
  func readsAHugeTemplateInATimeThatGrowsWithItsSize(_ piece: String, _ count: Int) {
    let (set, diagnostics) = load(String(repeating: piece, count: count))
    #expect((set == nil) == diagnostics.containsError)
  }

  @Test func survivesMutationsOfTheDefaultTemplates() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../templates").standardized
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".mustache") }
      .sorted()
    #expect(names.count > 30)
    let texts = try names.map { [UInt8](try Data(contentsOf: folder.appending(path: $0))) }
    var random = SeededGenerator(seed: 7)
    for _ in 0..<1_500 {
      let text = mutated(texts.randomElement(using: &random) ?? [], using: &random)
      let (set, diagnostics) = load(String(decoding: text, as: UTF8.self))
      #expect((set == nil) == diagnostics.containsError)
      for diagnostic in diagnostics { #expect(diagnostic.range.start <= diagnostic.range.end) }
    }
  }

  @Test func fillsWhateverMixOfTagsItAccepts() {
    let pieces = [
      "{{title}}", "{{{body}}}", "{{#tags}}", "{{/tags}}", "{{.}}", "{{^links}}", "{{/links}}", "{{#links}}", "\n",
      "  ", "x",
      "{{#is_new}}", "{{/is_new}}", "{{> part}}", "{{words.who}}", "{{! y }}", "{{#author}}", "{{/author}}",
      "{{address}}",
    ]
    let page = PageView(
      body: Array("<b>".utf8), isNew: true, tags: ["1", "2"], author: LinkView(title: "A"),
      links: [LinkView(title: "L")])
    var random = SeededGenerator(seed: 11)
    var accepted = 0
    for _ in 0..<20_000 {
      let template = (0..<Int.random(in: 1...8, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
      let (set, _) = load(template.joined(), ["part": "{{title}}\n"])
      guard let set else { continue }
      accepted += 1
      var html: HTMLBytes = []
      set.render(tableOfPage().page, Filled(SiteView()), Filled(page), into: &html)
      #expect(!String(decoding: html, as: UTF8.self).contains("{{"))
    }
    #expect(accepted > 1_000)
  }

  /// A text with one to four bytes, or runs of bytes, taken out, doubled, replaced or moved.
  private func mutated(_ text: [UInt8], using random: inout SeededGenerator) -> [UInt8] {
    var text = text
    for _ in 0..<Int.random(in: 1...4, using: &random) where !text.isEmpty {
      let start = Int.random(in: 0..<text.count, using: &random)
      let end = min(text.count, start + Int.random(in: 1...12, using: &random))
      switch Int.random(in: 0..<4, using: &random) {
      case 0: text.removeSubrange(start..<end)
      case 1: text.insert(contentsOf: text[start..<end], at: start)
      case 2: text[start] = Array("{}#^/>!. \n\0".utf8).randomElement(using: &random) ?? 0
      default:
        let run = Array(text[start..<end])
        text.removeSubrange(start..<end)
        text.insert(contentsOf: run, at: Int.random(in: 0...text.count, using: &random))
      }
    }
    return text
  }
}
