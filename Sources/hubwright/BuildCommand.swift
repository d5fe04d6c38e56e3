import ArgumentParser
import Content
import Diagnostics
import Editions
import Foundation
import Linking
import OutputFiles
import Outputs
import Publishing
import Reports

/// `hubwright build`: reads a hub, and writes its site.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Builds a hub's site.",
    discussion:
      "Exits 0 when the site is built, 1 when the content has errors, 64 on wrong usage, 74 when the machine failed.")

  @OptionGroup var source: SourceOptions

  @Option(help: "The folder to write the site to. (default: HUB/public)")
  var output: String?

  @Option(help: "The site's canonical address, instead of the one in hub.yaml.", transform: webAddress)
  var address: String?

  @Flag(help: "Replace files in the output folder that no build wrote, and the site of another hub.")
  var force = false

  @Option(help: "Sign the edition with this key of OpenSSH; its public half where ssh-agent holds the key.")
  var sign: String?

  @OptionGroup var report: ReportOptions

  @Flag(help: "Build even where nothing has changed since the last build.")
  var fresh = false

  @Flag(help: "Print the time and memory of each stage.")
  var timings = false

  func run() throws {
    var stopwatch = Stopwatch()
    let folder = output ?? "\(source.hub)/public"
    if let reason = reasonAgainst(output: folder, ofHub: source.hub) {
      Console().printError("hubwright: \(reason)\n")
      throw ExitCode(64)
    }
    let console = Console()
    var request = source.request(address: address)
    request.signer = try sign.map { try signer(key: $0, console) }
    let store = fresh ? nil : WorkStore(for: request, .build(output: folder))
    if let known = store?.finished(), !report.isRefused(known.findings) {
      return show(known, written: 0, removed: 0, stopwatch, console)
    }
    let result = buildSite(request) { stopwatch.finish($0) }
    if sign != nil, result.graph?.hub.listsDigests == false {
      console.printError("hubwright: the hub has 'checksums: false', so that there is no list to sign.\n")
      throw ExitCode(64)
    }
    let faults = result.diagnostics.withoutHints
    guard let plan = result.plan, !report.isRefused(faults) else {
      console.show(faults, as: report.format, isAside: true, conclusion: "; nothing was written")
      throw ExitCode(1)
    }
    let progress = ProgressLine(isShown: console.isTerminal)
    let switches = result.graph?.hub.checks ?? []
    // The finished files are weighed while they are written, so all findings are shown together afterwards.
    let allFindings = { (findings: [Diagnostic]) in faults + findings.rated(by: switches).withoutHints }
    let summary: WriteSummary
    do {
      summary = try writeSite(
        plan, of: SiteOwnership(hubAddress: result.graph?.hub.address, replacesOthers: force), to: folder,
        jobs: source.threads, progress: progress.show,
        refuses: { report.isRefused(allFindings($0)) })
    } catch {
      progress.clear()
      console.show(faults, as: report.format, isAside: true, conclusion: "")
      console.printError("hubwright: \(error.sentence)\n")
      throw ExitCode(74)
    }
    progress.clear()
    stopwatch.finish(.writing)
    let findings = allFindings(summary.findings)
    guard !report.isRefused(findings) else {
      console.show(findings, as: report.format, isAside: true, conclusion: "; nothing was written")
      throw ExitCode(1)
    }
    for record in summary.damagedRecords {
      console.printError(
        "hubwright: the record of earlier builds \(record) was damaged; files that only it named are left alone.\n")
    }
    let work = FinishedWork(
      findings: findings,
      summary: WorkSummary(files: plan.files.count, documents: result.pages, closing: closing(result, in: folder)))
    if let graph = result.graph, summary.damagedRecords.isEmpty { store?.keep(work, of: graph) }
    show(work, written: summary.written.count, removed: summary.removed.count, stopwatch, console)
    // To take a large hub apart piece by piece takes a tenth of a second that nobody should wait for.
    withExtendedLifetime(result) { Foundation.exit(0) }
  }

  /// What is said of a site beside its findings and its numbers.
  private func closing(_ result: BuildResult, in folder: String) -> String {
    let placeholders = result.placeholders.map {
      "Still to be replaced, \($0.range.file.path):\($0.range.start.line): \($0.message).\n"
    }
    let edition = editionName(inFolder: folder).map { "Edition \($0.short)\(sign == nil ? "" : ", signed").\n" }
    return placeholders.joined() + (edition ?? "")
      + (result.nextChange?.sentence ?? "Nothing in the site changes by itself after this day.") + "\n"
  }

  private func show(_ work: FinishedWork, written: Int, removed: Int, _ stopwatch: Stopwatch, _ console: Console) {
    console.show(work.findings, as: report.format, isAside: true, conclusion: "")
    let lines =
      (timings ? stopwatch.report + "\n" : "")
      + "\(work.summary.files) files for \(work.summary.documents) documents: \(written) written, "
      + "\(work.summary.files - written) unchanged, \(removed) removed; "
      + "\(counted(work.findings.count, "warning")); \(stopwatch.total)\n" + work.summary.closing
    if report.format.isForMachines { console.printError(lines) } else { printResult(lines) }
  }
}

func signer(key: String, _ console: Console) throws -> EditionSigner {
  do {
    return try sshSigner(key: key)
  } catch {
    console.printError("hubwright: editions are signed with a key of OpenSSH, and \(error.reason).\n")
    throw ExitCode(64)
  }
}

func webAddress(_ text: String) throws -> String {
  guard let url = URL(string: text), let scheme = url.scheme, ["http", "https"].contains(scheme), url.host() != nil,
    url.query() == nil, url.fragment() == nil
  else { throw ValidationError("An address begins with https:// and names a host.") }
  return text.hasSuffix("/") ? text : text + "/"
}
