import ArgumentParser
import Diagnostics
import Foundation
import Publishing
import Reports

/// `hubwright record`: writes down the addresses that a hub publishes.
struct RecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Adds the hub's addresses to site-content/published.txt, so that none gets lost.",
    discussion: "Run it when you publish, and commit the file: a build in which one of them is missing is refused.")

  @Argument(help: "The hub's folder.")
  var hub = "."

  func run() throws {
    let console = Console()
    let request = BuildRequest(
      hub: hub, asOf: nil, today: today(inTimeZone:), jobs: ProcessInfo.processInfo.activeProcessorCount)
    let (added, diagnostics) = try recordAddresses(of: request)
    console.show(
      diagnostics.withoutHints, as: .human, isAside: true, conclusion: added == nil ? "; nothing was written" : "")
    guard let added else { throw ExitCode(1) }
    printLine("\(added) \(added == 1 ? "address" : "addresses") added to site-content/published.txt")
  }
}
