import Formats

/// Texts in another language than the page's, known by their words, which pages show with that language's tag (WCAG 2.2, 3.1.2).
package struct ForeignTexts: Sendable {
  private let texts: Set<String>
  private let opening: HTMLBytes
  private let tag: HTMLBytes

  /// `language` is a tag by BCP 47; `direction` is its `dir`, where the page has another.
  package init(_ texts: Set<String>, language: String, direction: String?) {
    self.texts = texts
    tag = Array(" lang=\"\(language)\"".utf8)
    opening = Array("<span".utf8) + tag + Array((direction.map { " dir=\"\($0)\"" } ?? "").utf8) + Array(">".utf8)
  }

  /// Adds a text, with its language where it is a foreign one in a place that markup may stand in.
  func add(_ text: String, to html: inout HTMLBytes) {
    guard texts.contains(text), needsTag(at: html) else { return html.append(escaped: text) }
    html += opening
    html.append(escaped: text)
    html.append(markup: "</span>")
  }

  /// Not in an attribute, not in an element that holds text alone, and not where an element that begins here names the language.
  private func needsTag(at html: HTMLBytes) -> Bool {
    html.withUnsafeBufferPointer { html in
      let isEdge = { (byte: UInt8) in byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") }
      guard let last = html.lastIndex(where: isEdge) else { return true }
      guard html[last] == UInt8(ascii: ">") else { return false }
      var end = last
      while let start = html[..<end].lastIndex(of: UInt8(ascii: "<")), html[start + 1] != UInt8(ascii: "/") {
        let opened = UnsafeBufferPointer(rebasing: html[(start + 1)..<end])
        if isTagged(opened) || Self.elementsOfText.contains(where: opened.starts) { return false }
        guard start > 0, html[start - 1] == UInt8(ascii: ">") else { return true }
        end = start - 1
      }
      return true
    }
  }

  private func isTagged(_ opened: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    while let space = opened[start...].firstIndex(of: UInt8(ascii: " ")) {
      if opened[space...].starts(with: tag) { return true }
      start = space + 1
    }
    return false
  }

  private static let elementsOfText = ["title", "option", "textarea"].map { Array($0.utf8) }
}
