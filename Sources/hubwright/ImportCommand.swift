import ArgumentParser
import CivilTime
import Foundation
import Importing
import Migrating
import Publishing
import Reports

extension OldGenerator: ExpressibleByArgument {}

/// `hubwright import`: turns a calendar from elsewhere into records of meetings, or another site into a hub.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Turns a calendar (.ics) or a table (.csv) into records of meetings, or another site into a hub.",
    usage: "hubwright import FILE [HUB]\nhubwright import FOLDER [HUB] --from GENERATOR",
    discussion: """
      Writes site-content/meetings/imported-NAME.yaml, and imported-NAME--2.yaml and so on where one file is not enough, and no other. \
      When a newer copy of the file is imported, meetings are known by their UID: what came from the file follows it, and what \
      was written by hand stays. Exits 0 when all that can be a meeting is one, 1 when the \
      file or the hub has errors or everything was skipped, 64 on wrong usage, 74 when the machine failed.

      With --from, a site of jekyll, hugo, eleventy, docusaurus, mkdocs or obsidian, or an export.xml of wordpress, becomes a hub, or a part \
      of one: posts and pages with their dates, authors, tags, pictures and old addresses. What could not be carried over stands in drafts, \
      where it stood; import-report.md says for each text what is left, hardest first. A second import changes no file that people changed \
      since. HTML is turned by pandoc, where the machine has it.
      """)

  @Argument(help: "The calendar or table (one that ends with .csv is a table), or the old site.")
  var file: String

  @Argument(help: "The hub's folder, which holds site-content.")
  var hub = "."

  @Option(help: "The type of meetings that say nothing of it. (default: the first in hub.yaml)")
  var type: String?

  @Option(help: "The day from which on a series without an end gives meetings. (default: today in the hub's time zone)")
  var asOf: CivilDate?

  @Option(help: "The program that built the old site.")
  var from: OldGenerator?

  func run() throws {
    if let from { return try bringOver(from) }
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

// MARK: Other sites

extension ImportCommand {
  private func bringOver(_ generator: OldGenerator) throws {
    let console = Console()
    let brought: BroughtSite
    do {
      brought = try bringSite(
        from: file, generator: generator, to: hub, searchPath: ProcessInfo.processInfo.environment["PATH"] ?? "",
        today: hubwright.today(inTimeZone:))
    } catch let refusal as CommandRefusal {
      console.printError("hubwright: \(refusal.sentence)\n")
      throw ExitCode(1)
    } catch {
      console.printError("hubwright: the site cannot be brought over: \(error.localizedDescription)\n")
      throw ExitCode(74)
    }
    console.show(brought.faults, as: .human, isAside: true, conclusion: "; mend these, and build")
    if brought.needsPandoc {
      printLine(
        "Some texts hold HTML: install pandoc (Debian's package pandoc), and import again, to have it as Markdown.")
    }
    if !brought.kept.isEmpty {
      printLine("\(counted(brought.kept.count, "file")) that you changed or removed stayed so.")
    }
    printLine(
      "\(counted(brought.texts, "text")), \(brought.drafts) of them drafts, and \(counted(brought.files, "other file")) of \(file); "
        + "\(hub)/import-report.md says what is left to do")
  }
}
