import Authoring
import CivilTime
import Content
import Diagnostics
import Linking
import OutputFiles
import Outputs
import Publishing
import TestSupport
import Testing

/// A document gets another name, and nothing that led to it leads nowhere.
struct MoveTests {
  /// A hub in two languages.
  private func hub() throws -> HubFolder {
    try HubFolder(
      """
      -- site-content/hub.yaml --
      \(SiteFixture.hub)start_here: [why]
      -- site-content/explainers/why.md --
      ---
      title: Why
      issues: [water, "air"]
      ---

      See [[water]], [[issues/water|it]], [[Water levels]], [text](../issues/water.md#part) and [[water#part]].

      ```{timeline}
      issue: water
      ```

      And [a list](list.md), ![a picture](p.png).
      -- site-content/explainers/list.md --
      ---
      title: List
      ---

      Back to [why](why.md) and [why](./why.md).
      -- site-content/explainers/p.png --
      x
      -- site-content/issues/water.md --
      ---
      title: Water levels
      stance: technical
      ---

      ## Part

      [[#part]]
      -- site-content/issues/water.fr.md --
      ---
      title: L’eau
      stance: technical
      aliases: [old/eau.html]
      ---
      -- site-content/issues/air.yaml --
      - id: air
        title: Air
        stance: technical
        aliases:
          - old/air.html
      -- site-content/glossary/terms.yaml --
      - { id: term, title: Term, meaning: One., see: [other] }
      - id: other
        title: Other
        meaning: Two.
      """)
  }

  private func request(_ hub: HubFolder) -> BuildRequest {
    BuildRequest(
      hub: hub.path, asOf: CivilDate(isoText: "2026-11-22"), today: { _ in .first }, includesDrafts: true, jobs: 1)
  }

  private func move(_ old: String, _ new: String, in hub: HubFolder) throws -> SourceChange {
    let change = try moveDocument(old, to: new, in: request(hub))
    #expect(buildSite(request(hub)).diagnostics.map(\.message) == [])
    return change
  }

  @Test func mendsEveryWayToAFile() throws {
    let hub = try hub()
    let change = try move("issues/water", "levels", in: hub)
    #expect(
      change.files.map { "\($0.path) \($0.newPath)" } == [
        "site-content/explainers/why.md site-content/explainers/why.md",
        "site-content/issues/water.fr.md site-content/issues/levels.fr.md",
        "site-content/issues/water.md site-content/issues/levels.md",
      ])
    let why = try hub.text("site-content/explainers/why.md")
    #expect(why.contains("issues: [levels, \"air\"]"))
    #expect(
      why.contains(
        "See [[levels]], [[issues/levels|it]], [[Water levels]], [text](../issues/levels.md#part) and [[levels#part]].")
    )
    #expect(why.contains("issue: levels\n"))
    #expect(
      try hub.text("site-content/issues/levels.md").contains("stance: technical\naliases: [issues/water.html]\n---"))
    #expect(try hub.text("site-content/issues/levels.fr.md").contains("aliases: [fr/issues/water.html, old/eau.html]"))
  }

  @Test func showsWhatItChanges() throws {
    let change = try move("site-content/issues/water.md", "issues/levels.md", in: try hub())
    let file = try #require(change.files.last)
    #expect(file.differences.map { "\($0.line) \($0.sign) \($0.text)" } == ["4 + aliases: [issues/water.html]"])
  }

  @Test func renamesAnEntryOfAList() throws {
    let hub = try hub()
    _ = try move("air", "winds", in: hub)
    #expect(
      try hub.text("site-content/issues/air.yaml")
        == "- id: winds\n  title: Air\n  stance: technical\n  aliases:\n    - issues/air.html\n    - old/air.html\n")
    #expect(try hub.text("site-content/explainers/why.md").contains("issues: [water, \"winds\"]"))
  }

  @Test func mendsWhatTheHubAndItsMapReferTo() throws {
    let hub = try hub()
    try hub.write(
      "site-content/hub.yaml",
      SiteFixture.hub + "start_here: [why]\ncontact: reach\ncitations: [{ write: 'Text {number}', organ: all }]\n")
    try hub.write("site-content/pages/reach.md", "---\ntitle: Reach us\n---\n")
    try hub.write("site-content/bodies/b.yaml", "- { id: all, title: All }\n")
    try hub.write("site-content/countries/c.yaml", "- { id: xa, title: Alderland }\n")
    try hub.write(
      "site-content/map.yaml",
      "width: 9\nheight: 9\nshapes: [{ country: xa, path: M1 1h2z }]\ntiles: [{ country: xa, column: 0, row: 1 }]\n")
    for (old, new) in [("explainers/why", "reason"), ("reach", "contact"), ("bodies/all", "plenary"), ("xa", "al")] {
      _ = try move(old, new, in: hub)
    }
    #expect(
      try hub.text("site-content/hub.yaml").hasSuffix(
        "start_here: [reason]\ncontact: contact\ncitations: [{ write: 'Text {number}', organ: plenary }]\n"))
    #expect(
      try hub.text("site-content/map.yaml").hasSuffix(
        "shapes: [{ country: al, path: M1 1h2z }]\ntiles: [{ country: al, column: 0, row: 1 }]\n"))
  }

  @Test func keepsTheAnchorOfARecordWithoutAPage() throws {
    let hub = try hub()
    _ = try move("glossary/other", "another", in: hub)
    _ = try move("glossary/term", "word", in: hub)
    #expect(
      try hub.text("site-content/glossary/terms.yaml")
        == "- { id: word, slug: term, title: Term, meaning: One., see: [another] }\n- id: another\n  slug: other\n  title: Other\n  meaning: Two.\n"
    )
    let page = try #require(buildSite(request(hub)).plan?.files.first { $0.path.text == "glossary/index.html" })
    #expect(String(decoding: try page.contents(), as: UTF8.self).contains("id=\"other\""))
  }

  @Test func takesItsLinksAlongIntoAnotherFolder() throws {
    let hub = try hub()
    try hub.edit("site-content/hub.yaml", "kind: article", "kind: explainer")
    _ = try move("explainers/why", "essays/why", in: hub)
    #expect(
      try hub.text("site-content/essays/why.md").contains(
        "And [a list](../explainers/list.md), ![a picture](../explainers/p.png)."))
    #expect(
      try hub.text("site-content/explainers/list.md").contains(
        "Back to [why](../essays/why.md) and [why](../essays/why.md)."))
  }

  @Test(arguments: [
    ("issues/water", "issues/air"), ("issues/water", "guides/water"), ("issues/none", "x"), ("guides/water", "x"),
    ("issues/water", "Water"),
    ("issues/water", "water"), ("glossary/term", "issues/term"),
  ])
  func refusesWhatCannotBe(_ old: String, _ new: String) throws {
    let hub = try hub()
    let before = try hub.files()
    #expect(throws: (any Error).self) { try moveDocument(old, to: new, in: request(hub)) }
    #expect(try hub.files() == before)
  }

  @Test func takesAMoveBackAfterWhichTheHubDoesNotBuild() throws {
    let hub = try hub()
    try hub.edit("site-content/explainers/list.md", "Back", "[[Other]] back")
    try hub.edit("site-content/explainers/list.md", "title: List", "title: List\naliases: [issues/levels.html]")
    let before = try hub.files()
    #expect(throws: CommandRefusal.self) { try moveDocument("issues/water", to: "levels", in: request(hub)) }
    #expect(try hub.files() == before)
  }

  @Test func mendsDraftsThoughTheyHaveErrors() throws {
    let hub = try hub()
    let draft = "site-content/proposals/new.md"
    try hub.write(draft, "---\nissue: water\nmeeting: to-be-found\nasks: More.\ndraft: true\n---\n")
    _ = try moveDocument("issues/water", to: "levels", in: request(hub))
    #expect(try hub.text(draft).contains("issue: levels\n"))
  }

  /// The hub may have other errors, above all the one that the move cures.
  @Test func movesInAHubWithOtherErrors() throws {
    let hub = try hub()
    try hub.write("site-content/pages/bad.md", "no fields")
    _ = try moveDocument("issues/water", to: "levels", in: request(hub))
    #expect(try hub.text("site-content/issues/levels.md").contains("title: Water levels"))
  }

  @Test func refusesWhereATextWithErrorsMayNameTheDocument() throws {
    let hub = try hub()
    try hub.write("site-content/pages/bad.md", "See [[water]].")
    #expect(
      throws: CommandRefusal("site-content/pages/bad.md has errors and may name 'issues/water'; mend them first.")
    ) {
      try moveDocument("issues/water", to: "levels", in: request(hub))
    }
  }

  @Test(arguments: ["explainers/Über uns", "explainers/Über uns.md", "site-content/explainers/Über uns.md"])
  func givesAFileANameThatIsAnID(_ old: String) throws {
    let hub = try hub()
    try hub.write("site-content/explainers/Über uns.md", "---\ntitle: Us\n---\n")
    let change = try moveDocument(old, to: "uber-uns", in: request(hub))
    #expect(change.files.map(\.newPath) == ["site-content/explainers/uber-uns.md"])
    #expect(try hub.text("site-content/explainers/uber-uns.md") == "---\ntitle: Us\n---\n")
    #expect(try hub.files()["site-content/explainers/Über uns.md"] == nil)
  }
}
