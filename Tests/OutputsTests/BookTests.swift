import Foundation
import FoundationXML
import TestSupport
import Testing

@Suite struct BookTests {
  static let hub = """
    -- site-content/explainers/one.md --
    ---
    title: One
    summary: The first.
    series: steps
    part: 1
    sources:
      - title: A report
        url: https://report.example/
    ---
    ## Why

    Read [two](two.md#how), [[fishing]], [[quota]] and [the guide](../guides/join.md).[^1]

    [^1]: A note.
    -- site-content/explainers/two.md --
    ---
    title: Two
    series: steps
    part: 2
    sources:
      - title: A report
        url: https://report.example/
    ---
    ## How

    A quota is a share.

    ***
    -- site-content/guides/join.md --
    ---
    title: Join
    for: Everybody
    ---
    Ask.
    -- site-content/issues/fishing.md --
    ---
    title: Fishing
    stance: controversial
    key_questions: [Who may fish?]
    ---
    Nets.
    -- site-content/glossary/terms.yaml --
    - id: quota
      title: quota
      meaning: A share.
      sources: [{title: Dictionary}]
    - id: unused
      title: unused
      meaning: Nobody says it.
      sources: [{title: Dictionary}]
    -- site-content/meetings/meetings.yaml --
    - id: next
      title: Next session
      type: conference
      start: 2031-05-01
      end: 2031-05-03
      city: Ford
      deadlines: [{title: Register, date: 2031-04-01}]
      sources: [{title: Letter}]
    - id: last
      title: Last session
      type: conference
      start: 2030-05-01
      deadlines: [{title: Register, date: 2030-04-01}]
      sources: [{title: Letter}]
    - id: old
      title: Old session
      type: conference
      start: 2029-05-01
      deadlines: [{title: Register, date: 2029-04-01}]
      sources: [{title: Letter}]
    - id: empty
      title: Empty session
      type: conference
      start: 2031-06-01
      sources: [{title: Letter}]
    -- site-content/proposals/proposals.yaml --
    - id: ask
      issue: fishing
      meeting: next
      asks: Larger quotas.
      proposers_other: []
      sources: [{title: Letter, url: "https://letter.example/"}]

    """

  private static func site() throws -> BuiltSite {
    try BuiltSite(hub.replacing("  proposers_other: []\n", with: ""))
  }

  @Test func makesABookOfWhatIsWorthOne() throws {
    let site = try Self.site()
    let names = ["guide-join", "handbook", "pack-last", "pack-next", "series-steps"]
    let files = site.paths.filter { $0.hasPrefix("downloads/") }
    let expected = names.flatMap { name in ["css", "epub", "html"].map { "downloads/\(name).\($0)" } }
    #expect(files == Set(expected + ["downloads/index.html", "downloads/offline-copy.zip"]), "\(site.diagnostics)")
  }

  @Test func linksItsChaptersWithOneAnotherAndOutwards() throws {
    let book = try UnpackedZip(Self.site().files["downloads/series-steps.epub"] ?? [])
    let links = book.text("book/c1.xhtml").links
    #expect(
      links.filter { !$0.hasPrefix("style") } == [
        "c2.xhtml#c2.how", "https://hub.example/issues/fishing.html", "terms.xhtml#terms.quota",
        "https://hub.example/guides/join.html", "#c1.fn.1", "#c1.fnref.1", "sources.xhtml#sources.source-1",
      ])
    #expect(book.text("book/c2.xhtml").contains("<h2 id=\"c2.how\">How</h2>"))
    #expect(book.text("book/c2.xhtml").contains("<a class=\"term\" href=\"terms.xhtml#terms.quota\""))
    #expect(book.text("book/terms.xhtml").contains("id=\"terms.quota\""))
    #expect(!book.text("book/terms.xhtml").contains("Nobody says it."))
  }

  @Test func namesEachSourceOnceAndEachPageOfTheHub() throws {
    let book = try UnpackedZip(Self.site().files["downloads/series-steps.epub"] ?? [])
    let sources = book.text("book/sources.xhtml").elements("<li id", "</li>")
    #expect(sources == ["A report", "Dictionary"])
    let pages = book.text("book/pages.xhtml").elements("<li>", "</li>")
    #expect(
      pages == [
        "Fishing https://hub.example/issues/fishing.html", "Join https://hub.example/guides/join.html",
      ])
  }

  @Test func leadsFromAPrintedPageToTheSite() throws {
    let page = try Self.site().text("downloads/series-steps.html")
    let links = page.links
    #expect(links.contains("#c2.how") && links.contains("../issues/fishing.html") && links.contains("#terms.quota"))
    #expect(!links.contains { $0.hasPrefix("https://hub.example/") && !$0.hasSuffix("series-steps.html") })
    let ids = page.pieces(between: " id=\"", and: "\"")
    #expect(Set(ids).count == ids.count)
    let anchors = links.filter { $0.hasPrefix("#") && $0 != "#content" }.map { String($0.dropFirst()) }
    #expect(Set(anchors).subtracting(ids) == [])
  }

  @Test func packsForAMeetingWhatADelegateNeeds() throws {
    let site = try Self.site()
    let page = try site.main("downloads/pack-next.html")
    let contents = page.pieces(between: "<nav class=\"book-contents\"", and: "</nav>").first ?? ""
    #expect(
      contents.elements("<li>", "</li>") == [
        "Next session", "What to do by when", "The issues Fishing", "Sources",
      ])
    let issue =
      page.pieces(between: "<section class=\"chapter\" id=\"c3\"", and: "<section class=\"chapter\"").first ?? ""
    #expect(issue.contains("Who may fish?") && issue.contains("Larger quotas.") && issue.contains("Who wants what"))
    #expect(try site.text("meetings/next.html").links.contains("../downloads/pack-next.epub"))
    #expect(try !site.text("meetings/old.html").contains("downloads/pack-"))
  }

  @Test func setsRunningHeadsFromTheTitles() throws {
    let style = try Self.site().text("downloads/series-steps.css")
    #expect(style.contains("@top-left { content: \"Steps\" }"))
    #expect(style.contains("@bottom-right { content: counter(page) \" / \" counter(pages) }"))
    #expect(style.contains("@page c2 { @top-right { content: \"Two\" } }\n#c2 { page: c2 }"))
  }

  @Test func setsNoRunningHeadOverASingleChapter() throws {
    #expect(try !Self.site().text("downloads/guide-join.css").contains("@page c1"))
  }

  @Test(arguments: [("", ["Zebra", "Ant", "Bee"]), (", order: title", ["Ant", "Bee", "Zebra"])])
  func ordersTheGuidesOfTheHandbookAsTheirSectionDoes(_ order: String, _ titles: [String]) throws {
    let guides = [("Ant", 2), ("Zebra", 3), ("Bee", 1)].map {
      "-- site-content/guides/\($0.lowercased()).md --\n---\ntitle: \($0)\ndate: 2031-01-0\($1)\n---\nText.\n"
    }
    let description = BuiltSite.hub.replacing("title: Guides}", with: "title: Guides\(order)}")
    let book = try BuiltSite("-- site-content/hub.yaml --\n\(description)" + guides.joined())
      .text("downloads/handbook.html")
    #expect(book.matches(of: /<h1[^>]*>(Ant|Bee|Zebra)</).map { String($0.1) } == titles)
  }

  @Test func leavesBooksOutWhereTheHubSaysSo() throws {
    let description = BuiltSite.hub.replacing("time_zone: UTC", with: "time_zone: UTC\ndownloads: {books: false}")
    let site = try BuiltSite(
      "-- site-content/hub.yaml --\n\(description)" + Self.hub.replacing("  proposers_other: []\n", with: ""))
    #expect(
      site.paths.filter { $0.hasPrefix("downloads/") }.sorted() == [
        "downloads/index.html", "downloads/offline-copy.zip",
      ])
    #expect(try !site.text("guides/join.html").contains("guide-join"))
  }

  /// Every text, every derived block and every language of a hub that has them all.
  @Test func writesWellFormedMarkup() throws {
    let site = try BuiltSite(in: SampleHubTests.folder(), asOf: SampleHubTests.day)
    var count = 0
    for (path, bytes) in try site.files.sorted(by: { $0.key < $1.key }) where path.hasSuffix(".epub") {
      for entry in try UnpackedZip(bytes).entries where !entry.path.hasSuffix(".css") && entry.path != "mimetype" {
        guard !entry.path.hasPrefix("book/pictures/") else { continue }
        let parser = XMLParser(data: Data(entry.bytes))
        #expect(parser.parse(), "\(path) \(entry.path):\(parser.lineNumber)")
        count += 1
      }
    }
    #expect(count > 50)
    #expect(site.paths.contains("ar/downloads/handbook.epub"))
  }
}
