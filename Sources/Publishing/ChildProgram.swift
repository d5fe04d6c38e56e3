import Foundation

/// What another program said and how it ended.
struct ProgramRun {
  let status: Int32
  let output: [UInt8]
  let errors: String

  var text: String { String(decoding: output, as: UTF8.self) }

  /// The last line of what it complained of, for a sentence of ours.
  var complaint: String {
    let lines = errors.split(whereSeparator: \.isNewline)
    return lines.last.map { $0.trimmingCharacters(in: .whitespaces) } ?? "it ended with \(status)"
  }
}

/// That the machine lacks a program, or did not let it run.
package struct MissingProgram: Error, Sendable, Equatable {
  package let name: String
}

/// Runs a program by its name, with arguments that no shell reads, and waits for its end.
///
/// `input` is a file; without one the program reads nothing. `environment` is added to that of this program.
func runProgram(
  _ name: String, _ arguments: [String], input: URL? = nil, environment: [String] = []
) throws(MissingProgram) -> ProgramRun {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = environment + [name] + arguments
  let output = Pipe()
  process.standardOutput = output
  do {
    // Complaints go to a file, since a pipe that nobody empties would stop the program.
    let scratch = try ScratchPlace()
    let errors = scratch.file("errors")
    try Data().write(to: errors)
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardInput = try input.map { try FileHandle(forReadingFrom: $0) } ?? FileHandle.nullDevice
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus != 127 else { throw MissingProgram(name: name) }
    return ProgramRun(
      status: process.terminationStatus, output: [UInt8](bytes),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  } catch {
    throw MissingProgram(name: name)
  }
}

/// A folder for what lies on disk for a moment, gone with this value, and open to nobody else.
final class ScratchPlace {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "hubwright-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func file(_ name: String) -> URL { folder.appending(path: name) }

  func file(_ name: String, holding bytes: [UInt8]) throws -> URL {
    let file = file(name)
    try Data(bytes).write(to: file)
    return file
  }
}
