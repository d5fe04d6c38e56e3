import Content
import Diagnostics
import Foundation
import Linking
import TestSupport
import Testing

/// Which files stand in the site, and where.
struct PublishedFileTests {
  @Test func publishesWhatShownPagesNameAndNothingElse() throws {
    let site = try SiteFixture(
      """
      -- guides/a.md --
      ---
      title: A
      image: { file: cover.png, alt: A }
      ---

      ![Shown](shown.png) [linked](linked.pdf) [declared](../files/terms.pdf)
      -- guides/b.md --
      ---
      title: B
      draft: true
      ---

      ![Kept back](kept-back.png) ![Shown](shown.png)
      -- guides/cover.png --
      -- guides/shown.png --
      -- guides/linked.pdf --
      -- guides/kept-back.png --
      -- files/terms.pdf --
      -- files/.well-known/a.txt --
      """)
    let (graph, diagnostics) = site.link()
    #expect(site.faults(diagnostics) == [])
    let published = try #require(graph).assets.map(\.path.text)
    #expect(
      published == [".well-known/a.txt", "guides/cover.png", "guides/linked.pdf", "guides/shown.png", "terms.pdf"])
    #expect(site.link(drafts: true).graph?.assets.count == 6)
    #expect(
      graph?.pages.first?.links.map(\.asset?.text) == ["guides/shown.png", "guides/linked.pdf", "terms.pdf"])
  }

  /// The letter é as one sign, and as an e with an accent.
  @Test(arguments: [("caf\u{E9}.png", "cafe\u{301}.png"), ("cafe\u{301}.png", "caf\u{E9}.png")])
  func meetsLettersHoweverTheyAreComposed(_ onDisk: String, _ written: String) throws {
    let site = try SiteFixture("-- guides/a.md --\n---\ntitle: A\n---\n\n![A](\(written)) [b](./\(written))\n")
    try site.write([1], to: "guides/\(onDisk)")
    #expect(site.allFaults() == [])
    let graph = try #require(site.link().graph)
    let path = PageAddress.path("guides/caf\u{E9}.png")
    #expect(graph.assets.map(\.path) == [path])
    #expect(graph.pages[0].links.map(\.asset) == [path, path])
    #expect(graph.asset(at: path)?.file.size == 1)
  }

  @Test func refusesTwoFilesThatDifferInHowALetterIsComposed() throws {
    let site = try SiteFixture("-- guides/a.md --\n---\ntitle: A\n---\n\n![A](caf\u{E9}.png)\n")
    try site.write([1], to: "guides/caf\u{E9}.png")
    try site.write([2], to: "guides/cafe\u{301}.png")
    #expect(site.link().diagnostics.map(\.code) == [.duplicateAddress])
  }

  @Test func refusesADeclaredFileInThePlaceOfAPage() throws {
    let site = try SiteFixture(
      "-- guides/a.md --\n---\ntitle: A\n---\n-- files/guides/a.html --\n-- files/guides/A.HTML.txt --\n")
    #expect(site.allFaults() == ["files/guides/a.html 1:1 duplicate-address"])
  }

  @Test func reportsAFileThatCannotBeReadOnce() throws {
    let site = try SiteFixture(
      "-- guides/a.md --\n---\ntitle: A\n---\n\n![A](a.png) ![A](a.png) [a](a.png)\n-- guides/a.png --\n")
    // Even root cannot read a directory entry that leads to a device without one.
    try FileManager.default.removeItem(atPath: site.location(of: "guides/a.png"))
    try site.link("guides/a.png", to: "nothing.png")
    #expect(site.link().diagnostics.map(\.code).contains(.unreadableFile))
  }
}
