import Content
import Linking

extension KindPages {
  static let explainer = KindPages(
    .kindExplainer, of: Explainer.self,
    page: { articlePage($0, on: $1, from: $2) })

  static let caseStudy = KindPages(
    .kindCaseStudy, of: CaseStudy.self,
    page: { page, site, place in
      articlePage(page, on: site, from: place) { $0.mechanism = page.fields.mechanism }
    },
    facts: { page, site in [page.fields.mechanism] + site.titles([page.fields.meeting]) },
    chapter: { fields, site, view in view.facts = FactView.each([(.mechanism, fields.mechanism)], on: site) })

  static let guide = KindPages(
    .kindGuide, of: Guide.self,
    page: { page, site, place in
      articlePage(page, on: site, from: place) { content in
        content.forWhom = page.fields.audience ?? ""
        content.leadTime = page.fields.leadTime ?? ""
        content.route = LinkView(page.fields.route, on: site, from: place)
      }
    },
    facts: { page, _ in [page.fields.audience, page.fields.leadTime] },
    chapter: { fields, site, view in
      view.facts = FactView.each([(.forWhom, fields.audience), (.leadTime, fields.leadTime)], on: site)
    })

  static let briefing = KindPages(
    .kindBriefing, of: Briefing.self,
    page: { articlePage($0, on: $1, from: $2) },
    facts: { page, site in site.titles([page.fields.meeting]) })

  static let dispatch = KindPages(
    .kindDispatch, of: Dispatch.self,
    page: { page, site, place in articlePage(page, on: site, from: place) { $0.role = page.fields.role } },
    facts: { page, site in [page.fields.role] + site.titles([page.fields.meeting]) })

  static let takeaways = KindPages(
    .kindTakeaways, of: Takeaways.self,
    page: { articlePage($0, on: $1, from: $2) },
    facts: { page, site in site.titles([page.fields.meeting]) })

  static let statement = KindPages(
    .kindStatement, of: Statement.self,
    page: { page, site, place in
      articlePage(page, on: site, from: place) { content in
        content.addressee = page.fields.addressee ?? ""
        content.signatories = page.fields.signatories
      }
    },
    facts: { page, _ in [page.fields.addressee] + page.fields.signatories },
    chapter: { fields, site, view in
      view.facts = FactView.each([(.addressee, fields.addressee)], on: site)
      view.signatories = fields.signatories
    })

  static let article = KindPages(
    .kindArticle, of: Article.self,
    page: { articlePage($0, on: $1, from: $2) })

  static let page = KindPages(
    .kindPage, of: StandingPage.self,
    page: { articlePage($0, on: $1, from: $2) })
}
