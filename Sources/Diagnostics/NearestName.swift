/// The name that a writer most likely meant, or nil where none is near enough to suggest.
///
/// Nearness is the optimal string alignment distance (insertions, deletions, substitutions, swaps of neighbours), at most a third
/// of the written length; of equally near names the first in alphabetical order wins.
package func nearestName(to written: String, among names: some Sequence<String>) -> String? {
  nearestMatch(to: written, among: names)?.name
}

/// A name that was most likely meant.
package struct NearestName: Sendable, Equatable {
  package let name: String
  /// Whether it is so near, and every other so much farther, that it can be written without asking.
  package let isCertain: Bool
}

/// Like `nearestName`, and says how sure that is.
///
/// Certain is one slip of the pen, or two in a word of eight signs; not where another name is as near, or where a digit differs, since
/// `session-12` and `session-13` are two things.
package func nearestMatch(to written: String, among names: some Sequence<String>) -> NearestName? {
  let wanted = folded(written.unicodeScalars.prefix(longestName + 1))
  guard !wanted.isEmpty, wanted.count <= longestName else { return nil }
  var alignment = Alignment(to: wanted)
  let limit = max(1, wanted.count / 3)
  var best: (name: String, distance: Int, isAlone: Bool)?
  for name in names {
    // A name takes up to four bytes a scalar, so most are out of reach before they are even read.
    let size = name.utf8.count
    guard size >= wanted.count - limit, size <= 4 * (wanted.count + limit) else { continue }
    let nearEnough = best?.distance ?? limit
    guard let distance = alignment.distance(to: folded(name.unicodeScalars[...]), atMost: nearEnough) else { continue }
    guard let known = best, known.distance == distance else {
      best = (name, distance, true)
      continue
    }
    if known.name != name { best = (min(known.name, name), distance, false) }
  }
  return best.map { best in
    let isSlip = best.distance <= (wanted.count >= 8 ? 2 : 1)
    let hasSameDigits = best.name.filter(\.isNumber) == written.filter(\.isNumber)
    return NearestName(name: best.name, isCertain: best.isAlone && isSlip && hasSameDigits)
  }
}

/// Nothing longer is a name that somebody mistyped, and the search takes time by its square.
private let longestName = 200

private func folded(_ scalars: Substring.UnicodeScalarView) -> [Unicode.Scalar] {
  if scalars.allSatisfy(\.isASCII) {
    return scalars.map { ("A"..."Z").contains($0) ? Unicode.Scalar(UInt8($0.value) | 0x20) : $0 }
  }
  return Array(String(scalars).lowercased().unicodeScalars)
}

/// The distance of one word to many, with its three rows kept from one to the next.
private struct Alignment {
  let wanted: [Unicode.Scalar]
  private var beforePrevious: [Int] = []
  private var previous: [Int] = []
  private var current: [Int] = []

  init(to wanted: [Unicode.Scalar]) {
    self.wanted = wanted
  }

  /// Nil beyond the limit, which is found out as soon as a whole row is.
  mutating func distance(to candidate: [Unicode.Scalar], atMost limit: Int) -> Int? {
    guard abs(candidate.count - wanted.count) <= limit else { return nil }
    previous.removeAll(keepingCapacity: true)
    previous.append(contentsOf: 0...wanted.count)
    for row in candidate.indices {
      current.removeAll(keepingCapacity: true)
      current.append(row + 1)
      var nearest = row + 1
      for column in wanted.indices {
        let cost = candidate[row] == wanted[column] ? 0 : 1
        var distance = min(previous[column] + cost, previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, candidate[row] == wanted[column - 1], candidate[row - 1] == wanted[column] {
          distance = min(distance, beforePrevious[column - 1] + 1)
        }
        current.append(distance)
        nearest = min(nearest, distance)
      }
      guard nearest <= limit else { return nil }
      swap(&beforePrevious, &previous)
      swap(&previous, &current)
    }
    return previous[wanted.count] <= limit ? previous[wanted.count] : nil
  }
}
