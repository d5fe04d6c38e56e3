import Content
import Linking
import Markdown
import Sites

/// The words of a text without its markup, for searching; blocks are set apart by spaces.
struct PlainText {
  private(set) var bytes: [UInt8] = []
  private var eraser = MarkupEraser()

  /// A page's text, in which a link shows what readers see; derived blocks are left out, since their records are found by themselves.
  init(of page: Page, in graph: ContentGraph) {
    let body = page.document.body
    bytes.reserveCapacity(body.html.count)
    var done = 0
    for hole in body.holes {
      let offset = Int(hole.offset)
      switch hole.content {
      case .link(let number):
        guard let words = Self.words(of: page.links[Int(number)], graph) else { continue }
        append(html: body.html[done..<offset])
        append(text: words)
        done = offset
      case .endOfLink, .anchor, .block, .prose, .word: break
      }
    }
    append(html: body.html[done...])
  }

  /// What a link shows; nil where its words stand in the text.
  private static func words(of link: ResolvedLink, _ graph: ContentGraph) -> String? {
    switch link {
    case .file, .broken(.file), .broken(.image): nil
    case .wikilink(let link, let page, _): link.label ?? graph.pages[page].shortTitle
    case .broken(.wikilink(let link)): link.label ?? graph.absentTitle(ofNamed: link.target)
    case .image(let image, _): " \(image.alternative) "
    }
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

  private mutating func append(html: ArraySlice<UInt8>) {
    let start = bytes.count
    bytes.append(contentsOf: html)
    var eraser = eraser
    let end = bytes.withUnsafeMutableBufferPointer { eraser.erase($0, from: start) }
    self.eraser = eraser
    bytes.removeLast(bytes.count - end)
  }
}

/// Takes the markup out of HTML as `Markdown` writes it: whole tags, whose attributes hold no `>`, and four character references.
///
/// It works in place, since a text is never longer than its markup.
private struct MarkupEraser {
  private var isTag = false
  /// Within the number of a footnote, which is no word of the text.
  private var isNumber = false

  /// Returns where the text ends that is left of what stands from `start`.
  mutating func erase(_ text: UnsafeMutableBufferPointer<UInt8>, from start: Int) -> Int {
    var end = start
    func appendSpace() {
      guard end > 0, text[end - 1] != UInt8(ascii: " ") else { return }
      text[end] = UInt8(ascii: " ")
      end += 1
    }
    func append(_ byte: UInt8) {
      text[end] = byte
      end += 1
    }
    var index = start
    while index < text.count {
      let byte = text[index]
      if isTag {
        if byte == UInt8(ascii: ">") { isTag = false }
      } else if byte == UInt8(ascii: "<") {
        isTag = true
        if enterTag(text, from: index + 1) { appendSpace() }
      } else if isNumber {
        // Left out.
      } else if byte == UInt8(ascii: "&") {
        let reference = Self.reference(in: text, at: index)
        append(reference.byte)
        index += reference.length - 1
      } else if isBlank(byte) {
        appendSpace()
      } else if Self.isBackArrow(text, at: index) {
        index += 2
      } else {
        append(byte)
      }
      index += 1
    }
    return end
  }

  /// The arrow that leads from a footnote back to the text: ↩.
  private static func isBackArrow(_ html: UnsafeMutableBufferPointer<UInt8>, at index: Int) -> Bool {
    html[index] == 0xE2 && html[index...].starts(with: "↩".utf8)
  }

  private static func reference(
    in html: UnsafeMutableBufferPointer<UInt8>, at index: Int
  ) -> (byte: UInt8, length: Int) {
    switch index + 1 < html.count ? html[index + 1] : 0 {
    case UInt8(ascii: "a"): (UInt8(ascii: "&"), 5)
    case UInt8(ascii: "l"): (UInt8(ascii: "<"), 4)
    case UInt8(ascii: "g"): (UInt8(ascii: ">"), 4)
    default: (UInt8(ascii: "\""), 6)
    }
  }

  /// Tells whether a tag sets words apart, as all do that cannot stand within a word.
  private mutating func enterTag(_ html: UnsafeMutableBufferPointer<UInt8>, from start: Int) -> Bool {
    let isEnd = start < html.count && html[start] == UInt8(ascii: "/")
    var index = isEnd ? start + 1 : start
    var name: UInt64 = 0
    while index < html.count, html[index] >= UInt8(ascii: "a") {
      name = name << 8 | UInt64(html[index])
      index += 1
    }
    if name == Self.number { isNumber = !isEnd }
    return !Self.inlineTags.contains(name)
  }

  /// Names of tags, each as one number.
  private static let inlineTags = ["a", "em", "strong", "code", "del", "span", "sup"].map(key)
  private static let number = key("sup")

  private static func key(_ name: String) -> UInt64 { name.utf8.reduce(0) { $0 << 8 | UInt64($1) } }
}

private func isBlank(_ byte: UInt8) -> Bool { byte <= UInt8(ascii: " ") }
