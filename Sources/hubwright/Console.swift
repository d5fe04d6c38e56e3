import Diagnostics
import Foundation
import Reports
import Synchronization

/// What the command says besides its result, on standard error.
struct Console {
  let isTerminal = isatty(STDERR_FILENO) == 1

  /// Shows faults and their count, in colour on a terminal alone; `isAside` where they are not the command's own result.
  func show(_ diagnostics: [Diagnostic], as format: ReportFormat, isAside: Bool, conclusion: String) {
    guard !format.isForMachines else {
      return printResult(format.text(for: diagnostics, version: HubwrightCommand.version, usesColour: false))
    }
    let write = isAside ? printError : printResult
    if isAside, diagnostics.isEmpty { return }
    let text = format.text(
      for: diagnostics, version: HubwrightCommand.version,
      usesColour: usesColour(on: isAside ? STDERR_FILENO : STDOUT_FILENO))
    write(text + "\(countText(of: diagnostics))\(conclusion)\n")
  }

  /// As no-color.org and bixense.com/clicolors ask.
  private func usesColour(on descriptor: Int32) -> Bool {
    let environment = ProcessInfo.processInfo.environment
    if environment["NO_COLOR"]?.isEmpty == false { return false }
    if let forced = environment["CLICOLOR_FORCE"], !forced.isEmpty, forced != "0" { return true }
    return isatty(descriptor) == 1 && environment["TERM"] != "dumb"
  }

  func printError(_ text: String) { StandardStream.errors.write(text) }
}

/// "1 warning", "3 warnings".
func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}

/// A line on the terminal that says how far a build is, once it takes longer than a second.
final class ProgressLine: Sendable {
  private let isShown: Bool
  private let start = ContinuousClock.now
  private let lastShown = Mutex<ContinuousClock.Instant?>(nil)

  init(isShown: Bool) {
    self.isShown = isShown
  }

  @Sendable func show(done: Int, total: Int) {
    guard isShown else { return }
    let now = ContinuousClock.now
    guard now - start > .seconds(1) else { return }
    lastShown.withLock { last in
      if let last, now - last < .milliseconds(100) { return }
      last = now
      StandardStream.errors.write("\r\u{1B}[K\(done) of \(total) files")
    }
  }

  func clear() {
    lastShown.withLock { last in
      if last != nil { StandardStream.errors.write("\r\u{1B}[K") }
      last = nil
    }
  }
}
