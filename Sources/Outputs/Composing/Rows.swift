import Content
import Linking

/// Rows of lists: one short entry for a page, wherever it is listed.
extension PageComposer {
  func articleView(_ page: Page) -> ArticleView {
    ArticleView(
      row: edition.articleRows[page.index], address: link(to: page), date: dateText(page.document.common.date))
  }

  /// The kind of a page, and its language where that is not the edition's.
  func label(of page: Page) -> String { edition.names.label(of: page, words) }

  func issueView(_ page: Page) -> IssueView {
    guard case .issue(let fields) = page.document.details else { return IssueView() }
    return IssueView(
      title: page.document.title, address: link(to: page), stance: words[fields.stance.word],
      summary: page.document.common.summary ?? "")
  }

  /// `isListed`: the row stands in the list of all texts, in which readers search.
  func resolutionView(_ page: Page, isUnconfirmed: Bool = false, isListed: Bool = false) -> ResolutionView {
    guard case .resolution(let fields) = page.document.details else { return ResolutionView() }
    return ResolutionView(
      title: page.document.title, shortTitle: citedTitle(of: page), address: link(to: page),
      lastRevision: fields.revisions.last.map(revisionText) ?? "", topic: fields.topic ?? "",
      earlierRevisions: isListed ? fields.revisions.dropLast().map(revisionText).joined(separator: "; ") : "",
      isUnconfirmed: isUnconfirmed || page.document.common.confidence == .memory)
  }

  /// "Resolution 130", as the hub cites the texts of that body; without a pattern the form and the number.
  func citedTitle(of page: Page) -> String {
    guard case .resolution(let fields) = page.document.details else { return page.shortTitle }
    let citation = graph.hub.citations.first { $0.organ.target == fields.organ.target && $0.form == fields.form }
    return page.document.common.short ?? citation.map { filled($0.pattern, ["number": fields.number]) }
      ?? "\(words[fields.form.word]) \(fields.number)"
  }

  func revisionText(_ revision: ResolutionFields.Revision) -> String {
    let place = [revision.place, String(revision.year)].compactMap { $0 }.joined(separator: ", ")
    return words.text(revision.isAdoption ? .adoptedIn : .revisedIn, ["place": place])
  }

  func actorView(_ page: Page) -> ActorView {
    guard case .actor(let fields) = page.document.details else {
      return ActorView(title: page.document.title, address: link(to: page))
    }
    return ActorView(
      title: page.document.title, address: link(to: page), abbreviation: fields.abbreviation ?? "",
      type: words[fields.type.word],
      count: proposalsCount(pages(of: .proposal, referringTo: page, by: "proposers").count),
      summary: page.document.common.summary ?? "")
  }

  func proposalsCount(_ count: Int) -> String {
    switch count {
    case 0: ""
    case 1: words[.proposalsCountOne]
    default: words.text(.proposalsCount, ["count": String(count)])
    }
  }

  func publicationView(_ page: Page, isListed: Bool = false) -> PublicationView {
    guard case .publication(let fields) = page.document.details else { return PublicationView() }
    let common = page.document.common
    return PublicationView(
      id: isListed ? page.anchor : "", title: page.document.title, address: fields.address ?? "",
      author: fields.author ?? "",
      publisher: linkView(fields.publisher) ?? fields.publisherName.map { LinkView(title: $0) },
      type: fields.type ?? "", writtenIn: languageName(fields.language), date: dateText(common.date),
      dateIso: isoText(common.date), summary: common.summary ?? "", note: common.note ?? "",
      isUnconfirmed: common.confidence == .memory)
  }

  /// The name of a language, where it is not the page's own.
  func languageName(_ code: String?) -> String { edition.names.foreignLanguage(code) }

  func routeView(_ page: Page) -> RouteView {
    guard case .route(let fields) = page.document.details else { return RouteView() }
    return RouteView(
      title: page.document.title, address: link(to: page), forWhom: fields.audience ?? "",
      leadTime: fields.leadTime ?? "", attend: fields.rights.attend ?? "", speak: fields.rights.speak ?? "",
      vote: fields.rights.vote ?? "", seeDocuments: fields.rights.documents ?? "",
      cost: fields.cost.map { costView($0, citations: []) }, suits: suitedAnswers(fields),
      isUnconfirmed: page.document.common.confidence == .memory)
  }

  /// A route in a table that compares costs, each with its sources.
  mutating func comparedRouteView(_ page: Page) -> RouteView {
    var view = routeView(page)
    guard case .route(let fields) = page.document.details, let cost = fields.cost else { return view }
    view.cost = costView(cost, citations: cite(cost.sources))
    return view
  }

  func costView(_ cost: RouteFields.Cost, citations: [CitationView]) -> CostView {
    CostView(
      text: cost.text, asOf: dateText(cost.asOf), isUnconfirmed: cost.confidence != .sourced, citations: citations)
  }

  func personView(_ page: Page) -> PersonView {
    guard case .person(let fields) = page.document.details else { return PersonView() }
    return PersonView(
      title: page.document.title, address: link(to: page), role: fields.role ?? "",
      affiliation: linkView(fields.affiliation) ?? fields.affiliationName.map { LinkView(title: $0) })
  }

  func countryView(_ page: Page) -> CountryView {
    guard case .country(let fields) = page.document.details else { return CountryView() }
    let others = [page.document.id.name, fields.alpha3 ?? ""] + fields.otherNames
    return CountryView(title: title(of: page), address: link(to: page), otherNames: others.joined(separator: " "))
  }

  /// A page's title; that of a country in the language of the interface.
  func title(of page: Page) -> String {
    edition.names.title(of: page, isMain: edition.isMainLanguage)
  }
}

extension [Page] {
  /// Routes with a rank first, the others in the order given.
  var inRankOrder: [Page] {
    func rank(_ page: Page) -> Int {
      guard case .route(let fields) = page.document.details else { return .max }
      return fields.rank ?? .max
    }
    return enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
  }
}
