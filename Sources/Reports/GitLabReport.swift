import Diagnostics
import Formats

/// The faults as GitLab's Code Quality report takes them; of two that are alike the second has a fingerprint of its own.
func gitLabReport(of diagnostics: [Diagnostic]) -> JSONValue {
  var counts: [String: Int] = [:]
  return .array(
    diagnostics.map { diagnostic in
      let print = fingerprint(of: diagnostic)
      let number = counts[print, default: 0]
      counts[print] = number + 1
      return [
        "description": .string(diagnostic.message + (diagnostic.help.map { ". \($0)" } ?? "")),
        "check_name": .string(diagnostic.code.rawValue),
        "fingerprint": .string(number == 0 ? print : "\(print)-\(number)"),
        "severity": .string(diagnostic.severity.gitLabName),
        "location": [
          "path": .string(diagnostic.range.file.path), "lines": ["begin": .integer(diagnostic.range.start.line)],
        ],
      ]
    })
}

extension Severity {
  fileprivate var gitLabName: String {
    switch self {
    case .error: "critical"
    case .warning: "minor"
    case .hint: "info"
    }
  }
}
