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
  /// Files that a build refused at an earlier import, and that are the same today.
  private(set) var refusedBefore: Set<String> = []
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
    let digest = Self.digest(bytes)
    if written[path] == nil, !always {
      let before = earlier[path]
      if FileManager.default.fileExists(atPath: place) {
        let found = Self.digest([UInt8](try Data(contentsOf: URL(filePath: place))))
        // What it would write itself is an import's own, too: one that was stopped left no list.
        guard found == before || found == digest else {
          _ = kept.insert(path)
          return
        }
      } else if let before {
        guard before != Self.refused + digest else {
          _ = refusedBefore.insert(path)
          return
        }
        guard before.hasPrefix(Self.refused) else {
          _ = kept.insert(path)
          return
        }
      }
    }
    try put(bytes, path)
    if !always { written[path] = digest }
  }

  /// Removes a file that this import wrote and a build refuses; later imports write it only where it has changed.
  mutating func refuse(_ path: String) throws {
    try FileManager.default.removeItem(atPath: "\(hub)/\(path)")
    written[path] = written[path].map { Self.refused + $0 }
  }

  private static let refused = "refused-"

  private func put(_ bytes: [UInt8], _ path: String) throws {
    let file = URL(filePath: "\(hub)/\(path)")
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file, options: .atomic)
  }

  private static func digest(_ bytes: [UInt8]) -> String { fnv1a(bytes).hexadecimal(digits: 16) }
}
