import Content
import Formats
import Linking
import Pages
import Sites
import Templating

/// A book with all of its chapters written, and what they rest on.
struct WrittenBook: Sendable {
  /// In reading order, the lists at the end among them.
  let parts: [(title: String, chapters: [ChapterView])]
  let citations: Citations

  var chapters: [ChapterView] { parts.flatMap(\.chapters) }
}

extension WrittenBook {
  /// Writes a book's chapters, then the words of the process, the sources and the pages that they name.
  init(_ book: Book, _ templates: BookTemplates, on site: Site, from place: Place) {
    var citations = Citations()
    var number = 0
    var parts = book.parts.map { part in
      (
        title: part.title,
        chapters: part.chapters.map { content in
          defer { number += 1 }
          let id = BookLinks.id(ofChapter: number)
          let within = place.prefixing(BookLinks.prefix(ofChapter: id))
          var view = chapter(content, templates, on: site, from: within, citing: &citations)
          view.id = id
          return view
        }
      )
    }
    let terms = termsChapter(templates, on: site, from: place, citing: &citations)
    let end = [
      terms, sourcesChapter(citations, templates, on: site, from: place),
      pagesChapter(of: book, templates, on: site, from: place),
    ].compactMap { $0 }
    if !end.isEmpty { parts.append((title: "", chapters: end)) }
    self.init(parts: parts, citations: citations)
  }
}

private func chapter(
  _ content: Book.Content, _ templates: BookTemplates, on site: Site, from place: Place,
  citing citations: inout Citations
) -> ChapterView {
  func list<View>(_ template: PartTemplate<View>, _ view: Filled<View>) -> ChapterView {
    ChapterView(title: chapterTitle(of: content, on: site), body: part(template, view, on: site, from: place))
  }
  switch content {
  case .document(let page): return documentChapter(page, on: site, from: place, citing: &citations)
  case .meeting(let page): return meetingChapter(page, on: site, from: place, citing: &citations)
  case .issue(let page, let meeting):
    return issueChapter(page, at: meeting, templates, on: site, from: place, citing: &citations)
  case .deadlines(let page):
    return list(
      templates.deadlines, Filled(DeadlinesBlock(deadlines: deadlineViews(of: page, on: site, from: place))))
  case .programme(let page):
    return list(
      templates.programme, Filled(ProgrammeBlock(programmeDays: programmeViews(page.fields, on: site, from: place))))
  case .routes:
    let routes = site.lists.routes.map { RouteView(compared: $0, on: site, from: place, citing: &citations) }
    return list(templates.routes, Filled(RoutesBlock(routes: routes)))
  case .outcomes(let page):
    let groups = outcomes(of: page, isAtHome: false, on: site, from: place, citing: &citations)
    return list(templates.outcomes, Filled(OutcomesBlock(outcomeGroups: groups)))
  case .elections(let page):
    let elections = site.elections(at: page).map {
      ElectionView($0, isAtHome: false, on: site, from: place, citing: &citations)
    }
    return list(templates.elections, Filled(ElectionsBlock(elections: elections)))
  case .resolutions(let pages):
    let resolutions = pages.map { ResolutionView($0, on: site, from: place) }
    return list(templates.resolutions, Filled(ResolutionsBlock(resolutions: resolutions)))
  }
}

func chapterTitle(of content: Book.Content, on site: Site) -> String {
  switch content {
  case .document(let page): page.document.title
  case .meeting(let meeting): meeting.document.title
  case .issue(let issue, _): issue.document.title
  case .deadlines: site.words[.whatToDoByWhen]
  case .programme: site.words[.programme]
  case .routes: site.words[.howToTakePart]
  case .outcomes: site.words[.whatWasDecided]
  case .elections: site.words[.elections]
  case .resolutions: site.words[.indexResolutions]
  }
}

/// The chapters that a book may have at its end.
func titlesOfLists(on site: Site) -> [(id: String, title: String)] {
  [
    (BookLinks.terms, site.words[.indexGlossary]), (BookLinks.sources, site.words[.sources]),
    (BookLinks.pages, site.words[.onTheHub]),
  ]
}

// MARK: Chapters that are documents

/// A chapter with what every document has. Its sources are numbered first, since its own text rests on them all.
private func plainChapter(_ page: some SomePage, on site: Site, from place: Place, citing citations: inout Citations)
  -> ChapterView
{
  let common = page.document.common
  let numbers = citations.cite(common.sources, from: place)
  var view = ChapterView(title: page.document.title, summary: common.summary ?? "", citations: numbers)
  if page.document.language != site.language.code {
    view.language = page.document.language
    view.direction = direction(of: page.document.language)
  }
  view.isUnconfirmed = common.confidence.isUnconfirmed
  view.body = bodyHTML(of: page, on: site, from: place, citing: &citations)
  return view
}

private func documentChapter(
  _ page: Page, on site: Site, from place: Place, citing citations: inout Citations
) -> ChapterView {
  var view = plainChapter(page, on: site, from: place, citing: &citations)
  let common = page.document.common
  view.label = site.word(for: page.document.kind)
  view.byline = site.words.joined(
    (common.authors.compactMap(site.page).map(\.document.title) + [site.dates.text(common.date)]).filter { !$0.isEmpty }
  )
  page.document.kind.pages.chapter(page, site, &view)
  return view
}

private func meetingChapter(
  _ page: PageOf<Meeting>, on site: Site, from place: Place, citing citations: inout Citations
) -> ChapterView {
  let fields = page.fields
  var view = plainChapter(page, on: site, from: place, citing: &citations)
  let meeting = MeetingView(page, on: site, from: place)
  view.label = site.typeTitle(fields)
  view.facts = FactView.each(
    [
      (.dates, meeting.dates.isEmpty ? site.words[.datesNotKnown] : meeting.dates), (.place, site.placeText(fields)),
      (.status, meeting.status), (.organ, meeting.organ?.title), (.format, meeting.format),
      (.openness, meeting.openness), (.whoAttends, site.words.joined(fields.attend)),
      (.civilSociety, meeting.civilSociety),
    ], on: site)
  if let address = fields.address {
    view.facts.append(FactView(title: site.words[.officialSite], text: meeting.officialHost, address: address))
  }
  return view
}

/// An issue as it stands at one meeting: the questions, who asked there for what, what was decided, the texts it touches.
private func issueChapter(
  _ page: PageOf<Issue>, at meeting: PageOf<Meeting>, _ templates: BookTemplates, on site: Site, from place: Place,
  citing citations: inout Citations
) -> ChapterView {
  var view = plainChapter(page, on: site, from: place, citing: &citations)
  Issue.pages.chapter(page.page, site, &view)
  let course = IssueAtMeeting(page, meeting, on: site)
  if !course.proposals.isEmpty {
    var group = PositionGroupView()
    fill(&group, with: course.proposals, PositionStyle(), on: site, from: place, citing: &citations)
    let html = part(
      templates.positions, Filled(PositionsBlock(positionGroups: [group])), on: site, from: place)
    addSection("positions", .whoWantsWhat, html, to: &view, on: site, from: place)
  }
  if !course.outcomes.isEmpty {
    let views = course.outcomes.map {
      OutcomeView($0, isAtHome: false, namesIssues: false, on: site, from: place, citing: &citations)
    }
    let block = OutcomesBlock(outcomeGroups: [OutcomeGroupView(outcomes: views)])
    let decided = part(templates.outcomes, Filled(block), on: site, from: place)
    addSection("outcomes", .whatWasDecided, decided, to: &view, on: site, from: place)
  }
  if course.hasTexts {
    let texts = resolutionViews(of: page, on: site, from: place)
    let html = part(
      templates.resolutions, Filled(ResolutionsBlock(resolutions: texts)), on: site, from: place)
    addSection("resolutions", .resolutions, html, to: &view, on: site, from: place)
  }
  return view
}

private func addSection(
  _ anchor: String, _ title: Word, _ html: HTMLBytes, to view: inout ChapterView, on site: Site, from place: Place
) {
  view.sections.append(BookSectionView(id: place.anchorPrefix + anchor, title: site.words[title], html: html))
}

/// What became of an issue at one meeting.
private struct IssueAtMeeting {
  let proposals: [PageOf<Proposal>]
  let outcomes: [PageOf<Outcome>]
  let hasTexts: Bool

  init(_ issue: PageOf<Issue>, _ meeting: PageOf<Meeting>, on site: Site) {
    proposals = site.pages(referringTo: issue, by: Proposal.issue).filter {
      site.page($0.fields.meeting)?.index == meeting.index
    }
    outcomes = site.pages(of: Outcome.self, referringTo: issue, by: CommonFields.issues).filter {
      site.page($0.fields.meeting)?.index == meeting.index
    }
    hasTexts = !texts(of: issue, on: site).isEmpty
  }
}

extension Book.Content {
  /// The anchors of its page that stand in its chapter, besides the headings of its text.
  func anchors(on site: Site) -> [String] {
    switch self {
    case .document(let page):
      if let issue = PageOf<Issue>(page) { return Self.anchors(of: issue.fields) }
      return PageOf<Route>(page).map { $0.fields.steps.isEmpty ? [] : ["steps"] } ?? []
    case .issue(let issue, let meeting):
      let course = IssueAtMeeting(issue, meeting, on: site)
      return Self.anchors(of: issue.fields) + (course.proposals.isEmpty ? [] : ["positions"])
        + (course.outcomes.isEmpty ? [] : ["outcomes"]) + (course.hasTexts ? ["resolutions"] : [])
    case .meeting, .deadlines, .programme, .routes, .outcomes, .elections, .resolutions: return []
    }
  }

  private static func anchors(of issue: Issue) -> [String] { issue.keyQuestions.isEmpty ? [] : ["key-questions"] }
}

// MARK: Lists at the end

private func termsChapter(
  _ templates: BookTemplates, on site: Site, from place: Place, citing citations: inout Citations
) -> ChapterView? {
  var seen: Set<Int> = []
  let mentioned = site.lists.order.sorted(citations.terms.filter { seen.insert($0.index).inserted })
  guard !mentioned.isEmpty else { return nil }
  let views = mentioned.map { page -> TermView in
    let fields = page.fields
    return TermView(
      id: BookLinks.prefix(ofChapter: BookLinks.terms) + page.document.id.name, title: page.document.title,
      abbreviation: fields.abbreviation ?? "", meaning: fields.meaning,
      isUnconfirmed: page.document.common.confidence.isUnconfirmed,
      citations: citations.cite(page.document.common.sources, from: place))
  }
  return ChapterView(
    id: BookLinks.terms, title: site.words[.indexGlossary],
    body: part(templates.terms, Filled(BookTerms(terms: views)), on: site, from: place))
}

private func sourcesChapter(
  _ citations: Citations, _ templates: BookTemplates, on site: Site, from place: Place
) -> ChapterView? {
  guard !citations.sources.isEmpty else { return nil }
  let views = SourceView.each(of: citations, on: site, from: place).map { source in
    var source = source
    source.id = BookLinks.prefix(ofChapter: BookLinks.sources) + source.id
    return source
  }
  return ChapterView(
    id: BookLinks.sources, title: site.words[.sources],
    body: part(templates.sources, Filled(BookSources(sources: views)), on: site, from: place))
}

/// The pages of the hub that the texts lead to and the book has not, with their addresses for those who read on paper.
private func pagesChapter(of book: Book, _ templates: BookTemplates, on site: Site, from place: Place)
  -> ChapterView?
{
  let inBook = Set(book.pages.map(\.index))
  var seen: Set<Int> = []
  let named = book.pages.flatMap { page in
    page.links.compactMap { link -> Page? in
      guard let index = link.page, !inBook.contains(index), seen.insert(index).inserted else { return nil }
      if site.graph.pages[index].document.kind == Term.kind { return nil }
      return site.graph.pages[index]
    }
  }
  guard !named.isEmpty else { return nil }
  let views = site.lists.order.sorted(named).map { page in
    NamedPageView(
      title: page.document.title, address: site.link(to: page, from: place),
      writtenAddress: site.absoluteAddress(of: page))
  }
  return ChapterView(
    id: BookLinks.pages, title: site.words[.onTheHub],
    body: part(templates.pages, Filled(BookPages(pages: views)), on: site, from: place))
}
