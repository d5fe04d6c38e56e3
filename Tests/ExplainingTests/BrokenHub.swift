import CivilTime
import Diagnostics
import Explaining
import Foundation
import Publishing
import TestSupport

/// An example as a hub on disk, wrong or right, that can be checked.
struct BrokenHub {
  private let folder: HubFolder
  private let files: [String: MarkedText]

  init(_ files: [Example.File]) throws {
    folder = try HubFolder()
    var texts: [String: MarkedText] = [:]
    for file in files {
      guard !file.path.contains(": ") else {
        try Self.write(file, to: folder)
        continue
      }
      let marked = MarkedText(file.text)
      texts[file.path] = marked
      try folder.write(file.path, marked.text)
    }
    if texts["site-content/hub.yaml"] == nil, !files.contains(where: { $0.path == "site-content/hub.yaml: absent" }) {
      try folder.write("site-content/hub.yaml", Example.hubFile)
    }
    self.files = texts
  }

  /// A file that is not what its text says, but what the words behind its path say.
  private static func write(_ file: Example.File, to folder: HubFolder) throws {
    let parts = file.path.split(separator: ":", maxSplits: 1)
    let (path, form) = (String(parts[0]), parts[1].dropFirst())
    let location = URL(filePath: "\(folder.path)/\(path)")
    try FileManager.default.createDirectory(at: location.deletingLastPathComponent(), withIntermediateDirectories: true)
    if form == "bytes" {
      try folder.write(
        path, bytes: file.plainText.split(whereSeparator: \.isWhitespace).compactMap { UInt8($0, radix: 16) })
    } else if form == "link to" {
      let target = file.plainText.trimmingCharacters(in: .whitespacesAndNewlines)
      try FileManager.default.createSymbolicLink(atPath: location.path, withDestinationPath: target)
    } else if form.hasPrefix("repeated "), let count = Int(form.dropFirst(9)) {
      try folder.write(path, String(repeating: file.plainText, count: count))
    }
  }

  /// All that `hubwright check` says on the day of the examples, in the form of the examples.
  func findings() throws -> [String] {
    let day = try date("2026-11-22")
    let result = checkSite(BuildRequest(hub: folder.path, asOf: day, today: { _ in day }, jobs: 1))
    return result.diagnostics.map { diagnostic in
      "\(place(of: diagnostic.range))\(diagnostic.code.rawValue): \(diagnostic.message)"
    }
  }

  /// Marks are shown where there are some; in finished pages, which change with the theme, no place is.
  private func place(of range: SourceRange) -> String {
    let path = range.file.path
    guard let file = files[path] else {
      return range.start == SourcePosition(line: 1, column: 1) || path.hasPrefix("public/")
        ? "\(path) " : "\(path) \(range.start.line):\(range.start.column) "
    }
    return "\(path) \(file.place(range.start)) "
  }

  private func date(_ text: String) throws -> CivilDate {
    guard let date = CivilDate(isoText: text) else { throw MissingText(text: text) }
    return date
  }
}
