import Content
import Linking
import Templating

func routePage(_ page: Page, _ fields: RouteFields, on site: Site, from place: Place) -> FinishedPage {
  var citations = Citations(page.document.common.sources)
  let body = bodyHTML(of: page, on: site, from: place, citing: &citations)
  var content = RoutePage()
  content.forWhom = fields.audience ?? ""
  content.leadTime = fields.leadTime ?? ""
  content.cost = fields.cost.map { CostView($0, citations: citations.cite($0.sources, from: place), on: site) }
  content.leadsTo = LinkView.each(fields.leadsTo, on: site, from: place)
  content.attend = fields.rights.attend ?? ""
  content.speak = fields.rights.speak ?? ""
  content.vote = fields.rights.vote ?? ""
  content.seeDocuments = fields.rights.documents ?? ""
  content.isUnconfirmed = page.document.common.confidence == .memory
  content.steps = fields.steps.map { StepView($0, on: site) }
  content.pros = fields.advantages
  content.cons = fields.drawbacks
  content.pastTopics = fields.pastTopics
  content.articles = site.pages(of: .guide, referringTo: page, by: "route").map {
    ArticleView($0, on: site, from: place)
  }
  let head = PageHead(
    kind: "route", title: page.document.title, label: site.words[.kindRoute],
    summary: page.document.common.summary ?? "",
    body: body, document: page)
  return FinishedPage(site.templates.pages.route, Filled(content), head, restingOn: citations)
}

func routesPage(_ index: Menu.Index, on site: Site, from place: Place) -> FinishedPage {
  var citations = Citations()
  let content = RoutesPage(
    chooserAddress: chooserAddress(on: site, from: place),
    routes: site.lists.routes.map { RouteView(compared: $0, on: site, from: place, citing: &citations) })
  return indexPage(
    site.templates.pages.routes, "routes", index, Filled(content), restingOn: citations, on: site, from: place)
}

/// Where the questions begin; empty where the hub asks none.
func chooserAddress(on site: Site, from place: Place) -> String {
  site.graph.hub.questions.isEmpty || site.pages(of: .route).isEmpty
    ? "" : site.link(to: RouteChooser.startPath(in: site), from: place)
}

func choosePage(_ step: RouteChooser.Step, on site: Site, from place: Place) -> FinishedPage {
  var citations = Citations()
  var content = ChoosePage()
  content.answers = step.answers.map { LinkView(title: $0.answer.title, address: site.link(to: $0.path, from: place)) }
  content.question = step.question?.title ?? ""
  content.options = step.options.map { option in
    OptionView(
      title: option.answer.title, address: option.path.map { site.link(to: $0, from: place) } ?? "",
      summary: option.answer.summary ?? "", count: routesCount(option.count, on: site))
  }
  if step.answers.isEmpty {
    content.questions = site.graph.hub.questions.map { question in
      QuestionView(
        name: question.id, title: question.title,
        options: question.answers.map {
          OptionView(title: $0.title, value: $0.id, summary: $0.summary ?? "")
        })
    }
  } else {
    content.startAddress = chooserAddress(on: site, from: place)
  }
  content.routes = step.routes.map { RouteView(compared: $0, on: site, from: place, citing: &citations) }
  let head = PageHead(
    kind: "choose", title: site.words[.chooseRoute], label: site.words[.kindRoute],
    summary: site.words[.summaryChooseRoute],
    parents: site.menu.parents("routes"))
  return FinishedPage(site.templates.pages.choose, Filled(content), head, restingOn: citations)
}

private func routesCount(_ count: Int, on site: Site) -> String {
  switch count {
  case 0: site.words[.routesCountNone]
  case 1: site.words[.routesCountOne]
  default: site.words.text(.routesCount, ["count": String(count)])
  }
}

/// The answers that a route suits, and all answers of the questions that make no difference to it.
func suitedAnswers(_ fields: RouteFields, on site: Site) -> String {
  site.graph.hub.questions.flatMap { question in
    question.answers.filter { fields.suits($0, to: question) }.map(\.id)
  }.joined(separator: " ")
}
