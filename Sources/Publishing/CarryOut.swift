import Content
import Linking
import OutputFiles

extension OutputFolder {
  /// Puts all that waits in place and removes what the site has no more; returns what was there to be removed.
  ///
  /// First goes only what stands in the way. Then the files take their places, and only then the rest goes, so that old
  /// pages lead to no missing one for long. The manifest ends it, and the list that tells of a build under way goes last.
  func carryOut(_ change: SiteChange, _ staged: StagedFiles, jobs: Int) throws(WriteFailure) -> [OutputPath] {
    let early = change.removals.early
    var removed = try remove(change.removals.paths.filter(early.contains))
    try removeEmptyFolders(change.removals.clearedFolders)
    try makeFolders(change.survey.blocked)
    try putInPlace(staged, change, jobs: jobs)
    removed += try remove(change.removals.paths.filter { !early.contains($0) })
    try removeEmptyFolders(change.leftFolders)
    try attempt(.replace, Manifest.name) { () throws(SystemError) in
      try disk.rename(manifestTemporary, in: root, to: Manifest.name, in: root)
      try disk.synchronize(root)
    }
    try attempt(.remove, UnfinishedList.name) { () throws(SystemError) in
      try disk.removeFileIfPresent(UnfinishedList.name, in: root)
    }
    return removed.sorted()
  }

  /// Folder by folder, since a file system lets only one thread at a time change a folder.
  private func putInPlace(_ staged: StagedFiles, _ change: SiteChange, jobs: Int) throws(WriteFailure) {
    let folders = Dictionary(grouping: staged.positions) { change.plan.files[$0].path.folder }
      .values.sorted { $0[0] < $1[0] }
    let outcomes = mapConcurrently(folders, jobs: jobs) { positions in
      Result { () throws(WriteFailure) in try putInPlace(positions, change) }
    }
    for outcome in outcomes { try outcome.get() }
  }

  private func putInPlace(_ positions: [Int], _ change: SiteChange) throws(WriteFailure) {
    var waiting = cursor()
    var places = cursor()
    for position in positions {
      let path = change.plan.files[position].path
      let stagingFolder = change.survey.stagingFolder(of: path)
      try attempt(.replace, path.text) { () throws(SystemError) in
        let source = try waiting.open(stagingFolder)
        let target = stagingFolder == path.folder ? source : try places.open(path.folder)
        try disk.rename(StagedFiles.temporaryName(at: position), in: source, to: path.name, in: target)
      }
    }
  }

  /// Removes files and symbolic links; a folder or a pipe under the name is no build's work and stays.
  private func remove(_ paths: [OutputPath]) throws(WriteFailure) -> [OutputPath] {
    var cursor = cursor()
    var removed: [OutputPath] = []
    for path in paths {
      guard let folder = try openIfPresent(path.folder, &cursor) else { continue }
      let isRemoved = try attempt(.remove, path.text) { () throws(SystemError) in
        let kind = try disk.statusIfPresent(of: path.name, in: folder)?.kind
        guard kind == .file || kind == .symbolicLink else { return false }
        try disk.removeFile(path.name, in: folder)
        return true
      }
      if isRemoved { removed.append(path) }
    }
    return removed
  }

  /// Removes those of the folders that are there and empty.
  func removeEmptyFolders(_ folders: [OutputPath]) throws(WriteFailure) {
    var cursor = cursor()
    for folder in folders {
      guard let parent = try openIfPresent(folder.folder, &cursor) else { continue }
      do {
        try disk.removeFolder(folder.name, in: parent)
      } catch let error where !error.isAbsence && !error.isOccupation {
        throw failure(.remove, folder.text, .system(error))
      } catch {}
    }
  }

  func makeFolders(_ folders: Set<OutputPath>) throws(WriteFailure) {
    var cursor = cursor()
    for folder in folders.sorted() {
      try attempt(.make, folder.text) { () throws(SystemError) in
        try disk.makeFolder(folder.name, in: try cursor.open(folder.folder))
      }
    }
  }

  /// Before any file takes its place, so that a disk that fills up cannot keep the manifest from being written.
  func writeManifestTemporary(_ bytes: [UInt8]) throws(WriteFailure) {
    try attempt(.write, Manifest.name) { () throws(SystemError) in
      try disk.writeFile(manifestTemporary, in: root, [bytes], finish: disk.synchronize)
    }
  }

  func write(_ list: UnfinishedList) throws(WriteFailure) {
    try attempt(.write, UnfinishedList.name) { () throws(SystemError) in
      try disk.writeFile(listTemporary, in: root, [list.encoded()], finish: disk.synchronize)
      try disk.rename(listTemporary, in: root, to: UnfinishedList.name, in: root)
      try disk.synchronize(root)
    }
  }
}

private let manifestTemporary = temporaryPrefix + "manifest"
