import Diagnostics
import Formats
import Foundation
import Reports
import TestSupport
import Testing

/// Each form says the same faults in its own way.
struct ReportTests {
  private static let text = MarkedText("title: Speak\nsumary: 50% of, all: 2️⃣\nnext: x\n")
  private static let file = text.file("site-content/guides/a b.md")

  private static func range(_ line: Int, _ start: Int, _ end: Int) -> SourceRange {
    SourceRange(
      file: file, start: SourcePosition(line: line, column: start), end: SourcePosition(line: line, column: end))
  }

  private static let faults = [
    Diagnostic(
      .unknownField, "a guide has no field 'sumary', 100%\r\n", at: range(2, 1, 7),
      notes: [Note("here", at: range(1, 1, 6))],
      help: "Write 'summary'", edits: [Edit(range(2, 1, 7), to: "summary")]),
    Diagnostic(.longSentence, "a sentence <has> \"words\"", at: range(3, 1, 5)),
    Diagnostic(.vagueLink, "the words of a link", at: range(3, 7, 8)),
  ]

  private func text(_ format: ReportFormat, _ faults: [Diagnostic] = faults) -> String {
    format.text(for: faults, version: "1.2.3", usesColour: false)
  }

  /// Lines and columns count from 1, faults from 0.
  @Test func saysInItsSchemaFromWhereItCounts() throws {
    let schema = try JSONSerialization.jsonObject(with: Data(reportSchema.encoded(layout: .lines)))
    func least(_ path: String...) throws -> [String: Int] {
      var part: Any? = schema
      for name in path { part = (part as? [String: Any])?[name] }
      return try #require(part as? [String: [String: Any]]).compactMapValues { $0["minimum"] as? Int }
    }
    #expect(
      try least("definitions", "place", "properties") == ["line": 1, "column": 1, "endLine": 1, "endColumn": 1])
    #expect(try least("properties", "counts", "properties") == ["error": 0, "warning": 0, "hint": 0])
  }

  @Test func groupsFaultsByFileWithTheirCounts() {
    let text = text(.human)
    #expect(text.hasPrefix("site-content/guides/a b.md: 1 error, 1 warning and 1 hint\n\nerror[unknown-field]: "))
    #expect(text.contains("\n2 | sumary: 50% of, all: \n  | ^^^^^^\nnote: here\n --> ") == false)
    #expect(text.contains("2 | sumary: 50% of, all: \n  | ^^^^^^\nnote: here\n"))
    #expect(text.contains("help: Write 'summary'\n"))
    #expect(!text.contains("\u{1B}"))
  }

  @Test func coloursOnlyWhereItIsAskedTo() {
    #expect(ReportFormat.human.text(for: Self.faults, version: "1", usesColour: true).contains("\u{1B}[34;1mhint"))
    #expect(ReportFormat.concise.text(for: Self.faults, version: "1", usesColour: true).contains("\u{1B}") == false)
  }

  @Test func escapesWorkflowCommands() {
    #expect(
      text(.github)
        == "::error file=site-content/guides/a b.md,line=2,endLine=2,col=1,endColumn=7,title=unknown-field"
        + "::a guide has no field 'sumary', 100%25%0D%0A%0Ahelp: Write 'summary'\n"
        + "::notice file=site-content/guides/a b.md,line=3,endLine=3,col=1,endColumn=5,title=long-sentence"
        + "::a sentence <has> \"words\"\n"
        + "::warning file=site-content/guides/a b.md,line=3,endLine=3,col=7,endColumn=8,title=vague-link"
        + "::the words of a link\n")
  }

  @Test func namesEveryPartOfAGitLabIssue() throws {
    let issues = try #require(try json(.gitlab) as? [[String: Any]])
    #expect(issues.map { $0["severity"] as? String } == ["critical", "info", "minor"])
    #expect(issues.map { $0["check_name"] as? String } == ["unknown-field", "long-sentence", "vague-link"])
    let location = try #require(issues[0]["location"] as? [String: Any])
    #expect(location["path"] as? String == "site-content/guides/a b.md")
    #expect((location["lines"] as? [String: Int]) == ["begin": 2])
  }

  @Test func givesAFaultTheSameFingerprintOnAnotherLine() throws {
    let moved = SourceFile(path: Self.file.path, text: "# one more line\n" + Self.file.text)
    let range = SourceRange(
      file: moved, start: SourcePosition(line: 3, column: 1), end: SourcePosition(line: 3, column: 7))
    let first = Diagnostic(.unknownField, "m", at: Self.range(2, 1, 7))
    let second = Diagnostic(.unknownField, "m", at: range)
    #expect(try fingerprints([first]) == fingerprints([second]))
    let twice = try fingerprints([first, first])
    #expect(Set(twice).count == 2)
  }

  @Test func writesWellFormedCheckstyle() {
    let xml = text(.checkstyle)
    let parser = XMLReader(xml)
    #expect(parser.isWellFormed)
    #expect(xml.contains("<file name=\"site-content/guides/a b.md\">"))
    #expect(xml.contains("message=\"a sentence &lt;has> &quot;words&quot;\"") || xml.contains("&lt;has&gt;"))
    #expect(xml.components(separatedBy: "<error ").count == 4)
  }

  @Test func keepsRulesAndFixesInSARIF() throws {
    let log = try #require(try json(.sarif) as? [String: Any])
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(rules.count == DiagnosticCode.allCases.count)
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
    }
    #expect(results.map { $0["level"] as? String } == ["error", "note", "warning"])
    #expect(results[0]["fixes"] != nil && results[1]["fixes"] == nil)
    #expect(text(.sarif).contains("\"uri\": \"site-content/guides/a%20b.md\""))
  }

  @Test func countsAndListsInJSON() throws {
    let report = try #require(try json(.json) as? [String: Any])
    #expect(report["counts"] as? [String: Int] == ["error": 1, "warning": 1, "hint": 1])
    let faults = try #require(report["faults"] as? [[String: Any]])
    let fix = try #require((faults[0]["fix"] as? [[String: Any]])?.first)
    #expect(fix["replacement"] as? String == "summary")
    #expect(faults[1]["fix"] == nil && faults[1]["notes"] == nil)
  }

  @Test(arguments: ReportFormat.allCases)
  func saysThatThereIsNothing(_ format: ReportFormat) throws {
    let text = text(format, [])
    switch format {
    case .human, .concise, .github: #expect(text == "")
    case .checkstyle: #expect(text.contains("<checkstyle version=\"4.3\"/>"))
    case .json, .sarif, .gitlab: _ = try JSONSerialization.jsonObject(with: Data(text.utf8))
    }
  }

  private func json(_ format: ReportFormat) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(text(format).utf8))
  }

  private func fingerprints(_ faults: [Diagnostic]) throws -> [String] {
    let issues = try JSONSerialization.jsonObject(with: Data(text(.gitlab, faults).utf8)) as? [[String: Any]]
    return (issues ?? []).compactMap { $0["fingerprint"] as? String }
  }
}

/// Whether a text is XML, as far as tags that fit together and quoted attributes show it.
private struct XMLReader {
  var isWellFormed = true
  private var open: [Substring] = []

  init(_ text: String) {
    var rest = text[...]
    while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      let name = tag.drop { $0 == "/" }.prefix { $0 != " " && $0 != "/" }
      if tag.hasPrefix("?") { continue }
      if tag.filter({ $0 == "\"" }).count % 2 != 0 { isWellFormed = false }
      if tag.hasPrefix("/") {
        if open.popLast() != name { isWellFormed = false }
      } else if !tag.hasSuffix("/") {
        open.append(name)
      }
    }
    if !open.isEmpty { isWellFormed = false }
  }
}
