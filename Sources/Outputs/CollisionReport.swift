import Content
import Diagnostics
import Linking
import OutputFiles
import Sites

/// Says of files that cannot both be written what a writer can do about it.
///
/// What documents, old addresses and files of the content have in common among themselves is reported when they are linked;
/// here remain the files that a site makes of itself, and paths that lead through a file.
struct CollisionReport {
  private let graph: ContentGraph
  /// Where the content gives a path to something, by path.
  private let owners: [OutputPath: [SourceRange]]
  /// Lists of folders, on which no document can stand.
  private let indexes: Set<OutputPath>

  init(graph: ContentGraph) {
    self.graph = graph
    var owners: [OutputPath: [SourceRange]] = [:]
    var indexes: Set<OutputPath> = []
    for page in graph.pages {
      if page.address.fragment == nil { owners[page.address.path, default: []].append(page.document.place) }
      if page.address.fragment == nil, page.address.path.name == "index.html" { indexes.insert(page.address.path) }
      for alias in page.document.common.aliases {
        if let path = OutputPath(alias.path) { owners[path, default: []].append(alias.place) }
      }
    }
    for alias in graph.hub.feedAliases {
      if let path = OutputPath(alias.path) { owners[path, default: []].append(alias.place) }
    }
    for asset in graph.assets {
      owners[asset.path, default: []].append(asset.file.place)
    }
    self.owners = owners
    self.indexes = indexes
  }

  func diagnostics(for collisions: [OutputCollision]) -> [Diagnostic] {
    let reported = Set(collisions.filter(isReported).flatMap { places(of: $0).map(key) })
    return collisions.filter { !isReported($0) }.compactMap { collision in
      places(of: collision).contains { reported.contains(key($0)) } ? nil : diagnostic(for: collision)
    }
  }

  /// Whether both parties are the content's, so that it was reported there.
  private func isReported(_ collision: OutputCollision) -> Bool {
    let (first, second) = (collision.first.path, collision.second.path)
    switch collision.reason {
    case .samePath: return (owners[first] ?? []).count > 1 || indexes.contains(first)
    case .differsOnlyInCase:
      return owners[first] != nil && owners[second] != nil && first.keyIgnoringCase == second.keyIgnoringCase
    case .fileIsFolder: return false
    }
  }

  private func places(of collision: OutputCollision) -> [SourceRange] {
    (owners[collision.second.path] ?? []) + (collision.reason == .samePath ? [] : owners[collision.first.path] ?? [])
  }

  private func diagnostic(for collision: OutputCollision) -> Diagnostic {
    let (first, second) = (collision.first.path, collision.second.path)
    let places = places(of: collision)
    let rule: String =
      switch collision.reason {
      case .samePath: "'\(second)' is a file of every site, and this would be a second"
      case .fileIsFolder: "'\(first)' is a file, so that '\(second)' cannot lie below it"
      case .differsOnlyInCase: "'\(first)' and '\(second)' differ only in case, and many disks hold them equal"
      }
    return Diagnostic(
      .duplicateAddress, rule, at: places.first ?? .start(of: graph.hub.file),
      notes: places.dropFirst().map { Note("the other is here", at: $0) }, help: "Give it another address")
  }

  private func key(_ place: SourceRange) -> String {
    "\(place.file.path):\(place.start.line):\(place.start.column)"
  }
}
