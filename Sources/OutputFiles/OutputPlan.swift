import Linking

/// All files of a site, sorted by path: no two of them at one place on any file system.
package struct OutputPlan: Sendable {
  package let files: [OutputFile]
  /// The positions of the files, by when they can be made: those of one turn need nothing but those of the turns before.
  package let turns: [[Int]]
  /// Whether the files are packed into an archive, too.
  package let hasCopy: Bool
  /// Whether a file lists the digests of the others.
  let listsDigests: Bool
  /// Where the site lies on its host, as the links of `404.html` have it.
  package let hostFolder: String

  /// `review` looks at the size of each file that has a weight. Throws all collisions at once, so that each can become a diagnostic.
  package init(
    _ files: [OutputFile], hostFolder: String = "/", review: SizeReview? = nil
  ) throws(OutputCollisions) {
    self.hostFolder = hostFolder
    let order = files.indices.sorted { (files[$0].path, $0) < (files[$1].path, $1) }
    var search = CollisionSearch()
    for position in order { search.add(files[position].path, at: position) }
    for position in order { search.compareFolders(of: files[position].path, at: position) }
    guard search.collisions.isEmpty else {
      let inOrder = { (left: OutputCollision, right: OutputCollision) in
        (left.second.path, left.second.position) < (right.second.path, right.second.position)
      }
      throw OutputCollisions(collisions: search.collisions.sorted(by: inOrder))
    }
    let sorted = order.map { files[$0] }
    self.files = sorted.map { $0.knowing(sorted, review) }
    turns = OutputFile.Turn.allCases.map { turn in sorted.indices.filter { sorted[$0].turn == turn } }
      .filter { !$0.isEmpty }
    hasCopy = sorted.contains { $0.turn == .archive }
    listsDigests = sorted.contains { $0.turn == .manifest }
  }

  package func contains(_ path: OutputPath) -> Bool { file(at: path) != nil }

  package func file(at path: OutputPath) -> OutputFile? { files.position(of: path).map { files[$0] } }
}

/// Why a list of files is no site.
package struct OutputCollisions: Error, Sendable, Equatable {
  /// Never empty, in the order of the second paths.
  package let collisions: [OutputCollision]
}

/// Two files that cannot both be written.
package struct OutputCollision: Sendable, Equatable {
  package enum Reason: Sendable {
    case samePath
    /// The first file's path is a folder on the way to the second.
    case fileIsFolder
    /// The paths, or folders on their way, differ in case alone (or in how an accented letter is composed).
    case differsOnlyInCase
  }

  /// A file, and where it stands in the list that was given, so that its source can be found.
  package struct Party: Sendable, Equatable {
    package let path: OutputPath
    package let position: Int
  }

  package let reason: Reason
  package let first: Party
  package let second: Party
}

/// Finds collisions among paths that come in order; of many that share one cause, only the first is kept.
private struct CollisionSearch {
  private(set) var collisions: [OutputCollision] = []
  private var files: [String: OutputCollision.Party] = [:]
  private var folders: [String: (spelling: OutputPath, file: OutputCollision.Party)] = [:]
  private var reported: Set<OutputPath> = []
  private var lastFolder: OutputPath?

  mutating func add(_ path: OutputPath, at position: Int) {
    let party = OutputCollision.Party(path: path, position: position)
    guard let first = files.updateValue(party, forKey: path.keyIgnoringCase) else { return }
    files[path.keyIgnoringCase] = first
    report(first.path == path ? .samePath : .differsOnlyInCase, first, party)
  }

  /// To be called when all files are added.
  mutating func compareFolders(of path: OutputPath, at position: Int) {
    let folder = path.folder
    guard folder != lastFolder else { return }
    lastFolder = folder
    let party = OutputCollision.Party(path: path, position: position)
    for folder in path.folders {
      let key = folder.keyIgnoringCase
      if let file = files[key], reported.insert(file.path).inserted { report(.fileIsFolder, file, party) }
      guard let known = folders[key] else {
        folders[key] = (folder, party)
        continue
      }
      guard known.spelling != folder, files[path.keyIgnoringCase] == party else { continue }
      if reported.insert(folder).inserted { report(.differsOnlyInCase, known.file, party) }
    }
  }

  private mutating func report(
    _ reason: OutputCollision.Reason, _ first: OutputCollision.Party, _ second: OutputCollision.Party
  ) {
    collisions.append(OutputCollision(reason: reason, first: first, second: second))
  }
}
