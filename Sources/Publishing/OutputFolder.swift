import Linking

/// The folder that a site is written to, open, and locked against other builds until it is released.
struct OutputFolder<Disk: FileSystem>: Sendable {
  let disk: Disk
  let root: Descriptor
  private let lock: Descriptor
  private let shownPath: String

  /// Makes the folder when it is missing; when the publisher named a symbolic link, this is the only time it is followed.
  init(opening path: String, on disk: Disk) throws(WriteFailure) {
    var shownPath = path
    while shownPath.utf8.count > 1, shownPath.hasSuffix("/") { shownPath.removeLast() }
    self.disk = disk
    self.shownPath = shownPath
    self.root = try Self.openOrMake(shownPath, on: disk)
    do {
      self.lock = try disk.openLock(lockName, in: root)
    } catch {
      try? disk.close(root)
      if error == .isLocked { throw WriteFailure(operation: .lock, path: shownPath, cause: .anotherBuild) }
      throw WriteFailure(operation: .lock, path: "\(shownPath)/\(lockName)", cause: .system(error))
    }
  }

  func release() {
    try? disk.close(lock)
    try? disk.close(root)
  }

  func cursor() -> FolderCursor<Disk> { FolderCursor(disk: disk, root: root) }

  /// Does something on disk and gives a refusal its place below the folder; an empty place is the folder itself.
  func attempt<Result>(
    _ operation: WriteFailure.Operation, _ place: String, _ body: () throws(SystemError) -> Result
  ) throws(WriteFailure) -> Result {
    do { return try body() } catch { throw failure(operation, place, .system(error)) }
  }

  func failure(_ operation: WriteFailure.Operation, _ place: String, _ cause: WriteFailure.Cause) -> WriteFailure {
    WriteFailure(operation: operation, path: place.isEmpty ? shownPath : "\(shownPath)/\(place)", cause: cause)
  }

  /// Opens a folder of the site; nil when it, or one on its way, is missing or is no folder.
  func openIfPresent(
    _ folder: OutputPath?, _ cursor: inout FolderCursor<Disk>
  ) throws(WriteFailure) -> Descriptor? {
    do {
      return try cursor.open(folder)
    } catch let error where error.isAbsence {
      return nil
    } catch {
      throw failure(.open, folder?.text ?? "", .system(error))
    }
  }

  private static func openOrMake(_ path: String, on disk: Disk) throws(WriteFailure) -> Descriptor {
    do {
      return try disk.openFolder(atPath: path)
    } catch let error where error == .notFound {
      try makeFolder(path, on: disk)
    } catch {
      throw WriteFailure(operation: .open, path: path, cause: .system(error))
    }
    do {
      return try disk.openFolder(atPath: path)
    } catch {
      throw WriteFailure(operation: .open, path: path, cause: .system(error))
    }
  }

  private static func makeFolder(_ path: String, on disk: Disk) throws(WriteFailure) {
    var refusal: SystemError?
    for end in path.indices.dropFirst().filter({ path[$0] == "/" }) + [path.endIndex] {
      do {
        try disk.makeFolder(atPath: String(path[..<end]))
        refusal = nil
      } catch let error where error == .exists {
        refusal = nil
      } catch {
        // Some file systems refuse to make even what exists, so only the last folder decides, by the first good reason.
        if refusal == nil || error != .notFound { refusal = error }
      }
    }
    if let refusal { throw WriteFailure(operation: .make, path: path, cause: .system(refusal)) }
  }
}

extension FileSystem {
  func statusIfPresent(of name: String, in folder: Descriptor) throws(SystemError) -> FileStatus? {
    do { return try status(of: name, in: folder) } catch let error where error == .notFound { return nil }
  }

  func removeFileIfPresent(_ name: String, in folder: Descriptor) throws(SystemError) {
    do { try removeFile(name, in: folder) } catch let error where error == .notFound {}
  }

  /// Writes a new file whole; something that a killed build left under its name goes first.
  func writeFile<Result>(
    _ name: String, in folder: Descriptor, _ pieces: [[UInt8]], finish: (Descriptor) throws(SystemError) -> Result
  ) throws(SystemError) -> Result {
    let file: Descriptor
    do {
      file = try createFile(name, in: folder)
    } catch let error where error == .exists {
      try removeFile(name, in: folder)
      file = try createFile(name, in: folder)
    }
    let result: Result
    do {
      for piece in pieces { try write(piece, to: file) }
      result = try finish(file)
    } catch {
      try? close(file)
      throw error
    }
    try close(file)
    return result
  }
}

/// What every temporary file's name begins with; no path of a site may.
let temporaryPrefix = ".hubwright-new-"
private let lockName = ".hubwright-lock"
