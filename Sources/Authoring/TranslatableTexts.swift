import Content
import Diagnostics
import Linking
import Markdown

/// A text of an original that is translated as a whole: a field, or a block of Markdown.
struct TranslatableText {
  enum Place: Equatable {
    case field(path: String)
    /// The lines of the file that the block takes.
    case block(lines: ClosedRange<Int>)
  }

  let place: Place
  let text: String
  let line: Int
  /// What a translator is told of it.
  let note: String
  /// The piece of the original, by the name that `OriginalSection` gives it.
  let section: String
  /// What a heading is found by, to be given to its translation, so that links hold in every language; nil where the heading says it.
  var anchor: String?
  /// What the translation that is there says; nil where there is none, or it cannot be told which of its texts is meant.
  var translation: String?
  /// Whether the original has changed since.
  var isOutdated = false
}

/// What of a document is translated, beside its translation.
struct TranslatableTexts {
  let original: Document
  let known: Document?
  private(set) var texts: [TranslatableText]
  /// Whether a translation is there whose blocks are not those of its original.
  private(set) var isUnmatched = false

  init(of original: Page, _ known: Page?, in graph: ContentGraph) {
    self.original = original.document
    self.known = known?.document
    texts = Self.fields(of: original.document) + Self.blocks(of: original.document)
    guard let known else { return }
    let state = graph.translationState(of: known)
    let changed = Set((state?.changes ?? []).filter { $0.kind != .moved && $0.kind != .untranslated }.map(\.name))
    let fields = Dictionary(
      known.document.ownFieldTexts.map { ($0.path, $0.text) }, uniquingKeysWith: { first, _ in first })
    for number in texts.indices {
      texts[number].isOutdated = changed.contains(texts[number].section)
      if case .field(let path) = texts[number].place { texts[number].translation = fields[path] }
    }
    matchBlocks(to: Self.blocks(of: known.document), state)
  }

  /// Pairs the blocks of a section with those of the section that renders it, where both have as many.
  private mutating func matchBlocks(to blocks: [TranslatableText], _ state: TranslationState?) {
    let own = blocks.inSections
    let originals = texts.filter(\.isBlock).inSections
    let headings = originals.map { $0[0].section }
    for (number, section) in headings.enumerated() {
      let isNote = section == TranslatableText.footnotes
      let position = isNote ? own.firstIndex { $0[0].section == section } : state.map { $0.positions[section] } ?? number
      guard let position, own.indices.contains(position), own[position].count == originals[number].count,
        state != nil || own.count == originals.count
      else {
        isUnmatched = isUnmatched || !own.isEmpty
        continue
      }
      var translations = own[position].map(\.text)[...]
      for index in texts.indices where texts[index].isBlock && texts[index].section == section {
        var text = translations.removeFirst()
        if let mark = texts[index].anchor.map({ " {#\($0)}" }), text.hasSuffix(mark) { text.removeLast(mark.count) }
        if text != texts[index].text { texts[index].translation = text }
      }
    }
  }
}

extension TranslatableText {
  static let footnotes = "^"

  var isBlock: Bool {
    if case .block = place { true } else { false }
  }
}

extension [TranslatableText] {
  /// Those that follow each other in one section, together.
  fileprivate var inSections: [[TranslatableText]] {
    var order: [String] = []
    var sections: [String: [TranslatableText]] = [:]
    for text in self {
      if sections[text.section] == nil { order.append(text.section) }
      sections[text.section, default: []].append(text)
    }
    return order.compactMap { sections[$0] }
  }
}

extension TranslatableTexts {
  private static func fields(of document: Document) -> [TranslatableText] {
    document.fieldTexts.map { field in
      TranslatableText(
        place: .field(path: field.path), text: field.text, line: field.place.start.line,
        note: "\(field.path) of \(document.id)", section: ":\(field.path)")
    }
  }

  /// A block that is derived from records has nothing to translate.
  private static func blocks(of document: Document) -> [TranslatableText] {
    guard let written = document.writtenText else { return [] }
    var headings = document.body.headings[...]
    var section = "#"
    return sourceBlocks(of: written.text, firstLine: written.firstLine).compactMap { block in
      var anchor: String?
      if block.role == .heading, let heading = headings.popFirst() {
        section = "#" + heading.anchor
        if block.text.hasPrefix("#"), !block.text.contains("{#"), heading.displacedAnchor == nil { anchor = heading.anchor }
      }
      if block.role == .code, block.text.contains(/^\s*[`~]{3,}\s*\{/) { return nil }
      return TranslatableText(
        place: .block(lines: block.lines), text: block.text, line: block.lines.lowerBound,
        note: "\(block.role.rawValue) of \(document.id)",
        section: block.role == .note ? TranslatableText.footnotes : section, anchor: anchor)
    }
  }
}
