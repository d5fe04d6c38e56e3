import Diagnostics
import Formats

/// The faults as Checkstyle's XML, which many build servers and editors read.
func checkstyleReport(of diagnostics: [Diagnostic]) -> [UInt8] {
  var writer = XMLWriter()
  writer.block("checkstyle", ["version": "4.3"]) { report in
    var rest = diagnostics[...]
    while let path = rest.first?.range.file.path {
      let faults = rest.prefix { $0.range.file.path == path }
      rest = rest.dropFirst(faults.count)
      report.block("file", ["name": path]) { file in
        for fault in faults {
          file.element(
            "error",
            [
              "line": String(fault.range.start.line), "column": String(fault.range.start.column),
              "severity": fault.severity == .hint ? "info" : fault.severity.rawValue,
              "message": fault.message + (fault.help.map { ". \($0)" } ?? ""),
              "source": "hubwright.\(fault.code.rawValue)",
            ])
        }
      }
    }
  }
  return writer.bytes
}
