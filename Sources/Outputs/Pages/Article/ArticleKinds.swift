import Content
import Linking

extension KindPages {
  static let explainer = KindPages(
    .kindExplainer, \.explainerFields,
    page: { page, _, site, place in articlePage(page, on: site, from: place) })

  static let caseStudy = KindPages(
    .kindCaseStudy, \.caseStudyFields,
    page: { page, _, site, place in articlePage(page, on: site, from: place) },
    facts: { _, fields, site in [fields.mechanism] + site.titles([fields.meeting]) },
    chapter: { fields, site, view in view.facts = FactView.each([(.mechanism, fields.mechanism)], on: site) })

  static let guide = KindPages(
    .kindGuide, \.guideFields,
    page: { page, _, site, place in articlePage(page, on: site, from: place) },
    facts: { _, fields, _ in [fields.audience, fields.leadTime] },
    chapter: { fields, site, view in
      view.facts = FactView.each([(.forWhom, fields.audience), (.leadTime, fields.leadTime)], on: site)
    })

  static let briefing = KindPages(
    .kindBriefing, \.briefingFields,
    page: { page, _, site, place in articlePage(page, on: site, from: place) },
    facts: { _, fields, site in site.titles([fields.meeting]) })

  static let dispatch = KindPages(
    .kindDispatch, \.dispatchFields,
    page: { page, _, site, place in articlePage(page, on: site, from: place) },
    facts: { _, fields, site in [fields.role] + site.titles([fields.meeting]) })

  static let takeaways = KindPages(
    .kindTakeaways, \.takeawaysFields,
    page: { page, _, site, place in articlePage(page, on: site, from: place) },
    facts: { _, fields, site in site.titles([fields.meeting]) })

  static let statement = KindPages(
    .kindStatement, \.statementFields,
    page: { page, _, site, place in articlePage(page, on: site, from: place) },
    facts: { _, fields, _ in [fields.addressee] + fields.signatories },
    chapter: { fields, site, view in
      view.facts = FactView.each([(.addressee, fields.addressee)], on: site)
      view.signatories = fields.signatories
    })

  static let article = KindPages(
    .kindArticle, \.articleFields,
    page: { page, _, site, place in articlePage(page, on: site, from: place) })

  static let page = KindPages(
    .kindPage, \.pageFields,
    page: { page, _, site, place in articlePage(page, on: site, from: place) })
}

extension Details {
  fileprivate var explainerFields: ArticleFields? { if case .explainer(let fields) = self { fields } else { nil } }
}

extension Details {
  fileprivate var caseStudyFields: CaseStudyFields? { if case .caseStudy(let fields) = self { fields } else { nil } }
}

extension Details {
  fileprivate var guideFields: GuideFields? { if case .guide(let fields) = self { fields } else { nil } }
}

extension Details {
  fileprivate var briefingFields: MeetingArticleFields? { if case .briefing(let fields) = self { fields } else { nil } }
}

extension Details {
  fileprivate var dispatchFields: DispatchFields? { if case .dispatch(let fields) = self { fields } else { nil } }
}

extension Details {
  fileprivate var takeawaysFields: MeetingArticleFields? {
    if case .takeaways(let fields) = self { fields } else { nil }
  }
}

extension Details {
  fileprivate var statementFields: StatementFields? { if case .statement(let fields) = self { fields } else { nil } }
}

extension Details {
  fileprivate var articleFields: ArticleFields? { if case .article(let fields) = self { fields } else { nil } }
}

extension Details {
  fileprivate var pageFields: ArticleFields? { if case .page(let fields) = self { fields } else { nil } }
}
