import Formats

/// Draws the bodies side by side: a box for the topmost, a column for each large body, and in it a row for each small one.
///
/// Columns that have no room beside the others stand in a band below. A large body within another has the column next to
/// it, one step lower.
package struct ForumDrawing {
  private var drawing: Drawing
  private var top = 0.0

  package static let width = 1000.0
  private static let gap = 12.0
  private static let row = 24.0
  private static let head = 42.0
  private static let step = 26.0
  /// A little more than the type has, since interface faces differ in width.
  private static let size = 13.5
  /// A body of the second level or below with so many others under it has a column of its own.
  private static let largeCount = 8
  /// Columns are squeezed by so much before one of them moves to a band below.
  private static let squeeze = 1.2

  /// One column: its head, the rows below, and how many columns to the left its own parent's is.
  private struct Column {
    let body: ForumMap.Body
    let rows: [(body: ForumMap.Body, depth: Int)]
    let level: Int
    let parent: Int?
    var width: Double
    var x = 0.0
  }

  package static func picture(of map: ForumMap) -> HTMLBytes {
    guard !map.bodies.isEmpty else { return [] }
    var drawing = ForumDrawing(drawing: Drawing(width: width, isRightToLeft: map.isRightToLeft))
    drawing.add(map)
    return drawing.drawing.linked(height: drawing.top, className: "forum-drawing", title: map.title)
  }

  private mutating func add(_ map: ForumMap) {
    var heads = map.bodies
    if map.bodies.count == 1, let root = map.bodies.first {
      drawing.addBox(root, x: 1, y: 1, width: Self.width - 2, height: Self.head)
      top = Self.head + 1
      heads = root.bodies
    }
    let hasRoot = top > 0
    for (number, band) in Self.bands(of: heads.map { Self.columns(for: $0) }).enumerated() {
      add(band, linesUp: hasRoot && number == 0)
    }
    top += 2
  }

  /// A body's column, followed by those of the large bodies below it.
  private static func columns(for body: ForumMap.Body, level: Int = 0, parent: Int? = nil) -> [Column] {
    var rows: [(body: ForumMap.Body, depth: Int)] = []
    var large: [ForumMap.Body] = []
    func collect(_ bodies: [ForumMap.Body], depth: Int) {
      for body in bodies {
        if body.count >= largeCount {
          large.append(body)
        } else {
          rows.append((body, depth))
          collect(body.bodies, depth: depth + 1)
        }
      }
    }
    collect(body.bodies, depth: 0)
    var columns = [Column(body: body, rows: rows, level: level, parent: parent, width: neededWidth(body, rows))]
    for body in large {
      let own = Self.columns(for: body, level: level + 1, parent: 0)
      let offset = columns.count
      columns += own.map { column in
        guard column.level > level + 1, let parent = column.parent else { return column }
        return Column(
          body: column.body, rows: column.rows, level: column.level, parent: parent + offset, width: column.width)
      }
    }
    return columns
  }

  private static func neededWidth(_ body: ForumMap.Body, _ rows: [(body: ForumMap.Body, depth: Int)]) -> Double {
    let widths = rows.map { row, depth in
      Double(depth) * 12 + TextWidth.estimate(row.label, size: size) + TextWidth.estimate(row.openness, size: size) + 32
    }
    return min(230, max(84, TextWidth.estimate(body.label, size: 14) + 20, widths.max() ?? 0))
  }

  /// Families of columns one after the other, in as many bands as they need, each stretched to the whole width.
  private static func bands(of families: [[Column]]) -> [[[Column]]] {
    var bands: [[[Column]]] = []
    var used = Double.infinity
    for family in families {
      let needed = family.reduce(0) { $0 + $1.width + gap }
      if used + needed - gap > width * squeeze { (bands, used) = (bands + [[]], 0) }
      bands[bands.count - 1].append(family)
      used += needed
    }
    return bands.map { placed($0) }
  }

  /// Gives the columns of a band their places; what is left over is shared, but no column grows by half.
  private static func placed(_ band: [[Column]]) -> [[Column]] {
    let columns = band.joined()
    let gaps = Double(columns.count - 1) * gap
    let factor = min(1.5, max(0.1, (width - gaps) / columns.reduce(0) { $0 + $1.width }))
    var x = 0.0
    return band.map { family in
      family.map { column in
        var column = column
        column.width *= factor
        column.x = x
        x += column.width + gap
        return column
      }
    }
  }

  private mutating func add(_ band: [[Column]], linesUp: Bool) {
    let start = top
    var bottom = top
    for family in band {
      for column in family {
        let y = start + Self.step + Double(column.level) * (Self.head + Self.step)
        let x = column.x + 16
        if let parent = column.parent {
          let from = family[parent]
          let level = start + Self.step + Double(from.level) * (Self.head + Self.step) + Self.head / 2
          drawing.addPath([(from.x + from.width, level), (x, level), (x, y)], .guide)
        } else if linesUp {
          drawing.addPath([(x, start), (x, y)], .guide)
        }
        drawing.addBox(column.body, x: column.x + 1, y: y, width: column.width - 2, height: Self.head)
        bottom = max(bottom, add(column.rows, of: column, from: y + Self.head))
      }
    }
    top = bottom + 4
  }

  /// Adds the rows of a column and gives where they end.
  private mutating func add(
    _ rows: [(body: ForumMap.Body, depth: Int)], of column: Column, from start: Double
  ) -> Double {
    var y = start + 4
    for (body, depth) in rows {
      drawing.addRow(body, x: column.x + 2, y: y, indent: Double(depth) * 12, width: column.width - 4, height: Self.row)
      y += Self.row
    }
    return y
  }
}

extension Drawing {
  /// A large body: its name, and below it who may take part.
  fileprivate mutating func addBox(_ body: ForumMap.Body, x: Double, y: Double, width: Double, height: Double) {
    addLink(to: body.address, name: body.name, isHere: body.isHere) { drawing in
      drawing.addRectangle(x: x, y: y, width: width, height: height, .open)
      drawing.addText(
        TextWidth.shortened(body.label, to: width - 16, size: 14), x: x + 9, y: y + 18, .start, .strong)
      if let mark = body.mark { drawing.addDisc(mark, x: x + 14, y: y + 30, radius: 4.5) }
      drawing.addText(
        TextWidth.shortened(body.openness, to: width - 32, size: 12), x: x + 23, y: y + 34, .start, .fine)
    }
  }

  /// A small body: its mark and name where reading begins, and who may take part at the end.
  mutating func addRow(
    _ body: ForumMap.Body, x: Double, y: Double, indent: Double, width: Double, height: Double
  ) {
    addLink(to: body.address, name: body.name, isHere: body.isHere) { drawing in
      drawing.addRectangle(x: x, y: y, width: width, height: height, body.isHere ? .here : .area)
      if let mark = body.mark { drawing.addDisc(mark, x: x + indent + 7, y: y + height / 2, radius: 4.5) }
      let words = TextWidth.estimate(body.openness, size: 13)
      drawing.addText(
        TextWidth.shortened(body.label, to: width - indent - words - 26, size: 13.5), x: x + indent + 16,
        y: y + height / 2 + 4.5, .start, body.isHere ? .strong : nil)
      drawing.addText(body.openness, x: x + width - 3, y: y + height / 2 + 4.5, .end, .fine)
    }
  }
}
