import Diagnostics
import Formats

/// A reference such as `&#1;` that names a sign which no page can hold, where the finished text has such a sign.
///
/// A text itself holds none, since reading refuses it, so whatever the body holds comes from a reference; one in code is only text.
func controlReference(
  in source: UnsafeBufferPointer<UInt8>, of body: MarkdownBody
) -> (range: Range<Int>, help: String)? {
  guard source.firstOffset(of: "&#") != nil, body.holdsControlCharacter else { return nil }
  var start = 0
  while let mark = source[start...].firstIndex(of: UInt8(ascii: "&")) {
    start = mark + 1
    guard start < source.count, source[start] == UInt8(ascii: "#"),
      let end = source[start...].prefix(12).firstIndex(of: UInt8(ascii: ";"))
    else { continue }
    let digits = String(decoding: source[(start + 1)..<end], as: UTF8.self).lowercased()
    let number = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let number, isControl(number) else { continue }
    return (mark..<(end + 1), help(for: number))
  }
  return nil
}

/// Windows-1252 gave these numbers to signs that writers still mean by them (HTML, section 13.2.5.80).
private func help(for number: UInt32) -> String {
  let meant = Array("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
  guard (0x80...0x9F).contains(number), case let sign = meant[Int(number) - 0x80], !isControl(sign.value) else {
    return "Take it out"
  }
  return "Write '\(sign)'"
}

private func isControl(_ number: UInt32) -> Bool {
  switch number {
  case 0x09, 0x0A, 0x0D: false
  case 0x00...0x1F, 0x7F...0x9F, 0xFFFE, 0xFFFF: true
  default: false
  }
}

extension MarkdownBody {
  /// The parser writes U+FFFE and U+FFFF as bytes that are no UTF-8, which a text shows as U+FFFD.
  fileprivate var holdsControlCharacter: Bool {
    let texts = headings.map(\.text) + links.flatMap(\.writtenTexts)
    return ([String(decoding: html, as: UTF8.self)] + texts).contains { text in
      text.unicodeScalars.contains { isControl($0.value) || $0 == "\u{FFFD}" }
    }
  }
}

extension BodyLink {
  /// What of it stands in the page as it is written.
  fileprivate var writtenTexts: [String] {
    switch self {
    case .file(let link): [link.path]
    case .wikilink: []
    case .image(let image): [image.alternative, image.title]
    }
  }
}
