import ArgumentParser
import CivilTime
import Foundation
import Importing
import Publishing
import Reports

/// `hubwright import`: turns a calendar from elsewhere into records of meetings.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Turns a calendar (.ics) or a table (.csv) into records of meetings.",
    discussion: """
      Writes site-content/meetings/imported-NAME.yaml, and imported-NAME--2.yaml and so on where one file is not enough, and no other. \
      When a newer copy of the file is imported, meetings are known by their UID: what came from the file follows it, and what \
      was written by hand stays. Exits 0 when all that can be a meeting is one, 1 when the \
      file or the hub has errors or everything was skipped, 64 on wrong usage, 74 when the machine failed.
      """)

  @Argument(help: "The calendar or table; one that ends with .csv is a table.")
  var file: String

  @Argument(help: "The hub's folder, which holds site-content.")
  var hub = "."

  @Option(help: "The type of meetings that say nothing of it. (default: the first in hub.yaml)")
  var type: String?

  @Option(help: "The day from which on a series without an end gives meetings. (default: today in the hub's time zone)")
  var asOf: CivilDate?

  func run() throws {
    let console = Console()
    guard let data = FileManager.default.contents(atPath: file) else {
      console.printError("hubwright: '\(file)' cannot be read.\n")
      throw ExitCode(74)
    }
    let result = importMeetings(
      ImportRequest(
        hub: hub, file: file, bytes: [UInt8](data), type: type,
        today: { [asOf] zone in asOf ?? hubwright.today(inTimeZone: zone) },
        jobs: ProcessInfo.processInfo.activeProcessorCount))
    console.show(
      result.diagnostics, as: .human, isAside: true,
      conclusion: result.diagnostics.isEmpty ? "" : "; nothing was written")
    guard result.diagnostics.isEmpty else { throw ExitCode(1) }
    for remark in result.remarks { printLine("\(remark.path ?? file):\(remark.line): \(remark.text)") }
    for (path, text) in result.files {
      do {
        try writeRecords(text, to: "\(hub)/\(path)")
      } catch {
        console.printError("hubwright: '\(path)' cannot be written: \(error.localizedDescription)\n")
        throw ExitCode(74)
      }
    }
    let count = result.added + result.updated + result.unchanged
    let written = result.files.map(\.path).joined(separator: ", ")
    printLine(
      "\(counted(count, "meeting")) of \(file): \(result.added) new, \(result.updated) updated, "
        + "\(result.unchanged) unchanged, \(result.skipped) skipped"
        + (result.departed == 0 ? "; " : ", \(result.departed) no longer in it; ")
        + (written.isEmpty ? "nothing to write" : "written to \(written)"))
    if count == 0, result.skipped > 0 { throw ExitCode(1) }
  }
}
