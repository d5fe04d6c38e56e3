import Diagnostics
import TestSupport
import Testing

@testable import Content

/// Signs that some programs take for the end of a line, and others do not: places are those that an editor shows.
struct LineEndTests {
  /// They end lines in YAML alone.
  private static let rareEnds: [Unicode.Scalar] = ["\u{2028}", "\u{2029}"]

  @Test(
    arguments: rareEnds,
    [
      "title: 'a~b'\n1️⃣summry: x", "title: \"a~~b\"\n1️⃣summry: x", "{title: 'é~b', 1️⃣summry: x}",
      "title: A  # a~b: c\n1️⃣summry: x", "title: A\nsources:\n  - title: 'a~b'\n    1️⃣ur: x",
    ])
  func placesFieldsBehindThem(_ end: Unicode.Scalar, _ fields: String) throws {
    let text = fields.replacing("~", with: String(end)).replacing("# a\(end)b: c", with: "# \(end)# b")
    let site = try SiteFixture("-- guides/a.md --\n---\n\(text)\n---\n")
    #expect(site.readFaults() == ["guides/a.md 1️⃣ unknown-field"])
  }

  @Test(arguments: rareEnds) func placesRecordsAndFaultsOfSyntaxBehindThem(_ end: Unicode.Scalar) throws {
    let site = try SiteFixture(
      """
      -- meetings/a.yaml --
      - id: a
        title: 'x\(end)y'
        type: conference
      - id: b
        title: B
        type: conference
        1️⃣citty: X
      -- meetings/b.yaml --
      - id: c
        title: 'x\(end)y'
        summary: 1️⃣'open
      -- meetings/c.yaml --
      - id: d
        title: 'x\(end)y'
        1️⃣title: again
      """)
    #expect(
      site.readFaults() == [
        "meetings/a.yaml 1️⃣ unknown-field", "meetings/b.yaml 1️⃣ invalid-yaml", "meetings/c.yaml 1️⃣ duplicate-field",
      ])
  }

  @Test(arguments: rareEnds) func namesTheSignThatCutsAText(_ end: Unicode.Scalar) throws {
    let site = try SiteFixture("-- guides/a.md --\n---\ntitle: A1️⃣\(end)b\nsummary: c\n---\n")
    let diagnostics = site.read().diagnostics
    #expect(site.faults(diagnostics) == ["guides/a.md 1️⃣ invalid-yaml"])
    let name = "U+" + ("000" + String(end.value, radix: 16)).suffix(4)
    #expect(diagnostics.first?.message == "an invisible sign, \(name), ends a line of fields here")
    #expect(MendedFile.mend(diagnostics).first?.text == "---\ntitle: A b\nsummary: c\n---\n")
  }

  /// For an editor they are signs within a line of Markdown.
  @Test(arguments: rareEnds) func countsNoLinesOfATextByThem(_ end: Unicode.Scalar) throws {
    let site = try SiteFixture("-- guides/a.md --\n---\ntitle: A\n---\n\na\(end)b 1️⃣<b>\n\n2️⃣<i>\n")
    #expect(site.readFaults() == ["guides/a.md 1️⃣ raw-html", "guides/a.md 2️⃣ raw-html"])
  }

  /// A carriage return by itself ends a line, as old programs write it.
  @Test(arguments: [
    "---\rtitle: A\r1️⃣summry: x\r---\r\r2️⃣<b>\r", "---\ntitle: A\n# a\r1️⃣summry: x\n---\n\n2️⃣<b>\n",
    "---\r\ntitle: A\r\n1️⃣summry: x\r\n---\r\n\r\n2️⃣<b>\r\n",
  ])
  func countsLinesByCarriageReturns(_ text: String) throws {
    let site = try SiteFixture("-- guides/a.md --\n---\ntitle: B\n---\n")
    let marked = MarkedText(text)
    try site.write(Array(marked.text.utf8), to: "guides/a.md")
    #expect(marked.faults(site.read().diagnostics) == ["1️⃣ unknown-field", "2️⃣ raw-html"])
  }

  @Test(arguments: ["\u{0B}", "\u{0C}", "\u{85}"]) func refusesOthersWhereTheyStand(_ sign: String) throws {
    let site = try SiteFixture("-- guides/a.md --\n---\ntitle: A\nsummary: é1️⃣\(sign)b\n---\n\nx\(sign)y\n")
    #expect(site.readFaults() == ["guides/a.md 1️⃣ invalid-encoding"])
  }
}
