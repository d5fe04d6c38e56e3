import Diagnostics
import Testing

/// What texts claim by footnotes is known to records.
struct FootnoteTests {
  private func hub(_ fields: String) -> String {
    """
    -- library/l.yaml --
    - { id: paper, title: Paper, url: "http://www.example.org/paper/" }
    -- issues/i.yaml --
    - { id: water, title: Water, stance: technical, sources: [{ title: Law, url: "https://example.org/law" }] }
    - { id: wind, title: Wind, stance: technical }
    -- guides/a.md --
    ---
    title: A
    \(fields)
    ---

    One,[^1] two,[^2] three,[^3] and https://example.org/in-the-text.

    [^1]: https://example.org/paper#page-2
    [^2]: https://example.org/law and 1️⃣https://example.org/unknown.
    [^3]: Nobody wrote it down.
    """
  }

  @Test func namesWhatNoRecordKnows() throws {
    #expect(try findings(in: hub("issues: [water]"), of: .unrecordedSource) == ["guides/a.md 1️⃣ unrecorded-source"])
  }

  @Test(arguments: [
    "issues: [water]\nsources: [{ title: B, url: 'https://example.org/unknown' }]", "issues: [wind]", "summary: B",
  ])
  func isContentWithWhatThePageOrNothingKnows(_ fields: String) throws {
    #expect(try findings(in: hub(fields), of: .unrecordedSource) == [])
  }
}
