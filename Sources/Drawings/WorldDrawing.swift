import Content
import Formats

/// Draws a hub's map: as outlines, as equal squares, and as the squares with one state marked.
package struct WorldDrawing {
  package let map: MapDescription

  package init(map: MapDescription) {
    self.map = map
  }

  /// What a state is called and where its page is.
  package struct State {
    package let name: String
    package let code: String
    package let address: String

    package init(name: String, code: String, address: String) {
      self.name = name
      self.code = code
      self.address = address
    }
  }

  private static let tile = 30

  /// The outlines, each state's a link; what belongs to none lies below them.
  package func outlines(title: String, state: (Reference<Country>) -> State?) -> HTMLBytes {
    var drawing = Drawing(width: Double(map.width))
    for shape in map.shapes where shape.country == nil { drawing.addOutline(shape.path) }
    // Small states come last, since they lie within others or before their coasts.
    for isSmall in [false, true] {
      let shapes = map.shapes.filter { ($0.mark != nil) == isSmall }
      let states = shapes.compactMap { shape in
        shape.country.flatMap(state).map { (shape: shape, state: $0) }
      }
      for (shape, state) in states {
        drawing.addLink(to: state.address, name: state.name) { drawing in
          drawing.addOutline(shape.path)
          guard let mark = shape.mark else { return }
          drawing.addCircle(x: Double(mark.x), y: Double(mark.y), radius: Double(map.markRadius))
        }
      }
    }
    return drawing.linked(height: Double(map.height), className: "world", title: title)
  }

  /// One square of the same size for each state, with its code.
  package func squares(title: String, state: (Reference<Country>) -> State?) -> HTMLBytes {
    guard !map.tiles.isEmpty else { return [] }
    var drawing = Drawing(width: Double(columns * Self.tile))
    for tile in map.tiles {
      guard let state = state(tile.country) else { continue }
      let (x, y) = (Double(tile.column * Self.tile), Double(tile.row * Self.tile))
      drawing.addLink(to: state.address, name: state.name) { drawing in
        drawing.addRectangle(x: x + 1, y: y + 1, width: Double(Self.tile - 2), height: Double(Self.tile - 2))
        drawing.addText(state.code, x: x + Double(Self.tile) / 2, y: y + Double(Self.tile) / 2 + 4, .middle)
      }
    }
    return drawing.linked(height: Double(rows * Self.tile), className: "squares", title: title)
  }

  private var columns: Int { (map.tiles.map(\.column).max() ?? 0) + 1 }
  private var rows: Int { (map.tiles.map(\.row).max() ?? 0) + 1 }

  /// All squares as lines that the theme breaks into squares of ten units; the same for every state.
  package var locator: Drawing? {
    guard !map.tiles.isEmpty else { return nil }
    var drawing = Drawing(width: Double(columns * 10))
    let byRow = Dictionary(grouping: map.tiles, by: \.row).sorted { $0.key < $1.key }
    let runs = byRow.flatMap { row, tiles -> [[(x: Double, y: Double)]] in
      let columns = tiles.map(\.column).sorted()
      let starts = columns.filter { !columns.contains($0 - 1) }
      return starts.map { start in
        let end = (start...).first { !columns.contains($0) } ?? start
        let y = Double(row * 10 + 5)
        return [(Double(start * 10), y), (Double(end * 10), y)]
      }
    }
    drawing.addLines(runs, .squares)
    return drawing
  }

  package func locator(_ drawing: Drawing, marking tile: MapDescription.Tile, title: String, description: String)
    -> HTMLBytes
  {
    var drawing = drawing
    drawing.addRectangle(x: Double(tile.column * 10) - 2, y: Double(tile.row * 10) - 2, width: 13, height: 13, .here)
    return drawing.picture(height: Double(rows * 10), className: "locator", title: title, description: description)
  }
}
