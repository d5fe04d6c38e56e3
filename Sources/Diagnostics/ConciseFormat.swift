/// One line a fault, as editors and scripts like it: `file:line:column: error[code]: message`.
package func conciseText(for diagnostics: some Sequence<Diagnostic>) -> String {
  diagnostics.map { diagnostic in
    "\(placeText(of: diagnostic.range)): \(diagnostic.severity.rawValue)[\(diagnostic.code.rawValue)]: "
      + printableText(diagnostic.message) + "\n"
  }.joined()
}
