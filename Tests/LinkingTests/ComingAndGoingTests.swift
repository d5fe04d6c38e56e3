import CivilTime
import Content
import Diagnostics
import Linking
import TestSupport
import Testing

/// What comes and goes by its days breaks no build on the day, and is told before.
@Suite struct ComingAndGoingTests {
  private static func messages(_ site: SiteFixture, on day: String) -> [String] {
    site.link(today: day).diagnostics.sorted(by: Diagnostic.inReadingOrder).map {
      "\(site.place(of: $0.range)) \($0.severity.rawValue): \($0.message)"
    }
  }

  private static let expiring = """
    -- pages/b.md --
    ---
    title: Call for input
    expire: 2027-01-01
    ---
    -- pages/a.md --
    ---
    title: A
    ---

    Read the [call](1️⃣b.md) and 2️⃣[[b]].
    """

  @Test func tellsOfEachLinkThatWillLeadNowhere() throws {
    let site = try SiteFixture(Self.expiring)
    for day in ["2026-11-30", "2026-12-31"] {
      #expect(
        Self.messages(site, on: day) == [
          "pages/a.md 1️⃣ warning: 'pages/b' is left out from 2027-01-01 on, and then the link is shown as plain text",
          "pages/a.md 2️⃣ warning: 'pages/b' is left out from 2027-01-01 on, and then the link is shown as plain text",
        ])
    }
    for day in ["2027-01-01", "2028-01-01"] {
      #expect(
        Self.messages(site, on: day) == [
          "pages/a.md 1️⃣ warning: 'pages/b' is left out since 2027-01-01, and the link is shown as plain text",
          "pages/a.md 2️⃣ warning: 'pages/b' is left out since 2027-01-01, and the link is shown as plain text",
        ])
      #expect(site.link(today: day).graph?.pages.map(\.document.id.name) == ["a"])
    }
    #expect(site.allFaults(drafts: true) == [])
  }

  private static let appearing = """
    -- pages/d.md --
    ---
    title: D
    draft: true
    ---
    -- pages/c.md --
    ---
    title: C
    publish: 2026-12-20
    ---

    Cites 1️⃣[[d]].
    """

  @Test func tellsOfADraftThatAPageWillNameWhenItIsPublished() throws {
    let site = try SiteFixture(Self.appearing)
    #expect(
      Self.messages(site, on: "2026-11-30") == [
        "pages/c.md 1️⃣ warning: this is published on 2026-12-20 and 'pages/d' is a draft, and then the link is shown as plain text"
      ])
    #expect(
      Self.messages(site, on: "2026-12-20") == [
        "pages/c.md 1️⃣ warning: 'pages/d' is a draft, and the link is shown as plain text"
      ])
    let published = try SiteFixture(Self.appearing.replacing("publish: 2026-12-20", with: "summary: Now"))
    #expect(published.allFaults() == ["pages/c.md 1️⃣ unresolved-wikilink"])
  }

  @Test func leavesAloneWhatComesAndGoesTogether() throws {
    let site = try SiteFixture(
      """
      -- pages/b.md --
      ---
      title: B
      publish: 2026-12-01
      expire: 2027-01-01
      ---
      -- pages/a.md --
      ---
      title: A
      publish: 2026-12-10
      expire: 2026-12-20
      ---

      [[b]]
      """)
    for day in ["2026-11-30", "2026-12-05", "2026-12-15", "2026-12-25", "2027-02-01"] {
      #expect(site.allFaults(today: day) == [], "\(day)")
    }
  }

  @Test(arguments: [
    ("2026-11-30", "until 2026-12-10, and until then"), ("2026-12-05", "until 2026-12-10, and until then"),
    ("2026-12-15", "from 2026-12-20 on, and then"), ("2026-12-25", "since 2026-12-20, and"),
  ])
  func followsALinkToWhatComesAndGoes(_ day: String, _ words: String) throws {
    let site = try SiteFixture(
      """
      -- pages/b.md --
      ---
      title: B
      publish: 2026-12-10
      expire: 2026-12-20
      ---
      -- pages/a.md --
      ---
      title: A
      ---

      1️⃣[[b]]
      """)
    #expect(
      Self.messages(site, on: day) == [
        "pages/a.md 1️⃣ warning: 'pages/b' is left out \(words) the link is shown as plain text"
      ])
  }

  /// An error in what is still to be published is told today: on its day nobody may be there to mend it.
  @Test func tellsAtOnceWhatIsWrongWithAPageThatIsToBePublished() throws {
    let site = try SiteFixture(
      """
      -- pages/c.md --
      ---
      title: C
      publish: 2026-12-20
      ---

      1️⃣[[nothing like it]], [x](2️⃣gone.md).
      -- meetings/m.yaml --
      - {id: 3️⃣m, title: M, type: conference, start: 2027-01-01, publish: 2026-12-20}
      """)
    #expect(
      site.allFaults() == [
        "meetings/m.yaml 3️⃣ unsourced-fact", "pages/c.md 1️⃣ unresolved-wikilink", "pages/c.md 2️⃣ unresolved-link",
      ])
  }

  @Test(arguments: [("2026-12-20", 1), ("2026-12-10", 0)])
  func tellsOfAddressesThatMeetOnlyWhereTheirDaysDo(_ end: String, _ count: Int) throws {
    let site = try SiteFixture(
      """
      -- pages/old.md --
      ---
      title: Call
      slug: call
      expire: \(end)
      ---
      -- pages/new.md --
      ---
      title: Call
      slug: call
      publish: 2026-12-10
      ---
      -- pages/a.md --
      ---
      title: A
      ---

      [[Call]]
      """)
    let codes = site.link(today: "2026-11-30").diagnostics.map(\.code.rawValue)
    #expect(codes.count { $0 == "duplicate-address" } == count)
    #expect(codes.count { $0 == "ambiguous-wikilink" } == count)
  }

  @Test func takesARecordDownWithThePageOnWhichItStands() throws {
    let site = try SiteFixture(
      """
      -- issues/water.md --
      ---
      title: Water
      stance: technical
      expire: 2027-01-01
      ---
      -- meetings/m.yaml --
      - {id: m, title: M, type: conference, confidence: memory}
      -- proposals/p.yaml --
      - {id: p, issue: 1️⃣water, meeting: m, asks: More, confidence: memory}
      -- pages/a.md --
      ---
      title: A
      issues: [2️⃣water]
      ---
      """)
    #expect(
      Self.messages(site, on: "2026-11-30") == [
        "pages/a.md 2️⃣ warning: 'issues/water' is left out from 2027-01-01 on, and then what 'issues' names is shown without a link, or left away",
        "proposals/p.yaml 1️⃣ warning: 'issues/water' is left out from 2027-01-01 on, and then 'p' with it",
      ])
    let (graph, diagnostics) = site.link(today: "2027-01-01")
    #expect(graph?.pages.map(\.document.id.name) == ["m", "a"])
    #expect(!diagnostics.containsError)
  }

  @Test func keepsTheListOfAFolderInTheLedgerWhileNothingIsInIt() throws {
    let site = try SiteFixture(
      """
      -- guides/a.md --
      ---
      title: A
      expire: 2026-12-01
      ---
      -- pages/b.md --
      ---
      title: B
      ---
      -- published.txt --
      guides/a.html
      guides/index.html
      pages/b.html
      """)
    let (content, _) = site.read()
    let read = try #require(content)
    let day = try #require(CivilDate(isoText: "2026-12-01"))
    let graph = linkDocuments(read, options: LinkingOptions(today: day)).graph
    #expect(site.faults(checkPublished(read, graph)) == [])
  }
}
