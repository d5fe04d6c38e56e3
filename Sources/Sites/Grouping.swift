import CivilTime
import Content
import Linking

extension Array where Element: SomePage {
  /// The pages by what each belongs to, in the order in which these are first met; what belongs to nothing is left out.
  package func grouped<Owner: SomePage>(by owner: (Element) -> Owner?) -> [(owner: Owner, members: [Element])] {
    var groups: [(owner: Owner, members: [Element])] = []
    var positions: [Int: Int] = [:]
    for element in self {
      guard let owner = owner(element) else { continue }
      let position = positions[owner.index] ?? groups.count
      if position == groups.count {
        positions[owner.index] = position
        groups.append((owner, []))
      }
      groups[position].members.append(element)
    }
    return groups
  }

  /// Each page once, where it is first met.
  package var eachOnce: [Element] {
    var seen: Set<Int> = []
    return filter { seen.insert($0.index).inserted }
  }

  /// By the days that they give, those without one last.
  package var newestFirst: [Element] {
    // Each page's day is asked for once, and not at each comparison.
    let dated = map { page in (day: page.document.common.date?.firstDay ?? CivilDate.first, page: page) }
    return dated.sorted { left, right in
      left.day == right.day ? left.page.index < right.page.index : left.day > right.day
    }.map { $0.page }
  }
}

extension [PageOf<Meeting>] {
  /// Those without a date come last.
  package var inOrderOfTime: Self {
    sorted { ($0.fields.start?.firstDay ?? .last, $0.index) < ($1.fields.start?.firstDay ?? .last, $1.index) }
  }
}

extension PageOf<Meeting> {
  package static func isNewer(_ left: Self, _ right: Self) -> Bool {
    (left.fields.start?.firstDay ?? .last, right.index) > (right.fields.start?.firstDay ?? .last, left.index)
  }
}

extension [PageOf<Route>] {
  /// Those with a rank first, the others in the order given.
  var inRankOrder: Self {
    enumerated().sorted {
      ($0.element.fields.rank ?? .max, $0.offset) < ($1.element.fields.rank ?? .max, $1.offset)
    }.map(\.element)
  }
}
