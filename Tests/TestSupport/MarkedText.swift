import Diagnostics

/// A text whose places are marked with emoji, so that a test names a place without counting lines and columns.
///
///     let source = MarkedText("start: 1️⃣22 September")
///     source.text                  // start: 22 September
///     source.position(of: "1️⃣")   // line 1, column 8
package struct MarkedText: Sendable {
  /// The text without its markers.
  package let text: String
  private let positions: [Character: SourcePosition]

  /// The markers that a text may hold, each once.
  package static let markers: [Character] = ["1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣", "7️⃣", "8️⃣", "9️⃣", "🔟"]

  package init(_ marked: String) {
    var text = ""
    var positions: [Character: SourcePosition] = [:]
    var line = 1
    var column = 1
    for character in marked {
      if Self.markers.contains(character) {
        precondition(positions[character] == nil, "the marker \(character) stands twice")
        positions[character] = SourcePosition(line: line, column: column)
        continue
      }
      text.append(character)
      if character.isLineEnd {
        line += 1
        column = 1
      } else {
        column += character.unicodeScalars.count
      }
    }
    self.text = text
    self.positions = positions
  }

  /// Where a marker stood; nil where the text has none such.
  package func position(of marker: Character) -> SourcePosition? {
    positions[marker]
  }

  /// The text as a file of a hub.
  package func file(_ path: String = "a.md") -> SourceFile {
    SourceFile(path: path, text: text)
  }

  /// Each fault as its place and code, such as `1️⃣ raw-html`; a place without a marker is shown as `line:column`.
  ///
  /// The order is that of the places, so that a test compares with a list and every fault too many fails it.
  package func faults(_ diagnostics: some Sequence<Diagnostic>) -> [String] {
    diagnostics.sorted(by: Diagnostic.inReadingOrder).map { "\(place($0.range.start)) \($0.code.rawValue)" }
  }

  /// The marker at a position, or its numbers.
  package func place(_ position: SourcePosition) -> String {
    let marker = Self.markers.first { positions[$0] == position }
    return marker.map(String.init) ?? "\(position.line):\(position.column)"
  }
}

extension Character {
  fileprivate var isLineEnd: Bool { self == "\n" || self == "\r\n" || self == "\r" }
}
