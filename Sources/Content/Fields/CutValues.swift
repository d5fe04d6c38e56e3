import Diagnostics

/// Reports the fields whose text ends before a '#' that was hardly meant as a comment, since a word follows it without a space.
package func cutValues(in file: SourceFile) -> [Diagnostic] {
  guard let (yaml, firstLine) = FrontMatter.fields(of: file) else { return [] }
  return linesOf(yaml).enumerated().compactMap { index, line in
    guard let sign = line.firstRange(of: " #"), let next = line[sign.upperBound...].first, !next.isWhitespace,
      next != "#", line.first(where: { $0 != " " }) != "#", let colon = line[..<sign.lowerBound].firstRange(of: ": ")
    else { return nil }
    let value = line[colon.upperBound..<sign.lowerBound]
    guard let first = value.first, !"\"'[{|>#".contains(first) else { return nil }
    let start = line[..<sign.lowerBound].unicodeScalars.count + 2
    let whole = line[colon.upperBound...]
    return Diagnostic(
      .cutValue, "the text ends before ' #', which begins a comment",
      at: SourceRange(
        file: file, start: SourcePosition(line: firstLine + index, column: start),
        end: SourcePosition(line: firstLine + index, column: start + 1)),
      help: "Put it in quotes: '\(whole.replacing("'", with: "''"))'")
  }
}
