import Content
import Diagnostics
import Markdown
import TestSupport
import Testing

private func site(withBlock block: String) throws -> SiteFixture {
  try SiteFixture("-- essays/a.md --\n---\ntitle: A\n---\n\n\(block)\n")
}

@Test func readsEveryBlock() throws {
  let parameters: [BlockName: String] = [
    .meeting: "meeting: pp-22", .deadlines: "meeting: pp-22", .elections: "meeting: pp-22",
    .programme: "meeting: pp-22",
    .timeline: "issue: itrs", .resolutions: "issue: itrs", .positions: "issue: itrs\nmeeting: pp-22",
    .routes: "only: [observer]",
    .issues: "stance: technical\nmeeting: pp-22", .articles: "section: guides\nissue: itrs", .library: "issue: itrs",
  ]
  for name in BlockName.allCases {
    let site = try site(withBlock: "```{\(name.rawValue)}\n\(parameters[name] ?? "")\n```")
    let (content, diagnostics) = site.read()
    #expect(diagnostics.isEmpty, "\(name)")
    let document = try #require(content?.documents.first)
    let block = try #require(document.blocks.first)
    #expect(block.name == name)
    #expect(
      document.references.count == [block.issue?.target, block.meeting?.target].compactMap { $0 }.count
        + block.only.count)
    #expect((block.issue?.target ?? "itrs", block.meeting?.target ?? "pp-22") == ("itrs", "pp-22"))
    #expect(name != .articles || block.section == "guides")
    #expect(name != .issues || block.stance == .technical)
  }
}

@Test(
  arguments: [
    (
      "```{1️⃣position}\nissue: itrs\n```", "unknown-block", "there is no derived block 'position'", "Write '{positions}'"
    ),
    ("```{1️⃣xyzzy}\n```", "unknown-block", "there is no derived block 'xyzzy'", nil),
    ("```{1️⃣meeting}\n```", "missing-field", "the block 'meeting' has the field 'meeting'", "Add a line 'meeting: …'"),
    (
      "```{timeline}\nissue: itrs\n1️⃣meeting: pp-22\n```", "unknown-field",
      "the block 'timeline' has no field 'meeting'", nil
    ),
    ("```{positions}\n1️⃣itrs\n```", "wrong-type", "a derived block holds fields", "Write 'issue: …' or 'meeting: …'"),
    ("```{positions}\n1️⃣- issue: itrs\n```", "wrong-type", "a derived block holds fields", nil),
    ("```{positions}\nissue: 1️⃣[itrs]\n```", "wrong-type", "'issue' holds the id of an issue", nil),
    (
      "```{positions}\nissue: a\n1️⃣issue: b\n```", "duplicate-field",
      "a field is given once, and 'issue' is given twice", nil
    ),
    ("```{positions}\nissue: 1️⃣'a\n```", "invalid-yaml", "quotes are closed", nil),
    ("```{articles}\nsection: 1️⃣guide\n```", "invalid-choice", nil, "Write 'guides'"),
    ("```{issues}\nstance: 1️⃣to-wach\n```", "invalid-choice", nil, "Write 'to-watch'"),
  ] as [(String, String, String?, String?)])
func reportsBlocksAtTheirPlace(_ block: String, code: String, message: String?, help: String?) throws {
  let site = try site(withBlock: block)
  let diagnostics = site.read().diagnostics
  #expect(site.faults(diagnostics) == ["essays/a.md 1️⃣ \(code)"])
  if let message { #expect(diagnostics.first?.message == message) }
  if let help { #expect(diagnostics.first?.help == help) }
}

@Test func takesAFencedBlockWithoutBracesForCode() throws {
  #expect(try site(withBlock: "```positions\nissue\n```").readFaults() == [])
}

// MARK: Case studies

private func caseStudy(_ headings: [String], andFile other: String = "") throws -> [String] {
  let text = headings.map { "## \($0)\n\nText.\n" }.joined(separator: "\n")
  return try SiteFixture(
    "-- advocacy-bytes/a.md --\n---\ntitle: A\nmeeting: pp-22\nmechanism: Treaty\n---\n\n\(text)\n\(other)"
  )
  .read().diagnostics.map(\.message)
}

@Test func holdsCaseStudiesToTheirTemplate() throws {
  let template = CaseStudy.kind.headings
  #expect(try caseStudy(template) == [])
  #expect(try caseStudy(["Summary"] + template + ["Further reading"]) == [])
  #expect(
    try caseStudy(template.filter { $0 != "During" && $0 != "Lessons" }) == [
      "a case study has a heading 'During'", "a case study has a heading 'Lessons'",
    ])
  #expect(
    try caseStudy(["Remit"] + template.filter { $0 != "Remit" }) == [
      "a case study has its headings in the template's order, and 'Remit' stands where 'Background' belongs"
    ])
  #expect(try caseStudy([]).count == template.count)
  // The template's headings are English.
  let translated = "---\ntitle: B\n---\n\n## Contexte\n"
  #expect(try caseStudy(template, andFile: "-- advocacy-bytes/a.fr.md --\n\(translated)") == [])
}
