import Linking
import Outputs

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The files that wait under temporary names for their places.
struct StagedFiles {
  /// The size of every file of the plan, in its order.
  var sizes: [Int]
  /// Positions in the plan, in order.
  var positions: [Int] = []
  /// Those that come in the place of a stranger's file.
  var replacements: [UnfinishedList.Replacement] = []

  static func temporaryName(at position: Int) -> String { temporaryPrefix + String(position) }
}

extension OutputFolder {
  /// Renders all files on `jobs` threads and writes those that differ from what is on disk to temporary names beside their
  /// places; of several failures, the one of the first path is told.
  func stage(
    _ change: SiteChange, announcement: Announcement<Disk>, jobs: Int, progress: @escaping WriteProgress
  ) throws(WriteFailure) -> StagedFiles {
    let count = change.plan.files.count
    let queue = Guarded(StagingQueue(staged: StagedFiles(sizes: [Int](repeating: 0, count: count))))
    inParallel(jobs: min(jobs, count)) {
      var desk = Desk(cursor: cursor())
      while let range = queue.change({ $0.next() }) {
        for position in range {
          let outcome = Result { () throws(WriteFailure) in
            try stageFile(at: position, change, announcement, &desk)
          }
          queue.change { $0.accept(outcome, at: position, of: change.plan) }
          if case .failure = outcome { return }
        }
        queue.change { progress($0.done, count) }
      }
    }
    return try queue.change { (queue) throws(WriteFailure) in try queue.result() }
  }

  /// A worker's own things, so that workers share nothing but the queue.
  private struct Desk: ~Copyable {
    var cursor: FolderCursor<Disk>
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
  }

  private func stageFile(
    at position: Int, _ change: SiteChange, _ announcement: Announcement<Disk>, _ desk: inout Desk
  ) throws(WriteFailure) -> StagingOutcome {
    let file = change.plan.files[position]
    let bytes = file.contents()
    let standing = try compare(file.path, with: bytes, change, &desk)
    if standing == .same, !change.removals.respelled.contains(file.path) { return StagingOutcome(size: bytes.count) }
    try announcement.make()
    let isStranger = standing != .absent && !change.past.files.contains(file.path)
    return try attempt(.write, file.path.text) { () throws(SystemError) in
      let folder = try desk.cursor.open(change.survey.stagingFolder(of: file.path))
      let name = StagedFiles.temporaryName(at: position)
      let fileNumber = try disk.writeFile(name, in: folder, bytes) { (file) throws(SystemError) in
        isStranger ? try disk.status(of: file).fileNumber : nil
      }
      return StagingOutcome(size: bytes.count, isStaged: true, replacementNumber: fileNumber)
    }
  }

  private enum Standing { case absent, same, different }

  /// What stands at a file's place; a folder or a pipe there is refused, as is a file in the place of its folder.
  private func compare(
    _ path: OutputPath, with bytes: [UInt8], _ change: SiteChange, _ desk: inout Desk
  ) throws(WriteFailure) -> Standing {
    if let parent = path.folder, change.survey.missing.contains(parent) || change.survey.blocked.contains(parent) {
      return .absent
    }
    let folder = try attempt(.open, path.folder?.text ?? "") { () throws(SystemError) in
      try desk.cursor.open(path.folder)
    }
    let (kind, isSame) = try attempt(.read, path.text) { () throws(SystemError) in
      try inspect(path.name, in: folder, against: bytes, &desk.buffer)
    }
    switch kind {
    case nil: return .absent
    case .file: return isSame ? .same : .different
    case .symbolicLink: return .different
    case .other: throw failure(.replace, path.text, .neitherFileNorFolder)
    case .folder:
      if try holdsOnlyRemovals(path, change, &desk.cursor) { return .absent }
      throw failure(.replace, path.text, .folderInPlaceOfFile)
    }
  }

  /// A file that cannot be read is taken for a different one: it is replaced, and that may mend it.
  private func inspect(
    _ name: String, in folder: Descriptor, against bytes: [UInt8], _ buffer: inout [UInt8]
  ) throws(SystemError) -> (kind: FileStatus.Kind?, isSame: Bool) {
    let file: Descriptor
    do {
      file = try disk.openFile(name, in: folder)
    } catch let error where error == .notFound {
      return (nil, false)
    } catch {
      return (try disk.statusIfPresent(of: name, in: folder)?.kind, false)
    }
    defer { try? disk.close(file) }
    let status = try disk.status(of: file)
    guard status.kind == .file, status.size == bytes.count else { return (status.kind, false) }
    return (.file, (try? disk.holds(file, bytes, &buffer)) ?? false)
  }
}

extension FileSystem {
  /// Whether the bytes of an open file, from where it stands, are these.
  fileprivate func holds(
    _ file: Descriptor, _ bytes: [UInt8], _ buffer: inout [UInt8]
  ) throws(SystemError) -> Bool {
    var compared = 0
    while compared < bytes.count {
      let count = try read(bytes.count - compared, from: file, into: &buffer)
      guard count > 0 else { return false }
      let isSame = buffer.withUnsafeBufferPointer { read in
        bytes.withUnsafeBufferPointer { wanted in
          guard let read = read.baseAddress, let wanted = wanted.baseAddress else { return false }
          return memcmp(read, wanted + compared, count) == 0
        }
      }
      guard isSame else { return false }
      compared += count
    }
    return true
  }
}

/// What became of one file.
private struct StagingOutcome {
  let size: Int
  var isStaged = false
  var replacementNumber: UInt64?
}

/// The work that is left and what came of the rest.
private struct StagingQueue {
  private(set) var done = 0
  private var staged: StagedFiles
  private var handedOut = 0
  private var failure: (position: Int, error: WriteFailure)?

  init(staged: StagedFiles) { self.staged = staged }

  /// A few files of one neighbourhood, so that a worker seldom changes folders and seldom waits for the queue.
  mutating func next() -> Range<Int>? {
    guard failure == nil, handedOut < staged.sizes.count else { return nil }
    let range = handedOut..<min(handedOut + 16, staged.sizes.count)
    handedOut = range.upperBound
    return range
  }

  mutating func accept(_ outcome: Result<StagingOutcome, WriteFailure>, at position: Int, of plan: OutputPlan) {
    switch outcome {
    case .success(let outcome):
      done += 1
      staged.sizes[position] = outcome.size
      if outcome.isStaged { staged.positions.append(position) }
      if let number = outcome.replacementNumber {
        staged.replacements.append(UnfinishedList.Replacement(path: plan.files[position].path, fileNumber: number))
      }
    case .failure(let error):
      if let failure, failure.position < position { return }
      failure = (position, error)
    }
  }

  func result() throws(WriteFailure) -> StagedFiles {
    if let failure { throw failure.error }
    var staged = staged
    staged.positions.sort()
    staged.replacements.sort { $0.path < $1.path }
    return staged
  }
}
