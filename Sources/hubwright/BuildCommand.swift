import ArgumentParser
import CivilTime
import Diagnostics
import Foundation
import Outputs
import Publishing

/// `hubwright build`: reads a hub, and writes its site.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Builds a hub's site.",
    discussion:
      "Exits 0 when the site is built, 1 when the content has errors, 64 on wrong usage, 74 when the machine failed.")

  @Argument(help: "The hub's folder, which holds site-content, templates and public.")
  var hub = "."

  @Option(help: "The folder to write the site to. (default: HUB/public)")
  var output: String?

  @Option(help: "The day to build the site for, such as 2026-11-09. (default: today in the hub's time zone)")
  var asOf: CivilDate?

  @Option(help: "The site's canonical address, instead of the one in hub.yaml.", transform: webAddress)
  var address: String?

  @Flag(help: "Show drafts, and pages before and after their dates.")
  var drafts = false

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @Flag(help: "Print the time and memory of each stage.")
  var timings = false

  @Option(help: "How many threads to use. (default: one for each processor)")
  var jobs: Int?

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 256.") }
  }

  func run() throws {
    var stopwatch = Stopwatch()
    let jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    let request = BuildRequest(
      hub: hub, asOf: asOf, today: today(inTimeZone:), address: address, includesDrafts: drafts, jobs: jobs,
      history: { [hub] in readHistory(of: hub) })
    let result = buildSite(request) { stopwatch.finish($0) }
    let console = Console()
    console.show(result.diagnostics, strict: strict)
    guard let plan = result.plan, !(strict && !result.diagnostics.isEmpty) else { throw ExitCode(1) }
    let progress = ProgressLine(isShown: console.isTerminal)
    let refuses = { (findings: [Diagnostic]) in strict && !findings.isEmpty }
    let summary: WriteSummary
    do {
      summary = try writeSite(
        plan, to: output ?? "\(hub)/public", jobs: jobs, progress: progress.show, refuses: refuses)
    } catch {
      progress.clear()
      console.printError("hubwright: \(error.sentence)\n")
      throw ExitCode(74)
    }
    progress.clear()
    stopwatch.finish(.writing)
    console.show(summary.findings, strict: strict)
    guard !refuses(summary.findings) else { throw ExitCode(1) }
    for record in summary.damagedRecords {
      console.printError(
        "hubwright: the record of earlier builds \(record) was damaged; files that only it named are left alone.\n")
    }
    if timings { print(stopwatch.report) }
    print(
      "\(plan.files.count) files for \(result.pages) documents: \(summary.written.count) written, "
        + "\(summary.unchanged) unchanged, \(summary.removed.count) removed; "
        + "\(counted(result.diagnostics.count + summary.findings.count, "warning")); \(stopwatch.total)")
    print(result.nextChange?.sentence ?? "Nothing in the site changes by itself after this day.")
  }
}

/// The current day in a time zone.
func today(inTimeZone name: String) -> CivilDate {
  var calendar = Calendar(identifier: .gregorian)
  calendar.timeZone = TimeZone(identifier: name) ?? .gmt
  let parts = calendar.dateComponents([.year, .month, .day], from: Date())
  return CivilDate(year: parts.year ?? 1970, month: parts.month ?? 1, day: parts.day ?? 1) ?? .first
}

func webAddress(_ text: String) throws -> String {
  guard let url = URL(string: text), let scheme = url.scheme, ["http", "https"].contains(scheme), url.host() != nil,
    url.query() == nil, url.fragment() == nil
  else { throw ValidationError("An address begins with https:// and names a host.") }
  return text.hasSuffix("/") ? text : text + "/"
}

extension CivilDate: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(isoText: argument)
  }
}
