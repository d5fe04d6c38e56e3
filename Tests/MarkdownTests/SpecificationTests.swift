import Foundation
import Testing

/// The prose in `Specs/` is true: every example gives what is written below it.
///
/// With `UPDATE_GOLDENS=1` in the environment the specifications are brought to hold what was found, for a reader to review.
struct SpecificationTests {
  private static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1"

  @Test func knowsTheSpecifications() {
    #expect(
      Specification.names == [
        "alerts.md", "autolinks.md", "citations.md", "derived-blocks.md", "first-mentions.md", "footnotes.md",
        "headings.md",
        "images.md", "links.md", "lists.md", "positions.md", "refusals.md", "tables.md", "text.md", "wikilinks.md",
      ])
  }

  @Test(arguments: Specification.names)
  func readsEachExampleAsItIsWritten(_ name: String) throws {
    let specification = try Specification(name)
    report(specification.faults, in: specification)
    let found = specification.examples.map { ReadableBody(of: $0.text).shown }
    let wrong = zip(specification.examples, found).filter { $0.expected != $1 }
    if Self.isUpdating, !wrong.isEmpty { return try specification.update(with: found) }
    report(
      wrong.map { example, found in
        (example.line, "'\(example.section)': found\n\(found)where is written\n\(example.expected)")
      }, in: specification)
  }

  /// What stands before a text moves its places and nothing else.
  @Test(arguments: Specification.names)
  func readsTheSameBehindFrontMatter(_ name: String) throws {
    let specification = try Specification(name)
    report(
      specification.examples.filter {
        ReadableBody(of: $0.text, behind: "---\ntitle: É [[x]]\n---\n").shown != ReadableBody(of: $0.text).shown
      }.map { ($0.line, "'\($0.section)' reads differently behind front matter") }, in: specification)
  }

  @Test(arguments: Specification.names)
  func readsTheSameWithTheLineEndsOfWindows(_ name: String) throws {
    let specification = try Specification(name)
    let texts = specification.examples.filter { !$0.text.contains(/[\r\0]/) }
    let wrong = texts.filter { example in
      let found = ReadableBody(of: example.text.replacing("\n", with: "\r\n")).shown
      return found.replacing("␍", with: "") != ReadableBody(of: example.text).shown
    }
    report(wrong.map { ($0.line, "'\($0.section)' reads differently with other line ends") }, in: specification)
  }

  private func report(_ faults: [(line: Int, message: String)], in specification: Specification) {
    for fault in faults {
      let place = SourceLocation(
        fileID: "MarkdownTests/\(specification.name)", filePath: specification.file.path, line: fault.line, column: 1)
      Issue.record("\(specification.name):\(fault.line): \(fault.message)", sourceLocation: place)
    }
  }
}

/// The runner itself fails on what it cannot run.
struct SpecificationFaultTests {
  private static func faults(_ text: String) -> [String] {
    Specification("a.md", text).faults.map { "\($0.line): \($0.message)" }
  }

  @Test func readsExamplesWithTheirSectionsAndLines() throws {
    let specification = Specification(
      "a.md", "# A\n\n## One\n\n`````example\na→\n.\n<p>a</p>\n.\nfact\n`````\n\ntext\n\n```example\n.\n```\n")
    #expect(specification.faults.isEmpty)
    #expect(specification.examples.map(\.line) == [6, 16])
    #expect(specification.examples.map(\.section) == ["One", "One"])
    #expect(specification.examples.map(\.text) == ["a\t\n", ""])
    #expect(specification.examples.map(\.expected) == ["<p>a</p>\n.\nfact\n", ""])
  }

  @Test func reportsWhatIsNoExample() {
    #expect(Self.faults("text\n") == ["1: the specification has no example"])
    #expect(Self.faults("```exmaple\na\n.\n```\n") == ["1: the fenced block is no example"])
    #expect(
      Self.faults("\n```example\na\n```\n").first == "3: the example has no line with a full stop, or more than two")
    #expect(Self.faults("```example\na\n.\n.\n.\n```\n").count == 2)
    #expect(Self.faults("```example\na\n.\n````\n").first == "2: the example is not closed")
    #expect(
      Self.faults("```example\na\n.\n```\n```example\na\n.\nb\n```\n") == ["6: another example has the same text"])
  }
}
