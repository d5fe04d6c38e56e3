import ArgumentParser
import Diagnostics
import Foundation
import Linking
import Publishing
import Reports

/// `hubwright check`: finds all that is wrong with a hub, and writes nothing but what it is asked to mend.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Finds faults in a hub, its pages and its upkeep.",
    discussion:
      "Exits 0 when there is no error, 1 when there is one, 64 on wrong usage, 74 when the machine failed. "
      + "'hubwright explain CODE' says what a fault means; 'checks' in hub.yaml switches rules.")

  @OptionGroup var source: SourceOptions
  @OptionGroup var report: ReportOptions

  @Flag(help: "Mend what has one safe mend; the differences are shown first.")
  var fix = false

  @Flag(help: "With --fix, show the differences and write nothing.")
  var dryRun = false

  @Flag(help: "Ask every address outside the hub whether it still answers; answers are remembered for a week.")
  var external = false

  @Flag(help: "Check even where nothing has changed since the last check.")
  var fresh = false

  @Flag(help: "Print the time and memory of each stage.")
  var timings = false

  func run() throws {
    var stopwatch = Stopwatch()
    let console = Console()
    let store = fresh || fix || external ? nil : WorkStore(for: source.request(), .check)
    if let known = store?.finished() { return try show(known, stopwatch, console) }
    var result = checkSite(source.request()) { stopwatch.finish($0) }
    // Only so many faults of a file are reported at once, and behind those that are mended others come to light.
    var turns = fix ? Self.mostTurns : 0
    while turns > 0 {
      let mayHideMore = result.hasFileWithAllFaultsShown
      guard try mend(result, console) else { break }
      result = checkSite(source.request())
      turns = mayHideMore && result.diagnostics.contains { !$0.edits.isEmpty } ? turns - 1 : 0
    }
    let faults = (result.diagnostics + (try externalFaults(of: result, console))).sorted(by: Diagnostic.inReadingOrder)
    let conclusion = result.graph.map { " in \(counted(result.pages, "document"))" + remark(on: $0.draftCount) } ?? ""
    let work = FinishedWork(findings: faults, summary: WorkSummary(documents: result.pages, closing: conclusion))
    if let graph = result.graph { store?.keep(work, of: graph) }
    try show(work, stopwatch, console)
  }

  private func show(_ work: FinishedWork, _ stopwatch: Stopwatch, _ console: Console) throws {
    console.show(work.findings, as: report.format, isAside: false, conclusion: work.summary.closing)
    if timings { console.printError(stopwatch.report + "\n") }
    if report.isRefused(work.findings) { throw ExitCode(1) }
  }

  /// More faults than so many times those of which a file's are reported at once are no writer's.
  private static let mostTurns = 50

  private func remark(on drafts: Int) -> String {
    drafts == 0
      ? ""
      : "; \(counted(drafts, "draft")) \(drafts == 1 ? "was" : "were") not checked, --drafts checks \(drafts == 1 ? "it" : "them")"
  }

  private func externalFaults(of result: BuildResult, _ console: Console) throws -> [Diagnostic] {
    guard external, let graph = result.graph else { return [] }
    do {
      return try checkExternalLinks(graph, ExternalOptions(cacheFolder: "\(source.hub)/.hubwright"))
    } catch {
      console.printError("hubwright: \((error as? NoCurl)?.sentence ?? error.localizedDescription)\n")
      throw ExitCode(74)
    }
  }

  /// Shows what is mended, and mends it; true where something was written.
  private func mend(_ result: BuildResult, _ console: Console) throws -> Bool {
    let searchPath = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let pictures =
      result.graph.map { SmallerPictures.find(for: $0, in: source.hub, programsOn: searchPath) } ?? SmallerPictures()
    let files = MendedFile.mend(result.diagnostics + pictures.diagnostics)
    let show = report.format.isForMachines ? console.printError : printResult
    for file in files { show(file.difference) }
    for file in pictures.files {
      show(
        "\(file.path) of \(file.bytes.count / 1_000) kB stands for \(file.original) of \(file.originalSize / 1_000) kB, which is kept.\n"
      )
    }
    for remark in pictures.remarks { show("\(remark).\n") }
    let faults = counted(files.reduce(0) { $0 + $1.count }, "fault")
    guard !files.isEmpty, !dryRun else {
      show(
        files.isEmpty
          ? "No fault has a mend that is safe.\n\n"
          : "\n\(faults) can be mended\(result.hasFileWithAllFaultsShown ? ", and maybe more behind them" : ""); nothing was written.\n\n"
      )
      return false
    }
    do {
      // A link is changed only when its picture is there.
      try writePictures(pictures.files, inHub: source.hub)
      let left = try writeMended(files, inHub: source.hub)
      for file in left {
        console.printError("hubwright: \(file.source.path) is not as it was read, and was left alone.\n")
      }
      show("\n\(faults) in \(counted(files.count - left.count, "file")) mended.\n\n")
      return true
    } catch {
      console.printError("hubwright: a source could not be written: \(error.localizedDescription)\n")
      throw ExitCode(74)
    }
  }
}

extension BuildResult {
  /// Whether a file has as many faults as are reported of one at once, so that there may be more.
  fileprivate var hasFileWithAllFaultsShown: Bool {
    Dictionary(grouping: diagnostics) { $0.range.file.path }.contains { $0.value.count >= 200 }
  }
}
