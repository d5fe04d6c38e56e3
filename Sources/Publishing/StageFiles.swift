import Content
import Diagnostics
import Glibc
import Linking
import OutputFiles
import Synchronization

/// The files that wait under temporary names for their places.
struct StagedFiles {
  /// Every file of the plan, in its order; nil before its turn.
  var finished: [FinishedFile?]
  /// Positions in the plan, in order.
  var positions: [Int] = []
  /// Those that come in the place of a stranger's file.
  var replacements: [UnfinishedList.Replacement] = []

  /// What is wrong with the files themselves, in the order of their places; once where a fault keeps several from being made.
  var findings: [Diagnostic] {
    var missing: Set<String> = []
    return finished.compactMap(\.self).flatMap { file in
      file.findings.filter { file.isWhole || missing.insert("\($0.range.file.path) \($0.message)").inserted }
    }.sorted(by: Diagnostic.inReadingOrder)
  }

  /// Whether every file of the turns that are over could be made.
  var isWhole: Bool { finished.allSatisfy { $0?.isWhole ?? true } }

  static func temporaryName(at position: Int) -> String { temporaryPrefix + String(position) }
}

extension OutputFolder {
  /// Renders all files on `jobs` threads, turn by turn, and writes those that differ from what is on disk to temporary names
  /// beside their places; of several failures in a turn, the one of the first path is told. Where a file cannot be made, no later
  /// turn begins, since its files are made of that one.
  func stage(
    _ change: SiteChange, announcement: Announcement<Disk>, jobs: Int, progress: @escaping WriteProgress
  ) throws(WriteFailure) -> StagedFiles {
    let count = change.plan.files.count
    var staged = StagedFiles(finished: [FinishedFile?](repeating: nil, count: count))
    for turn in change.plan.turns where staged.isWhole {
      let finished = FinishedFiles(change.plan.files, finished: staged.finished)
      let queue = Mutex(StagingQueue(turn, after: staged))
      inParallel(jobs: min(jobs, turn.count)) {
        var desk = Desk(cursor: cursor())
        while let positions = queue.withLock({ $0.next() }) {
          for position in positions {
            let outcome = Result { () throws(WriteFailure) in
              try stageFile(at: position, after: finished, change, announcement, &desk)
            }
            queue.withLock { $0.accept(outcome, at: position, of: change.plan) }
            if case .failure = outcome { return }
          }
          queue.withLock { progress($0.done, count) }
        }
      }
      staged = try queue.withLock { (queue) throws(WriteFailure) in try queue.result() }
    }
    return staged
  }

  /// A worker's own things, so that workers share nothing but the queue.
  private struct Desk: ~Copyable {
    var cursor: FolderCursor<Disk>
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
  }

  private func stageFile(
    at position: Int, after earlier: FinishedFiles, _ change: SiteChange, _ announcement: Announcement<Disk>,
    _ desk: inout Desk
  ) throws(WriteFailure) -> StagingOutcome {
    let file = change.plan.files[position]
    let bytes: FileBytes
    let finished: FinishedFile
    do {
      (bytes, finished) = try change.plan.make(at: position, after: earlier)
    } catch {
      return StagingOutcome(file: FinishedFile(missing: error.diagnostic))
    }
    let standing = try compare(file.path, with: bytes, change, &desk)
    if standing == .same, !change.removals.respelled.contains(file.path) { return StagingOutcome(file: finished) }
    let isStranger = standing != .absent && !change.past.files.contains(file.path)
    guard !isStranger || change.site.replacesOthers else { throw failure(.replace, file.path.text, .strangersFile) }
    try announcement.make()
    return try attempt(.write, file.path.text) { () throws(SystemError) in
      let folder = try desk.cursor.open(change.survey.stagingFolder(of: file.path))
      let name = StagedFiles.temporaryName(at: position)
      let fileNumber = try disk.writeFile(name, in: folder, bytes.pieces) { (file) throws(SystemError) in
        isStranger ? try disk.status(of: file).fileNumber : nil
      }
      return StagingOutcome(file: finished, isStaged: true, replacementNumber: fileNumber)
    }
  }

  private enum Standing { case absent, same, different }

  /// What stands at a file's place; a folder or a pipe there is refused, as is a file in the place of its folder.
  private func compare(
    _ path: OutputPath, with bytes: FileBytes, _ change: SiteChange, _ desk: inout Desk
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
    _ name: String, in folder: Descriptor, against bytes: FileBytes, _ buffer: inout [UInt8]
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
    do { return (.file, try disk.holds(file, bytes, &buffer)) } catch { return (.file, false) }
  }
}

extension FileSystem {
  fileprivate func holds(
    _ file: Descriptor, _ bytes: FileBytes, _ buffer: inout [UInt8]
  ) throws(SystemError) -> Bool {
    for piece in bytes.pieces { guard try holds(file, piece, &buffer) else { return false } }
    return true
  }

  /// Whether the next bytes of an open file, from where it stands, are these.
  private func holds(
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
  let file: FinishedFile
  var isStaged = false
  var replacementNumber: UInt64?
}

/// The work of a turn that is left and what came of the rest.
private struct StagingQueue {
  private(set) var done: Int
  private let turn: [Int]
  private var staged: StagedFiles
  private var handedOut = 0
  private var failure: (position: Int, error: WriteFailure)?

  init(_ turn: [Int], after staged: StagedFiles) {
    self.turn = turn
    self.staged = staged
    done = staged.finished.count { $0 != nil }
  }

  /// A few files of one neighbourhood, so that a worker seldom changes folders and seldom waits for the queue.
  mutating func next() -> ArraySlice<Int>? {
    guard failure == nil, handedOut < turn.count else { return nil }
    let range = handedOut..<min(handedOut + 16, turn.count)
    handedOut = range.upperBound
    return turn[range]
  }

  mutating func accept(_ outcome: Result<StagingOutcome, WriteFailure>, at position: Int, of plan: OutputPlan) {
    switch outcome {
    case .success(let outcome):
      done += 1
      staged.finished[position] = outcome.file
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
