import Diagnostics
import Languages

/// The interface words that one file gives, each with its place.
package struct InterfaceWords: Sendable {
  /// Words that stand as they are.
  package let texts: [String: String]
  /// Words with a number, by the plural categories for which the file has a form.
  package let counted: [String: [PluralCategory: String]]
  /// Where the name of each word stands, also of one that is left empty.
  package let places: [String: SourceRange]
  /// Who answers for the words; nil where nobody does.
  package let reviewed: TranslationReview?
  package let file: SourceFile

  package init(
    texts: [String: String], counted: [String: [PluralCategory: String]] = [:], places: [String: SourceRange] = [:],
    reviewed: TranslationReview? = nil, file: SourceFile
  ) {
    self.texts = texts
    self.counted = counted
    self.places = places
    self.reviewed = reviewed
    self.file = file
  }

  /// The names of the words that have a text.
  package var names: Set<String> { Set(texts.keys).union(counted.keys) }
}

/// Reads a file of `templates/strings`: one flat list of `key: text`, in which a word with a number has a form for each plural
/// category, `key: {one: …, other: …}`. A word without a text is one that the file lacks, and one with empty quotes shows nothing.
package func readInterfaceWords(_ file: SourceFile) -> (words: InterfaceWords?, diagnostics: [Diagnostic]) {
  let source = YAMLSource(file: file)
  let fault: Diagnostic
  switch source.parse(file.text[...]) {
  case .failure(let found): fault = found.diagnostic
  // A file in which every word is commented out.
  case .success(nil) where !file.text.isEmpty: return (InterfaceWords(texts: [:], file: file), [])
  case .success(let node):
    if case .fields(let fields)? = node?.content {
      var reader = WordReader(source: source)
      for field in fields { reader.read(field) }
      return (reader.words, reader.diagnostics)
    }
    fault = Diagnostic(
      .wrongType, "a file of words holds a list of 'key: text'", at: .start(of: file), help: "Write 'sources: Sources'")
  }
  return (nil, [fault])
}

private struct WordReader {
  let source: YAMLSource
  private var texts: [String: String] = [:]
  private var counted: [String: [PluralCategory: String]] = [:]
  private var places: [String: SourceRange] = [:]
  private var reviewed: TranslationReview?
  private(set) var diagnostics: [Diagnostic] = []

  init(source: YAMLSource) { self.source = source }

  var words: InterfaceWords {
    InterfaceWords(texts: texts, counted: counted, places: places, reviewed: reviewed, file: source.file)
  }

  mutating func read(_ field: YAMLField) {
    guard field.name != TranslationReview.field else { return readReview(field) }
    places[field.name] = source.range(of: field.nameMark)
    switch field.value.content {
    // Quotes around nothing are meant; a word without a value is still to be filled in.
    case .empty: if ["''", "\"\""].contains(where: source.text(behind: field).hasPrefix) { texts[field.name] = "" }
    case .text(let text): texts[field.name] = text
    case .fields(let forms): counted[field.name] = read(forms)
    case .list:
      diagnostics.append(
        source.fault(.wrongType, "a word is a text", at: field.value.mark, help: "Write 'sources: Sources'").diagnostic)
    }
    if counted[field.name]?.isEmpty == true { counted[field.name] = nil }
  }

  private mutating func readReview(_ field: YAMLField) {
    var fields = FieldReader([field], in: source, place: source.range(of: field.nameMark), noun: "a file of words")
    reviewed = fields.translationReview()
    diagnostics += fields.diagnostics
  }

  private mutating func read(_ forms: [YAMLField]) -> [PluralCategory: String] {
    var read: [PluralCategory: String] = [:]
    for form in forms {
      guard let category = PluralCategory(rawValue: form.name) else {
        let known = PluralCategory.allCases.map(\.rawValue)
        let nearest = nearestName(to: form.name, among: known)
        diagnostics.append(
          Diagnostic(
            .unknownWord,
            "a word with a number has forms for \(known.joined(separator: ", ")), and '\(form.name)' is none",
            at: source.range(of: form.nameMark), help: nearest.map { "Write '\($0)'" } ?? "Write one of these"))
        continue
      }
      switch form.value.content {
      case .empty: break
      case .text(let text): read[category] = text
      case .list, .fields:
        diagnostics.append(
          source.fault(.wrongType, "a form is a text", at: form.value.mark, help: "Write '\(form.name): …'").diagnostic)
      }
    }
    return read
  }
}
