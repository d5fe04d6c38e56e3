import Content
import Formats
import Linking
import Markdown

/// The words of a text without its markup, for searching; blocks are set apart by spaces.
struct PlainText {
  private(set) var bytes: [UInt8] = []
  private var isTag = false
  /// Within the number of a footnote, which is no word of the text.
  private var isNumber = false

  /// A page's text, in which a link shows what readers see; derived blocks are left out, since their records are found by themselves.
  init(of page: Page, in graph: ContentGraph) {
    let body = page.document.body
    bytes.reserveCapacity(body.html.count)
    var done = 0
    for hole in body.holes {
      let offset = Int(hole.offset)
      switch hole.content {
      case .wikilink(let index):
        append(html: body.html[done..<offset])
        append(text: Self.label(of: Int(index), on: page, graph))
        done = offset
      case .image(let index):
        append(html: body.html[done..<offset])
        append(text: " \(body.images[Int(index)].alternative) ")
        done = offset
      case .fileLink, .anchor, .block, .prose, .word: break
      }
    }
    append(html: body.html[done...])
  }

  private static func label(of index: Int, on page: Page, _ graph: ContentGraph) -> String {
    if let label = page.document.body.wikilinks[index].label { return label }
    guard case .page(let target, _)? = page.wikilinks[index] else { return "" }
    return graph.pages[target].shortTitle
  }

  /// Adds a field's text, set apart from what stands before.
  mutating func append(line: String) {
    appendSpace()
    if !bytes.isEmpty { append(text: "· ") }
    append(text: line)
  }

  private mutating func append(text: String) {
    for byte in text.utf8 { isBlank(byte) ? appendSpace() : bytes.append(byte) }
  }

  private mutating func appendSpace() {
    if let last = bytes.last, last != UInt8(ascii: " ") { bytes.append(UInt8(ascii: " ")) }
  }

  /// Adds HTML as `Markdown` writes it: whole tags, whose attributes hold no `>`, and four character references.
  private mutating func append(html: ArraySlice<UInt8>) {
    html.withUnsafeBufferPointer { html in
      var index = 0
      while index < html.count {
        let byte = html[index]
        if isTag {
          if byte == UInt8(ascii: ">") { isTag = false }
        } else if byte == UInt8(ascii: "<") {
          isTag = true
          enterTag(html, from: index + 1)
        } else if isNumber {
          // Left out.
        } else if byte == UInt8(ascii: "&") {
          index = appendReference(html, from: index)
        } else if isBlank(byte) {
          appendSpace()
        } else if Self.isBackArrow(html, at: index) {
          index += 2
        } else {
          bytes.append(byte)
        }
        index += 1
      }
    }
  }

  /// The arrow that leads from a footnote back to the text: ↩.
  private static func isBackArrow(_ html: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    html[index] == 0xE2 && index + 2 < html.count && html[index + 1] == 0x86 && html[index + 2] == 0xA9
  }

  /// Returns the place of the reference's last byte.
  private mutating func appendReference(_ html: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let second = start + 1 < html.count ? html[start + 1] : 0
    let third = start + 2 < html.count ? html[start + 2] : 0
    switch (second, third) {
    case (UInt8(ascii: "a"), _):
      bytes.append(UInt8(ascii: "&"))
      return start + 4
    case (UInt8(ascii: "l"), _):
      bytes.append(UInt8(ascii: "<"))
      return start + 3
    case (UInt8(ascii: "g"), _):
      bytes.append(UInt8(ascii: ">"))
      return start + 3
    default:
      bytes.append(UInt8(ascii: "\""))
      return start + 5
    }
  }

  /// Sets words apart at a tag, unless it can stand within a word.
  private mutating func enterTag(_ html: UnsafeBufferPointer<UInt8>, from start: Int) {
    let isEnd = start < html.count && html[start] == UInt8(ascii: "/")
    let nameStart = isEnd ? start + 1 : start
    var end = nameStart
    while end < html.count, html[end] >= UInt8(ascii: "a") { end += 1 }
    let name = html[nameStart..<end]
    if name.elementsEqual("sup".utf8) { isNumber = !isEnd }
    if !Self.inlineTags.contains(where: { name.elementsEqual($0.utf8) }) { appendSpace() }
  }

  private static let inlineTags = ["a", "em", "strong", "code", "del", "span", "sup"]
}

private func isBlank(_ byte: UInt8) -> Bool { byte <= UInt8(ascii: " ") }
