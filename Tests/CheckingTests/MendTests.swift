import Diagnostics
import Foundation
import Publishing
import TestSupport
import Testing

/// `check --fix`: what is mended, how the difference is shown, and what is left alone.
struct MendTests {
  private func mended(_ hub: String) throws -> [MendedFile] { MendedFile.mend(try check(try SiteFixture(hub))) }

  private let issue =
    "-- issues/fisheries.md --\n---\ntitle: Fisheries\nstance: to-watch\naliases: [issues/fish.html]\n---\n\n## Quotas\n\nText.\n"

  @Test func mendsEveryKindOfSlipAtOnce() throws {
    let hub =
      issue + """
        -- guides/a.md --
        ---
        title: A
        sumary: Words  
        issues: [fisheres]
        ---

        See [fish](../issues/fisheris.md#quotas), [more fish](../issues/fish.md), [[fisheries#quotsa|quotas]]
        and [[fisherie|them]].
        """
    let files = try mended(hub)
    #expect(
      files.map(\.text) == [
        """
        ---
        title: A
        summary: Words
        issues: [fisheries]
        ---

        See [fish](../issues/fisheries.md#quotas), [more fish](../issues/fisheries.md), [[fisheries#quotas|quotas]]
        and [[fisheries|them]].

        """
      ])
    #expect(files.map(\.count) == [7])
    #expect(
      files[0].difference == """
        --- a/site-content/guides/a.md
        +++ b/site-content/guides/a.md
        @@ -1,8 +1,8 @@
         ---
         title: A
        -sumary: Words  
        -issues: [fisheres]
        +summary: Words
        +issues: [fisheries]
         ---
         
        -See [fish](../issues/fisheris.md#quotas), [more fish](../issues/fish.md), [[fisheries#quotsa|quotas]]
        -and [[fisherie|them]].
        +See [fish](../issues/fisheries.md#quotas), [more fish](../issues/fisheries.md), [[fisheries#quotas|quotas]]
        +and [[fisheries|them]].

        """)
  }

  @Test(arguments: [
    // Two names are as near.
    "issues: [fisheriex]", "issues: [number-13]",
    // The name that is meant is given already.
    "titel: A", "summary: |\n  Two lines  \n  of verse",
  ])
  func leavesAloneWhatIsNotSure(_ fields: String) throws {
    let hub =
      "-- issues/a.yaml --\n- {id: fisheries, title: F, stance: to-watch}\n- {id: fisheriey, title: G, stance: to-watch}\n"
      + "- {id: number-12, title: N, stance: to-watch}\n-- guides/a.md --\n---\ntitle: A\n\(fields)\n---\n"
    #expect(try mended(hub).map(\.text) == [])
  }

  @Test func keepsLineEndingsAndTheRestOfTheFile() throws {
    let site = try SiteFixture("-- guides/a.md --\n")
    try site.write(Array("---\r\ntitle: A\r\nsumary: B\r\n---\r\nEnd".utf8), to: "guides/a.md")
    let files = MendedFile.mend(try check(site))
    #expect(files.map(\.text) == ["---\r\ntitle: A\r\nsummary: B\r\n---\r\nEnd"])
    #expect(files.first?.difference.hasSuffix(" ---\r\n End\n\\ No newline at end of file\n") == true)
  }

  @Test func mendsAFileWithAByteOrderMarkAndKeepsIt() throws {
    let site = try SiteFixture("-- guides/b.md --\n\u{FEFF}---\ntitle: B\ndraft: yes\n---\n")
    let files = MendedFile.mend(try check(site))
    #expect(try writeMended(files, inHub: site.root).isEmpty)
    let written = FileManager.default.contents(atPath: "\(site.contentFolder)/guides/b.md")
    #expect(written == Data("\u{FEFF}---\ntitle: B\ndraft: true\n---\n".utf8))
  }

  @Test func mendsAnAnchorWithWordsInATable() throws {
    let files = try mended(
      "-- guides/b.md --\n---\ntitle: B\n---\n\n## A heading\n\n| a |\n| - |\n| [[#a-headin\\|w]] |\n")
    #expect(files.first?.text.contains("| [[#a-heading\\|w]] |") == true)
  }

  @Test func writesOnlyFilesThatAreAsTheyWereRead() throws {
    let site = try SiteFixture(
      "-- guides/a.md --\n---\ntitle: A\nsumary: B\n---\n-- guides/b.md --\n---\ntitle: B\nsumary: B\n---\n")
    let files = MendedFile.mend(try check(site))
    try site.write(Array("---\ntitle: Other\n---\n".utf8), to: "guides/b.md")
    #expect(try writeMended(files, inHub: site.root).map(\.source.path) == ["site-content/guides/b.md"])
    #expect(MendedFile.mend(try check(site)).isEmpty)
  }
}
