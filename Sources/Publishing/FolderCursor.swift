import Linking

/// Opens one folder of the output after the other, keeping open those on the way to the last: with paths in order, each
/// folder is opened once.
///
/// Every part is opened below its parent without following a symbolic link, so no path leads out of the output folder,
/// not even when somebody moves folders about meanwhile.
struct FolderCursor<Disk: FileSystem>: ~Copyable {
  private let disk: Disk
  private let root: Descriptor
  private var way: [(path: OutputPath, folder: Descriptor)] = []

  init(disk: Disk, root: Descriptor) {
    self.disk = disk
    self.root = root
  }

  deinit {
    for step in way { try? disk.close(step.folder) }
  }

  /// Opens a folder; nil is the output folder itself.
  mutating func open(_ folder: OutputPath?) throws(SystemError) -> Descriptor {
    guard let folder else { return root }
    while let last = way.last {
      if last.path == folder { return last.folder }
      if folder.isInside(last.path) { break }
      way.removeLast()
      try? disk.close(last.folder)
    }
    for next in Array(folder.folders).reversed().drop(while: { !isAhead($0) }) { try step(into: next) }
    return try step(into: folder)
  }

  private func isAhead(_ folder: OutputPath) -> Bool {
    guard let last = way.last else { return true }
    return folder.isInside(last.path)
  }

  @discardableResult
  private mutating func step(into folder: OutputPath) throws(SystemError) -> Descriptor {
    let opened = try disk.openFolder(folder.name, in: way.last?.folder ?? root)
    way.append((folder, opened))
    return opened
  }
}
