import Diagnostics

/// A part of the home page; `home` in `hub.yaml` names those that a hub shows, in its order.
///
/// A block of which nothing is known vanishes, so that a hub of three documents looks as whole as one of thousands.
package enum HomeBlock: String, Sendable, CaseIterable {
  /// What the hub is for, where to begin, and the search.
  case purpose
  /// What is under way, has just ended or is coming, and what is due by when.
  case now
  /// A strip of the next twelve months.
  case year
  case startHere = "start-here"
  case issues
  case latest
  case changes
}

extension FieldReader {
  /// The blocks of the home page, each once; all of them in their usual order, where the hub names none.
  mutating func homeBlocks(_ name: String, _ meaning: StaticString) -> [HomeBlock] {
    var blocks: [HomeBlock] = []
    let shape = FieldShape.choice(HomeBlock.allCases.map(\.rawValue))
    let _: [HomeBlock] = list(name, shape, false, meaning) { fields, node in
      guard
        let block: HomeBlock = fields.value(of: node, name, shape, .invalidChoice, { HomeBlock(rawValue: $0) })
      else { return nil }
      guard !blocks.contains(block) else {
        fields.report(
          .duplicateID, "a block stands on the home page once, and '\(block.rawValue)' is named twice", at: node,
          help: "Take it out")
        return nil
      }
      blocks.append(block)
      return block
    }
    return blocks.isEmpty ? HomeBlock.allCases : blocks
  }
}
