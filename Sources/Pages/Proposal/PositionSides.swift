import Content
import Linking

/// Proposals made at one meeting on one issue, by who agrees and who disagrees with whom: each proposal stands in one place.
struct PositionSides {
  /// Proposals that ask for opposite things, on two sides.
  private(set) var debates: [(one: [PageOf<Proposal>], other: [PageOf<Proposal>])] = []
  /// Proposals of different actors that ask for the same, and that nobody opposes.
  private(set) var alike: [[PageOf<Proposal>]] = []
  /// The others.
  private(set) var rest: [PageOf<Proposal>] = []

  /// `target` gives the proposal that a reference leads to. The time this takes grows with the number of proposals and references.
  init(_ proposals: [PageOf<Proposal>], target: (Reference<Proposal>) -> PageOf<Proposal>?) {
    let ties = Ties(proposals, target: target)
    var isPlaced = Array(repeating: false, count: proposals.count)
    for start in proposals.indices where !isPlaced[start] {
      var sides: [Int: Bool] = [start: true]
      var queue = [start]
      var next = 0
      while next < queue.count {
        let current = queue[next]
        next += 1
        for tie in ties.byProposal[current] where sides[tie.other] == nil {
          sides[tie.other] = tie.isOpposed != sides[current]
          queue.append(tie.other)
        }
      }
      for index in queue { isPlaced[index] = true }
      let members = queue.sorted()
      let (one, other) = (members.filter { sides[$0] == true }, members.filter { sides[$0] == false })
      if !other.isEmpty {
        debates.append((one.map { proposals[$0] }, other.map { proposals[$0] }))
      } else if one.count > 1 {
        alike.append(one.map { proposals[$0] })
      } else {
        rest.append(proposals[start])
      }
    }
  }
}

/// Which proposals of a list oppose each other or ask for the same; said of one, it holds for both.
private struct Ties {
  var byProposal: [[(other: Int, isOpposed: Bool)]]

  init(_ proposals: [PageOf<Proposal>], target: (Reference<Proposal>) -> PageOf<Proposal>?) {
    let positions = Dictionary(uniqueKeysWithValues: proposals.enumerated().map { ($0.element.index, $0.offset) })
    byProposal = Array(repeating: [], count: proposals.count)
    for (index, page) in proposals.enumerated() {
      let fields = page.fields
      for (references, isOpposed) in [(fields.opposes, true), (fields.alike, false)] {
        for other in references.compactMap({ target($0).flatMap { positions[$0.index] } }) where other != index {
          byProposal[index].append((other, isOpposed))
          byProposal[other].append((index, isOpposed))
        }
      }
    }
  }
}
