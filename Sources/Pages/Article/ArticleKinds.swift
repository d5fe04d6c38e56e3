import Content
import Linking
import Sites

extension Explainer: ShownKind {
  package static let pages: KindPages = KindPages(
    .kindExplainer, of: Explainer.self,
    page: articleMaker())
}

extension CaseStudy: ShownKind {
  package static let pages: KindPages = KindPages(
    .kindCaseStudy, of: CaseStudy.self,
    page: articleMaker { page, _, _, content in content.mechanism = page.fields.mechanism },
    facts: { page, site in [page.fields.mechanism] + site.titles([page.fields.meeting]) },
    chapter: { fields, site, view in view.facts = FactView.each([(.mechanism, fields.mechanism)], on: site) })
}

extension Guide: ShownKind {
  package static let pages: KindPages = KindPages(
    .kindGuide, of: Guide.self,
    page: articleMaker { page, site, place, content in
      content.forWhom = page.fields.audience ?? ""
      content.leadTime = page.fields.leadTime ?? ""
      content.route = LinkView(page.fields.route, on: site, from: place)
    },
    facts: { page, _ in [page.fields.audience, page.fields.leadTime] },
    chapter: { fields, site, view in
      view.facts = FactView.each([(.forWhom, fields.audience), (.leadTime, fields.leadTime)], on: site)
    })
}

extension Briefing: ShownKind {
  package static let pages: KindPages = KindPages(
    .kindBriefing, of: Briefing.self,
    page: articleMaker(),
    facts: { page, site in site.titles([page.fields.meeting]) })
}

extension Dispatch: ShownKind {
  package static let pages: KindPages = KindPages(
    .kindDispatch, of: Dispatch.self,
    page: articleMaker { page, _, _, content in content.role = page.fields.role },
    facts: { page, site in [page.fields.role] + site.titles([page.fields.meeting]) })
}

extension Takeaways: ShownKind {
  package static let pages: KindPages = KindPages(
    .kindTakeaways, of: Takeaways.self,
    page: articleMaker(),
    facts: { page, site in site.titles([page.fields.meeting]) })
}

extension Statement: ShownKind {
  package static let pages: KindPages = KindPages(
    .kindStatement, of: Statement.self,
    page: articleMaker { page, _, _, content in
      content.addressee = page.fields.addressee ?? ""
      content.signatories = page.fields.signatories
    },
    facts: { page, _ in [page.fields.addressee] + page.fields.signatories },
    chapter: { fields, site, view in
      view.facts = FactView.each([(.addressee, fields.addressee)], on: site)
      view.signatories = fields.signatories
    })
}

extension Article: ShownKind {
  package static let pages: KindPages = KindPages(
    .kindArticle, of: Article.self,
    page: articleMaker())
}

extension StandingPage: ShownKind {
  package static let pages: KindPages = KindPages(
    .kindPage, of: StandingPage.self,
    page: articleMaker())
}

/// Pages of the template that all articles share; `addDetails` adds what only articles of one kind have.
func articleMaker<Fields: DocumentFields>(
  addDetails: @escaping @Sendable (PageOf<Fields>, Site, Place, inout ArticlePage) -> Void = { _, _, _, _ in }
) -> PageMaker<PageOf<Fields>> {
  PageMaker("article") { page, site, place in
    articlePage(page, on: site, from: place) { addDetails(page, site, place, &$0) }
  }
}
