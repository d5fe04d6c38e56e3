import Foundation
import Publishing

/// The disk, with every operation counted, and one or many of them failing as a test wants.
final class FailingFileSystem: FileSystem, @unchecked Sendable {
  enum Fault: Equatable {
    case none
    /// The operation of this number fails, once.
    case once(Int)
    /// From this operation on the disk is full: nothing can be made or written, all else works.
    case diskFull(Int)
    /// The process is killed at this operation: it does half of it if it is a writing one, and nothing afterwards.
    case kill(Int)
  }

  private let disk = PosixFileSystem()
  private let fault: Fault
  private let ignoresCase: Bool
  private let lock = NSLock()
  private var count = 0
  private var changes: [String] = []
  private var openDescriptors: Set<Descriptor> = []

  init(_ fault: Fault = .none, ignoresCase: Bool = false) {
    self.fault = fault
    self.ignoresCase = ignoresCase
  }

  /// How many operations were asked for.
  var operationCount: Int { lock.withLock { count } }
  /// The operations that changed the disk, in order.
  var changesMade: [String] { lock.withLock { changes } }
  var openCount: Int { lock.withLock { openDescriptors.count } }

  /// What the kernel does for a process that is gone: locks and files are let go.
  func endProcess() {
    lock.withLock {
      for descriptor in openDescriptors { try? disk.close(descriptor) }
      openDescriptors = []
    }
  }

  private enum Verdict {
    case go
    case fail(SystemError)
    case halfAndFail
  }

  private func next(needsSpace: Bool = false, isWrite: Bool = false) -> Verdict {
    lock.withLock {
      count += 1
      return switch fault {
      case .once(let number) where count == number: .fail(.inputOutput)
      case .diskFull(let number) where count >= number && needsSpace: isWrite ? .halfAndFail : .fail(.diskIsFull)
      case .kill(let number) where count == number && isWrite: .halfAndFail
      case .kill(let number) where count >= number: .fail(.inputOutput)
      default: .go
      }
    }
  }

  private func pass(_ change: String? = nil, needsSpace: Bool = false) throws(SystemError) {
    if case .fail(let error) = next(needsSpace: needsSpace) { throw error }
    if let change { lock.withLock { changes.append(change) } }
  }

  private func track(_ descriptor: Descriptor) -> Descriptor {
    lock.withLock { _ = openDescriptors.insert(descriptor) }
    return descriptor
  }

  /// The name as it is on disk, if this disk ignores case and has it.
  private func spelled(_ name: String, in folder: Descriptor) -> String {
    guard ignoresCase, let names = try? disk.names(in: folder), !names.contains(name) else { return name }
    return names.first { $0.lowercased() == name.lowercased() } ?? name
  }

  func openFolder(atPath path: String) throws(SystemError) -> Descriptor {
    try pass()
    return track(try disk.openFolder(atPath: path))
  }

  func makeFolder(atPath path: String) throws(SystemError) {
    try pass("make \(path)", needsSpace: true)
    try disk.makeFolder(atPath: path)
  }

  func openFolder(_ name: String, in folder: Descriptor) throws(SystemError) -> Descriptor {
    try pass()
    return track(try disk.openFolder(spelled(name, in: folder), in: folder))
  }

  func makeFolder(_ name: String, in folder: Descriptor) throws(SystemError) {
    try pass("make \(name)", needsSpace: true)
    try disk.makeFolder(spelled(name, in: folder), in: folder)
  }

  func removeFolder(_ name: String, in folder: Descriptor) throws(SystemError) {
    try pass("remove folder \(name)")
    try disk.removeFolder(spelled(name, in: folder), in: folder)
  }

  func names(in folder: Descriptor) throws(SystemError) -> [String] {
    try pass()
    return try disk.names(in: folder)
  }

  func openFile(_ name: String, in folder: Descriptor) throws(SystemError) -> Descriptor {
    try pass()
    return track(try disk.openFile(spelled(name, in: folder), in: folder))
  }

  func createFile(_ name: String, in folder: Descriptor) throws(SystemError) -> Descriptor {
    try pass("create \(name)", needsSpace: true)
    return track(try disk.createFile(spelled(name, in: folder), in: folder))
  }

  func openLock(_ name: String, in folder: Descriptor) throws(SystemError) -> Descriptor {
    try pass()
    return track(try disk.openLock(name, in: folder))
  }

  func status(of file: Descriptor) throws(SystemError) -> FileStatus {
    try pass()
    return try disk.status(of: file)
  }

  func status(of name: String, in folder: Descriptor) throws(SystemError) -> FileStatus {
    try pass()
    return try disk.status(of: spelled(name, in: folder), in: folder)
  }

  func read(_ count: Int, from file: Descriptor, into buffer: inout [UInt8]) throws(SystemError) -> Int {
    try pass()
    return try disk.read(count, from: file, into: &buffer)
  }

  func write(_ bytes: [UInt8], to file: Descriptor) throws(SystemError) {
    switch next(needsSpace: true, isWrite: true) {
    case .go: try disk.write(bytes, to: file)
    case .fail(let error): throw error
    case .halfAndFail:
      try disk.write(Array(bytes.prefix(bytes.count / 2)), to: file)
      throw .diskIsFull
    }
  }

  /// Not passed on: a power cut cannot be played here, and waiting for the disk would take the tests minutes.
  func synchronize(_ descriptor: Descriptor) throws(SystemError) {
    try pass()
  }

  func close(_ descriptor: Descriptor) throws(SystemError) {
    let verdict = next()
    if case .kill(let number) = fault, operationCount > number { return }
    lock.withLock { _ = openDescriptors.remove(descriptor) }
    try disk.close(descriptor)
    if case .fail(let error) = verdict { throw error }
  }

  func rename(
    _ name: String, in folder: Descriptor, to newName: String, in newFolder: Descriptor
  ) throws(SystemError) {
    try pass("put \(newName)")
    try disk.rename(name, in: folder, to: spelled(newName, in: newFolder), in: newFolder)
  }

  func removeFile(_ name: String, in folder: Descriptor) throws(SystemError) {
    try pass("remove \(name)")
    try disk.removeFile(spelled(name, in: folder), in: folder)
  }
}
