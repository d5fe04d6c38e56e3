import Foundation

/// A program of the machine that turns one file into another.
struct MachineProgram: Sendable {
  private let path: String

  /// The first of that name in the folders of a search path such as `/usr/local/bin:/usr/bin`; nil where there is none.
  static func find(_ name: String, on searchPath: String) -> MachineProgram? {
    let folders = searchPath.split(separator: ":").filter { $0.hasPrefix("/") }
    return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
      .map(MachineProgram.init)
  }

  /// The file that the program makes of another; nil where it fails, or takes longer than a minute. `arguments` take the paths of
  /// both, whose names are our own: those of a hub may hold signs that mean something to the program.
  func output(
    of bytes: [UInt8], ending: String, as other: String, _ arguments: (_ source: String, _ target: String) -> [String]
  ) -> [UInt8]? {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hubwright-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let (source, target) = (folder.appending(path: "source.\(ending)"), folder.appending(path: "target.\(other)"))
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(bytes).write(to: source)
      let process = Process()
      process.executableURL = URL(filePath: path)
      process.arguments = arguments(source.path, target.path)
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      let start = ContinuousClock.now
      while process.isRunning, ContinuousClock.now - start < .seconds(60) { Thread.sleep(forTimeInterval: 0.005) }
      if process.isRunning { process.terminate() }
      process.waitUntilExit()
      guard process.terminationStatus == 0 else { return nil }
      return [UInt8](try Data(contentsOf: target))
    } catch {
      return nil
    }
  }
}
