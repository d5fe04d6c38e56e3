import Diagnostics
import Formats

/// The fault of a file that holds the marks which git leaves where two changes of one place meet; nil for any other.
func unfinishedMerge(in file: SourceFile) -> DiagnosticFound? {
  guard stands(mark, in: file.text),
    let first = line(beginningWith: "<<<<<<< ", in: file), line(beginningWith: ">>>>>>> ", in: file) != nil
  else { return nil }
  return DiagnosticFound(
    diagnostic: Diagnostic(
      .unfinishedMerge, "two changes of this place met, and nobody chose between them", at: first,
      help: "Keep what is right of the lines up to '>>>>>>>', and take out the lines '<<<<<<<', '=======' and '>>>>>>>'"
    ))
}

/// What a file with such marks holds somewhere, and hardly another does.
private let mark: ByteMark = "<<<<<<< "

private func stands(_ mark: ByteMark, in text: String) -> Bool {
  var text = text
  return text.withUTF8 { mark.offset(in: UnsafeRawBufferPointer($0), from: 0) != nil }
}

/// The first line that begins with a mark, fenced code aside, in which a text may show such marks.
private func line(beginningWith mark: String, in file: SourceFile) -> SourceRange? {
  let mark = Array(mark.utf8)
  let fence = Array("```".utf8)
  var isFenced = false
  for line in linesOf(file.text[...]) {
    if line.utf8.starts(with: fence) { isFenced.toggle() }
    if !isFenced, line.utf8.starts(with: mark) {
      let start = file.text.utf8.distance(from: file.text.startIndex, to: line.startIndex)
      return file.range(ofBytes: start..<(start + mark.count - 1))
    }
  }
  return nil
}
