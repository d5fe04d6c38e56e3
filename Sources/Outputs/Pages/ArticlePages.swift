import Content
import Linking
import Templating

extension PageComposer {
  mutating func articlePage(_ page: Page) -> ComposedPage {
    let document = page.document
    _ = cite(document.common.sources)
    let body = bodyHTML(of: page)
    var content = ArticlePage()
    content.authors = linkViews(document.common.authors)
    content.series = seriesView(of: page)
    content.image = imageView(of: page)
    content.issues = document.common.issues.compactMap(self.page).map(issueView)
    addDetails(of: document, to: &content)
    content.showsFacts =
      !content.addressee.isEmpty || !content.role.isEmpty || !content.mechanism.isEmpty || content.meeting != nil
      || !content.forWhom.isEmpty || !content.leadTime.isEmpty || content.route != nil || !content.issues.isEmpty
    let head = PageHead(
      kind: "article", title: document.title, label: words[document.kind.word], symbol: document.common.short ?? "",
      summary: document.common.summary ?? "", body: body, contents: contents(of: page), series: content.series,
      structuredData: document.kind == .page ? [] : [articleData(page)])
    return ComposedPage(template: "article", frame: frame(of: page, head), content: FilledView(content))
  }

  private func addDetails(of document: Document, to content: inout ArticlePage) {
    let meeting: Reference?
    switch document.details {
    case .caseStudy(let fields):
      content.mechanism = fields.mechanism
      meeting = fields.meeting
    case .guide(let fields):
      content.forWhom = fields.audience ?? ""
      content.leadTime = fields.leadTime ?? ""
      content.route = linkView(fields.route)
      meeting = nil
    case .briefing(let fields), .takeaways(let fields): meeting = fields.meeting
    case .dispatch(let fields):
      content.role = fields.role
      meeting = fields.meeting
    case .statement(let fields):
      content.addressee = fields.addressee ?? ""
      content.signatories = fields.signatories
      meeting = nil
    default: meeting = nil
    }
    content.meeting = meeting.flatMap(page).map(meetingView)
  }

  /// The series of an article with the parts before and after it.
  private func seriesView(of page: Page) -> SeriesView? {
    guard let series = page.document.details.article?.series else { return nil }
    let parts = edition.seriesParts[series.series.id] ?? []
    let position = parts.firstIndex { $0.index == page.index }
    func neighbour(_ offset: Int) -> NeighbourView? {
      guard let position, parts.indices.contains(position + offset) else { return nil }
      let part = parts[position + offset]
      return NeighbourView(title: part.document.title, address: link(to: part))
    }
    let index = edition.menu.index(ofFolder: page.document.id.folder)
    return SeriesView(
      title: graph.hub.title(of: series.series), address: index.map { link(to: edition.menu.path(of: $0)) } ?? "",
      part: series.part.map(String.init) ?? "", previous: neighbour(-1), next: neighbour(1))
  }

  private func imageView(of page: Page) -> ImageView? {
    guard let image = page.document.common.image,
      let asset = graph.assets.first(where: { $0.path.text == "\(page.document.id.folder)/\(image.file)" })
    else { return nil }
    return ImageView(address: link(to: asset.path), alternative: image.alternative)
  }

  /// The index of a section: its series first, then its other articles.
  mutating func sectionPage(_ section: HubDescription.Section, _ index: Menu.Index) -> ComposedPage {
    let articles = graph.pages.filter { $0.document.id.folder == section.folder && $0.document.language == edition.language }
    let inSeries = Dictionary(grouping: articles) { $0.document.details.article?.series?.series.id }
    var groups = graph.hub.series.compactMap { series -> ArticleGroupView? in
      guard let parts = inSeries[series.id] else { return nil }
      return ArticleGroupView(
        id: series.id, title: series.title, summary: series.summary ?? "",
        articles: EditionRows.inSeriesOrder(parts).map(articleView))
    }
    let others = inSeries[nil] ?? []
    if !others.isEmpty {
      let sorted = section.order == .title ? edition.order.sorted(others) : others.sorted(by: EditionRows.isNewer)
      groups.append(
        ArticleGroupView(
          id: "other-articles", title: groups.isEmpty ? "" : words[.otherArticles], articles: sorted.map(articleView)))
    }
    let content = SectionPage(
      jumps: groups.count > 1 ? groups.map { LinkView(title: $0.title, address: "#" + $0.id) } : [], articleGroups: groups)
    return indexPage("section", index, FilledView(content))
  }

  /// An index, which is no document's page.
  func indexPage(_ template: String, _ index: Menu.Index, _ content: FilledView) -> ComposedPage {
    let isSection = graph.hub.section(ofFolder: index.folder) != nil
    let head = PageHead(
      kind: template, title: index.title, summary: index.summary, feedPath: isSection ? "\(index.folder)/feed" : nil)
    return ComposedPage(template: template, frame: plainFrame(head), content: content)
  }
}
