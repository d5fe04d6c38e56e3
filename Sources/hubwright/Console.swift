import Diagnostics
import Foundation
import Synchronization

/// What the command says besides its result, on standard error.
struct Console {
  let isTerminal = isatty(STDERR_FILENO) == 1

  func show(_ diagnostics: [Diagnostic], strict: Bool) {
    guard !diagnostics.isEmpty else { return }
    let usesColour = isTerminal && ProcessInfo.processInfo.environment["NO_COLOR"]?.isEmpty ?? true
    printError(AnnotatedFormat(usesColour: usesColour).text(for: diagnostics))
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    let counts = [errors > 0 ? counted(errors, "error") : nil, warnings > 0 ? counted(warnings, "warning") : nil]
    let refusal = errors > 0 || strict ? "; nothing was written" : ""
    printError("\n" + counts.compactMap { $0 }.joined(separator: " and ") + refusal + "\n")
  }

  func printError(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
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
      FileHandle.standardError.write(Data("\r\u{1B}[K\(done) of \(total) files".utf8))
    }
  }

  func clear() {
    lastShown.withLock { last in
      if last != nil { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
      last = nil
    }
  }
}
