import Foundation
import TestSupport

/// Changes of a text that know nothing of what it says.
enum TextMutation: CaseIterable {
  case flip, insert, remove, duplicate, truncate, splice
  case removeLine, duplicateLine, swapLines, indentLine, takeLine, joinLines, lineEndings, repeatLine

  func change(_ text: inout [UInt8], corpus: Corpus, _ generator: inout SeededGenerator) {
    switch self {
    case .flip, .insert, .remove, .duplicate, .truncate, .splice:
      changeBytes(&text, corpus: corpus, &generator)
    case .lineEndings:
      let ending = ["\r\n", "\r", "\n\r", "\u{2028}"].randomElement(using: &generator) ?? "\r"
      text = Array(lines(of: text).joined(separator: Array(ending.utf8)))
      if Bool.random(using: &generator), ending == "\r\n", !text.isEmpty { text.removeLast() }
    default:
      var parts = lines(of: text)
      changeLines(&parts, corpus: corpus, &generator)
      text = parts.joinedLines
    }
  }

  private func changeBytes(_ text: inout [UInt8], corpus: Corpus, _ generator: inout SeededGenerator) {
    let start = Int.random(in: 0...text.count, using: &generator)
    let end = min(text.count, start + Int.random(in: 1...(Bool.random(using: &generator) ? 3 : 60), using: &generator))
    switch self {
    case .flip where start < end: text[start] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    case .remove: text.removeSubrange(start..<end)
    case .duplicate: text.insert(contentsOf: text[start..<end], at: end)
    case .truncate: text.removeSubrange(start...)
    case .splice:
      let other = corpus.texts.randomElement(using: &generator) ?? []
      text.replaceSubrange(start..., with: other.suffix(Int.random(in: 0...other.count, using: &generator)))
    default: text.insert(contentsOf: Self.piece(&generator), at: start)
    }
  }

  /// Signs that readers have to look at, bytes that are no text, and runs of one sign.
  private static func piece(_ generator: inout SeededGenerator) -> [UInt8] {
    switch Int.random(in: 0..<5, using: &generator) {
    case 0:
      return (0..<Int.random(in: 1...4, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) }
    case 1:
      let sign = Array("[]()*_`<>!#&\\|~^{}:;-+=\"' \t\n0é日\u{301}").randomElement(using: &generator) ?? "["
      let count = [2, 3, 7, 40, 200, 1_100, 5_000].randomElement(using: &generator) ?? 2
      return Array(String(repeating: sign, count: count).utf8)
    case 2: return Array(generator.text(upTo: 12).utf8)
    default: return Array((Self.signs.randomElement(using: &generator) ?? "").utf8)
    }
  }

  private static let signs = [
    "\u{FEFF}", "\0", "\r", "\r\n", "\u{85}", "\u{2028}", "\u{2029}", "\u{200B}", "\u{200F}", "\u{202E}", "\u{AD}",
    "\u{1B}[31m",
    "\u{FFFD}", "\u{FFFE}", "\u{10FFFF}", "e\u{301}", "\u{1F469}\u{200D}\u{1F680}", "İ", "ß", "ﷺ", "]]>", "</script>",
    "<!--", "--", "&#0;",
    "&amp;amp;", "&#xD800;", "%00", "%", "..", "../", "{{", "}}", "{{{", "[[", "]]", "```", "---\n", "\t", "\u{A0}",
    "\u{3000}",
  ]

  private func changeLines(_ parts: inout [[UInt8]], corpus: Corpus, _ generator: inout SeededGenerator) {
    guard let place = parts.indices.randomElement(using: &generator),
      let other = parts.indices.randomElement(using: &generator)
    else { return }
    switch self {
    case .removeLine: parts.remove(at: place)
    case .duplicateLine: parts.insert(parts[place], at: other)
    case .swapLines: parts.swapAt(place, other)
    case .takeLine: parts.insert(corpus.line(&generator), at: place)
    case .joinLines where place + 1 < parts.count: parts[place] += parts.remove(at: place + 1)
    case .repeatLine: parts.insert(contentsOf: Array(repeating: parts[place], count: 60), at: place)
    default:
      let indent = ["  ", " ", "\t", "    ", "> ", "- ", "1. ", "# "].randomElement(using: &generator) ?? " "
      parts[place] = Array(indent.utf8) + parts[place]
    }
  }
}
