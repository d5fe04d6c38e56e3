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
