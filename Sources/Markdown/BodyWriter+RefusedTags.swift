import Diagnostics

extension BodyWriter {
  /// Reports a tag, from its `<` to its `>` or the end of its line; one that closes another is reported with that.
  mutating func refuseHTML(_ range: Range<Int>) {
    let bytes = places.lines.bytes
    let close = bytes.firstOffset(of: UInt8(ascii: ">"), from: range.lowerBound, to: range.upperBound)
    let tagRange = range.lowerBound..<(close.map { $0 + 1 } ?? range.upperBound)
    let tag = RefusedTag(bytes[tagRange])
    if let tag, tag.isClosing, refusedTags.contains(tag.name) { return }
    if let tag { refusedTags.insert(tag.name) }
    let shown = tag.map { $0.name == "!" ? "a comment" : "the tag '<\($0.isClosing ? "/" : "")\($0.name)>'" }
    let edits = tag.map { marks(inPlaceOf: $0, at: tagRange) } ?? []
    let help = edits.isEmpty ? tag?.helpForWriter : tag?.help
    report(
      .rawHTML, "content holds no raw HTML" + (shown.map { ", and this is \($0)" } ?? ""), at: place(tagRange),
      help: help ?? "Write Markdown, or put '\\' before '<' if the sign itself is meant", edits: edits)
  }

  /// The edits that write marks in place of a tag and of the one that closes it; none where the marks might read otherwise.
  private mutating func marks(inPlaceOf tag: RefusedTag, at range: Range<Int>) -> [Edit] {
    let bytes = places.lines.bytes
    guard !tag.isClosing, let marks = tag.marks(inPlaceOf: bytes[range]) else { return [] }
    let line = places.lines.range(ofLine: places.lines.position(of: range.lowerBound).line) ?? range
    let closing = Array("</\(tag.name)>".utf8)
    let found = closing.withUnsafeBufferPointer {
      bytes.firstOffset(of: $0, from: range.upperBound, to: line.upperBound)
    }
    guard let found, found > range.upperBound, !isBlank(bytes[range.upperBound]), !isBlank(bytes[found - 1]),
      !bytes[range.upperBound..<found].contains(where: { "*~_`<[]\\|&".utf8.contains($0) })
    else { return [] }
    let closed = found..<(found + closing.count)
    let neighbours = MarkNeighbours(
      before: bytes[line.lowerBound..<range.lowerBound], inside: bytes[range.upperBound..<found],
      after: bytes[closed.upperBound..<line.upperBound])
    guard
      tag.name == "a"
        ? neighbours.letLinkStand
        : neighbours.letMarksStand(
          marks.opening, areAlone: !paragraph(around: line).contains { "*~".utf8.contains($0) })
    else { return [] }
    return [(range, marks.opening), (closed, marks.closing)].map { Edit(place($0).range(in: file), to: $1) }
  }

  /// The lines around one, up to empty ones, in which marks of emphasis could meet.
  private func paragraph(around line: Range<Int>) -> Slice<UnsafeBufferPointer<UInt8>> {
    let bytes = places.lines.bytes
    func isEnd(_ index: Int) -> Bool {
      bytes[index] == UInt8(ascii: "\n") && bytes[index + 1] == UInt8(ascii: "\n")
    }
    var (start, end) = (line.lowerBound, line.upperBound)
    while start > 1, !isEnd(start - 2) { start -= 1 }
    while end + 1 < bytes.count, !isEnd(end) { end += 1 }
    return bytes[start..<min(end + 1, bytes.count)]
  }
}
