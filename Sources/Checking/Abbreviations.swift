import Content
import Diagnostics
import Linking
import Markdown

/// Every abbreviation that a reader of the hub can look up, or knows.
struct KnownAbbreviations: Sendable {
  private var words: Set<String> = [
    "UN", "EU", "US", "USA", "UK", "PDF", "URL", "TV", "UTC", "GMT", "CC", "BY", "AM", "PM", "NB", "OK", "AD", "BC",
    "CEO", "HIV",
    "HTML", "HTTP", "HTTPS", "DNS", "PS", "ID", "FAQ", "ISBN", "ISO", "COVID", "NGO", "NGOS", "USB", "SMS", "DVD", "CD",
    "JSON", "CSV", "XML", "USD", "EUR", "CHF",
  ]

  init(in graph: ContentGraph) {
    for page in graph.pages {
      let document = page.document
      addWords(of: document.common.short)
      for text in document.fields.explainedTexts(in: document) { addWords(of: text) }
    }
  }

  private mutating func addWords(of text: String?) {
    guard let text else { return }
    forEachAbbreviation(of: text) { _, word in words.insert(word) }
  }

  func contains(_ word: String) -> Bool { words.contains(word) }
}

/// The first place in a document of an abbreviation that nothing explains.
struct UnexplainedAbbreviation: Sendable {
  let word: String
  let place: SourceRange
}

/// Looks for abbreviations of one text that neither the text nor the hub explains.
struct AbbreviationSearch {
  private let known: KnownAbbreviations
  private var explained: Set<String> = []
  private var found: [UnexplainedAbbreviation] = []

  init(known: KnownAbbreviations) {
    self.known = known
  }

  mutating func add(_ block: TextBlock) {
    guard block.role != .tableHead, !block.text.hasPrefix("[!"), block.text.contains(where: \.isLowercase) else {
      return
    }
    let bytes = Array(block.text.utf8)
    forEachAbbreviation(of: block.text) { range, word in
      guard !known.contains(word), !explained.contains(word) else { return }
      explained.insert(word)
      if !isExplained(range, in: bytes) {
        found.append(UnexplainedAbbreviation(word: word, place: block.range(of: range)))
      }
    }
  }

  /// Whether it stands in brackets behind the words it stands for, or before such brackets.
  private func isExplained(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    let before = range.lowerBound > 0 ? bytes[range.lowerBound - 1] : 0
    let after = bytes[range.upperBound...].prefix(2)
    // Between strokes stand the parts of a document's symbol.
    return before == UInt8(ascii: "(") || after.elementsEqual(" (".utf8) || before == UInt8(ascii: "/")
      || after.first == UInt8(ascii: "/")
  }

  consuming func finish() -> [UnexplainedAbbreviation] { found }
}

/// One message for each abbreviation of the hub, where it is met first.
func eachAbbreviationOnce(_ found: [UnexplainedAbbreviation]) -> [Diagnostic] {
  Dictionary(grouping: found, by: \.word).sorted { $0.key < $1.key }.compactMap { word, places in
    guard let first = places.first else { return nil }
    let others = places.count - 1
    return Diagnostic(
      .unexplainedAbbreviation,
      "an abbreviation is explained, and '\(word)' is not"
        + (others == 0 ? "" : "; \(others) more \(others == 1 ? "page uses" : "pages use") it"),
      at: first.place,
      help: "Write the words before it, as in 'the words it stands for (\(word))', or add it to the glossary")
  }
}

/// Shows each word of at least two capital letters and no small ones, without the digits and hyphens around it.
func forEachAbbreviation(of text: String, _ visit: (Range<Int>, String) -> Void) {
  let bytes = Array(text.utf8)
  var index = 0
  while index < bytes.count {
    guard isWordByte(bytes[index]) else {
      index += 1
      continue
    }
    let start = index
    while index < bytes.count, isWordByte(bytes[index]) { index += 1 }
    let word = bytes[start..<index]
    // A plural such as NGOs is the abbreviation with an s.
    let isPlural = word.count > 2 && word.last == UInt8(ascii: "s")
    let capitals = isPlural ? word.dropLast() : word
    guard capitals.count > 1, capitals.allSatisfy({ (65...90).contains($0) }), !isRomanNumber(capitals) else {
      continue
    }
    visit(start..<(start + capitals.count), String(decoding: capitals, as: UTF8.self))
  }
}

private func isWordByte(_ byte: UInt8) -> Bool {
  (65...90).contains(byte & 0xDF) || (48...57).contains(byte) || byte >= 0x80
}

private func isRomanNumber(_ word: ArraySlice<UInt8>) -> Bool {
  word.allSatisfy { "IVXLC".utf8.contains($0) }
}
