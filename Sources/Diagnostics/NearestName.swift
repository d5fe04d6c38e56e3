/// The name that a writer most likely meant, or nil where none is near enough to suggest.
///
/// Nearness is the optimal string alignment distance (insertions, deletions, substitutions, swaps of neighbours), at most a third
/// of the written length; of equally near names the first in alphabetical order wins.
package func nearestName(to written: String, among names: some Sequence<String>) -> String? {
  let wanted = Array(written.lowercased().unicodeScalars)
  let limit = max(1, wanted.count / 3)
  var best: (name: String, distance: Int)?
  for name in names {
    let candidate = Array(name.lowercased().unicodeScalars)
    guard abs(candidate.count - wanted.count) <= limit else { continue }
    let distance = alignmentDistance(wanted, candidate)
    guard distance <= limit else { continue }
    guard let current = best else {
      best = (name, distance)
      continue
    }
    if (distance, name) < (current.distance, current.name) { best = (name, distance) }
  }
  return best?.name
}

private func alignmentDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...right.count)
  for row in left.indices {
    var current = [row + 1]
    for column in right.indices {
      let cost = left[row] == right[column] ? 0 : 1
      var distance = min(previous[column] + cost, previous[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        distance = min(distance, beforePrevious[column - 1] + 1)
      }
      current.append(distance)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[right.count]
}
