import Content
import Diagnostics
import Markdown
import TestSupport
import Testing

private let document = "-- guides/a.md --\n"

@Test func readsFieldsAndText() throws {
  let site = try SiteFixture(
    """
    -- guides/a.md --
    ---
    title: A
    ---
    ## Heading

    Text.
    """)
  let (content, diagnostics) = site.read()
  #expect(diagnostics.isEmpty)
  let read = try #require(content?.documents.first)
  #expect(read.body.headings.map(\.text) == ["Heading"])
  #expect(site.place(of: read.place) == "guides/a.md 1:1")
}

/// A file as bytes of its own, which a fixture's lines could not hold.
private func faults(ofFile text: String) throws -> [String] {
  let site = try SiteFixture("")
  try site.write(Array(text.utf8), to: "guides/a.md")
  return site.readFaults()
}

@Test(arguments: [
  "---\r\ntitle: A\r\n---\r\n## B\r\n", "\u{FEFF}---\ntitle: A\n---\n", "---  \ntitle: A\n---\t\n", "---\ntitle: A\n---",
  "---\r\ntitle: A\r\nsummary: >-\r\n  B\r\n  C\r\n---\r\n", "---\ntitle: A\n\n# comment\n---\n\n\n",
])
func takesEditorsWaysWithLines(_ text: String) throws {
  #expect(try faults(ofFile: text) == [])
}

@Test(arguments: [
  ("", "1:1 missing-front-matter"), ("# Title\n", "1:1 missing-front-matter"), (" ---\ntitle: A\n---\n", "1:1 missing-front-matter"),
  ("\n---\ntitle: A\n---\n", "1:1 missing-front-matter"), ("----\ntitle: A\n----\n", "1:1 missing-front-matter"),
  ("---\ntitle: A\n", "1:1 unclosed-front-matter"), ("---", "1:1 unclosed-front-matter"),
  ("---\ntitle: A\n ---\nText\n", "1:1 unclosed-front-matter"), ("---\n---\n", "1:1 missing-field"),
  ("---\n# nothing\n---\nText\n", "1:1 missing-field"), ("---\n- title: A\n---\n", "2:1 wrong-type"), ("---\nA\n---\n", "2:1 wrong-type"),
  ("---\n~\n---\n", "2:1 wrong-type"),
])
func reportsFrontMatterThatIsNone(_ text: String, fault: String) throws {
  #expect(try faults(ofFile: text) == ["guides/a.md \(fault)"])
}

@Test func countsLinesOfTheFileInFieldsTextAndBlocks() throws {
  let site = try SiteFixture(
    """
    -- guides/a.md --
    ---
    title: É
    summary: "é"1️⃣, oops
    ---
    -- guides/b.md --
    ---
    title: É
    1️⃣colour: é
    tags: [é, é, 2️⃣[]]
    ---

    Text.

    3️⃣# Title

    ```{positions}
    issue: itrs
    4️⃣isue: x
    ```

    ```{5️⃣position}
    ```
    """)
  #expect(
    site.readFaults() == [
      "guides/a.md 1️⃣ invalid-yaml", "guides/b.md 1️⃣ unknown-field", "guides/b.md 2️⃣ wrong-type",
      "guides/b.md 3️⃣ invalid-heading", "guides/b.md 4️⃣ unknown-field", "guides/b.md 5️⃣ unknown-block",
    ])
}

@Test func readsCarriageReturnsAtTheirPlaces() throws {
  let site = try SiteFixture("")
  try site.write(Array("---\r\ntitle: A\r\ncolour: B\r\n---\r\n\r\n# C\r\n".utf8), to: "guides/a.md")
  let diagnostics = site.read().diagnostics
  #expect(site.faults(diagnostics) == ["guides/a.md 3:1 unknown-field", "guides/a.md 6:1 invalid-heading"])
  #expect(diagnostics.map(\.range.coveredText).first == "colour")
}
