import Foundation
import Glibc

/// A folder of this machine, locked against others who publish to it.
final class FolderPlace: PublishingPlace {
  private let root: String
  private let disk = PosixFileSystem()
  /// None where nothing is to be changed.
  private var held: [Descriptor] = []

  init(_ path: String, isDry: Bool) throws(PublishFailure) {
    root = path
    if isDry { return }
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      held.append(try disk.openFolder(atPath: path))
    } catch {
      throw PublishFailure("The folder \(path) cannot be opened: \(Self.reason(error)).")
    }
    do {
      held.append(try disk.openLock(".hubwright-publishing-lock", in: held[0]))
    } catch {
      throw PublishFailure(
        error == .isLocked
          ? "Another publish is writing to \(path); start again when it has finished."
          : "The folder \(path) cannot be locked: \(error.reason).")
    }
  }

  deinit {
    for descriptor in held.reversed() { try? disk.close(descriptor) }
  }

  func read(_ names: [String]) throws(PublishFailure) -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    for name in names where FileManager.default.fileExists(atPath: "\(root)/\(name)") {
      do {
        found[name] = [UInt8](try Data(contentsOf: URL(filePath: "\(root)/\(name)")))
      } catch {
        throw PublishFailure("\(root)/\(name) cannot be read: \(Self.reason(error)).")
      }
    }
    return found
  }

  /// Where a file waits until it is whole.
  private var waiting: URL { URL(filePath: "\(root)/.hubwright-sent") }

  func send(_ paths: [String], from source: String) throws(PublishFailure) {
    for path in paths {
      let target = URL(filePath: "\(root)/\(path)")
      do {
        try FileManager.default.createDirectory(
          at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(contentsOf: URL(filePath: "\(source)/\(path)")).write(to: waiting)
      } catch {
        throw PublishFailure("\(target.path) could not be written: \(Self.reason(error)).")
      }
      // A reader has the old file or the new one, and never a part.
      guard rename(waiting.path, target.path) == 0 else {
        throw PublishFailure("\(target.path) could not be put in place: \(SystemError(number: errno).reason).")
      }
    }
  }

  func remove(_ paths: [String]) throws(PublishFailure) {
    for path in paths {
      guard unlink("\(root)/\(path)") == 0 || [ENOENT, ENOTDIR].contains(errno) else {
        throw PublishFailure("\(root)/\(path) could not be removed: \(SystemError(number: errno).reason).")
      }
      // Folders that are left empty go, too; one that holds anything stays.
      var folder = path
      while let slash = folder.lastIndex(of: "/") {
        folder = String(folder[..<slash])
        if rmdir("\(root)/\(folder)") != 0 { break }
      }
    }
  }

  func finish(_ summary: String) throws(PublishFailure) {
    // One that somebody left who was interrupted.
    unlink(waiting.path)
  }

  private static func reason(_ error: any Error) -> String {
    (error as? SystemError)?.reason ?? error.localizedDescription
  }
}
