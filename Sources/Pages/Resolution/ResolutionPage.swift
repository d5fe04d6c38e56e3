import Content
import Linking
import Sites
import Templating

/// What only the template `resolution` has.
struct ResolutionPage: TemplateView {
  var organ: LinkView?
  var topic = ""
  var replacedBy: LinkView?
  var replaces: [LinkView] = []
  var issues: [IssueView] = []
  var officialAddress = ""
  var officialHost = ""
  var isUnconfirmed = false
  var revisions: [RevisionView] = []
  var why = ""
  var positions: PositionsPartView?
  var outcomeGroups: [OutcomeGroupView] = []
  var articles: [ArticleView] = []

  static let shape = ViewShape<Self>(
    "ResolutionPage",
    [
      .group("organ") { $0.organ },
      .text("topic") { $0.topic },
      .group("replaced_by") { $0.replacedBy },
      .list("replaces") { $0.replaces },
      .list("issues") { $0.issues },
      .text("official_address") { $0.officialAddress },
      .text("official_host") { $0.officialHost },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
      .list("revisions") { $0.revisions },
      .text("why") { $0.why },
      .group("positions") { $0.positions },
      .list("outcome_groups") { $0.outcomeGroups },
      .list("articles") { $0.articles },
    ])
}

func resolutionPage(_ page: PageOf<Resolution>, on site: Site, from place: Place) -> FinishedPage<ResolutionPage> {
  let fields = page.fields
  let common = page.document.common
  var citations = Citations(common.sources)
  let body = bodyHTML(of: page, on: site, from: place, citing: &citations)
  var content = ResolutionPage()
  content.organ = LinkView(fields.organ, on: site, from: place)
  content.topic = fields.topic ?? ""
  content.replacedBy = fields.replacedBy.flatMap(site.page).map {
    LinkView(title: site.citedTitle(of: $0), address: site.link(to: $0, from: place))
  }
  content.replaces = site.pages(referringTo: page, by: Resolution.replacedBy).map {
    LinkView(title: site.citedTitle(of: $0), address: site.link(to: $0, from: place))
  }
  content.issues = site.pages(referringTo: page, by: Issue.resolutions, Issue.unconfirmedResolutions).map {
    IssueView($0, on: site, from: place)
  }
  content.officialAddress = fields.address ?? ""
  content.officialHost = fields.address.map(hostName) ?? ""
  content.isUnconfirmed = fields.titleConfidence == .memory
  content.revisions = revisionViews(of: page, fields, on: site, from: place)
  content.why = fields.why ?? ""
  let proposals = site.pages(referringTo: page, by: Proposal.touches)
  content.positions =
    proposals.isEmpty ? nil : PositionsPartView(proposals, .withIssue, on: site, from: place, citing: &citations)
  content.outcomeGroups = outcomesByMeeting(
    site.pages(referringTo: page, by: Outcome.resolution), isAtHome: false, on: site, from: place,
    citing: &citations)
  content.articles = citingArticles(of: page, on: site, from: place)
  let head = PageHead(
    kind: "resolution", title: page.document.title, label: site.words[fields.form.word],
    symbol: site.citedTitle(of: page),
    summary: common.summary ?? "", body: body, structuredData: identityData(page, type: "CreativeWork", on: site),
    document: page.page)
  return FinishedPage(Filled(content), head: head, restingOn: citations)
}
