import Diagnostics

/// The forms in which faults are shown: to people, to editors, and to the forges that run a check.
package enum ReportFormat: String, Sendable, CaseIterable {
  case human, concise, json, sarif, github, gitlab, checkstyle

  /// Whether the form is read by programs, so that nothing else may stand beside it.
  package var isForMachines: Bool { self != .human && self != .concise }

  /// The faults in their form; colour is for people alone.
  package func text(for diagnostics: [Diagnostic], version: String, usesColour: Bool) -> String {
    switch self {
    case .human: AnnotatedFormat(usesColour: usesColour).groupedText(for: diagnostics)
    case .concise: conciseText(for: diagnostics)
    case .json: lines(jsonReport(of: diagnostics, version: version))
    case .sarif: lines(sarifReport(of: diagnostics, version: version))
    case .github: gitHubText(for: diagnostics)
    case .gitlab: lines(gitLabReport(of: diagnostics))
    case .checkstyle: String(decoding: checkstyleReport(of: diagnostics), as: UTF8.self)
    }
  }
}
