import CivilTime
import Content
import Diagnostics
import Digests
import Foundation

/// Finished work as it is kept: a line with the SHA-256 of the JSON that follows.
struct WorkRecord: Codable {
  let inputs: String
  /// Of a build, the stamps of the site's files.
  let outputs: String?
  private let timeZone: String
  /// From when on and until when the work is the same, in seconds since 1970; nil where a day was asked for, or where nothing is to
  /// change.
  private let since: Int?
  private let until: Int?
  private let findings: [KeptDiagnostic]
  private let summary: WorkSummary

  init(
    inputs: String, outputs: String?, timeZone: String, since: Timestamp?, until: Timestamp?, _ work: FinishedWork
  ) {
    self.inputs = inputs
    self.outputs = outputs
    self.timeZone = timeZone
    self.since = since?.secondsSince1970
    self.until = until?.secondsSince1970
    findings = work.findings.map(KeptDiagnostic.init)
    summary = work.summary
  }

  /// Whether the site is the same at an instant: on the same day, and before anything that is to come has come.
  func isTrue(at instant: Timestamp?) -> Bool {
    guard let instant else { return since == nil }
    guard let since, instant.secondsSince1970 >= since, instant.secondsSince1970 < until ?? .max,
      let day = day(of: instant, in: timeZone)
    else { return false }
    return day == Publishing.day(of: Timestamp(secondsSince1970: since), in: timeZone)
  }

  /// Nil where a source that a finding speaks of cannot be read.
  func work(inHub hub: String) -> FinishedWork? {
    var sources = KeptSources(hub: hub)
    var restored: [Diagnostic] = []
    for finding in findings {
      guard let diagnostic = finding.diagnostic(&sources) else { return nil }
      restored.append(diagnostic)
    }
    return FinishedWork(findings: restored, summary: summary)
  }
}

extension WorkRecord {
  private static let subfolder = "finished"

  /// Nil where there is none that is whole.
  init?(in folder: String, name: String) {
    guard let bytes = FileManager.default.contents(atPath: "\(folder)/\(Self.subfolder)/\(name)"),
      let end = bytes.firstIndex(of: UInt8(ascii: "\n"))
    else { return nil }
    let json = bytes[bytes.index(after: end)...]
    guard FileDigest(hexadecimal: bytes[..<end]) == FileDigest(of: [Array(json)]),
      let record = try? JSONDecoder().decode(WorkRecord.self, from: json)
    else { return nil }
    self = record
  }

  /// Writes the record whole or not at all; a folder that is a link might lead out of the hub, and is left alone.
  func write(in folder: String, name: String) {
    let target = "\(folder)/\(Self.subfolder)"
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard let json = try? encoder.encode(self), makeFolder(folder), makeFolder(target) else { return }
    let ignored = "\(target)/.gitignore"
    let digest = FileDigest(of: [Array(json)]).hexadecimal
    do {
      if FileStamp(of: ignored) == nil { try Data("*\n".utf8).write(to: URL(filePath: ignored), options: .atomic) }
      try (Data("\(digest)\n".utf8) + json).write(to: URL(filePath: "\(target)/\(name)"), options: .atomic)
    } catch {
      Self.remove(from: folder, name: name)
    }
  }

  static func remove(from folder: String, name: String) { unlink("\(folder)/\(subfolder)/\(name)") }
}

/// Whether there now is a folder of its own.
private func makeFolder(_ path: String) -> Bool {
  mkdir(path, 0o777)
  var status = stat()
  return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}
