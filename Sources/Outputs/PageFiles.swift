import Content
import Formats
import Linking
import Templating

/// The pages of an edition's documents.
func documentPages(_ edition: Edition) -> [OutputFile] {
  edition.graph.pages.compactMap { page in
    guard page.document.language == edition.language, page.address.fragment == nil else { return nil }
    return file(at: page.address.path, in: edition, of: page) { $0.page(of: page) }
  }
}

/// The home page and the indexes of an edition.
func indexPages(_ edition: Edition) -> [OutputFile] {
  let menu = edition.menu
  let home = [
    file(at: menu.homePath, in: edition) { $0.homePage() },
    file(at: menu.allPagesPath, in: edition) { $0.allPagesPage() },
  ]
  return home
    + menu.indexes.map { index in
      file(at: index.path, in: edition) { $0.page(of: index) }
    }
}

/// For each meeting with proposals its tracker and matrices, the matrices of all meetings, and lists by outcome and by form.
func trackerPages(_ edition: Edition) -> [OutputFile] {
  let composer = PageComposer(edition: edition, path: edition.menu.homePath)
  let all = edition.graph.pages(of: .proposal)
  guard !all.isEmpty else { return [] }
  let meetings = composer.trackedMeetings().flatMap { meeting, proposals in
    [
      file(at: edition.path(TrackerPath.list.path(of: meeting)), in: edition) {
        $0.trackerPage(of: meeting, proposals)
      }
    ] + matrices(of: meeting, proposals, edition)
  }
  let proposals = composer.tracked(all)
  let byOutcome = Dictionary(grouping: proposals) { $0.state.outcome }.mapValues { $0.map(\.page) }
  let byForm = Dictionary(grouping: proposals) { $0.fields.form }.mapValues { $0.map(\.page) }
  let narrowed =
    ProposalFields.ProposalOutcome.allCases.map { ("outcome-\($0.rawValue)", $0.word, byOutcome[$0]) }
    + ProposalFields.Form.allCases.map { ("form-\($0.rawValue)", $0.word, byForm[$0]) }
  return meetings + matrices(of: nil, all, edition)
    + narrowed.compactMap { name, word, proposals in
      proposals.map { proposals in
        file(at: edition.path("proposals/\(name).html"), in: edition) { composer in
          let title = composer.words.text(.proposalsThat, ["what": composer.words[word]])
          return composer.narrowedPage(title, proposals)
        }
      }
    }
}

private func matrices(of meeting: Page?, _ proposals: [Page], _ edition: Edition) -> [OutputFile] {
  [(TrackerPath.matrix, MatrixRows.issues), (.texts, .texts)].map { kind, rows in
    file(at: edition.path(kind.path(of: meeting)), in: edition) {
      $0.matrixPage(of: meeting, proposals, by: rows)
    }
  }
}

func notFoundPage(_ edition: Edition) -> OutputFile {
  file(at: PageAddress.path("404.html"), in: edition) { $0.notFoundPage() }
}

/// A file whose bytes come from one composed page; `page` is the document whose page it is.
func file(
  at path: OutputPath, in edition: Edition, of page: Page? = nil,
  _ compose: @escaping @Sendable (inout PageComposer) -> ComposedPage
) -> OutputFile {
  OutputFile(path: path, turn: .first) {
    edition.resources.budget.faults(of: $0, at: path, of: page)
  } make: { _ in
    var composer = PageComposer(edition: edition, path: path)
    return composer.render(compose(&composer))
  }
}

extension PageComposer {
  func render(_ page: ComposedPage) -> HTMLBytes {
    var html: HTMLBytes = []
    html.reserveCapacity(page.frame.body.count + 16_384)
    edition.templates.render(
      page.template, [edition.siteFrame(for: path), FilledView(page.frame)] + page.context + [page.content], into: &html
    )
    return html
  }
}

extension PageComposer {
  /// The page of a document of a kind that has one.
  mutating func page(of page: Page) -> ComposedPage {
    switch page.document.details {
    case .issue(let fields): issuePage(page, fields)
    case .meeting(let fields): meetingPage(page, fields)
    case .body(let fields): bodyPage(page, fields)
    case .resolution(let fields): resolutionPage(page, fields)
    case .actor(let fields): actorPage(page, fields)
    case .country(let fields): countryPage(page, fields)
    case .person(let fields): personPage(page, fields)
    case .route(let fields): routePage(page, fields)
    case .explainer, .caseStudy, .guide, .briefing, .dispatch, .takeaways, .statement, .article, .page:
      articlePage(page)
    // These have their place on the pages of others; a page of their own is never planned.
    case .proposal, .outcome, .election, .publication, .term: articlePage(page)
    }
  }

  mutating func page(of index: Menu.Index) -> ComposedPage {
    if let section = graph.hub.section(ofFolder: index.folder) { return sectionPage(section, index) }
    if index.folder == "calendar" { return calendarPage(index) }
    return switch Kind.records.first(where: { $0.recordFolder == index.folder }) {
    case .issue: issuesPage(index)
    case .meeting: meetingsPage(index)
    case .body: bodiesPage(index)
    case .resolution: resolutionsPage(index)
    case .proposal: proposalsPage(index)
    case .actor: actorsPage(index)
    case .country: countriesPage(index)
    case .person: peoplePage(index)
    case .route: routesPage(index)
    case .publication: libraryPage(index)
    case .term: glossaryPage(index)
    default: allPagesPage()
    }
  }
}

/// A page at each old address, which leads on to the new one.
func redirects(_ editions: [Edition]) -> [OutputFile] {
  editions.flatMap { edition in
    edition.graph.pages.filter { $0.document.language == edition.language }.flatMap { page in
      page.document.common.aliases.compactMap { alias -> OutputFile? in
        guard let path = OutputPath(alias.path) else { return nil }
        return OutputFile(path: path) { redirect(from: path, to: page, edition) }
      }
    }
  }
}

private func redirect(from path: OutputPath, to page: Page, _ edition: Edition) -> HTMLBytes {
  let composer = PageComposer(edition: edition, path: path)
  let depth = path.text.utf8.count { $0 == UInt8(ascii: "/") }
  let view = RedirectPage(
    language: edition.language, direction: edition.direction, root: String(repeating: "../", count: depth),
    canonicalAddress: edition.absoluteAddress(of: page),
    target: LinkView(title: page.document.title, address: composer.link(to: page)))
  var html: HTMLBytes = []
  edition.templates.render("redirect", [FilledView(view)], into: &html)
  return html
}
