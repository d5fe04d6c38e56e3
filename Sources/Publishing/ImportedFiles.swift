import Diagnostics
import Formats
import Foundation

/// What an import wrote into a hub, by digests, so that a later one changes nothing that people changed.
struct ImportedFiles {
  let hub: String
  /// Digests that an earlier import left.
  private var earlier: [String: String] = [:]
  private var written: [String: String] = [:]
  private(set) var kept: Set<String> = []
  private static let path = ".hubwright/imported.txt"

  init(hub: String) { self.hub = hub }

  mutating func readLedger() throws {
    let path = "\(hub)/\(Self.path)"
    guard FileManager.default.fileExists(atPath: path) else { return }
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      if parts.count == 2 { earlier[String(parts[1])] = String(parts[0]) }
    }
  }

  func writeLedger() throws {
    let all = earlier.merging(written) { $1 }
    let text = all.keys.sorted().map { "\(all[$0] ?? "") \($0)\n" }.joined()
    try put([UInt8](text.utf8), Self.path)
  }

  /// Whether this import or an earlier one wrote a file.
  func wrote(_ path: String) -> Bool { earlier[path] != nil || written[path] != nil }

  /// Whether this import wrote the file.
  func isOurs(_ path: String) -> Bool { written[path] != nil }

  /// Writes a file, unless people wrote, changed or removed it since the last import.
  mutating func write(_ bytes: [UInt8], to path: String, always: Bool = false) throws {
    let place = "\(hub)/\(path)"
    let isThere = FileManager.default.fileExists(atPath: place)
    let isOwn = written[path] != nil || always
    if isThere, !isOwn {
      let digest = Self.digest([UInt8](try Data(contentsOf: URL(filePath: place))))
      // What it would write itself is an import's own, too: one that was stopped left no list.
      guard digest == earlier[path] || digest == Self.digest(bytes) else {
        kept.insert(path)
        return
      }
    } else if !isThere, earlier[path] != nil, !isOwn {
      kept.insert(path)
      return
    }
    try put(bytes, path)
    if !always { written[path] = Self.digest(bytes) }
  }

  /// Removes a file that this import wrote.
  mutating func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: "\(hub)/\(path)")
    (earlier[path], written[path]) = (nil, nil)
  }

  private func put(_ bytes: [UInt8], _ path: String) throws {
    let file = URL(filePath: "\(hub)/\(path)")
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file, options: .atomic)
  }

  private static func digest(_ bytes: [UInt8]) -> String { fnv1a(bytes).hexadecimal(digits: 16) }
}
