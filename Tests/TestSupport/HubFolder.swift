import Foundation

/// A hub in a folder of its own for one test, gone with it.
package final class HubFolder {
  package let path: String

  /// Makes a hub of one text, in which a line `-- site-content/hub.yaml --` begins a file.
  package init(_ files: String = "") throws {
    // In memory where that is possible: disks are slow, and tests run beside each other.
    let parent = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : NSTemporaryDirectory()
    path = "\(parent)/hubwright-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in Self.files(in: files) { try write(name, text) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Makes a copy of a folder.
  package convenience init(copying folder: URL) throws {
    try self.init()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      try FileManager.default.copyItem(atPath: folder.appending(path: name).path, toPath: "\(path)/\(name)")
    }
  }

  /// Makes a copy of this repository's hub in its main language alone, since its translations multiply what a build takes.
  package static func ofTheRepository() throws -> HubFolder {
    let source = URL(filePath: #filePath).appending(path: "../../../site-content").standardized
    let hub = try HubFolder()
    for case let file as URL in FileManager.default.enumerator(at: source, includingPropertiesForKeys: nil) ?? .init() {
      let name = String(file.path.dropFirst(source.path.count + 1))
      guard !file.hasDirectoryPath, name.firstMatch(of: /\.[a-z]{2}\.[a-z]+$/) == nil else { continue }
      try hub.write("site-content/\(name)", bytes: Array(try Data(contentsOf: file)))
    }
    let description = try hub.text("site-content/hub.yaml")
    try hub.write("site-content/hub.yaml", description.replacing(/languages:\n(?:  - .*\n)+/, with: ""))
    return hub
  }

  package func write(_ name: String, _ text: String) throws {
    try write(name, bytes: Array(text.utf8))
  }

  package func write(_ name: String, bytes: [UInt8]) throws {
    let file = URL(filePath: "\(path)/\(name)")
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  /// Replaces a piece of a file, which has to be there.
  package func edit(_ name: String, _ old: String, _ new: String) throws {
    let text = try text(name)
    guard text.contains(old) else { throw MissingText(file: name, text: old) }
    try write(name, text.replacing(old, with: new))
  }

  package func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: "\(path)/\(name)")
  }

  package func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: "\(path)/\(name)")), as: UTF8.self)
  }

  /// Every file below a folder of the hub with its bytes, by its path there.
  package func files(below folder: String = "") throws -> [String: [UInt8]] {
    let root = folder.isEmpty ? path : "\(path)/\(folder)"
    var files: [String: [UInt8]] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: root) ?? .init() {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: "\(root)/\(name)", isDirectory: &isFolder), !isFolder.boolValue
      else { continue }
      files[name] = [UInt8](try Data(contentsOf: URL(filePath: "\(root)/\(name)")))
    }
    return files
  }

  /// The files of a text in which a line `-- name --` begins one.
  package static func files(in text: String) -> [(name: String, text: String)] {
    var files: [(name: String, text: String)] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("-- "), line.hasSuffix(" --"), line.count > 6 {
        files.append((String(line.dropFirst(3).dropLast(3)), ""))
      } else if !files.isEmpty {
        files[files.count - 1].text += line + "\n"
      }
    }
    return files
  }
}

package struct MissingText: Error {
  package let file: String
  package let text: String

  package init(file: String = "", text: String) {
    self.file = file
    self.text = text
  }
}
