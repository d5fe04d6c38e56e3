import Diagnostics

/// The interface words of one language, each with its place.
package struct InterfaceWords: Sendable {
  package let texts: [String: String]
  package let file: SourceFile

  package init(texts: [String: String], file: SourceFile) {
    self.texts = texts
    self.file = file
  }
}

/// Reads a file of `templates/strings`: one flat list of `key: text`.
package func readInterfaceWords(_ file: SourceFile) -> (words: InterfaceWords?, diagnostics: [Diagnostic]) {
  let source = YAMLSource(file: file)
  let fault: Diagnostic
  switch source.parse(file.text[...]) {
  case .failure(let found): fault = found.diagnostic
  case .success(let node):
    if case .fields(let fields)? = node?.content { return words(in: fields, of: source) }
    fault = Diagnostic(
      .wrongType, "a file of words holds a list of 'key: text'", at: .start(of: file), help: "Write 'sources: Sources'")
  }
  return (nil, [fault])
}

private func words(in fields: [YAMLField], of source: YAMLSource) -> (words: InterfaceWords?, diagnostics: [Diagnostic])
{
  var texts: [String: String] = [:]
  var diagnostics: [Diagnostic] = []
  for field in fields {
    switch field.value.content {
    case .text(let text): texts[field.name] = text
    case .empty: texts[field.name] = ""
    case .list, .fields:
      diagnostics.append(
        source.fault(.wrongType, "a word is a text", at: field.value.mark, help: "Write 'sources: Sources'").diagnostic)
    }
  }
  return (InterfaceWords(texts: texts, file: source.file), diagnostics)
}
