import Formats

/// How often each footnote was referred to, and which definition is being written.
struct FootnoteNumbers {
  private var uses: [Int: Int] = [:]
  private(set) var definitions = 0

  /// Counts a reference; the first is 1.
  mutating func use(of number: Int) -> Int {
    uses[number, default: 0] += 1
    return uses[number, default: 1]
  }

  /// The number of the next definition; cmark puts definitions in the order of their first references.
  mutating func nextDefinition() -> Int {
    definitions += 1
    return definitions
  }
}

extension BodyWriter {
  mutating func enterFootnote() {
    let number = footnotes.nextDefinition()
    if number == 1 {
      html.append(markup: "<section class=\"footnotes\" aria-label=\"")
      addHole(.word(.footnotes))
      html.append(markup: "\">\n<ol>\n")
    }
    html.append(raw: "<li id=\"fn-\(number)\">")
  }

  mutating func addBackLink() {
    html.append(raw: " <a class=\"footnote-back\" href=\"#fnref-\(footnotes.definitions)\" aria-label=\"")
    addHole(.word(.backToText))
    html.append(raw: " \(footnotes.definitions)\">↩</a>")
  }

  mutating func closeFootnotes() {
    if footnotes.definitions > 0 { html.append(markup: "</ol>\n</section>\n") }
  }
}
