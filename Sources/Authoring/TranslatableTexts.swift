import Content
import Diagnostics
import Linking
import Markdown

/// What is translated as one: a document, or the hub's own description.
struct TranslatableSource {
  /// `guides/speak`, or `hub`.
  let id: String
  let fields: WrittenFields
  /// Nil for the hub.
  let document: Document?

  init(_ document: Document) {
    (id, fields, self.document) = (document.id.description, document.writtenFields, document)
  }

  init(_ hub: HubDescription) {
    (id, fields, document) = (ContentGraph.hubID, hub.writtenFields, nil)
  }

  var path: String { fields.file.path }
}

/// A text of an original that is translated as a whole: a field, or a block of Markdown.
struct TranslatableText {
  enum Place: Equatable {
    case field(path: String)
    /// The lines of the file that the block takes.
    case block(lines: ClosedRange<Int>)
  }

  let place: Place
  /// Without line breaks at its ends, which gettext wants to be the same in every language.
  let text: String
  let line: Int
  /// What a translator is told of it.
  let note: String
  /// The piece of the original, by the name that `OriginalSection` gives it.
  let section: String
  /// What a heading is found by, to be given to its translation, so that links hold in every language; nil where the heading says it.
  var anchor: String?
  /// The line breaks behind a field's text.
  var ending = ""
  /// Whether it is made of records, so that nothing in it is translated.
  var isDerived = false
  /// What the translation that is there says; nil where there is none, or it cannot be told which of its texts is meant.
  var translation: String?
  /// Whether the original has changed since.
  var isOutdated = false

  static let footnotes = "^"

  var isBlock: Bool {
    if case .block = place { true } else { false }
  }
}

/// What of a document is translated, beside its translation.
struct TranslatableTexts {
  let original: TranslatableSource
  let known: TranslatableSource?
  private(set) var texts: [TranslatableText]
  /// The paths of the fields that the original had when it was translated, and has no more.
  private(set) var lostFields: Set<String> = []
  /// Whether a translation is there whose blocks are not those of its original.
  private(set) var isUnmatched = false

  init(of original: Page, _ known: Page?, in graph: ContentGraph) {
    self.init(TranslatableSource(original.document), known.map { TranslatableSource($0.document) })
    guard let known else { return }
    let state = graph.translationState(of: known)
    matchFields(to: state?.changes ?? [])
    matchBlocks(to: Self.blocks(of: known.document), state)
  }

  /// Those of the hub's own description.
  init(ofHub graph: ContentGraph, in language: String) {
    let known = graph.isWorded(in: language) ? graph.worded(in: language).hub : nil
    self.init(TranslatableSource(graph.hub), known.map(TranslatableSource.init))
    matchFields(to: graph.hubChanges(in: language) ?? [])
  }

  private init(_ original: TranslatableSource, _ known: TranslatableSource?) {
    self.original = original
    self.known = known
    texts = Self.fields(of: original) + (original.document.map(Self.blocks) ?? [])
  }

  /// Those that a translator is asked for.
  var translatable: [TranslatableText] { texts.filter { !$0.isDerived } }

  private mutating func matchFields(to changes: [SectionChange]) {
    let own = (known?.fields.ownTexts ?? []).map { ($0.path, withoutOuterLineBreaks($0.text)) }
    let fields = Dictionary(own, uniquingKeysWith: { first, _ in first })
    let changed = Set(changes.filter { $0.kind != .moved && $0.kind != .untranslated }.map(\.name))
    lostFields = Set(changes.filter { $0.kind == .gone && $0.isOfField }.map { String($0.name.dropFirst()) })
    for number in texts.indices {
      texts[number].isOutdated = changed.contains(texts[number].section)
      if case .field(let path) = texts[number].place { texts[number].translation = fields[path] }
    }
  }

  /// Pairs the blocks of a section with those of the section that renders it, where both have as many.
  private mutating func matchBlocks(to blocks: [TranslatableText], _ state: TranslationState?) {
    let own = blocks.inSections
    let originals = texts.filter(\.isBlock).inSections
    for (number, blocks) in originals.enumerated() {
      let section = blocks[0].section
      let isNote = section == TranslatableText.footnotes
      let position =
        isNote ? own.firstIndex { $0[0].section == section } : state.map { $0.positions[section] } ?? number
      guard let position, own.indices.contains(position), own[position].count == blocks.count,
        state != nil || own.count == originals.count
      else {
        isUnmatched = isUnmatched || !own.isEmpty
        continue
      }
      var translations = own[position].map(\.text)[...]
      for index in texts.indices where texts[index].isBlock && texts[index].section == section {
        var text = translations.removeFirst()
        if let mark = texts[index].mark, let range = text.firstRange(of: mark) { text.removeSubrange(range) }
        if text != texts[index].text { texts[index].translation = text }
      }
    }
  }
}

extension TranslatableText {
  /// What stands behind a heading's words where they do not say by what it is found.
  fileprivate var mark: String? { anchor.map { " {#\($0)}" } }

  /// A translation of it as it stands in its file.
  func written(_ translation: String) -> String {
    guard isBlock else { return translation + ending }
    guard let mark, !translation.contains("{#") else { return translation }
    // An underlined heading has its mark above the line.
    let lines = translation.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > 1, let last = lines.last else { return translation + mark }
    return lines.dropLast().joined(separator: "\n") + mark + "\n" + last
  }
}

extension [TranslatableText] {
  /// Those that follow each other in one section, together.
  fileprivate var inSections: [[TranslatableText]] {
    var places: [String: Int] = [:]
    var sections: [[TranslatableText]] = []
    for text in self {
      if let place = places[text.section] {
        sections[place].append(text)
      } else {
        places[text.section] = sections.count
        sections.append([text])
      }
    }
    return sections
  }
}

// MARK: Reading

extension TranslatableTexts {
  private static func fields(of source: TranslatableSource) -> [TranslatableText] {
    source.fields.texts.map { field in
      TranslatableText(
        place: .field(path: field.path), text: withoutOuterLineBreaks(field.text), line: field.place.start.line,
        note: "\(field.path) of \(source.id)", section: ":\(field.path)",
        ending: String(field.text.reversed().prefix(while: \.isNewline)))
    }
  }

  private static func blocks(of document: Document) -> [TranslatableText] {
    guard let written = document.writtenText else { return [] }
    var headings = document.body.headings[...]
    var section = "#"
    return sourceBlocks(of: written.text, firstLine: written.firstLine).map { block in
      var anchor: String?
      if block.role == .heading, let heading = headings.popFirst() {
        section = "#" + heading.anchor
        if !block.text.contains("{#"), heading.displacedAnchor == nil { anchor = heading.anchor }
      }
      return TranslatableText(
        place: .block(lines: block.lines), text: block.text, line: block.lines.lowerBound,
        note: "\(block.role.rawValue) of \(document.id)",
        section: block.role == .note ? TranslatableText.footnotes : section, anchor: anchor,
        isDerived: block.role == .code && block.text.contains(/^\s*[`~]{3,}\s*\{/))
    }
  }
}

private func withoutOuterLineBreaks(_ text: String) -> String {
  var text = text[...]
  while text.first?.isNewline == true { text.removeFirst() }
  while text.last?.isNewline == true { text.removeLast() }
  return String(text)
}
