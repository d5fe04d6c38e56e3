import Linking
import OutputFiles

/// What stands where the plan needs folders, found before any page is rendered.
struct FolderSurvey {
  /// All folders of the plan, sorted: each before what is in it.
  let planned: [OutputPath]
  /// Those to be made before files are written.
  private(set) var missing: Set<OutputPath> = []
  /// Those that can be made only when a file of an earlier build, which stands in their place, is gone.
  private(set) var blocked: Set<OutputPath> = []

  /// Refuses what no build made and no folder can replace, above all a symbolic link on the way to a file.
  init<Disk: FileSystem>(
    of folders: Set<OutputPath>, removing removals: Removals, in output: OutputFolder<Disk>
  ) throws(WriteFailure) {
    planned = folders.sorted()
    var cursor = output.cursor()
    for folder in planned {
      let parent = folder.folder
      if let parent, blocked.contains(parent) {
        blocked.insert(folder)
      } else if let parent, missing.contains(parent) {
        missing.insert(folder)
      } else if try output.openIfPresent(folder, &cursor) == nil {
        guard let obstacle = try output.status(of: folder, &cursor)?.kind else {
          missing.insert(folder)
          continue
        }
        guard removals.early.contains(folder), obstacle == .file || obstacle == .symbolicLink else {
          throw output.failure(.make, folder.text, Self.cause(for: obstacle))
        }
        blocked.insert(folder)
      }
    }
  }

  /// The folder in which a file waits for its place: its own, or the nearest that can be made by then.
  func stagingFolder(of path: OutputPath) -> OutputPath? {
    var folder = path.folder
    while let next = folder, blocked.contains(next) { folder = next.folder }
    return folder
  }

  private static func cause(for obstacle: FileStatus.Kind) -> WriteFailure.Cause {
    switch obstacle {
    case .file: .fileInPlaceOfFolder
    case .symbolicLink: .symbolicLinkInPlaceOfFolder
    case .folder, .other: .neitherFileNorFolder
    }
  }
}

extension OutputFolder {
  /// What stands at a path, whose folder is there; nil is nothing.
  func status(of path: OutputPath, _ cursor: inout FolderCursor<Disk>) throws(WriteFailure) -> FileStatus? {
    guard let folder = try openIfPresent(path.folder, &cursor) else { return nil }
    return try attempt(.read, path.text) { () throws(SystemError) in
      try disk.statusIfPresent(of: path.name, in: folder)
    }
  }

  /// Whether a folder in a file's place will be gone once the files of earlier builds are removed.
  func holdsOnlyRemovals(
    _ folder: OutputPath, _ change: SiteChange, _ cursor: inout FolderCursor<Disk>
  ) throws(WriteFailure) -> Bool {
    guard change.past.folders.contains(folder) else { return false }
    guard let opened = try openIfPresent(folder, &cursor) else { return true }
    for name in try attempt(.list, folder.text, { () throws(SystemError) in try disk.names(in: opened) }) {
      guard let path = OutputPath("\(folder.text)/\(name)") else { return false }
      switch try status(of: path, &cursor)?.kind {
      case .file, .symbolicLink: guard change.removals.early.contains(path) else { return false }
      case .folder: guard try holdsOnlyRemovals(path, change, &cursor) else { return false }
      case .other: return false
      case nil: continue
      }
    }
    return true
  }
}
