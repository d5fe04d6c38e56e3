import Content
import Diagnostics
import Foundation
import Linking
import TestSupport
import Testing

/// A hub in which every third document has faults, in files of all forms.
private func files() -> [String: String] {
  var files = ["hub.yaml": SiteFixture.hub]
  for number in 0..<60 {
    let other = (number * 7 + 3) % 80
    files["guides/g\(number).md"] = """
      ---
      title: Guide \(number)
      issues: [i\(number % 9)]
      \(number % 3 == 0 ? "colour: blue" : "slug: slug-\(number / 2)")
      ---

      See [[g\(other)]] and [another](g\(other).md#part-\(number % 4)). The ITU met. [[I\(number % 12)|issue]]

      ## Part \(number % 3)
      """
    if number % 5 == 0 { files["guides/g\(number).fr.md"] = "---\ntitle: Guide\n---\n\nVoir [[g\(other)]]. L'ITU\n" }
  }
  files["issues/a.yaml"] = (0..<6).map { "- { id: i\($0), title: I\($0), stance: technical }\n" }.joined()
  files["issues/b.yaml"] = (4..<9).map { "- { id: i\($0), title: I\($0), stance: technical }\n" }.joined()
  files["glossary/a.yaml"] = "- { id: itu, title: Union, abbreviation: ITU, meaning: M. }\n"
  files["glossary/a.fr.yaml"] = "- { id: itu, title: Union, abbreviation: ITU, meaning: M. }\n"
  return files
}

private func site(writingFilesIn order: [String]) throws -> SiteFixture {
  let files = files()
  let site = try SiteFixture("")
  for path in order { try site.write(Array((files[path] ?? "").utf8), to: path) }
  return site
}

@Test func givesTheSameGraphAndFaultsOnAnyNumberOfThreads() throws {
  let site = try site(writingFilesIn: files().keys.sorted())
  let (graph, diagnostics) = site.link(jobs: 1)
  let expected = fingerprint(of: graph, diagnostics)
  #expect(diagnostics.count > 50)
  for jobs in [2, 3, 8] {
    let (graph, diagnostics) = site.link(jobs: jobs)
    #expect(fingerprint(of: graph, diagnostics) == expected)
  }
}

@Test func givesTheSameGraphWhateverTheOrderOfCreation() throws {
  var numbers = SeededNumbers(seed: 7)
  let paths = files().keys.sorted()
  var fingerprints: Set<[String]> = []
  for order in [paths, paths.reversed(), paths.shuffled(using: &numbers)] {
    let (graph, diagnostics) = try site(writingFilesIn: order).link(jobs: 2)
    fingerprints.insert(fingerprint(of: graph, diagnostics))
  }
  #expect(fingerprints.count == 1)
}

@Test func reportsTheFaultsOfAllStagesAtOnce() throws {
  let site = try SiteFixture(
    """
    -- notes/a.md --
    -- guides/a.md --
    ---
    title: 1️⃣"A
    ---
    -- guides/b.md --
    ---
    title: B
    1️⃣sumary: x
    date: 2️⃣soon
    issues: [3️⃣none]
    ---

    <b>4️⃣raw</b> 5️⃣[[none]] [x](6️⃣none.md)
    -- guides/c.md --
    no front matter
    -- issues/all.yaml --
    - { id: a, title: A, stance: 1️⃣calm }
    - { id: b, title: B, stance: technical, related: [2️⃣none] }
    """)
  #expect(
    site.allFaults() == [
      "guides/a.md 1️⃣ invalid-yaml", "guides/b.md 1️⃣ unknown-field", "guides/b.md 2️⃣ invalid-date",
      "guides/b.md 3️⃣ unresolved-reference", "guides/b.md 8:1 raw-html",
      "guides/b.md 5️⃣ unresolved-wikilink", "guides/b.md 6️⃣ unresolved-link", "guides/c.md 1:1 missing-front-matter",
      "issues/all.yaml 1️⃣ invalid-choice",
      "issues/all.yaml 2️⃣ unresolved-reference", "notes/a.md 1:1 unknown-folder",
    ])
}
