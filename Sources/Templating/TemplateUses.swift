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
  var count: Int { numbers.count }
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
    let circles = circles(of: links)
    let standing = self.circles(of: links.filter { $0.step == .stays })
    return links.filter { link in
      switch link.step {
      case .descends: false
      case .stays: standing[link.from] == standing[link.to]
      case .leaves: circles[link.from] == circles[link.to]
      }
    }.compactMap { names[$0] }
  }

  /// For each use a number that it has in common with those alone that lead to it and to which it leads (Tarjan, "Depth-first search and
  /// linear graph algorithms", 1972), without a call for each step, since chains may be long.
  private func circles(of links: [Link]) -> [Int] {
    var targets = [[Int]](repeating: [], count: count)
    for link in links { targets[link.from].append(link.to) }
    var circles = [Int](repeating: -1, count: count)
    var order = [Int](repeating: -1, count: count)
    var lowest = order
    var (met, found) = (0, 0)
    var path: [Int] = []
    var open: [(use: Int, next: Int)] = []
    for start in 0..<count where order[start] < 0 {
      open.append((start, 0))
      while let (use, next) = open.popLast() {
        if next == 0 {
          (order[use], lowest[use]) = (met, met)
          met += 1
          path.append(use)
        } else if circles[targets[use][next - 1]] < 0 {
          lowest[use] = min(lowest[use], lowest[targets[use][next - 1]])
        }
        if next < targets[use].count {
          open.append((use, next + 1))
          if order[targets[use][next]] < 0 { open.append((targets[use][next], 0)) }
        } else if lowest[use] == order[use] {
          while let last = path.popLast() {
            circles[last] = found
            if last == use { break }
          }
          found += 1
        }
      }
    }
    return circles
  }
}
