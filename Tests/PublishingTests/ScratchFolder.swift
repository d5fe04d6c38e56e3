import Foundation
import Linking
import OutputFiles
import Outputs
import Publishing

/// A folder of its own for one test, gone with it, with `public` in it for the site.
final class ScratchFolder {
  let path: String
  var site: String { path + "/public" }

  init() throws {
    let memory = "/dev/shm"
    let parent = access(memory, W_OK) == 0 ? memory : NSTemporaryDirectory()
    path = "\(parent)/hubwright-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: site, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Puts a file into the site as a stranger would.
  func place(_ name: String, _ text: String) throws {
    let url = URL(fileURLWithPath: "\(site)/\(name)")
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: "\(site)/\(name)", withIntermediateDirectories: true)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: "\(site)/\(name)", withDestinationPath: target)
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: "\(site)/\(name)")
  }

  func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: "\(site)/\(name)").map { String(decoding: $0, as: UTF8.self) }
  }

  /// Everything in the site's folder, the records of builds included.
  func snapshot(of folder: String? = nil) throws -> Snapshot {
    var entries: Snapshot = [:]
    try Self.look(into: folder ?? site, "", &entries)
    return entries
  }

  /// The same without what the writer keeps for itself.
  func pages() throws -> Snapshot {
    try snapshot().filter { !$0.key.split(separator: "/").contains { $0.hasPrefix(".hubwright") } }
  }

  private static func look(into folder: String, _ prefix: String, _ entries: inout Snapshot) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let path = "\(folder)/\(name)"
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      switch attributes[.type] as? FileAttributeType {
      case .typeDirectory:
        entries[prefix + name] = .folder
        try look(into: path, "\(prefix)\(name)/", &entries)
      case .typeSymbolicLink:
        entries[prefix + name] = .link(try FileManager.default.destinationOfSymbolicLink(atPath: path))
      case .typeRegular:
        entries[prefix + name] = .file(Array(FileManager.default.contents(atPath: path) ?? Data("unreadable".utf8)))
      default:
        entries[prefix + name] = .other
      }
    }
  }
}

typealias Snapshot = [String: Entry]

/// What differs, a line each, for a failing test to show; empty when nothing does.
func differences(_ found: Snapshot, _ expected: Snapshot) -> [String] {
  Set(found.keys).union(expected.keys).sorted().filter { found[$0] != expected[$0] }.map { path in
    "\(path): \(found[path]?.description ?? "missing"), not \(expected[path]?.description ?? "missing")"
  }
}

enum Entry: Equatable, CustomStringConvertible {
  case file([UInt8])
  case folder
  case link(String)
  case other

  static func text(_ text: String) -> Entry { .file(Array(text.utf8)) }

  var description: String {
    switch self {
    case .file(let bytes): "'\(String(decoding: bytes.prefix(40), as: UTF8.self))'"
    case .folder: "folder"
    case .link(let target): "link to \(target)"
    case .other: "other"
    }
  }
}

/// A plan from paths and texts; a path that is none, or a collision, fails the test.
func plan(_ files: [String: String]) throws -> OutputPlan {
  try OutputPlan(
    files.map { path, text in
      OutputFile(path: try path.outputPath()) { Array(text.utf8) }
    })
}

struct NoPath: Error { let text: String }

extension String {
  func outputPath() throws -> OutputPath {
    guard let path = OutputPath(self) else { throw NoPath(text: self) }
    return path
  }
}

/// What a site of these files looks like to somebody who has never heard of the writer.
func tree(_ files: [String: String]) throws -> Snapshot {
  var entries: Snapshot = [:]
  for (path, text) in files {
    entries[path] = .text(text)
    for folder in try path.outputPath().folders { entries[folder.text] = .folder }
  }
  return entries
}

extension WriteSummary {
  var writtenPaths: [String] { written.map(\.text) }
  var removedPaths: [String] { removed.map(\.text) }
}
