import Content
import Linking
import Templating

extension PageComposer {
  mutating func routePage(_ page: Page, _ fields: RouteFields) -> ComposedPage {
    _ = cite(page.document.common.sources)
    let body = bodyHTML(of: page)
    var content = RoutePage()
    content.forWhom = fields.audience ?? ""
    content.leadTime = fields.leadTime ?? ""
    content.cost = fields.cost.map { costView($0, citations: cite($0.sources)) }
    content.leadsTo = linkViews(fields.leadsTo)
    content.attend = fields.rights.attend ?? ""
    content.speak = fields.rights.speak ?? ""
    content.vote = fields.rights.vote ?? ""
    content.seeDocuments = fields.rights.documents ?? ""
    content.isUnconfirmed = page.document.common.confidence == .memory
    content.steps = fields.steps.map { stepView($0) }
    content.pros = fields.advantages
    content.cons = fields.drawbacks
    content.pastTopics = fields.pastTopics
    content.articles = pages(of: .guide, referringTo: page, by: "route").map(articleView)
    let head = PageHead(
      kind: "route", title: page.document.title, label: words[.kindRoute], summary: page.document.common.summary ?? "",
      body: body)
    return ComposedPage(template: "route", frame: frame(of: page, head), content: FilledView(content))
  }

  mutating func routesPage(_ index: Menu.Index) -> ComposedPage {
    let content = RoutesPage(chooserAddress: chooserAddress, routes: edition.routes.map { comparedRouteView($0) })
    return indexPage("routes", index, FilledView(content))
  }

  /// Where the questions begin; empty where the hub asks none.
  var chooserAddress: String {
    graph.hub.questions.isEmpty || pages(of: .route).isEmpty ? "" : link(to: RouteChooser.startPath(in: edition))
  }

  mutating func choosePage(_ step: RouteChooser.Step) -> ComposedPage {
    var content = ChoosePage()
    content.answers = step.answers.map { LinkView(title: $0.answer.title, address: link(to: $0.path)) }
    content.question = step.question?.title ?? ""
    content.options = step.options.map { option in
      OptionView(
        title: option.answer.title, address: option.path.map { link(to: $0) } ?? "",
        summary: option.answer.summary ?? "", count: routesCount(option.count))
    }
    if step.answers.isEmpty {
      content.questions = graph.hub.questions.map { question in
        QuestionView(
          name: question.id, title: question.title,
          options: question.answers.map {
            OptionView(title: $0.title, value: $0.id, summary: $0.summary ?? "")
          })
      }
    } else {
      content.startAddress = chooserAddress
    }
    content.routes = step.routes.map { comparedRouteView($0) }
    let trail = edition.menu.index(ofFolder: Kind.route.recordFolder ?? "")
    let head = PageHead(
      kind: "choose", title: words[.chooseRoute], label: words[.kindRoute], summary: words[.summaryChooseRoute])
    return ComposedPage(
      template: "choose", frame: plainFrame(head, parents: trail.map { [$0] } ?? []), content: FilledView(content))
  }

  private func routesCount(_ count: Int) -> String {
    switch count {
    case 0: words[.routesCountNone]
    case 1: words[.routesCountOne]
    default: words.text(.routesCount, ["count": String(count)])
    }
  }

  /// The answers that a route suits, and all answers of the questions that make no difference to it.
  func suitedAnswers(_ fields: RouteFields) -> String {
    graph.hub.questions.flatMap { question in
      question.answers.filter { fields.suits($0, to: question) }.map(\.id)
    }.joined(separator: " ")
  }
}
