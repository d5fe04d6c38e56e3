import CivilTime
import Diagnostics

/// What the texts of one language render: for each document the pieces of its original, as they were when it was translated.
///
/// The file has a line for each piece, so that git merges what two translators record; where it keeps two lines of one piece, both hold.
package struct Renderings: Sendable {
  /// A piece of an original: a field's text, or a heading with the blocks that follow it.
  package struct Piece: Sendable, Equatable {
    package let name: String
    /// The last day on which the translation was known to render the piece.
    package let day: CivilDate
    /// The digest of its heading; nil where the piece stands in the translation as it is in the original.
    package let heading: String?
    /// The digests of its blocks.
    package let blocks: [String]

    package init(name: String, day: CivilDate, heading: String?, blocks: [String]) {
      self.name = name
      self.day = day
      self.heading = heading
      self.blocks = blocks
    }

    package var isField: Bool { name.hasPrefix(":") }
    package var isUntranslated: Bool { heading == nil }

    /// Whether it says what another says, whenever that was.
    package func says(_ other: Piece) -> Bool { heading == other.heading && blocks == other.blocks }
  }

  /// By the ids of documents, and by `hub` for the hub's own description.
  private var documents: [String: [Piece]] = [:]
  /// As they were read; nil where there was no file.
  package private(set) var file: SourceFile?

  package init() {}

  package var ids: Set<String> { Set(documents.keys) }
  package subscript(_ id: String) -> [Piece]? {
    get { documents[id] }
    set { documents[id] = newValue }
  }

  package static func fileName(of language: String) -> String { "translated.\(language).txt" }
}

// MARK: The file

extension Renderings {
  static func read(_ file: SourceFile) -> (renderings: Renderings, diagnostics: [Diagnostic]) {
    var renderings = Renderings()
    renderings.file = file
    var diagnostics: [Diagnostic] = []
    for (number, line) in file.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
    where !line.hasPrefix("#") && !line.isEmpty {
      let parts = line.split(separator: " ")
      guard parts.count >= 4, let day = CivilDate(isoText: parts[2]), parts.dropFirst(3).allSatisfy(isDigest) else {
        diagnostics.append(fault(in: file, line: number + 1, line))
        continue
      }
      renderings.documents[String(parts[0]), default: []].append(
        Piece(
          name: String(parts[1]), day: day, heading: parts[3] == untranslated ? nil : String(parts[3]),
          blocks: parts.dropFirst(4).map(String.init)))
    }
    return (renderings, diagnostics)
  }

  private static func isDigest(_ text: Substring) -> Bool {
    text == untranslated || text.count == 12 && text.allSatisfy(\.isHexDigit)
  }

  private static func fault(in file: SourceFile, line number: Int, _ line: Substring) -> Diagnostic {
    let start = SourcePosition(line: number, column: 1)
    let end = SourcePosition(line: number, column: 1 + line.unicodeScalars.count)
    return Diagnostic(
      .invalidRecord, "a line names a document, a piece of it, a day and digests, and this one does not",
      at: SourceRange(file: file, start: start, end: end),
      help: "Take it out, and run 'hubwright translations --record'")
  }

  package var text: String {
    Self.opening
      + documents.sorted { $0.key < $1.key }.map { id, pieces in
        pieces.map { piece in
          ([id, piece.name, piece.day.isoText, piece.heading ?? Self.untranslated] + piece.blocks)
            .joined(separator: " ") + "\n"
        }.joined()
      }.joined(separator: "#\n")
  }

  private static let untranslated = "-"

  private static let opening = """
    # What each translation renders of its original, and since when: digests of fields, headings and blocks.
    # 'hubwright translations --record' writes it; keep both sides where git cannot merge it.

    """
}

/// Reads what the texts of each language render; a file of a language that the hub lacks is a file as any other.
func readRenderings(
  among files: [ContentFolder.ContentFile], in hub: HubDescription
) -> (renderings: [String: Renderings], diagnostics: [Diagnostic]) {
  var found: [String: Renderings] = [:]
  var diagnostics: [Diagnostic] = []
  for language in hub.languages.dropFirst() {
    guard let file = files.first(where: { $0.path == Renderings.fileName(of: language) }) else { continue }
    switch readText(file.location, size: file.size, shownAs: file.shownPath, limit: 100_000_000) {
    case .success(let file):
      let (renderings, faults) = Renderings.read(file)
      found[language] = renderings
      diagnostics += faults
    case .failure(let fault): diagnostics.append(fault.diagnostic)
    }
  }
  return (found, diagnostics)
}

/// Whether a file is written by the program and read by no visitor.
func isLedger(_ path: String, of hub: HubDescription) -> Bool {
  path == publishedFileName || hub.languages.dropFirst().contains { path == Renderings.fileName(of: $0) }
}
