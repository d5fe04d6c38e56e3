import Content
import Linking
import Sites
import Templating

/// The hub's questions as a tree of pages: each answer leads to the next question that still makes a difference, until
/// few routes are left.
struct RouteChooser {
  /// One page: what was answered, what is asked next, and the routes that fit so far.
  struct Step: Sendable {
    let path: OutputPath
    let answers: [(answer: HubDescription.Declared, path: OutputPath)]
    /// Nil where the way ends.
    let question: HubDescription.Question?
    var options: [Option] = []
    let routes: [PageOf<Route>]
  }

  struct Option: Sendable {
    let answer: HubDescription.Declared
    let count: Int
    /// Nil where no route is left.
    let path: OutputPath?
  }

  /// A reader compares so many routes without a further question.
  private static let fewRoutes = 4

  private let site: Site
  private(set) var steps: [Step] = []

  init(_ site: Site, routes: [PageOf<Route>]) {
    self.site = site
    guard !site.graph.hub.questions.isEmpty, !routes.isEmpty else { return }
    add(Self.startPath(in: site), answers: [], questions: site.graph.hub.questions[...], routes: routes)
  }

  static func startPath(in site: Site) -> OutputPath { site.path("routes/choose.html") }

  private mutating func add(
    _ path: OutputPath, answers: [(answer: HubDescription.Declared, path: OutputPath)],
    questions: ArraySlice<HubDescription.Question>, routes: [PageOf<Route>]
  ) {
    let isOpen = routes.count > Self.fewRoutes
    let position = isOpen ? questions.firstIndex { Self.divides($0, routes) } : nil
    let question = position.map { questions[$0] }
    var step = Step(path: path, answers: answers, question: question, routes: routes)
    // The page comes before those that it leads to.
    let place = steps.count
    steps.append(step)
    guard let question, let position else { return }
    for answer in question.answers {
      let left = routes.filter { Self.suits($0, answer, to: question) }
      let names = answers.map(\.answer.id) + [answer.id]
      // A name that is too long for a file leads no further.
      let next =
        left.isEmpty
        ? nil : OutputPath(site.path("routes/x").text.dropLast() + "choose-\(names.joined(separator: "--")).html")
      step.options.append(Option(answer: answer, count: left.count, path: next))
      guard let next else { continue }
      add(next, answers: answers + [(answer, path)], questions: questions[(position + 1)...], routes: left)
    }
    steps[place] = step
  }

  /// Whether some answer to a question leaves other routes than another.
  private static func divides(_ question: HubDescription.Question, _ routes: [PageOf<Route>]) -> Bool {
    question.answers.contains { answer in !routes.allSatisfy { suits($0, answer, to: question) } }
  }

  private static func suits(
    _ route: PageOf<Route>, _ answer: HubDescription.Declared, to question: HubDescription.Question
  )
    -> Bool
  {
    route.fields.suits(answer, to: question)
  }
}

extension Route {
  /// Whether a route suits those who answer so; one that names no answer to a question suits them all.
  func suits(_ answer: HubDescription.Declared, to question: HubDescription.Question) -> Bool {
    let named = suits.map(\.id)
    return named.contains(answer.id) || !question.answers.contains { named.contains($0.id) }
  }
}

/// The pages that lead a reader to a route by a few questions.
package func chooserPages(in table: inout TemplateTable) -> FilePlanner {
  let page = PageMaker("choose", choosePage).writer(in: &table)
  return { site in
    RouteChooser(site, routes: site.lists.routes).steps.map { page.file(about: $0, at: $0.path, on: site) }
  }
}
