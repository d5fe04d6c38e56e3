import Foundation

/// The built command, run as a person would run it.
enum Program {
  struct Run {
    let status: Int32
    let output: String
    let errors: String
  }

  struct NotBuilt: Error {}

  static func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Run {
    try run(location(), arguments, environment)
  }

  /// The tool that writes folders into the program as it is built.
  static func embedFiles(_ arguments: String...) throws -> Run {
    try run(location(of: "embed-files"), arguments, [:])
  }

  /// Runs a line of the shell in which `$hubwright` is the command, for what only a shell can set up.
  static func runInShell(_ line: String) throws -> Run {
    try run(URL(filePath: "/bin/sh"), ["-c", line], ["hubwright": location().path])
  }

  private static func run(_ program: URL, _ arguments: [String], _ environment: [String: String]) throws -> Run {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let output = Pipe()
    let errors = FileManager.default.temporaryDirectory.appending(path: "hubwright-errors-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: errors) }
    try Data().write(to: errors)
    let handle = try FileHandle(forWritingTo: errors)
    process.standardOutput = output
    process.standardError = handle
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    try handle.close()
    return Run(
      status: process.terminationStatus, output: text,
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }

  /// Beside the tests themselves, which are built together with it.
  private static func location(of name: String = "hubwright") throws -> URL {
    var folder = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
    for _ in 0..<6 {
      for place in [name, ".build/debug/\(name)"] {
        let program = folder.appending(path: place)
        if FileManager.default.isExecutableFile(atPath: program.path), !isFolder(program) { return program }
      }
      folder.deleteLastPathComponent()
    }
    throw NotBuilt()
  }

  private static func isFolder(_ file: URL) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder) && isFolder.boolValue
  }
}
