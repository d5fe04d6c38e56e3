import Content
import Formats
import Linking
import Templating

/// A book with all of its chapters written.
struct WrittenBook: Sendable {
  let book: Book
  /// In reading order, the lists at the end among them.
  let parts: [(title: String, chapters: [ChapterView])]

  var chapters: [ChapterView] { parts.flatMap(\.chapters) }
}

extension PageComposer {
  /// Writes a book's chapters, then the words of the process, the sources and the pages that they name.
  mutating func write(_ book: Book) -> WrittenBook {
    var number = 0
    var parts = book.parts.map { part in
      (
        title: part.title,
        chapters: part.chapters.map { content in
          defer { number += 1 }
          return chapter(content, id: BookLinks.id(ofChapter: number))
        }
      )
    }
    anchorPrefix = ""
    let end = [termsChapter(), sourcesChapter(), pagesChapter(of: book)].compactMap { $0 }
    if !end.isEmpty { parts.append((title: "", chapters: end)) }
    return WrittenBook(book: book, parts: parts)
  }

  private mutating func chapter(_ content: Book.Content, id: String) -> ChapterView {
    anchorPrefix = BookLinks.prefix(ofChapter: id)
    var view =
      switch content {
      case .document(let page): documentChapter(page)
      case .meeting(let page, let fields): meetingChapter(page, fields)
      case .issue(let page, let meeting): issueChapter(page, at: meeting)
      case .deadlines(let page):
        listChapter(content, block(DeadlinesBlock(deadlines: deadlineViews(of: page)), "deadlines"))
      case .programme(let fields):
        listChapter(content, block(ProgrammeBlock(programmeDays: programmeViews(fields)), "programme"))
      case .routes:
        listChapter(content, block(RoutesBlock(routes: edition.routes.map { comparedRouteView($0) }), "routes"))
      case .outcomes(let page):
        listChapter(content, block(OutcomesBlock(outcomeGroups: outcomes(of: page, isAtHome: false)), "outcomes"))
      case .elections(let page):
        listChapter(content, block(ElectionsBlock(elections: elections(of: page)), "elections"))
      case .resolutions(let pages):
        listChapter(content, block(ResolutionsBlock(resolutions: pages.map { resolutionView($0) }), "resolutions"))
      }
    view.id = id
    return view
  }

  private func listChapter(_ content: Book.Content, _ body: HTMLBytes) -> ChapterView {
    ChapterView(title: title(of: content), body: body)
  }

  private mutating func elections(of meeting: Page) -> [ElectionView] {
    pages(of: .election, referringTo: meeting, by: "meeting").map { electionView($0, isAtHome: false) }
  }

  func title(of content: Book.Content) -> String {
    switch content {
    case .document(let page), .meeting(let page, _), .issue(let page, _): page.document.title
    case .deadlines: words[.whatToDoByWhen]
    case .programme: words[.programme]
    case .routes: words[.howToTakePart]
    case .outcomes: words[.whatWasDecided]
    case .elections: words[.elections]
    case .resolutions: words[.indexResolutions]
    }
  }

  /// The chapters that a book may have at its end.
  var titlesOfLists: [(id: String, title: String)] {
    [
      (BookLinks.terms, words[.indexGlossary]), (BookLinks.sources, words[.sources]),
      (BookLinks.pages, words[.onTheHub]),
    ]
  }
}

// MARK: Chapters that are documents

extension PageComposer {
  /// A chapter with what every document has. Its sources are numbered first, since its own text rests on them all.
  private mutating func plainChapter(_ page: Page) -> ChapterView {
    let common = page.document.common
    let citations = cite(common.sources)
    var view = ChapterView(title: page.document.title, summary: common.summary ?? "", citations: citations)
    if page.document.language != edition.language {
      view.language = page.document.language
      view.direction = direction(of: page.document.language)
    }
    view.body = bodyHTML(of: page)
    return view
  }

  private mutating func documentChapter(_ page: Page) -> ChapterView {
    var view = plainChapter(page)
    let common = page.document.common
    view.label = words[page.document.kind.word]
    view.byline = (common.authors.compactMap(self.page).map(\.document.title) + [dateText(common.date)])
      .filter { !$0.isEmpty }.joined(separator: ", ")
    switch page.document.details {
    case .issue(let fields): addIssue(fields, to: &view)
    case .route(let fields): addRoute(page, fields, to: &view)
    case .guide(let fields):
      view.facts = facts([(.forWhom, fields.audience), (.leadTime, fields.leadTime)])
    case .caseStudy(let fields): view.facts = facts([(.mechanism, fields.mechanism)])
    case .statement(let fields):
      view.facts = facts([(.addressee, fields.addressee)])
      view.signatories = fields.signatories
    default: break
    }
    return view
  }

  private func addIssue(_ fields: IssueFields, to view: inout ChapterView) {
    view.label = words[fields.stance.word]
    view.why = fields.why ?? ""
    view.keyQuestions = fields.keyQuestions
  }

  private func addRoute(_ page: Page, _ fields: RouteFields, to view: inout ChapterView) {
    view.facts = facts([
      (.forWhom, fields.audience), (.leadTime, fields.leadTime), (.attend, fields.rights.attend),
      (.speak, fields.rights.speak), (.vote, fields.rights.vote), (.seeDocuments, fields.rights.documents),
      (.cost, fields.cost?.text),
    ])
    view.steps = fields.steps.map(\.title)
  }

  private mutating func meetingChapter(_ page: Page, _ fields: MeetingFields) -> ChapterView {
    var view = plainChapter(page)
    let meeting = meetingView(page)
    view.label = typeTitle(fields)
    view.facts = facts([
      (.dates, meeting.dates.isEmpty ? words[.datesNotKnown] : meeting.dates), (.place, placeText(fields)),
      (.status, meeting.status), (.organ, meeting.organ?.title), (.format, meeting.format),
      (.openness, meeting.openness), (.whoAttends, fields.attend.joined(separator: ", ")),
      (.civilSociety, meeting.civilSociety),
    ])
    if let address = fields.address {
      view.facts.append(FactView(title: words[.officialSite], text: meeting.officialHost, address: address))
    }
    return view
  }

  /// An issue as it stands at one meeting: the questions, who asked there for what, what was decided, the texts it touches.
  private mutating func issueChapter(_ page: Page, at meeting: Page) -> ChapterView {
    var view = plainChapter(page)
    guard case .issue(let fields) = page.document.details else { return view }
    addIssue(fields, to: &view)
    let proposals = pages(of: .proposal, referringTo: page, by: "issue").filter { proposal in
      guard case .proposal(let fields) = proposal.document.details else { return false }
      return self.page(fields.meeting)?.index == meeting.index
    }
    if !proposals.isEmpty {
      var group = PositionGroupView()
      fill(&group, with: proposals, PositionStyle())
      addSection(.whoWantsWhat, block(PositionsBlock(positionGroups: [group]), "positions"), to: &view)
    }
    let outcomes = pages(of: .outcome, referringTo: page, by: "issues").filter { outcome in
      guard case .outcome(let fields) = outcome.document.details else { return false }
      return self.page(fields.meeting)?.index == meeting.index
    }
    if !outcomes.isEmpty {
      let views = outcomes.map { outcomeView($0, isAtHome: false, namesIssues: false) }
      let decided = block(OutcomesBlock(outcomeGroups: [OutcomeGroupView(outcomes: views)]), "outcomes")
      addSection(.whatWasDecided, decided, to: &view)
    }
    let texts = resolutionViews(of: page)
    if !texts.isEmpty {
      addSection(.resolutions, block(ResolutionsBlock(resolutions: texts), "resolutions"), to: &view)
    }
    return view
  }

  private func addSection(_ title: Word, _ html: HTMLBytes, to view: inout ChapterView) {
    view.sections.append(
      BookSectionView(id: anchorPrefix + title.rawValue.replacing("_", with: "-"), title: words[title], html: html))
  }

  private func facts(_ facts: [(title: Word, text: String?)]) -> [FactView] {
    facts.compactMap { title, text in
      text.flatMap { $0.isEmpty ? nil : FactView(title: words[title], text: $0) }
    }
  }
}

// MARK: Lists at the end

extension PageComposer {
  private mutating func termsChapter() -> ChapterView? {
    var seen: Set<Int> = []
    let mentioned = edition.order.sorted(terms.filter { seen.insert($0.index).inserted })
    guard !mentioned.isEmpty else { return nil }
    let views = mentioned.map { page -> TermView in
      guard case .term(let fields) = page.document.details else { return TermView() }
      return TermView(
        id: BookLinks.prefix(ofChapter: BookLinks.terms) + page.document.id.name, title: page.document.title,
        abbreviation: fields.abbreviation ?? "", meaning: fields.meaning,
        isUnconfirmed: page.document.common.confidence == .memory, citations: cite(page.document.common.sources))
    }
    return ChapterView(
      id: BookLinks.terms, title: words[.indexGlossary], body: block(BookTerms(terms: views), "terms", of: "book"))
  }

  private func sourcesChapter() -> ChapterView? {
    guard !sources.list.isEmpty else { return nil }
    let views = sourceViews.map { source in
      var source = source
      source.id = BookLinks.prefix(ofChapter: BookLinks.sources) + source.id
      return source
    }
    return ChapterView(
      id: BookLinks.sources, title: words[.sources], body: block(BookSources(sources: views), "sources", of: "book"))
  }

  /// The pages of the hub that the texts lead to and the book has not, with their addresses for those who read on paper.
  private func pagesChapter(of book: Book) -> ChapterView? {
    let inBook = Set(book.pages.map(\.index))
    var seen: Set<Int> = []
    let named = book.pages.flatMap { page in
      (page.fileLinks + page.wikilinks).compactMap { link -> Page? in
        guard case .page(let index, _)? = link, !inBook.contains(index), seen.insert(index).inserted else { return nil }
        if case .term = graph.pages[index].document.details { return nil }
        return graph.pages[index]
      }
    }
    guard !named.isEmpty else { return nil }
    let views = edition.order.sorted(named).map { page in
      NamedPageView(
        title: page.document.title, address: link(to: page), writtenAddress: edition.absoluteAddress(of: page))
    }
    return ChapterView(
      id: BookLinks.pages, title: words[.onTheHub], body: block(BookPages(pages: views), "pages", of: "book"))
  }
}
