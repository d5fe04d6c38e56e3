import Content
import Diagnostics
import Foundation
import Linking
import TestSupport
import Testing

/// What links of texts name stands in the finished page and in the finished books.
@Suite struct SectionLinkTests {
  /// A page of each kind that has sections of its own, and what fills them all.
  private static let pages: [(kind: Kind, id: String)] = [
    (Issue.kind, "issues/flow"), (Meeting.kind, "meetings/now"), (Body.kind, "bodies/assembly"),
    (Resolution.kind, "resolutions/r1"), (Actor.kind, "actors/hills"), (Country.kind, "countries/xa"),
    (Person.kind, "people/ada"), (Route.kind, "routes/observe"),
  ]

  private static let hub = """
    -- site-content/issues/flow.md --
    ---
    title: Flow
    stance: technical
    key_questions: [Who may take water?]
    resolutions: [r1]
    related: [data]
    ---
    See [the timeline](#timeline) and [[now#elections]].
    -- site-content/issues/data.yaml --
    - {id: data, title: Data, stance: technical}
    -- site-content/meetings/now.md --
    ---
    title: Now
    type: conference
    start: 2031-05-01
    end: 2031-05-03
    organ: assembly
    country: xa
    invitation: Write to the bureau.
    deadlines: [{title: Register, date: 2031-04-01}]
    documents: [{title: Agenda, url: "https://agenda.example/"}]
    sessions: [{title: Opening, speakers: [{person: ada}]}]
    confidence: memory
    ---
    \(pages.first { $0.kind == Meeting.kind }.map { links(to: $0) } ?? "")
    -- site-content/meetings/others.yaml --
    - {id: before, title: Before, type: group, start: 2031-04-01, meetings: [now], confidence: memory}
    - {id: beside, title: Beside, type: group, start: 2031-05-02, meetings: [now], confidence: memory}
    - {id: part, title: Part, type: group, start: 2031-05-02, part_of: now, confidence: memory}
    -- site-content/bodies/b.yaml --
    - {id: assembly, title: Assembly}
    - {id: bureau, title: Bureau, parent: assembly}
    -- site-content/resolutions/r.yaml --
    - {id: r1, title: On water, organ: assembly, number: 1, revisions: [{year: 2029, place: Ford}], sources: [{title: Letter}]}
    -- site-content/proposals/p.yaml --
    - {id: ask, issue: flow, meeting: now, proposers: [hills, xa], asks: Water., touches: [r1], confidence: memory}
    - {id: other, issue: flow, meeting: now, proposers: [hills], asks: More water., confidence: memory}
    -- site-content/outcomes/o.yaml --
    - {id: result, title: Result, meeting: now, status: adopted, issues: [flow], resolution: r1, confidence: memory}
    -- site-content/elections/e.yaml --
    - {id: chair, meeting: now, post: Chair, elected: Ada, country: xa, confidence: memory}
    -- site-content/actors/a.yaml --
    - {id: hills, title: Hills, type: bloc}
    -- site-content/countries/c.yaml --
    - {id: xa, title: Alderland, organisations: [hills]}
    -- site-content/people/p.yaml --
    - {id: ada, title: Ada, affiliation: hills}
    -- site-content/library/l.yaml --
    - {id: report, title: A report, publisher: hills, issues: [flow], meetings: [now], date: 2030, confidence: memory}
    -- site-content/routes/r.yaml --
    - {id: observe, title: Observe, steps: [Ask], pros: [Easy], cons: [Slow], past_topics: [Salt]}
    -- site-content/glossary/g.yaml --
    - {id: salt, title: salt, meaning: What remains.}
    -- site-content/guides/all.md --
    ---
    title: All
    route: observe
    issues: [flow]
    meetings: [now]
    authors: [ada]
    ---
    \(pages.map { links(to: $0) }.joined(separator: "\n\n"))
    """

  private static func links(to page: (kind: Kind, id: String)) -> String {
    page.kind.anchors.map { "[[\(page.id)#\($0)]]" }.joined(separator: " ")
  }

  @Test func everyKindWithSectionsIsTried() {
    #expect(Set(Kind.allCases.filter { !$0.anchors.isEmpty }) == Set(Self.pages.map(\.kind)))
  }

  @Test func standOnThePage() throws {
    let site = try BuiltSite(Self.hub)
    #expect(site.diagnostics.filter { $0.severity != .hint }.map(\.message) == [])
    let guide = try site.main("guides/all.html").links
    for page in Self.pages {
      let ids = try ids(of: site.text("\(page.id).html"))
      for anchor in page.kind.anchors {
        #expect(ids.contains(anchor), "\(page.id)#\(anchor)")
        #expect(guide.contains("../\(page.id).html#\(anchor)"), "\(page.id)#\(anchor)")
      }
    }
  }

  /// A link leads to what the book shows of a section, and else to the page of the hub.
  @Test func standInTheBooks() throws {
    let site = try BuiltSite(Self.hub)
    let books = site.paths.filter { $0.hasPrefix("downloads/") && $0.hasSuffix(".epub") }
    #expect(books == ["downloads/guide-all.epub", "downloads/handbook.epub", "downloads/pack-now.epub"])
    for path in books {
      #expect(try brokenLinks(ofBook: UnpackedZip(site.files[path] ?? []), on: site) == [], "\(path)")
      let page = path.dropLast(4) + "html"
      #expect(try brokenLinks(ofPage: String(page), on: site) == [], "\(page)")
    }
    let pack = try UnpackedZip(site.files["downloads/pack-now.epub"] ?? [])
    let meeting = pack.text("book/c1.xhtml").links
    #expect(meeting.contains("c2.xhtml") && meeting.contains("c3.xhtml"))
    #expect(meeting.contains("https://hub.example/meetings/now.html#proposals"))
    let issue = pack.entries.first { $0.path.hasPrefix("book/c") && $0.text.contains("Who may take water?") }?.text
    #expect(issue?.contains(".key-questions\"") == true && issue?.contains(".positions\">") == true)
  }

  @Test func leadToThePageWhereASectionHasNothingToShow() throws {
    for page in Self.pages {
      let site = try BuiltSite(Self.bareHub + Self.links(to: page))
      let absent = site.diagnostics.filter { $0.code == .absentSection }
      #expect(absent.count == site.diagnostics.filter { $0.severity != .hint }.count, "\(site.diagnostics)")
      let ids = try ids(of: site.text("\(page.id).html"))
      let links = try site.main("guides/all.html").links
      for anchor in page.kind.anchors {
        let isThere = ids.contains(anchor)
        #expect(links.contains("../\(page.id).html#\(anchor)") == isThere, "\(page.id)#\(anchor)")
        #expect(absent.contains { $0.message.contains("'#\(anchor)'") } == !isThere, "\(page.id)#\(anchor)")
      }
      #expect(try brokenLinks(ofPage: "guides/all.html", on: site) == [])
    }
  }

  private static let bareHub = """
    -- site-content/issues/flow.yaml --
    - {id: flow, title: Flow, stance: technical}
    -- site-content/meetings/now.yaml --
    - {id: now, title: Now, type: conference, confidence: memory}
    -- site-content/bodies/b.yaml --
    - {id: assembly, title: Assembly}
    -- site-content/resolutions/r.yaml --
    - {id: r1, title: On water, organ: assembly, number: 1}
    -- site-content/actors/a.yaml --
    - {id: hills, title: Hills, type: bloc}
    -- site-content/countries/c.yaml --
    - {id: xa, title: Alderland}
    -- site-content/people/p.yaml --
    - {id: ada, title: Ada}
    -- site-content/routes/r.yaml --
    - {id: observe, title: Observe}
    -- site-content/guides/all.md --
    ---
    title: All
    ---

    """

  @Test func saysWhatStandsOnThePage() throws {
    let site = try BuiltSite(Self.bareHub + "See [[flow#timeline|the days]] and [[flow#next]].")
    let fault = try #require(site.diagnostics.first { $0.code == .absentSection })
    #expect(fault.range.coveredText == "[[flow#timeline|the days]]")
    #expect(fault.help == "Leave '#timeline' out, or name one of #positions, #outcomes, #next")
  }

  @Test func refusesHeadingsOfWhatStandsOnThePageOfOthers() throws {
    let site = try BuiltSite(
      """
      -- site-content/glossary/salt.md --
      ---
      title: salt
      meaning: What remains.
      ---
      ## Uses
      -- site-content/guides/a.md --
      ---
      title: A
      ---
      [[salt#uses]]
      """)
    #expect(
      site.diagnostics.filter { $0.severity == .error }.map(\.message) == [
        "'glossary/salt' stands on the page of others, where it has no headings"
      ])
  }
}

// MARK: Links of finished files

private func ids(of html: String) -> Set<String> { Set(html.pieces(between: " id=\"", and: "\"")) }

/// The links of a page to places of the site that are not there.
private func brokenLinks(ofPage path: String, on site: BuiltSite) throws -> [String] {
  try site.text(path).links.filter { link in
    guard let hash = link.firstIndex(of: "#"), !link.contains(":") else { return false }
    let file = hash == link.startIndex ? path : resolved(String(link[..<hash]), from: path)
    return try !ids(of: site.text(file)).contains(String(link[hash...].dropFirst()))
  }
}

/// The links of a book to places in it, or on the site, that are not there.
private func brokenLinks(ofBook book: UnpackedZip, on site: BuiltSite) throws -> [String] {
  let chapters = book.entries.filter { $0.path.hasSuffix(".xhtml") }
  let ids = Dictionary(uniqueKeysWithValues: chapters.map { ($0.path, OutputsTests.ids(of: $0.text)) })
  return try chapters.flatMap { chapter in
    try chapter.text.links.filter { link in
      let parts = link.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
      if link.hasPrefix("https://hub.example/") {
        let path = String(parts[0].dropFirst("https://hub.example/".count))
        guard parts.count == 2 else { return false }
        return try !OutputsTests.ids(of: site.text(path)).contains(parts[1])
      }
      if link.contains(":") || parts[0].hasSuffix(".css") { return false }
      let file = parts[0].isEmpty ? chapter.path : resolved(parts[0], from: chapter.path)
      guard let known = ids[file] else { return true }
      return parts.count == 2 && !known.contains(parts[1])
    }
  }
}

private func resolved(_ link: String, from path: String) -> String {
  var parts = path.split(separator: "/").dropLast()
  for part in link.split(separator: "/") {
    if part == ".." { parts = parts.dropLast() } else { parts.append(part) }
  }
  return parts.joined(separator: "/")
}
