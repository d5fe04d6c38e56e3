import Diagnostics

/// The hub's map of its states, as `site-content/map.yaml` draws it: outlines for the map, and one equal square for each.
package struct MapDescription: Sendable {
  /// The size of the drawing, in its own units.
  package let width: Int
  package let height: Int
  /// The radius of the marks of states that are too small to be hit.
  package let markRadius: Int
  /// What readers have to know about the shapes.
  package let note: String?
  package let sources: [Source]
  /// In the order in which they are drawn, those that lie on others last.
  package let shapes: [Shape]
  package let tiles: [Tile]
  /// What the map refers to, to be checked like the references of a document.
  package let references: [AnyReference]

  package struct Shape: Sendable {
    static let country = ReferenceField<Shape, Country>("country", meaning: "The state; absent for what is no member.")

    /// Nil for a territory that is no member.
    package let country: Reference<Country>?
    /// An SVG path, of letters and whole numbers.
    package let path: String
    /// The middle of its mark; nil where the shape is large enough.
    package let mark: (x: Int, y: Int)?
  }

  package struct Tile: Sendable {
    static let country = ReferenceField<Tile, Country>("country", meaning: "The state.")

    package let country: Reference<Country>
    package let column: Int
    package let row: Int
  }

  init?(reading fields: inout FieldReader) {
    let width = fields.extent("width", "The width of the drawing, in its units.")
    let height = fields.extent("height", "The height of the drawing.")
    markRadius = fields.number("mark", "The radius of the marks of small states.") ?? 0
    note = fields.text("note", "What readers have to know about the shapes.")
    sources = fields.sources()
    shapes = fields.groups("shapes", "a shape", "The outlines, those that lie on others last.", Shape.read)
    tiles = fields.tiles("tiles", "One square for each state, as it lies in a grid.")
    references = fields.references
    guard let width, let height else { return nil }
    self.width = width
    self.height = height
  }
}

extension MapDescription.Shape {
  fileprivate static func read(_ fields: inout FieldReader) -> Self? {
    let country = fields.reference(Self.country)
    let path = fields.outline("path", "Its outline, as an SVG path of whole numbers.")
    let x = fields.number("x", "Where its mark stands, for a state too small to be hit, from the left.")
    let y = fields.number("y", "Where its mark stands, from the top.")
    guard let path else { return nil }
    var mark: (x: Int, y: Int)?
    if let x, let y { mark = (x, y) }
    return Self(country: country, path: path, mark: mark)
  }
}

extension FieldReader {
  fileprivate mutating func extent(_ name: String, _ meaning: StaticString) -> Int? {
    scalar(name, .number, .wrongType, true, meaning) { text in
      Int(text).flatMap { (1...100_000).contains($0) ? $0 : nil }
    }
  }

  /// A path is copied into pages, so it holds nothing but what draws a line: it begins with `M`, and has no other letters
  /// than those of straight lines.
  fileprivate mutating func outline(_ name: String, _ meaning: StaticString) -> String? {
    scalar(name, .text, .invalidOutline, true, meaning) { text in
      text.utf8.first == UInt8(ascii: "M") && text.utf8.allSatisfy(Self.drawsLines) ? text : nil
    }
  }

  private static func drawsLines(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case UInt8(ascii: "m"), UInt8(ascii: "l"), UInt8(ascii: "h"), UInt8(ascii: "v"), UInt8(ascii: "z"): true
    default: (0x30...0x39).contains(byte) || byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-")
    }
  }

  fileprivate mutating func tiles(_ name: String, _ meaning: StaticString) -> [MapDescription.Tile] {
    struct Cell: Hashable {
      let column: Int
      let row: Int
    }
    var taken: Set<Cell> = []
    return groups(name, "a tile", meaning) { fields in
      let country = fields.reference(MapDescription.Tile.country, required: true)
      let column = fields.number("column", required: true, "Its column, from 0.")
      let row = fields.number("row", required: true, "Its row, from 0.")
      guard let country, let column, let row else { return nil }
      guard column < 200, row < 200, taken.insert(Cell(column: column, row: row)).inserted else {
        fields.diagnostics.append(
          Diagnostic(
            .duplicateAddress, "a square of the grid, which has 200 columns and rows, is one state's", at: fields.place,
            help: "Give one of the states another column or row"))
        return nil
      }
      return MapDescription.Tile(country: country, column: column, row: row)
    }
  }
}

let mapFileName = "map.yaml"

/// Reads the map of a hub; nil where there is none, or where it is at fault.
func readMap(_ found: ContentFolder) -> (map: MapDescription?, diagnostics: [Diagnostic]) {
  guard let file = found.texts.first(where: { $0.path == mapFileName }) else { return (nil, []) }
  switch readText(file.location, size: file.size, shownAs: file.shownPath) {
  case .failure(let found): return (nil, [found.diagnostic])
  case .success(let file): return parseMap(file)
  }
}

private func parseMap(_ file: SourceFile) -> (map: MapDescription?, diagnostics: [Diagnostic]) {
  let source = YAMLSource(file: file)
  switch source.parse(file.text[...]) {
  case .failure(let fault): return (nil, [fault.diagnostic])
  case .success(let node):
    guard case .fields(let written)? = node?.content else {
      return (nil, [Diagnostic(.wrongType, "map.yaml holds fields", at: .start(of: file), help: "Write 'width: …'")])
    }
    var fields = FieldReader(written, in: source, place: .start(of: file), noun: "a map")
    let map = MapDescription(reading: &fields)
    fields.reportUnknownFields()
    return (map, fields.diagnostics)
  }
}
