import Diagnostics
import Formats
import TestSupport
import Testing

@testable import Markdown

/// Headings have ids that writers may choose, keep and link to.
struct HeadingMarkTests {
  private func read(
    _ text: String, reserved: Set<String> = []
  ) -> (body: MarkdownBody, source: MarkedText, diagnostics: [Diagnostic]) {
    let source = MarkedText(text)
    let (body, diagnostics) = readMarkdown(source.text[...], in: source.file(), reservedIDs: reserved)
    return (body, source, diagnostics)
  }

  @Test(arguments: [
    ("## What we want {#aims}", "What we want", "aims", []),
    ("## What we *want* {#aims #goals #ziele-2}", "What we want", "aims", ["goals", "ziele-2"]),
    ("## *What* we want {#aims} ##", "What we want", "aims", []),
    ("What we want {#aims}\n---", "What we want", "aims", []),
    ("## Ziele {#über-uns}", "Ziele", "über-uns", []), ("## A {b}", "A {b}", "a-b", []),
    ("## A {#b} c", "A {#b} c", "a-b-c", []),
    ("## A \\{#b}", "A {#b}", "a-b", []), ("## A {}", "A {}", "a-", []), ("## A {#b c}", "A {#b c}", "a-b-c", []),
    ("## www.example.org {#www}", "www.example.org", "www", []),
  ])
  func takesTheIDThatStandsBehindAHeading(_ line: String, _ text: String, _ anchor: String, _ old: [String]) {
    let (body, _, diagnostics) = read(line + "\n\nText.\n")
    #expect(diagnostics.map(\.message) == [])
    #expect(body.headings == [Heading(level: 2, text: text, anchor: anchor, oldAnchors: old)])
  }

  /// A page numbers its sources, however many its records name.
  @Test func keepsAwayFromTheIDsOfSources() {
    let (body, _, diagnostics) = read("## Source 1\n\n## Source 1\n\n## Source one\n\n## A {#source-20}\n")
    #expect(body.headings.map(\.anchor) == ["source-1-1", "source-1-2", "source-one", "a"])
    #expect(diagnostics.map(\.help) == ["Write another; the page has a part of its own with this id"])
  }

  @Test func writesTheIDsAndNotTheMark() {
    let (body, _, _) = read("## What *we* want {#aims #goals}\n")
    #expect(
      String(decoding: body.html, as: UTF8.self)
        == "<h2 id=\"aims\"><span id=\"goals\"></span>What <em>we</em> want</h2>\n")
    #expect(body.holes.filter { $0.content == .anchor }.count == 2)
  }

  @Test func keepsTheNamesOfOtherHeadingsApartFromIt() {
    let (body, _, diagnostics) = read("## Aims {#goals}\n\n## Goals\n\n## Goals\n")
    #expect(diagnostics.isEmpty)
    #expect(body.headings.map(\.anchor) == ["goals", "goals-1", "goals-2"])
  }

  @Test(arguments: [
    ("## A 1️⃣{#My-ID}", ["1️⃣ invalid-heading"]), ("## A 1️⃣{#}", ["1️⃣ invalid-heading"]),
    ("## A 1️⃣{#a.b}", ["1️⃣ invalid-heading"]),
    ("## Aims\n\n## Goals 1️⃣{#aims}", ["1️⃣ invalid-heading"]), ("## Goals 1️⃣{#aims #aims}", ["1️⃣ invalid-heading"]),
    ("## A 1️⃣{#sources}", ["1️⃣ invalid-heading"]), ("1️⃣## {#a}", ["1️⃣ invalid-heading"]),
  ])
  func refusesWhatCannotBeAnID(_ text: String, _ faults: [String]) {
    let (_, source, diagnostics) = read(text + "\n", reserved: ["sources"])
    #expect(source.faults(diagnostics) == faults)
  }

  @Test func leavesTheIDsOfThePageAlone() {
    let (body, _, diagnostics) = read("[[#sources]]\n\n## Sources\n\n## Sources\n\n## Content\n", reserved: ["sources"])
    #expect(diagnostics.isEmpty)
    #expect(body.headings.map(\.anchor) == ["sources-1", "sources-2", "content"])
    #expect(body.headings.map(\.displacedAnchor) == ["sources", "sources", nil])
    #expect(body.headings.id(namedBy: "sources") == "sources-1")
    #expect(body.wikilinks.map(\.label) == ["Sources"])
  }

  @Test func findsAHeadingByEachOfItsNames() {
    let headings = read("## Aims {#aims #goals}\n\n[[#goals]] and [[#aims]] and [[#ends]].\n").body
    #expect(["aims", "goals", "ends"].map(headings.headings.id) == ["aims", "goals", nil])
    #expect(headings.wikilinks.map(\.label) == ["Aims", "Aims", nil])
  }

  /// However a letter was typed, browsers compare bytes.
  @Test func writesAnchorsInOneNormalForm() {
    let (body, _, _) = read("## U\u{308}ber\n\n[a](#u\u{308}ber), [b](#%75%CC%88ber), [[#u\u{308}ber]]\n")
    let composed = Array("\u{FC}ber".utf8)
    #expect(body.headings.map { Array($0.anchor.utf8) } == [composed])
    #expect(body.fileLinks.map { $0.anchor.map { Array($0.utf8) } } == [composed, composed])
    #expect(body.wikilinks.map { $0.anchor.map { Array($0.utf8) } } == [composed])
  }
}
