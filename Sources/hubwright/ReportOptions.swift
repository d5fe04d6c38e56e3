import ArgumentParser
import Diagnostics
import Reports

/// How faults are shown, and which of them fail.
struct ReportOptions: ParsableArguments {
  @Option(help: "How to show faults.")
  var format = ReportFormat.human

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  /// Whether what was found fails the command.
  func isRefused(_ diagnostics: [Diagnostic]) -> Bool {
    diagnostics.contains { $0.severity == .error || strict && $0.severity == .warning }
  }
}

extension ReportFormat: ExpressibleByArgument {}
