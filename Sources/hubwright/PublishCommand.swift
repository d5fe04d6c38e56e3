import ArgumentParser
import Content
import Diagnostics
import Editions
import Foundation
import Linking
import OutputFiles
import Publishing
import Reports

/// `hubwright publish`: builds a hub, and sends what changed to where readers find it.
struct PublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "Builds a hub's site, and sends what changed to a target of hub.yaml.",
    discussion: """
      What pages load goes first, then pages, then the list of the edition, and removals last. A publish that was interrupted goes on when it \
      is called again. Exits 0 when the target holds the edition, 1 when the content has errors, 64 on wrong usage, 74 when the machine, \
      the network or a program failed.
      """)

  @Argument(help: "The id of a target in 'publish' of hub.yaml. (default: the first)")
  var target: String?

  @Option(help: "The hub's folder.")
  var hub = "."

  @Flag(help: "Show what would be sent and removed, and change nothing at the target.")
  var dryRun = false

  @Flag(help: "Send every file again, also to a place that holds a site which no publish sent.")
  var force = false

  @Flag(help: "Send the site as it was last built to HUB/public, and do not build it.")
  var built = false

  @Option(help: "Sign the edition with this key of OpenSSH; its public half where ssh-agent holds the key.")
  var sign: String?

  func validate() throws {
    if built, sign != nil { throw ValidationError("--sign signs what is built, and --built builds nothing.") }
  }

  func run() throws {
    let console = Console()
    let folder = "\(hub)/public"
    let description = try builtHub(folder, console)
    let target = try target(in: description, console)
    let progress = ProgressLine(isShown: console.isTerminal)
    let done: PublishOutcome
    do {
      done = try publishEdition(
        in: folder, to: target, isDry: dryRun, isForced: force, jobs: ProcessInfo.processInfo.activeProcessorCount,
        progress: progress.show)
    } catch {
      progress.clear()
      console.printError("hubwright: \(error.sentence)\n")
      throw ExitCode(74)
    }
    progress.clear()
    printResult(text(of: done, target))
    guard !dryRun else { return }
    printResult(sentence(on: copyOfReaders(at: description.address, comparedWith: folder), description.address) + "\n")
  }

  /// The hub whose site is in the folder; built first, unless the last build is meant.
  private func builtHub(_ folder: String, _ console: Console) throws -> HubDescription {
    let jobs = ProcessInfo.processInfo.activeProcessorCount
    var request = BuildRequest(
      hub: hub, asOf: nil, today: today(inTimeZone:), jobs: jobs, history: { [hub] in readHistory(of: hub) })
    request.instant = currentInstant
    request.signer = try sign.map { try signer(key: $0, console) }
    // Of what was built already only the hub's description is asked for.
    request.indexesSearch = !built
    let result = buildSite(request)
    let faults = result.diagnostics.withoutHints
    guard let plan = result.plan, let description = result.graph?.hub else {
      console.show(faults, as: .human, isAside: true, conclusion: "; nothing was published")
      throw ExitCode(1)
    }
    guard description.listsDigests else {
      console.printError(
        "hubwright: what changed is known by the list of checksums, and the hub has 'checksums: false'.\n")
      throw ExitCode(64)
    }
    if built { return description }
    do {
      let found = { (findings: [Diagnostic]) in faults + findings.rated(by: description.checks).withoutHints }
      let summary = try writeSite(
        plan, of: SiteOwnership(hubAddress: description.address), to: folder, jobs: jobs,
        refuses: { found($0).containsError })
      let all = found(summary.findings)
      console.show(all, as: .human, isAside: true, conclusion: "")
      guard !all.containsError else { throw ExitCode(1) }
    } catch let failure as WriteFailure {
      console.printError("hubwright: \(failure.sentence)\n")
      throw ExitCode(74)
    }
    return description
  }

  private func target(in description: HubDescription, _ console: Console) throws -> PublishTarget {
    let targets = description.publishing
    if let found = targets.first(where: { target == nil || $0.id == target }) {
      // A folder is told from that of the hub, whoever calls from wherever.
      guard case .folder(let path) = found.place else { return found }
      let folder = path.hasPrefix("/") ? path : "\(hub)/\(path)"
      if let reason = reasonAgainst(output: folder, ofHub: hub) {
        console.printError("hubwright: \(reason.replacing(" with --output", with: ""))\n")
        throw ExitCode(64)
      }
      return PublishTarget(id: found.id, place: .folder(folder))
    }
    let ids = targets.map(\.id).joined(separator: ", ")
    console.printError(
      targets.isEmpty
        ? "hubwright: hub.yaml names no target: write 'publish: [{id: web, folder: /var/www/hub}]' there, or rsync, git or rclone in place of folder.\n"
        : "hubwright: hub.yaml names no target '\(target ?? "")'; there are \(ids).\n")
    throw ExitCode(64)
  }

  private func text(of done: PublishOutcome, _ target: PublishTarget) -> String {
    let steps = done.steps
    guard !steps.isEmpty else { return "'\(target.id)' holds the edition \(done.edition.short) already.\n" }
    guard dryRun else {
      return "\(counted(steps.sent.count, "file")) sent to '\(target.id)', \(steps.removals.count) removed; "
        + "it holds the edition \(done.edition.short).\n"
    }
    let lines = (steps.sent + steps.lists).map { "send    \($0)" } + steps.removals.map { "remove  \($0)" }
    return
      (lines + [
        "\(counted(steps.sent.count + steps.lists.count, "file")) would be sent to '\(target.id)', "
          + "\(steps.removals.count) removed. Nothing was changed."
      ]).map { printableText($0) + "\n" }.joined()
  }

  private func sentence(on copy: ReadersCopy, _ address: String) -> String {
    switch copy {
    case .same(let files): "Readers of \(address) get this edition: its list and \(files) of its files were asked for."
    case .other(let name?):
      "Readers of \(address) still get the edition \(name.short). Some hosts take minutes; ask again: hubwright verify \(address)"
    case .other(nil):
      "Readers of \(address) get no list of this edition. Some hosts take minutes; ask again: hubwright verify \(address)"
    case .differing(let paths):
      "Readers of \(address) get this edition's list, and other files: \(paths.joined(separator: ", ")). Ask again: hubwright verify \(address)"
    case .unknown(let reason): "What readers get could not be asked: \(reason)"
    }
  }
}
