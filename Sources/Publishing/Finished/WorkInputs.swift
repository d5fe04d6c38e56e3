import CivilTime
import Content
import Digests
import Foundation
import Linking

/// A digest of all that a build reads, by the stamps of its files.
struct WorkInputs: Sendable {
  let digest: FileDigest
  /// When a source changed last, in nanoseconds since 1970.
  let youngest: Int64
  /// When the sources were looked at, by this machine's clock.
  let readAt: Int64

  /// Nil where a folder cannot be read whole, or where the program cannot tell of which files it is made.
  init?(of request: BuildRequest, isBuild: Bool) {
    readAt = Int64(Date.now.timeIntervalSince1970 * 1_000_000_000)
    guard let program = stampsOfProgram() else { return nil }
    var text = WorkText()
    var youngest: Int64 = 0
    for name in ["site-content", "templates"] {
      let (found, faults) = ContentFolder.find(in: "\(request.hub)/\(name)", shownAs: name)
      guard faults.isEmpty else { return nil }
      for file in found.texts + found.declared + found.assets + found.passedOver {
        text.add(file.shownPath, file.stamp)
        youngest = max(youngest, file.stamp.changed)
      }
    }
    self.youngest = youngest
    for (path, stamp) in program { text.add(path, stamp) }
    for path in ["/usr/share/zoneinfo", "/usr/share/zoneinfo/tzdata.zi"] { text.add(path, FileStamp(of: path)) }
    text.add(
      isBuild ? "build" : "check", request.address ?? "", request.includesDrafts ? "drafts" : "",
      request.asOf?.isoText ?? "", commit(of: request.hub) ?? "")
    digest = FileDigest(of: [text.bytes])
  }
}

/// The stamps of a site's files, in the order of its manifest; nil where its last build is unfinished or a file is missing.
func siteStamp(of folder: String) -> FileDigest? {
  let manifestPath = "\(folder)/\(Manifest.name)"
  guard FileStamp(of: "\(folder)/\(UnfinishedList.name)") == nil,
    let bytes = FileManager.default.contents(atPath: manifestPath), let manifest = Manifest(decoding: Array(bytes))
  else { return nil }
  var text = WorkText()
  text.add(manifestPath, FileStamp(of: manifestPath))
  for file in manifest.files {
    guard let stamp = FileStamp(of: "\(folder)/\(file.path.text)") else { return nil }
    text.add(file.path.text, stamp)
  }
  return FileDigest(of: [text.bytes])
}

/// Texts one after the other, each ended by what none of them holds.
private struct WorkText {
  var bytes: [UInt8] = []

  mutating func add(_ texts: String...) {
    for text in texts {
      bytes += text.utf8
      bytes.append(0)
    }
  }

  mutating func add(_ path: String, _ stamp: FileStamp?) { add(path, stamp?.text ?? "") }
}

/// The files that the running program is loaded from: its own, and the libraries'; nil where the system does not tell (proc(5)).
private func stampsOfProgram() -> [(path: String, stamp: FileStamp)]? {
  // A file of the kernel has no size, so it is read until it ends.
  guard let maps = FileHandle(forReadingAtPath: "/proc/self/maps")?.readDataToEndOfFile() else { return nil }
  let paths = Set(
    maps.split(separator: UInt8(ascii: "\n")).compactMap { line in
      line.firstIndex(of: UInt8(ascii: "/")).map { String(decoding: line[$0...], as: UTF8.self) }
    })
  var stamps: [(path: String, stamp: FileStamp)] = []
  for path in paths.sorted() {
    guard let stamp = FileStamp(of: path) else { return nil }
    stamps.append((path, stamp))
  }
  return stamps.isEmpty ? nil : stamps
}
