import Content
import Linking

/// Rows of lists: one short entry for a page, wherever it is listed.

extension ArticleView {
  init(_ page: Page, on site: Site, from place: Place) {
    self.init(
      row: site.lists.row(of: page, site.language), address: site.link(to: page, from: place),
      date: site.dates.text(page.document.common.date))
  }
}

extension IssueView {
  init(_ page: Page, on site: Site, from place: Place) {
    guard case .issue(let fields) = page.document.details else {
      self.init()
      return
    }
    self.init(
      title: page.document.title, address: site.link(to: page, from: place), stance: site.words[fields.stance.word],
      summary: page.document.common.summary ?? "")
  }
}

extension ResolutionView {
  /// `isListed`: the row stands in the list of all texts, in which readers search.
  init(_ page: Page, isUnconfirmed: Bool = false, isListed: Bool = false, on site: Site, from place: Place) {
    guard case .resolution(let fields) = page.document.details else {
      self.init()
      return
    }
    self.init(
      title: page.document.title, shortTitle: site.citedTitle(of: page), address: site.link(to: page, from: place),
      lastRevision: fields.revisions.last.map(site.revisionText) ?? "", topic: fields.topic ?? "",
      earlierRevisions: isListed ? fields.revisions.dropLast().map(site.revisionText).joined(separator: "; ") : "",
      isUnconfirmed: isUnconfirmed || page.document.common.confidence == .memory)
  }
}

extension Site {
  func revisionText(_ revision: ResolutionFields.Revision) -> String {
    let place = [revision.place, String(revision.year)].compactMap { $0 }.joined(separator: ", ")
    return words.text(revision.isAdoption ? .adoptedIn : .revisedIn, ["place": place])
  }
}

extension ActorView {
  init(_ page: Page, on site: Site, from place: Place) {
    guard case .actor(let fields) = page.document.details else {
      self.init(title: page.document.title, address: site.link(to: page, from: place))
      return
    }
    self.init(
      title: page.document.title, address: site.link(to: page, from: place), abbreviation: fields.abbreviation ?? "",
      type: site.words[fields.type.word],
      count: proposalsCount(site.pages(of: .proposal, referringTo: page, by: "proposers").count, on: site),
      summary: page.document.common.summary ?? "")
  }
}

func proposalsCount(_ count: Int, on site: Site) -> String {
  switch count {
  case 0: ""
  case 1: site.words[.proposalsCountOne]
  default: site.words.text(.proposalsCount, ["count": String(count)])
  }
}

extension PublicationView {
  init(_ page: Page, isListed: Bool = false, on site: Site, from place: Place) {
    guard case .publication(let fields) = page.document.details else {
      self.init()
      return
    }
    let common = page.document.common
    self.init(
      id: isListed ? page.anchor : "", title: page.document.title, address: fields.address ?? "",
      author: fields.author ?? "",
      publisher: LinkView(fields.publisher, on: site, from: place) ?? fields.publisherName.map { LinkView(title: $0) },
      type: fields.type ?? "", writtenIn: site.languageName(fields.language), date: site.dates.text(common.date),
      dateIso: common.date.isoText, summary: common.summary ?? "", note: common.note ?? "",
      isUnconfirmed: common.confidence == .memory)
  }
}

extension Site {
  /// The name of a language, where it is not the page's own.
  func languageName(_ code: String?) -> String { language.names.foreignLanguage(code) }
}

extension RouteView {
  init(_ page: Page, on site: Site, from place: Place) {
    guard case .route(let fields) = page.document.details else {
      self.init()
      return
    }
    self.init(
      title: page.document.title, address: site.link(to: page, from: place), forWhom: fields.audience ?? "",
      leadTime: fields.leadTime ?? "", attend: fields.rights.attend ?? "", speak: fields.rights.speak ?? "",
      vote: fields.rights.vote ?? "", seeDocuments: fields.rights.documents ?? "",
      cost: fields.cost.map { CostView($0, citations: [], on: site) }, suits: suitedAnswers(fields, on: site),
      isUnconfirmed: page.document.common.confidence == .memory)
  }
}

/// A route in a table that compares costs, each with its sources.
extension RouteView {
  init(compared page: Page, on site: Site, from place: Place, citing citations: inout Citations) {
    self.init(page, on: site, from: place)
    guard case .route(let fields) = page.document.details, let cost = fields.cost else { return }
    self.cost = CostView(cost, citations: citations.cite(cost.sources, from: place), on: site)
  }
}

extension CostView {
  init(_ cost: RouteFields.Cost, citations: [CitationView], on site: Site) {
    self.init(
      text: cost.text, asOf: site.dates.text(cost.asOf), isUnconfirmed: cost.confidence != .sourced,
      citations: citations)
  }
}

extension PersonView {
  init(_ page: Page, on site: Site, from place: Place) {
    guard case .person(let fields) = page.document.details else {
      self.init()
      return
    }
    self.init(
      title: page.document.title, address: site.link(to: page, from: place), role: fields.role ?? "",
      affiliation: LinkView(fields.affiliation, on: site, from: place)
        ?? fields.affiliationName.map { LinkView(title: $0) })
  }
}

extension CountryView {
  init(_ page: Page, on site: Site, from place: Place) {
    guard case .country(let fields) = page.document.details else {
      self.init()
      return
    }
    let others = [page.document.id.name, fields.alpha3 ?? ""] + fields.otherNames
    self.init(
      title: site.title(of: page), address: site.link(to: page, from: place), otherNames: others.joined(separator: " "))
  }
}
