import Content
import Diagnostics
import Linking
import TestSupport
import Testing

/// What was published stays where it is.
struct PublishedAddressTests {
  private func site(_ ledger: String, _ files: String) throws -> SiteFixture {
    try SiteFixture("-- published.txt --\n\(ledger)\n\(files)")
  }

  private func faults(_ site: SiteFixture, today: String = "2026-11-22", renames: [String: String] = [:]) throws
    -> [Diagnostic]
  {
    let content = try #require(site.read().content)
    let graph = try #require(site.link(today: today).graph)
    return checkPublished(content, graph, renames: renames)
  }

  private let issue = "-- issues/itrs.md --\n---\ntitle: The ITRs\nstance: technical\n---\n\n## First part\n"

  @Test func listsPagesIndexesHeadingsAndRecords() throws {
    let site = try SiteFixture(
      issue + "-- glossary/terms.yaml --\n- id: observer\n  title: Observer\n  meaning: One who sees.\n")
    let graph = try #require(site.link().graph)
    let text = PublishedAddresses.text(adding: graph, to: nil)
    #expect(
      text.split(separator: "\n").filter { !$0.hasPrefix("#") } == [
        "glossary/index.html", "glossary/index.html#observer", "index.html", "issues/index.html", "issues/itrs.html",
        "issues/itrs.html#first-part",
      ])
    #expect(PublishedAddresses.count(in: text) == 6)
  }

  @Test func keepsWhatTheLedgerHadAndSortsIt() throws {
    let site = try site("issues/old.html\nindex.html\nindex.html", issue)
    let content = try #require(site.read().content)
    let graph = try #require(site.link().graph)
    let text = PublishedAddresses.text(adding: graph, to: content.published)
    #expect(PublishedAddresses.count(in: text) == 5)
    #expect(text.contains("\nissues/old.html\n"))
    #expect(!content.assets.contains { $0.path == "published.txt" })
  }

  @Test func findsNothingLostWhereAllIsThere() throws {
    let site = try site(
      "# a comment\n\nindex.html\nissues/index.html\nissues/itrs.html\r\nissues/itrs.html#first-part\nissues/itrs.html#positions",
      issue)
    #expect(try faults(site).isEmpty)
  }

  @Test func reportsALostPageAtItsLine() throws {
    let site = try site("issues/index.html\nissues/itr.html", issue)
    let fault = try #require(try faults(site).first)
    #expect(fault.code == .lostAddress)
    #expect(fault.range.start.line == 2)
    #expect(fault.range.end.column == 16)
    #expect(
      fault.help
        == "Add 'aliases: [issues/itr.html]' to 'site-content/issues/itrs.md', or take out the line if nobody needs the address"
    )
  }

  @Test func proposesWhatGitRenamed() throws {
    let site = try site("issues/very-different.html\nfr/issues/very-different.html", issue)
    let renames = ["site-content/issues/very-different.md": "site-content/issues/itrs.md"]
    #expect(
      try faults(site, renames: renames).map(\.help).first
        == "Add 'aliases: [issues/very-different.html]' to 'site-content/issues/itrs.md', as git says that it was renamed, or take out the line if nobody needs the address"
    )
  }

  @Test func takesAnAliasForARedirect() throws {
    let site = try site(
      "issues/old.html\nissues/old.html#x", issue.replacing("stance", with: "aliases: [issues/old.html]\nstance"))
    #expect(try faults(site).isEmpty)
  }

  @Test func reportsALostHeadingAndALostRecord() throws {
    let site = try site(
      "issues/itrs.html#first-parts\nglossary/index.html#gone",
      issue + "-- glossary/terms.yaml --\n- id: observer\n  title: Observer\n  meaning: One who sees.\n")
    #expect(
      try faults(site).map(\.help) == [
        "Name the heading as before, which may now be '#first-part', or write '{#first-parts}' behind its words, or take out the line if nobody needs the address",
        "Keep the address of its page, or give the record its id again as its 'slug', or take out the line if nobody needs the address",
      ])
  }

  @Test func acceptsThatTimeTakesAPageAway() throws {
    let dated = issue.replacing("stance", with: "expire: 2026-11-01\nstance")
    let ledger = "issues/itrs.html\nissues/itrs.html#first-part"
    #expect(try faults(try site(ledger, dated)).isEmpty)
    let draft = issue.replacing("stance", with: "draft: true\nstance")
    #expect(try faults(try site(ledger, draft)).count == 2)
  }

  @Test func keepsTheAnchorOfARecordByItsSlug() throws {
    let site = try site(
      "glossary/index.html#observer",
      "-- glossary/terms.yaml --\n- id: watcher\n  slug: observer\n  title: Watcher\n  meaning: One who sees.\n")
    #expect(try faults(site).isEmpty)
  }
}
