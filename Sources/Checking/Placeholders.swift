import Content
import Diagnostics
import Linking
import Markdown

/// What only the publisher of a hub knows, and a new hub has placeholders for: its address, and words in brackets on its contact page.
package func checkPlaceholders(_ graph: ContentGraph) -> [Diagnostic] {
  let contact = graph.hub.contact.flatMap { graph.page($0, in: graph.hub.language) }
  return [addressFault(in: graph.hub), contact.flatMap { bracketFault(in: $0.document) }].compactMap { $0 }
}

private func addressFault(in hub: HubDescription) -> Diagnostic? {
  let host = hostName(of: hub.address)
  guard isReservedForExamples(host) else { return nil }
  let line = (1...).prefix { hub.file.line($0) != nil }.first { hub.file.line($0)?.hasPrefix("address:") == true } ?? 1
  let length = hub.file.line(line)?.unicodeScalars.count ?? 0
  let range = SourceRange(
    file: hub.file, start: SourcePosition(line: line, column: 1),
    end: SourcePosition(line: line, column: length + 1))
  return Diagnostic(
    .unreplacedPlaceholder, "the hub's address is where readers find it, and '\(host)' is reserved for examples",
    at: range,
    help: "Write the address at which the site is published")
}

/// Names that nobody can own (RFC 2606).
private func isReservedForExamples(_ host: String) -> Bool {
  let parts = host.lowercased().split(separator: ".")
  guard let last = parts.last else { return false }
  if ["example", "invalid", "test", "localhost"].contains(last) { return true }
  return parts.dropLast().last == "example" && ["org", "com", "net"].contains(last)
}

/// The first words in square brackets, with the count of the others.
private func bracketFault(in document: Document) -> Diagnostic? {
  guard let written = document.writtenText else { return nil }
  var found: [(words: Substring, place: SourceRange)] = []
  visitBlocks(of: written.text, in: document.source, firstLine: written.firstLine) { block in
    for match in block.text.matches(of: /\[[^\[\]!^][^\[\]]*\]/) {
      let start = block.text.utf8.distance(from: block.text.startIndex, to: match.range.lowerBound)
      let range = start..<(start + match.output.utf8.count)
      if block.code.contains(where: { $0.overlaps(range) }) { continue }
      found.append((match.output, block.range(of: range)))
    }
  }
  guard let first = found.first else { return nil }
  let others = found.count - 1
  return Diagnostic(
    .unreplacedPlaceholder,
    "the page that 'contact' names has words in brackets, '\(first.words)'"
      + (others == 0 ? "" : " and \(others) more"),
    at: first.place, help: "Replace the brackets with what holds for this hub, or take the line out")
}
