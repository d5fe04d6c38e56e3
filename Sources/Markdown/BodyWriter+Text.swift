import Diagnostics
import Formats

extension BodyWriter {
  /// Adds a text: prose, and the wikilinks and marks of missing footnotes in it, which cmark takes for text.
  mutating func addText(_ text: UnsafeBufferPointer<UInt8>, from node: MarkdownNode) {
    var done = 0
    var index = 0
    var textPlaces: TextPlaces??
    while let bracket = text.firstOffset(of: UInt8(ascii: "["), from: index), bracket + 1 < text.count {
      index = bracket + 1
      let isWikilink = text[index] == UInt8(ascii: "[")
      guard isWikilink || text[index] == UInt8(ascii: "^") else { continue }
      let found = textPlaces ?? self.textPlaces(of: text, from: node)
      textPlaces = found
      // With a backslash before it, the bracket itself is meant.
      if let found, !found.isPlain(bracket, UInt8(ascii: "[")) || !found.isPlain(index, text[index]) { continue }
      guard isWikilink else {
        reportMissingFootnote(in: text, at: bracket, found)
        continue
      }
      guard let link = WikilinkRange.first(in: text, from: bracket), let inner = link.inner else {
        reportUnclosedWikilink(in: text, at: bracket, found, node)
        index += 1
        // What is more is not told, and would be looked through to its end for each.
        if hasReportedEnough { break }
        continue
      }
      guard text.firstOffset(of: "[[", from: inner.lowerBound).map({ $0 >= inner.upperBound }) ?? true else {
        reportUnclosedWikilink(in: text, at: bracket, found, node)
        continue
      }
      addProse(UnsafeBufferPointer(rebasing: text[done..<link.start]))
      addWikilink(UnsafeBufferPointer(rebasing: text[inner]), at: place(of: link.start..<link.end, found, node))
      done = link.end
      index = link.end
    }
    addProse(UnsafeBufferPointer(rebasing: text[done...]))
  }

  private mutating func reportUnclosedWikilink(
    in text: UnsafeBufferPointer<UInt8>, at bracket: Int, _ textPlaces: TextPlaces?, _ node: MarkdownNode
  ) {
    let isInCell = node.parent?.kind == .tableCell
    report(
      .unclosedWikilink, "a wikilink ends with ']]' on its line" + (isInCell ? ", and in a table '|' ends a cell" : ""),
      at: place(of: bracket..<(bracket + 2), textPlaces, node),
      help: isInCell
        ? "Write '\\|' between the name and the words, as in '[[name\\|words]]'"
        : "Close it, or put '\\' before '[[' if the signs themselves are meant")
  }

  private mutating func textPlaces(of text: UnsafeBufferPointer<UInt8>, from node: MarkdownNode) -> TextPlaces? {
    let bytes = places.lines.bytes
    if let start = places.start(of: node), let found = TextPlaces(of: text, at: start, in: bytes) { return found }
    // Behind an automatic link cmark gives no position, so the text is looked for.
    let start = places.earliestStart(of: node)
    return places.find(text, from: start).flatMap { TextPlaces(of: text, at: $0.lowerBound, in: bytes) }
  }

  private mutating func place(of range: Range<Int>, _ textPlaces: TextPlaces?, _ node: MarkdownNode) -> BodyPlace {
    guard let textPlaces else {
      let start = places.earliestStart(of: node)
      return place(start..<start)
    }
    return place(textPlaces.offset(of: range.lowerBound)..<textPlaces.offset(of: range.upperBound))
  }

  /// `[^name]` that is still text refers to a footnote that does not exist.
  private mutating func reportMissingFootnote(
    in text: UnsafeBufferPointer<UInt8>, at bracket: Int, _ textPlaces: TextPlaces?
  ) {
    guard !hasReportedEnough, let textPlaces, let end = text.firstOffset(of: UInt8(ascii: "]"), from: bracket),
      end > bracket + 2
    else { return }
    let name = text[(bracket + 2)..<end]
    guard !name.contains(where: { isBlank($0) || $0 == UInt8(ascii: "[") }) else { return }
    report(
      .unresolvedFootnote, "no footnote is named '\(String(decoding: name, as: UTF8.self))'",
      at: place(textPlaces.offset(of: bracket)..<textPlaces.offset(of: end + 1)),
      help: "Add a line '[^\(String(decoding: name, as: UTF8.self))]: …', or put '\\' before '[' if the signs are meant"
    )
  }

  /// Adds text, and marks it as prose unless it stands in a heading, a link or the head of a table.
  private mutating func addProse(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard !bytes.isEmpty else { return }
    citations.add(bytes)
    let start = html.count
    html.append(escaping: bytes)
    guard quietDepth == 0 else { return }
    if let length = lengthOfProse(endingAt: start) {
      holes[holes.count - 1] = Hole(
        offset: Int32(start) - length, content: .prose(length: Int32(html.count - start) + length))
    } else {
      holes.append(Hole(offset: Int32(start), content: .prose(length: Int32(html.count - start))))
    }
  }

  /// Lets a run of prose go on over the end of a line, so that a name may be broken there.
  mutating func extendProse(by text: StaticString) -> Bool {
    guard quietDepth == 0, let length = lengthOfProse(endingAt: html.count) else { return false }
    let start = Int32(html.count)
    html.append(markup: text)
    holes[holes.count - 1] = Hole(offset: start - length, content: .prose(length: Int32(html.count) - start + length))
    return true
  }

  private func lengthOfProse(endingAt end: Int) -> Int32? {
    guard let last = holes.last, case .prose(let length) = last.content, Int(last.offset + length) == end else {
      return nil
    }
    return length
  }

  private mutating func addWikilink(_ inner: UnsafeBufferPointer<UInt8>, at place: BodyPlace) {
    guard let link = WikilinkText(inner) else {
      report(
        .unresolvedWikilink, "a wikilink names a document", at: place,
        help: "Write the name of a document between the brackets")
      return
    }
    guard linkStart == nil else {
      report(.nestedLink, "a wikilink cannot stand within another link", at: place, help: "Keep one of the two links")
      return
    }
    citations.cite(link: links.count, shownAs: link.label)
    add(
      .wikilink(
        Wikilink(target: link.target, anchor: link.anchor, label: link.label, sentence: LinkSentence(), place: place)))
  }
}
