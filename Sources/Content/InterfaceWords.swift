import Diagnostics
import Yams

/// The interface words of one language, each with its place.
package struct InterfaceWords: Sendable {
  package let texts: [String: String]
  package let file: SourceFile
}

/// Reads a file of `templates/strings`: one flat list of `key: text`.
package func readInterfaceWords(_ file: SourceFile) -> (words: InterfaceWords?, diagnostics: [Diagnostic]) {
  let source = YAMLSource(file: file, lineOffset: 0)
  switch source.compose(file.text) {
  case .failure(let fault): return (nil, [fault.diagnostic])
  case .success(let node):
    guard let mapping = node?.mapping else {
      let diagnostic = Diagnostic(
        .wrongType, "a file of words holds a list of 'key: text'", at: .start(of: file), help: "Write 'sources: Sources'")
      return (nil, [diagnostic])
    }
    var texts: [String: String] = [:]
    var diagnostics: [Diagnostic] = []
    for (key, value) in mapping {
      guard case .scalar(let text) = value, let name = key.scalar?.string else {
        diagnostics.append(
          Diagnostic(.wrongType, "a word is a text", at: source.range(of: value), help: "Write 'sources: Sources'"))
        continue
      }
      texts[name] = text.string
    }
    return (InterfaceWords(texts: texts, file: file), diagnostics)
  }
}
