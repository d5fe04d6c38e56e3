import CivilTime
import Content
import Diagnostics
import Foundation
import Linking
import OutputFiles
import Outputs
import Publishing
import TestSupport
import Testing

/// What is built with the memory of earlier builds is what is built without.
struct WarmBuildTests {
  private static let words = [
    "title: A\nstance: technical", "title: B\nstance: to-watch", "title: C\nstanse: technical", "title: [", "",
  ]
  private static let links = [
    "[[one]]", "[two](two.md)", "[[nothing]]", "![x](picture.png)", "<b>", "## H\n\n[[one#h]]",
  ]

  @Test func equalsACleanBuildAfterAnyEdits() throws {
    let hub = try HubFolder("-- site-content/hub.yaml --\n" + SiteFixture.hub)
    var numbers = SeededNumbers(seed: 20_261_122)
    var memory = BuildMemory()
    var goodBuilds = 0
    for step in 0..<200 {
      try edit(hub, &numbers)
      let warm = build(hub, &memory)
      var none = BuildMemory()
      let clean = build(hub, &none)
      #expect(warm.diagnostics.map(\.message) == clean.diagnostics.map(\.message), "step \(step)")
      #expect(warm.plan == nil ? clean.plan == nil : true)
      guard let warmPlan = warm.plan, let cleanPlan = clean.plan else { continue }
      goodBuilds += 1
      #expect(warmPlan.files.map(\.path) == cleanPlan.files.map(\.path), "step \(step)")
      for (left, right) in zip(warmPlan.files, cleanPlan.files)
      where try left.contents() != right.contents() {
        Testing.Issue.record("step \(step): \(left.path) differs")
      }
    }
    #expect(goodBuilds > 20)
  }

  /// A file that is written twice between two ticks of the file system's clock has one stamp for two contents.
  @Test func readsAFileAgainThatChangedWithinTheTick() throws {
    let hub = try HubFolder("-- site-content/hub.yaml --\n" + SiteFixture.hub)
    var memory = BuildMemory()
    for letter in "abcdefghijklmnopqrstuvwxyz" {
      try hub.write("site-content/issues/one.md", "---\ntitle: \(letter)\nstance: technical\n---\n")
      let page = try #require(build(hub, &memory).plan?.file(at: PageAddress.path("issues/one.html")))
      #expect(String(decoding: try page.contents(), as: UTF8.self).contains("<title>\(letter) "))
    }
  }

  private func build(_ hub: HubFolder, _ memory: inout BuildMemory) -> BuildResult {
    let request = BuildRequest(
      hub: hub.path, asOf: CivilDate(isoText: "2026-11-22"), today: { _ in .first }, includesDrafts: true, jobs: 2)
    return buildSite(request, memory: &memory)
  }

  /// One edit, deletion, renaming or broken save, of documents, records, a picture, the hub's description or a template.
  private func edit(_ hub: HubFolder, _ numbers: inout SeededNumbers) throws {
    let name = ["one", "two", "three"][numbers.below(3)]
    let file = "site-content/issues/\(name).md"
    // Most saves are whole, so that good builds and bad ones come in turns.
    let fields = Self.words[numbers.below(8) == 0 ? numbers.below(5) : numbers.below(2)]
    let link = Self.links[numbers.below(8) == 0 ? numbers.below(Self.links.count) : 0]
    let text = "---\n\(fields)\n---\n\nText \(numbers.below(1_000)). \(link)\n"
    switch numbers.below(24) {
    case 0: try? hub.remove(file)
    case 1: try? rename(file, to: "site-content/issues/four.md", in: hub)
    case 2: try hub.write(file, String(text.prefix(numbers.below(text.count))))
    case 3...5: try hub.write("site-content/glossary/terms.yaml", "- id: term\n  title: Text\n  meaning: \(name)\n")
    case 6, 7: try hub.write("site-content/hub.yaml", SiteFixture.hub + "summary: \(numbers.below(10))\n")
    case 8, 9: try hub.write("site-content/issues/picture.png", name)
    case 10:
      try hub.write("templates/notices.mustache", ["{{#notices}}{{text}}{{/notices}}", "{{#x"][numbers.below(2)])
    case 11, 12: try? hub.remove("templates")
    case 13...17:  // What was broken is mended.
      for name in ["one", "two", "three"] {
        try hub.write("site-content/issues/\(name).md", "---\ntitle: \(name)\nstance: technical\n---\n\n[[one]]\n")
      }
    default: try hub.write(file, text)
    }
  }

  private func rename(_ old: String, to new: String, in hub: HubFolder) throws {
    try? hub.remove(new)
    try FileManager.default.moveItem(atPath: "\(hub.path)/\(old)", toPath: "\(hub.path)/\(new)")
  }
}

extension SeededNumbers {
  fileprivate mutating func below(_ end: Int) -> Int { Int.random(in: 0..<end, using: &self) }
}
