import Foundation

/// A folder of expected files, compared whole: a file that differs, is missing, or is expected and not there fails.
///
/// With `UPDATE_GOLDENS=1` in the environment the folder is brought to hold what was found, for a reader to review.
package struct Goldens {
  private let folder: URL
  private let isUpdating = ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1"
  private var compared: Set<String> = []
  /// One line for each file that is not as expected.
  package private(set) var faults: [String] = []

  /// `name` is a folder of `Tests/Fixtures`.
  package init(_ name: String) {
    folder = fixture(name)
  }

  package mutating func compare(_ path: String, _ found: [UInt8]) throws {
    compared.insert(path)
    let file = folder.appending(path: path)
    let expected = FileManager.default.contents(atPath: file.path).map { [UInt8]($0) }
    guard expected != found else { return }
    guard !isUpdating else {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      return try Data(found).write(to: file)
    }
    guard let expected else { return faults.append("\(path) is not expected") }
    faults.append("\(path) differs: \(Self.firstDifference(expected, found))")
  }

  /// To be called last: reports the expected files that nothing was compared with.
  package mutating func finish() throws {
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    for path in names.sorted() where !compared.contains(path) {
      let file = folder.appending(path: path)
      guard (try file.resourceValues(forKeys: [.isRegularFileKey])).isRegularFile == true else { continue }
      if isUpdating {
        try FileManager.default.removeItem(at: file)
      } else {
        faults.append("\(path) is expected, and was not found")
      }
    }
  }

  private static func firstDifference(_ expected: [UInt8], _ found: [UInt8]) -> String {
    let old = expected.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let new = found.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let line = zip(old, new).prefix { $0 == $1 }.count
    func text(_ lines: [ArraySlice<UInt8>]) -> String {
      line < lines.count ? "'\(String(decoding: lines[line].prefix(200), as: UTF8.self))'" : "the end"
    }
    return "line \(line + 1) is \(text(new)), expected \(text(old))"
  }
}

/// A file or folder of `Tests/Fixtures`.
package func fixture(_ name: String) -> URL {
  URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/\(name)")
}
