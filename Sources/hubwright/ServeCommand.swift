import ArgumentParser
import Content
import DevServer
import Diagnostics
import Foundation
import OutputFiles
import Publishing
import Reports

/// `hubwright serve`: shows a hub in the browser while it is written.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Shows a hub in the browser, and each change as soon as it is saved.",
    discussion: "Writes nothing, and answers this machine alone. Drafts and pages of the future are shown, and say so.")

  @Argument(help: "The hub's folder, which holds site-content and templates.")
  var hub = "."

  @Option(help: "The port to serve on. (default: \(firstPort), or the next that is free)")
  var port: UInt16?

  @Flag(help: "Open the browser.")
  var open = false

  func run() throws {
    let console = Console()
    var history = PreviewHistory(run: String(ProcessInfo.processInfo.processIdentifier))
    let server = try listen(&history, console)
    let address = "http://localhost:\(server.port)/"
    printLine("Serving \(address) until you press Ctrl-C")
    endWithoutComplaint(on: [SIGINT, SIGTERM])
    if open { openBrowser(at: address, console) }
    let watcher = watchFolders(["site-content", "templates"], of: hub)
    // A commit changes no text, so the history is asked for once.
    let past = readHistory(of: hub)
    var request = BuildRequest(
      hub: hub, asOf: nil, today: today(inTimeZone:), includesDrafts: true,
      jobs: ProcessInfo.processInfo.activeProcessorCount, history: { past })
    request.instant = currentInstant
    var memory = BuildMemory()
    var newest: (result: BuildResult, time: Duration)?
    keepPreview(
      on: server, history, watching: watcher,
      build: { isWhole in
        let start = ContinuousClock.now
        request.indexesSearch = isWhole
        let result = buildSite(request, memory: &memory)
        if !isWhole { newest = (result, ContinuousClock.now - start) }
        return BuildAttempt(site: result.plan, faults: AnnotatedFormat().text(for: result.diagnostics.withoutHints))
      },
      shown: { _ in
        guard let (result, time) = newest else { return }
        console.show(result.diagnostics.withoutHints, as: .human, isAside: true, conclusion: "")
        let outcome = result.plan.map { "\($0.files.count) files" } ?? "The last good site is shown"
        printLine("\(outcome); \(Int(time / .milliseconds(1))) ms")
      })
  }

  private func listen(_ history: inout PreviewHistory, _ console: Console) throws -> PreviewServer {
    let ports = port.map { [$0] } ?? Array(firstPort..<(firstPort + 100))
    do {
      let building = BuildAttempt(site: nil, faults: "The hub is being built.")
      return try PreviewServer(ports: ports, preview: history.preview(after: building))
    } catch .portIsTaken {
      console.printError(
        port.map { "hubwright: another program listens on port \($0); leave --port out, and a free one is taken.\n" }
          ?? "hubwright: other programs listen on all ports from \(firstPort) on; name a free one with --port.\n")
    } catch .system(let number) {
      console.printError("hubwright: \(String(cString: strerror(number))): no port could be opened.\n")
    }
    throw ExitCode(74)
  }

  private func openBrowser(at address: String, _ console: Console) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["xdg-open", address]
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    do { try process.run() } catch { console.printError("hubwright: no browser could be opened; go to \(address)\n") }
  }
}

private let firstPort: UInt16 = 4000

/// Ctrl-C is how a preview is meant to end.
private func endWithoutComplaint(on signals: [Int32]) {
  for number in signals { signal(number) { _ in _exit(0) } }
}
