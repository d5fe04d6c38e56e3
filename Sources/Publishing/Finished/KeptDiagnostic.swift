import Content
import Diagnostics
import Foundation

/// A diagnostic without its sources' texts, which are read again where it is shown.
struct KeptDiagnostic: Codable {
  private let code: String
  private let message: String
  private let severity: String
  private let place: KeptRange
  private let notes: [KeptText]
  private let help: String?
  private let edits: [KeptText]

  /// What a note says, or what an edit writes, at a place.
  private struct KeptText: Codable {
    let place: KeptRange
    let text: String
  }

  init(_ diagnostic: Diagnostic) {
    code = diagnostic.code.rawValue
    message = diagnostic.message
    severity = diagnostic.severity.rawValue
    place = KeptRange(diagnostic.range)
    notes = diagnostic.notes.map { KeptText(place: KeptRange($0.range), text: $0.message) }
    help = diagnostic.help
    edits = diagnostic.edits.map { KeptText(place: KeptRange($0.range), text: $0.replacement) }
  }

  /// Nil where a source cannot be read, or where this program has no such code.
  func diagnostic(_ sources: inout KeptSources) -> Diagnostic? {
    guard let code = DiagnosticCode(rawValue: code), let severity = Severity(rawValue: severity),
      let range = place.range(&sources)
    else { return nil }
    var restored: (notes: [Note], edits: [Edit]) = ([], [])
    for note in notes {
      guard let range = note.place.range(&sources) else { return nil }
      restored.notes.append(Note(note.text, at: range))
    }
    for edit in edits {
      guard let range = edit.place.range(&sources) else { return nil }
      restored.edits.append(Edit(range, to: edit.text))
    }
    return Diagnostic(
      code, message, at: range, notes: restored.notes, help: help, edits: restored.edits, severity: severity)
  }
}

private struct KeptRange: Codable {
  let path: String
  /// Whether the place is in a text, and not a file as a whole.
  let hasText: Bool
  /// The line and column of the start, then of the end.
  let numbers: [Int]

  init(_ range: SourceRange) {
    path = range.file.path
    hasText = !range.file.text.isEmpty
    numbers = [range.start.line, range.start.column, range.end.line, range.end.column]
  }

  func range(_ sources: inout KeptSources) -> SourceRange? {
    guard numbers.count == 4, let file = hasText ? sources.file(path) : SourceFile(path: path, text: "") else {
      return nil
    }
    return SourceRange(
      file: file, start: SourcePosition(line: numbers[0], column: numbers[1]),
      end: SourcePosition(line: numbers[2], column: numbers[3]))
  }
}

/// The sources of a hub, each read when it is first asked for.
struct KeptSources {
  private let hub: String
  private var known: [String: SourceFile] = [:]

  init(hub: String) { self.hub = hub }

  /// `path` leads from the hub; nil where the file cannot be read as a text.
  mutating func file(_ path: String) -> SourceFile? {
    if let file = known[path] { return file }
    guard let stamp = FileStamp(of: "\(hub)/\(path)"),
      case .success(let file) = readText("\(hub)/\(path)", size: stamp.size, shownAs: path)
    else { return nil }
    known[path] = file
    return file
  }
}
