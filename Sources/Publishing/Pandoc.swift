import Foundation

/// The program pandoc, which turns HTML into Markdown, where the machine has it.
struct Pandoc: Sendable {
  private let program: String

  static func find(on searchPath: String) -> Pandoc? {
    let folders = searchPath.split(separator: ":").filter { $0.hasPrefix("/") }
    return folders.map { "\($0)/pandoc" }.first { FileManager.default.isExecutableFile(atPath: $0) }.map(Pandoc.init)
  }

  /// Markdown without HTML in it; nil where the program fails, or takes longer than a minute.
  func markdown(of html: String) -> String? {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hubwright-text-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let (source, target) = (folder.appending(path: "source.html"), folder.appending(path: "target.md"))
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(html.utf8).write(to: source)
      let process = Process()
      process.executableURL = URL(filePath: program)
      // In its sandbox it reads and writes no other file.
      process.arguments = [
        "--sandbox", "--from", "html", "--to", "gfm-raw_html", "--wrap", "none", "--output", target.path, source.path,
      ]
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      let start = ContinuousClock.now
      while process.isRunning, ContinuousClock.now - start < .seconds(60) { Thread.sleep(forTimeInterval: 0.005) }
      if process.isRunning { process.terminate() }
      process.waitUntilExit()
      guard process.terminationStatus == 0 else { return nil }
      return String(decoding: try Data(contentsOf: target), as: UTF8.self)
    } catch {
      return nil
    }
  }
}
