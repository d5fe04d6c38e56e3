import Content
import Diagnostics

/// A fault whose help may name what the writer meant.
struct LinkFault: Sendable {
  let diagnostic: Diagnostic
  /// What to look for; nil where no name would help.
  var search: NameSearch?
}

/// What was written, and the names among which the nearest is looked for.
struct NameSearch: Sendable {
  let written: String
  let names: Names
  /// What is to stand at the fault's place, by what stands there and the nearest name; nil where the place is written otherwise than
  /// it reads.
  let mended: @Sendable (_ covered: String, _ nearest: String) -> String?
  /// The help that names the nearest.
  let help: @Sendable (_ nearest: String) -> String

  /// Without a `mended` of its own a search is for what stands at the place alone.
  init(
    written: String, names: Names, mended: (@Sendable (_ covered: String, _ nearest: String) -> String?)? = nil,
    help: @escaping @Sendable (_ nearest: String) -> String
  ) {
    self.written = written
    self.names = names
    self.mended =
      mended ?? { covered, nearest in
        [written, "'\(written)'", "\"\(written)\""].contains(covered) ? nearest : nil
      }
    self.help = help
  }

  enum Names: Hashable {
    case ids([Kind])
    case wikilinks
    case files
    case these([String])
  }
}

/// The faults of one document, of which only the first are worked out: a place far down in a long text takes time to
/// find.
struct LinkFaults {
  /// The document that names others, with its number; nil where the hub itself does.
  let source: Document?
  let sourceNumber: Int?
  private(set) var faults: [LinkFault] = []
  private var excess = 0
  static let limit = 200

  init(of source: Document? = nil, _ number: Int? = nil) {
    self.source = source
    sourceNumber = number
  }

  mutating func add(_ fault: @autoclosure () -> LinkFault) {
    if faults.count < Self.limit { faults.append(fault()) } else { excess += 1 }
  }

  mutating func add(_ diagnostic: @autoclosure () -> Diagnostic, search: NameSearch? = nil) {
    add(LinkFault(diagnostic: diagnostic(), search: search))
  }

  /// Counts, at the document's beginning, the faults that were left out.
  mutating func close(at place: SourceRange) {
    guard excess > 0 else { return }
    faults.append(
      LinkFault(
        diagnostic: Diagnostic(
          .tooComplex, "\(Self.limit) faults of a document are shown, and this has \(excess) more", at: place,
          help: "Mend the first ones; the others may go with them")))
  }
}

/// A look through ten thousand names takes a moment, and a run with more unknown names has one cause.
private let mostSuggestions = 100

/// The diagnostics of faults, the first of which name what the writer may have meant.
func diagnosticsWithSuggestions(for faults: [LinkFault], index: DocumentIndex) -> [Diagnostic] {
  var names: [NameSearch.Names: [String]] = [:]
  var searches = 0
  return faults.map { fault in
    guard let search = fault.search, searches < mostSuggestions else { return fault.diagnostic }
    searches += 1
    let candidates = names[search.names] ?? index.candidates(for: search.names)
    names[search.names] = candidates
    guard let nearest = nearestMatch(to: search.written, among: candidates) else { return fault.diagnostic }
    let range = fault.diagnostic.range
    let mended = nearest.isCertain ? search.mended(range.coveredText, nearest.name) : nil
    return fault.diagnostic.helped(search.help(nearest.name), edits: mended.map { [Edit(range, to: $0)] } ?? [])
  }
}

extension DocumentIndex {
  fileprivate func candidates(for names: NameSearch.Names) -> [String] {
    switch names {
    case .ids(let kinds): ids(of: kinds)
    case .wikilinks: wikilinkNames
    case .files: paths
    case .these(let names): names
    }
  }
}
