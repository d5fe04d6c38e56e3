import Content
import Linking
import Sites
import Templating

/// What only the template `choose` has: one step of the way to a route.
struct ChoosePage: TemplateView {
  /// What was answered so far; each leads back to its question.
  var answers: [LinkView] = []
  var question = ""
  var options: [OptionView] = []
  /// All questions, for the form that a script shows; only on the first step.
  var questions: [QuestionView] = []
  var startAddress = ""
  var routes: [RouteView] = []

  static let shape = ViewShape<Self>(
    "ChoosePage",
    [
      .list("answers") { $0.answers },
      .text("question") { $0.question },
      .list("options") { $0.options },
      .list("questions") { $0.questions },
      .text("start_address") { $0.startAddress },
      .list("routes") { $0.routes },
    ])
}

/// An answer, with how many routes it leaves.
struct OptionView: TemplateView {
  var title = ""
  var address = ""
  var value = ""
  var summary = ""
  var count = ""

  static let shape = ViewShape<Self>(
    "Option",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("value") { $0.value },
      .text("summary") { $0.summary },
      .text("count") { $0.count },
    ])
}

/// A question with its answers.
struct QuestionView: TemplateView {
  var name = ""
  var title = ""
  var options: [OptionView] = []

  static let shape = ViewShape<Self>(
    "Question",
    [
      .text("name") { $0.name },
      .text("title") { $0.title },
      .list("options") { $0.options },
    ])
}

func choosePage(_ step: RouteChooser.Step, on site: Site, from place: Place) -> FinishedPage<ChoosePage> {
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
  return FinishedPage(Filled(content), head: head, restingOn: citations)
}

private func routesCount(_ count: Int, on site: Site) -> String {
  count == 0 ? site.words[.routesCountNone] : site.words.text(.routesCount, count: count)
}
