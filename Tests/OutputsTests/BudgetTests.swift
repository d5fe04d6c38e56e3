import Diagnostics
import Linking
import OutputFiles
import Outputs
import Publishing
import TestSupport
import Testing

@Suite struct BudgetTests {
  private static let text = String(repeating: "Words that nobody needs to read twice, numbered. ", count: 10)

  private static func hub(_ budget: String, _ more: String = "") -> String {
    """
    -- site-content/hub.yaml --
    \(BuiltSite.hub)budget: \(budget)
    -- site-content/guides/join.md --
    ---
    title: Join
    ---
    \(text)
    \(more)
    """
  }

  /// What is said of the finished files, as path, code and message.
  private static func findings(_ hub: String, pictures: [String: [UInt8]] = [:]) throws -> [String] {
    let folder = try HubFolder(hub)
    for (path, bytes) in pictures { try folder.write(path, bytes: bytes) }
    let day = try date("2031-03-15")
    let result = buildSite(BuildRequest(hub: folder.path, asOf: day, today: { _ in day }, jobs: 1))
    guard let plan = result.plan else { return ["refused: \(conciseText(for: result.diagnostics))"] }
    let finished = try plan.files.indices.flatMap {
      try plan.make(at: $0, after: FinishedFiles(plan.files)).file.findings
    }
    return (result.diagnostics + finished).map { "\($0.range.file.path): \($0.code.rawValue): \($0.message)" }
  }

  @Test func saysNothingOfAHubWithinItsBudget() throws {
    #expect(try Self.findings(Self.hub("{page: 30}")) == [])
  }

  @Test func namesAPageThatIsTooLargeAtItsSource() throws {
    let found = try Self.findings(Self.hub("{page: 2}"))
    #expect(found.count == 1)
    #expect(
      found.first?.hasPrefix(
        "site-content/guides/join.md: over-budget: a page with its styles takes at most 2 kB to load, and guides/join.html takes "
      ) == true, "\(found)")
  }

  @Test func letsALongArticleBeLarger() throws {
    let long = (0..<3_000).map { "Sentence \($0 * 7_919 % 10_007) of many. " }.joined()
    #expect(try Self.findings(Self.hub("{page: 20}", long)) == [])
  }

  @Test func weighsScriptsAndPagesOfRecords() throws {
    let found = try Self.findings(Self.hub("{records: 1, script: 0}"))
    #expect(found.contains { $0.contains("a page with its styles takes at most 1 kB to load, and index.html takes") })
    let text = "site-content/guides/join.md: over-budget: a page's scripts take"
    #expect(found.allSatisfy { $0.hasPrefix("site-content/hub.yaml: over-budget: ") || $0.hasPrefix(text) }, "\(found)")
  }

  @Test func weighsPicturesBooksAndTheCopy() throws {
    let picture = ["site-content/guides/a.png": [UInt8](repeating: 1, count: 2_500)]
    let found = try Self.findings(Self.hub("{images: 2, pack: 0, copy: 1}", "![A](a.png)"), pictures: picture)
    #expect(
      found.first
        == "site-content/guides/join.md: over-budget: a page's pictures take at most 2 kB to load, and guides/join.html takes 3 kB",
      "\(found)")
    #expect(found.contains { $0.contains("a book takes at most 0 kB to load, and downloads/guide-join.epub takes") })
    #expect(found.contains { $0.contains("the offline copy takes at most 1 kB to load") })
  }

  /// A writer is told at the picture, in words that say what to do.
  @Test func saysWhatToDoAboutAPictureThatIsTooLarge() throws {
    let folder = try HubFolder(Self.hub("{images: 2}", "Words.\n\n![A small one](b.png) ![The lake](lake.jpg)"))
    try folder.write("site-content/guides/lake.jpg", bytes: [UInt8](repeating: 1, count: 8_200_000))
    try folder.write("site-content/guides/b.png", bytes: [1])
    let faults = try BuiltSite(in: folder).diagnostics.filter { $0.message.contains("pictures") }
    #expect(
      faults.map(\.message) == [
        "a page's pictures take at most 2 kB to load, and guides/join.html takes 8.3 MB"
      ])
    #expect(faults.map(\.range.coveredText) == ["lake.jpg"])
    #expect(
      faults.map(\.help) == [
        "Make it smaller (guides/lake.jpg 8.2 MB, guides/b.png 1 kB): 1,600 pixels wide, as JPEG or WebP, are enough, and "
          + "'hubwright check --fix' saves it so; or raise 'images' under 'budget' in hub.yaml"
      ])
  }

  @Test func refusesFontsAndOtherHostsInTheTheme() throws {
    let style = "p { color: red }\n@font-face { src: url(https://fonts.example/a.woff2) }\n"
    let found = try Self.findings(
      Self.hub("{page: 30}") + "-- templates/assets/style.css --\n\(style)-- templates/assets/a.woff2 --\nfont\n")
    #expect(
      found == [
        "site-content/hub.yaml: over-budget: the theme's fonts take at most 0 kB to load, and the theme takes 1 kB",
        "templates/assets/style.css: request-elsewhere: a page loads nothing from other hosts",
      ])
  }

  @Test func givesPicturesTheirSize() throws {
    let head: [UInt8] = Array("GIF89a".utf8) + [0x40, 1, 0xF0, 0]
    let folder = try HubFolder(Self.hub("{page: 30}", "![A river](a.gif)"))
    try folder.write("site-content/guides/a.gif", bytes: head)
    let page = try BuiltSite(in: folder).text("guides/join.html")
    #expect(page.contains("<img src=\"a.gif\" alt=\"A river\" width=\"320\" height=\"240\" loading=\"lazy\"/>"))
  }

  @Test func refusesABudgetThatIsNoNumber() throws {
    let found = try Self.findings(Self.hub("{page: small, pages: 3}"))
    #expect(found.count == 1 && found[0].contains("wrong-type") && found[0].contains("unknown-field"), "\(found)")
  }
}
