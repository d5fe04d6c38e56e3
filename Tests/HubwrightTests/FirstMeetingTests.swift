import Foundation
import TestSupport
import Testing

/// What somebody does who has the README and nothing else: begin a hub, add a meeting, slip, understand, mend, and see it.
struct FirstMeetingTests {
  @Test func aNewcomerAddsAMeetingAndMendsASlip() throws {
    let readme = try String(contentsOf: fixture("../../README.md"), encoding: .utf8)
    let hub = try HubFolder()
    // The README's own examples are the hub.
    let yaml = readme.matches(of: /(?s)\n```yaml\n(.*?)```/).map { String($0.1) }
    let guide = try #require(readme.firstMatch(of: /(?s)\n```markdown\n(---.*?)```/)).1
    try #require(yaml.count >= 2)
    try hub.write("site-content/hub.yaml", yaml[0])
    try hub.write("site-content/meetings/sessions.yaml", yaml[1])
    try hub.write("site-content/guides/speak.md", String(guide))
    try hub.write("site-content/issues/fisheries.md", "---\ntitle: Fisheries\nstance: to-watch\n---\n")
    #expect(try Program.run("build", hub.path, "--as-of", "2026-11-22").status == 0)

    // Another entry of the list, after the pattern of the first, with two slips.
    let meeting = """

      - id: session-13
        title: Thirteenth session of the commission
        type: session
        start: 2027-03-01
        cty: Linz
        issues: [fishery]
        sources:
          - title: Calendar of the commission
            url: https://rivers.example.org/calendar
            consulted: 2026-11-20

      """
    try hub.write("site-content/meetings/sessions.yaml", yaml[1] + meeting)
    let line = yaml[1].split(separator: "\n", omittingEmptySubsequences: false).count + 5
    let refused = try Program.run("build", hub.path, "--as-of", "2026-11-22")
    #expect(refused.status == 1)
    #expect(
      refused.errors == """
        site-content/meetings/sessions.yaml: 2 errors

        error[unknown-field]: a meeting has no field 'cty'
          --> site-content/meetings/sessions.yaml:\(line):3
           |
        \(line) |   cty: Linz
           |   ^^^
        help: Write 'city'

        error[unresolved-reference]: 'issues' holds the id of an issue, and there is none 'fishery'
          --> site-content/meetings/sessions.yaml:\(line + 1):12
           |
        \(line + 1) |   issues: [fishery]
           |            ^^^^^^^
        help: Correct the id, or add what it names

        2 errors; nothing was written

        """)
    #expect(try !page(hub, "issues/fisheries.html").contains("Thirteenth"))

    // The message names itself, and the README says how to ask what it means.
    #expect(readme.contains("hubwright explain unknown-field"))
    let explained = try Program.run("explain", "unresolved-reference")
    #expect(explained.status == 0)
    #expect(explained.output.contains("Right:\n"))

    // One slip has a mend that cannot be wrong.
    let fixed = try Program.run("check", hub.path, "--fix", "--as-of", "2026-11-22")
    #expect(fixed.status == 1)
    #expect(
      fixed.output.hasPrefix("--- a/site-content/meetings/sessions.yaml\n+++ b/site-content/meetings/sessions.yaml\n"))
    #expect(fixed.output.contains("\n-  cty: Linz\n+  city: Linz\n"))
    #expect(fixed.output.contains("1 fault in 1 file mended."))
    try hub.edit("site-content/meetings/sessions.yaml", "[fishery]", "[fisheries]")

    let built = try Program.run("build", hub.path, "--as-of", "2026-11-22")
    #expect(built.status == 0)
    #expect(built.errors == "")
    #expect(try page(hub, "issues/fisheries.html").contains("Thirteenth session of the commission"))
    #expect(try page(hub, "meetings/session-13.html").contains("Linz"))
  }

  private func page(_ hub: HubFolder, _ path: String) throws -> String { try hub.text("public/\(path)") }
}
