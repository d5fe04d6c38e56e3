import Diagnostics

extension Diagnostic {
  /// What is wrong with what it says: each place and each mend has to be in its file, and the message to be one.
  package var faultsOfItself: [String] {
    var faults = ([range] + notes.map(\.range)).compactMap(\.fault).map { "\(code.rawValue) \($0)" }
    for edit in edits where edit.range.file.byteOffset(of: edit.range.end) == nil {
      faults.append("\(code.rawValue) mends what is not there")
    }
    if message.isEmpty { faults.append("\(code.rawValue) says nothing") }
    return faults
  }
}

extension SourceRange {
  fileprivate var fault: String? {
    if file.path.isEmpty { return "names no file" }
    // What is said of a file as a whole stands at its beginning, whatever it holds.
    if start == end, start == SourcePosition(line: 1, column: 1) { return nil }
    // The end may be past its line, as that of a value on several lines: reports cut it there.
    guard file.byteOffset(of: start) != nil, file.line(end.line) != nil else {
      return "has no place: \(file.path):\(start.line):\(start.column)"
    }
    return nil
  }
}
