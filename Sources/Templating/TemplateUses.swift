import Diagnostics

/// Which template uses which, and between which views: what tells a partial that uses itself for the lists of a tree from
/// one that would never come to an end.
///
/// Views are finite, so a circle ends if every turn opens at least one view of the innermost, and none of a view outside.
struct TemplateUses {
  /// How far a partial is from the views that its template was given.
  enum Step {
    /// No view was opened.
    case stays
    /// Views of the innermost view were opened.
    case descends
    /// A view was opened that an outer one holds, perhaps the same each time.
    case leaves
  }

  private struct Link: Hashable {
    let step: Step
    let from: Int
    let to: Int
  }

  private var numbers: [String: Int] = [:]
  private var links: [Link] = []
  /// The first partial that makes a link; others like it are wrong together with it.
  private var names: [Link: TemplateSyntax.Name] = [:]

  /// The number of a template between views. Of views of one shape only the innermost is ever found.
  mutating func number(of template: TemplateSyntax, between shapes: [TemplateShape]) -> (number: Int, isNew: Bool) {
    var seen: Set<String> = []
    let visible = shapes.reversed().map(\.name).filter { seen.insert($0).inserted }
    let key = ([template.file.path] + visible).joined(separator: " ")
    if let number = numbers[key] { return (number, false) }
    numbers[key] = numbers.count
    return (numbers.count - 1, true)
  }

  mutating func add(_ step: Step, from: Int, to: Int, through name: TemplateSyntax.Name) {
    let link = Link(step: step, from: from, to: to)
    guard names.updateValue(names[link] ?? name, forKey: link) == nil else { return }
    links.append(link)
  }

  /// The partials that lead back to their own template without end.
  func endless() -> [TemplateSyntax.Name] {
    let circling = circlingLinks()
    return circling.filter { link in
      switch link.step {
      case .descends: false
      case .stays: Self.leads(from: link.to, to: link.from, through: circling.filter { $0.step == .stays })
      case .leaves: Self.leads(from: link.to, to: link.from, through: circling)
      }
    }.compactMap { names[$0] }
  }

  /// The links that lie on a circle or between two: without those that start where nothing leads, or end where nothing goes on.
  private func circlingLinks() -> [Link] {
    var circling = links
    while true {
      let reached = Set(circling.map(\.to)).intersection(circling.map(\.from))
      let rest = circling.filter { reached.contains($0.from) && reached.contains($0.to) }
      guard rest.count < circling.count else { return rest }
      circling = rest
    }
  }

  private static func leads(from start: Int, to end: Int, through links: [Link]) -> Bool {
    let targets = Dictionary(grouping: links, by: \.from)
    var found: Set<Int> = [start]
    var waiting = [start]
    while let next = waiting.popLast() {
      if next == end { return true }
      for link in targets[next] ?? [] where found.insert(link.to).inserted { waiting.append(link.to) }
    }
    return false
  }
}
