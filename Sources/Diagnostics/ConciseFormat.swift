/// One line a fault, as editors and scripts like it: `file:line:column: error[code]: message`.
package func conciseText(for diagnostics: some Sequence<Diagnostic>) -> String {
  diagnostics.map { diagnostic in
    let place = diagnostic.range
    return "\(place.file.path):\(place.start.line):\(place.start.column): "
      + "\(diagnostic.severity.rawValue)[\(diagnostic.code.rawValue)]: \(diagnostic.message)\n"
  }.joined()
}
