import Formats

/// Draws bodies as rows, each below the one that it belongs to and indented: for narrow places and for a part of the map.
package struct BranchDrawing {
  private var drawing: Drawing
  private var y = 2.0

  private static let width = 340.0
  private static let row = 28.0
  private static let indent = 16.0

  package static func picture(of map: ForumMap, className: StaticString) -> HTMLBytes {
    guard !map.bodies.isEmpty else { return [] }
    var branch = BranchDrawing(drawing: Drawing(width: width, isRightToLeft: map.isRightToLeft))
    for body in map.bodies { branch.add(body, depth: 0) }
    return branch.drawing.linked(height: branch.y + 2, className: className, title: map.title)
  }

  /// Adds a body and those below it, and gives the middle of its row.
  @discardableResult private mutating func add(_ body: ForumMap.Body, depth: Int) -> Double {
    // Deeper ones stand under each other, so that a name keeps some room.
    let indent = Double(min(depth, 8)) * Self.indent
    let middle = y + Self.row / 2
    drawing.addRow(body, x: 2, y: y, indent: indent, width: Self.width - 4, height: Self.row)
    y += Self.row
    let ends = body.bodies.map { add($0, depth: depth + 1) }
    let x = 9 + indent
    guard let last = ends.last, depth < 8 else { return middle }
    drawing.addLines(
      [[(x, middle + 8), (x, last)]] + ends.map { [(x, $0), (x + Self.indent - 7, $0)] }, .guide)
    return middle
  }
}
