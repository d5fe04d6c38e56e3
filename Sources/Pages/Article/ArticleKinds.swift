import Content
import Linking
import Sites

extension KindPages {
  package static let explainer: KindPages = KindPages(
    .kindExplainer, of: Explainer.self,
    page: articles())

  static let caseStudy: KindPages = KindPages(
    .kindCaseStudy, of: CaseStudy.self,
    page: articles { page, _, _, content in content.mechanism = page.fields.mechanism },
    facts: { page, site in [page.fields.mechanism] + site.titles([page.fields.meeting]) },
    chapter: { fields, site, view in view.facts = FactView.each([(.mechanism, fields.mechanism)], on: site) })

  package static let guide: KindPages = KindPages(
    .kindGuide, of: Guide.self,
    page: articles { page, site, place, content in
      content.forWhom = page.fields.audience ?? ""
      content.leadTime = page.fields.leadTime ?? ""
      content.route = LinkView(page.fields.route, on: site, from: place)
    },
    facts: { page, _ in [page.fields.audience, page.fields.leadTime] },
    chapter: { fields, site, view in
      view.facts = FactView.each([(.forWhom, fields.audience), (.leadTime, fields.leadTime)], on: site)
    })

  static let briefing: KindPages = KindPages(
    .kindBriefing, of: Briefing.self,
    page: articles(),
    facts: { page, site in site.titles([page.fields.meeting]) })

  static let dispatch: KindPages = KindPages(
    .kindDispatch, of: Dispatch.self,
    page: articles { page, _, _, content in content.role = page.fields.role },
    facts: { page, site in [page.fields.role] + site.titles([page.fields.meeting]) })

  static let takeaways: KindPages = KindPages(
    .kindTakeaways, of: Takeaways.self,
    page: articles(),
    facts: { page, site in site.titles([page.fields.meeting]) })

  static let statement: KindPages = KindPages(
    .kindStatement, of: Statement.self,
    page: articles { page, _, _, content in
      content.addressee = page.fields.addressee ?? ""
      content.signatories = page.fields.signatories
    },
    facts: { page, _ in [page.fields.addressee] + page.fields.signatories },
    chapter: { fields, site, view in
      view.facts = FactView.each([(.addressee, fields.addressee)], on: site)
      view.signatories = fields.signatories
    })

  static let article: KindPages = KindPages(
    .kindArticle, of: Article.self,
    page: articles())

  package static let page: KindPages = KindPages(
    .kindPage, of: StandingPage.self,
    page: articles())
}

/// Pages of the template that all articles share; `addDetails` adds what only articles of one kind have.
private func articles<Fields: DocumentFields>(
  addDetails: @escaping @Sendable (PageOf<Fields>, Site, Place, inout ArticlePage) -> Void = { _, _, _, _ in }
) -> PageMaker<PageOf<Fields>> {
  PageMaker("article") { page, site, place in
    articlePage(page, on: site, from: place) { addDetails(page, site, place, &$0) }
  }
}
