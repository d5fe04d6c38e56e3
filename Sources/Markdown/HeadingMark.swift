import Diagnostics

/// The ids that a writer gives a heading at its end: `{#aims}`, or `{#aims #goals}` with those that it had before.
struct HeadingMark {
  /// As they are written, without their number signs; the first is the heading's own.
  let ids: [String]
  /// The text before the mark.
  let rest: String

  /// Nil where the text does not end with a mark.
  init?(endOf text: String) {
    guard text.last == "}", let brace = text.lastIndex(of: "{") else { return nil }
    let words = text[brace...].dropFirst().dropLast().split(separator: " ")
    guard !words.isEmpty, words.allSatisfy({ $0.hasPrefix("#") }) else { return nil }
    ids = words.map { String($0.dropFirst()) }
    var rest = text[..<brace]
    while rest.last == " " { rest.removeLast() }
    self.rest = String(rest)
  }
}

extension BodyWriter {
  /// Takes the mark at the end of a heading out of its text, and gives what it says; nil where there is none.
  mutating func takeMark(of heading: MarkdownNode) -> (mark: HeadingMark, place: BodyPlace)? {
    var last = heading.firstChild
    while let next = last?.next { last = next }
    guard let last, last.kind == .text, last.withLiteral({ $0.last == UInt8(ascii: "}") }),
      let mark = HeadingMark(endOf: last.literal),
      let start = places.lines.range(ofLine: heading.startLine)?.lowerBound,
      let end = places.lines.range(ofLine: heading.endLine)?.upperBound,
      let brace = places.lines.bytes[start..<end].lastIndex(of: UInt8(ascii: "{")),
      brace == start || places.lines.bytes[brace - 1] != UInt8(ascii: "\\")
    else { return nil }
    let close = places.lines.bytes[brace..<end].firstIndex(of: UInt8(ascii: "}")) ?? brace
    if mark.rest.isEmpty { last.remove() } else { last.setLiteral(mark.rest) }
    return (mark, place(brace..<(close + 1)))
  }

  /// The ids of a heading: those of its mark that can be its own, else one that is made of the slug of its words.
  mutating func anchor(of slug: String, _ found: (mark: HeadingMark, place: BodyPlace)?) -> (own: String, old: [String])
  {
    var ids: [String] = []
    for id in found?.mark.ids.map(composed) ?? [] {
      guard let place = found?.place else { break }
      let right = HeadingAnchors.slug(of: id)
      if right != id {
        report(
          .invalidHeading, "the id of a heading consists of lower-case letters, digits and hyphens, not '\(id)'",
          at: place,
          help: "Write '#\(right)'")
      } else if !anchors.take(id) {
        report(
          .invalidHeading, "an id is that of one place on a page, and '\(id)' is taken", at: place,
          help: anchors.isReserved(id)
            ? "Write another; the page has a part of its own with this id"
            : "Write another, or take it away from the other heading")
      } else {
        ids.append(id)
      }
    }
    guard let own = ids.first else { return (anchors.anchor(of: slug), []) }
    return (own, Array(ids.dropFirst()))
  }
}
