import Diagnostics

/// Reads the body of a document: everything after its front matter.
///
/// `firstLine` is the line of the file on which the body begins, and `reservedIDs` those of the page on which it will stand. A body that is refused as too complex comes back empty, with its
/// diagnostic; other faults leave out only what is at fault.
package func readMarkdown(
  _ body: Substring, in file: SourceFile, firstLine: Int = 1, reservedIDs: Set<String> = []
) -> (body: MarkdownBody, diagnostics: [Diagnostic]) {
  var body = body
  return body.withUTF8 { bytes in
    if let excess = ComplexityGuard.excess(in: bytes) {
      let place = BodyPlace(line: excess.line + firstLine - 1, column: 1, length: 1)
      let diagnostic = Diagnostic(
        .tooComplex, "a text keeps within reason, and this has \(excess.what)", at: place.range(in: file),
        help: "Put a backslash before marks that are meant as text, or cut the text into several pages")
      return (.empty, [diagnostic])
    }
    guard let tree = MarkdownTree(parsing: bytes) else { return (.empty, []) }
    var writer = BodyWriter(bytes, of: file, lineOffset: firstLine - 1, reservedIDs: reservedIDs)
    writer.write(tree.root)
    let (body, diagnostics) = writer.finish()
    guard let reference = controlReference(in: bytes, of: body) else { return (body, diagnostics) }
    var lines = SourceLines(bytes)
    let (line, column) = lines.position(of: reference.range.lowerBound)
    let place = BodyPlace(line: line + firstLine - 1, column: column, length: reference.range.count)
    let fault = Diagnostic(
      .invalidEncoding, "a text holds no control characters, and this names one", at: place.range(in: file),
      help: reference.help)
    return (body, diagnostics + [fault])
  }
}
