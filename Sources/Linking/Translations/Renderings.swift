import Content
import Diagnostics

/// What the texts of one language render: for each document the pieces of its original, as they were when it was translated.
///
/// The file has a line for each piece, so that git merges what two translators record; where it keeps two lines of one piece, both hold.
package struct Renderings: Sendable, Equatable {
  /// A piece of an original, by the digests that `OriginalSection` has.
  package struct Piece: Sendable, Equatable {
    package let name: String
    let heading: String
    let blocks: [String]

    /// A piece that stands in the translation as it is in the original.
    var isUntranslated: Bool { heading == Self.untranslated }
    static let untranslated = "-"
  }

  package private(set) var documents: [String: [Piece]] = [:]

  package init() {}

  init(of file: SourceFile) {
    for line in file.text.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: " ").map(String.init)
      guard parts.count >= 3 else { continue }
      documents[parts[0], default: []].append(Piece(name: parts[1], heading: parts[2], blocks: Array(parts[3...])))
    }
  }

  package subscript(_ id: String) -> [Piece]? { documents[id] }

  /// Says that a document now renders the pieces; those that `isTranslated` denies stand there as they are in the original.
  package mutating func record(
    _ id: String, _ sections: [OriginalSection], isTranslated: (OriginalSection) -> Bool = { _ in true }
  ) {
    documents[id] = sections.map { section in
      isTranslated(section)
        ? Piece(name: section.name, heading: section.headingDigest, blocks: section.blocks.map(\.digest))
        : Piece(name: section.name, heading: Piece.untranslated, blocks: [])
    }
  }

  /// Forgets the documents that have no translation any more.
  package mutating func keep(_ ids: Set<String>) { documents = documents.filter { ids.contains($0.key) } }

  package var text: String {
    Self.opening
      + documents.sorted { $0.key < $1.key }.map { id, pieces in
        pieces.map { ([id, $0.name, $0.heading] + $0.blocks).joined(separator: " ") + "\n" }.joined()
      }.joined(separator: "#\n")
  }

  private static let opening = """
    # What each translation renders of its original: digests of fields, headings and blocks.
    # 'hubwright translations --record' writes it; keep both sides where git cannot merge it.

    """
}
