/// A piece of raw HTML, and what says the same in Markdown.
struct RefusedTag {
  /// In lower case; `!` for a comment.
  let name: String
  let isClosing: Bool

  /// Reads the name that stands behind `<` or `</`; nil where there is none.
  init?(_ text: some Sequence<UInt8>) {
    var rest = Array(text.prefix(40))[...]
    guard rest.popFirst() == UInt8(ascii: "<") else { return nil }
    isClosing = rest.first == UInt8(ascii: "/")
    if isClosing { rest.removeFirst() }
    guard !rest.starts(with: "!--".utf8) else {
      name = "!"
      return
    }
    let letters = rest.prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) || (48...57).contains($0) }
    guard !letters.isEmpty else { return nil }
    name = String(decoding: letters, as: UTF8.self).lowercased()
  }

  /// The signs that stand in Markdown where the tag, from `<` to `>`, and its closing one stand; nil where the tag says more than they do.
  func marks(inPlaceOf written: some Collection<UInt8>) -> (opening: String, closing: String)? {
    if name == "a" { return Self.address(ofLink: written).map { ("[", "](\($0))") } }
    guard written.count == name.utf8.count + 2 else { return nil }
    switch name {
    case "b", "strong": return ("**", "**")
    case "i", "em": return ("*", "*")
    case "del", "s", "strike": return ("~~", "~~")
    default: return nil
    }
  }

  /// The address in `<a href="…">`, where it is all that the tag says and means the same in Markdown.
  private static func address(ofLink written: some Collection<UInt8>) -> String? {
    let text = String(decoding: written, as: UTF8.self)
    for quote in ["\"", "'"] where text.lowercased().hasPrefix("<a href=\(quote)") && text.hasSuffix("\(quote)>") {
      let address = text.dropFirst(9).dropLast(2)
      let plain = address.utf8.allSatisfy { $0 > 0x20 && !"()<>\\\"'&".utf8.contains($0) }
      return plain && !address.isEmpty ? String(address) : nil
    }
    return nil
  }

  /// What to do where marks in place of the tags might be read otherwise.
  var helpForWriter: String {
    switch name {
    case "b", "strong", "i", "em", "del", "s", "strike":
      "\(help), with a space or the end of a line before the first mark and behind the last, and none within"
    default: help
    }
  }

  /// What to do, beginning with a verb.
  var help: String {
    switch name {
    case "!": "Take it out; a note for other writers stands among the fields, behind '#'"
    case "a": "Write '[words](address)'"
    case "b", "strong": "Write '**words**'"
    case "i", "em": "Write '*words*'"
    case "u": "Write '*words*' or '**words**'; what is underlined looks like a link"
    case "del", "s", "strike": "Write '~~words~~'"
    case "br": "End the line with '\\', or leave an empty line for a new paragraph"
    case "hr": "Write '---' on a line of its own, with an empty line before it"
    case "p", "div", "section", "article", "span", "font", "center": "Take the tag out; an empty line parts paragraphs"
    case "h1", "h2", "h3", "h4", "h5", "h6": "Write '## words' on a line of its own"
    case "ul", "ol", "li": "Begin each item with '- ' or '1. ' on a line of its own"
    case "table", "tr", "td", "th", "thead", "tbody":
      "Write a table with '|' between the cells and a line '| --- |' below the first row"
    case "blockquote": "Begin each line with '> '"
    case "code", "kbd", "samp", "tt": "Write '`words`'"
    case "pre": "Put the lines between two lines '```'"
    case "img", "picture", "figure": "Write '![what it shows](file)', with the file beside this one"
    case "iframe", "embed", "object", "video", "audio":
      "Link to it: '[words](https://…)'; a page loads nothing from elsewhere"
    case "sup", "sub": "Write the number or sign itself, such as ² or ₂, or a footnote '[^1]'"
    case "abbr", "dfn": "Take the tag out; an entry of the glossary explains a word at its first mention"
    case "details", "summary": "Take the tag out, and write a heading above the text"
    case "script", "style", "link", "form", "input", "button": "Take it out; a text holds no code"
    default: "Write Markdown, or put '\\' before '<' if the sign itself is meant"
    }
  }
}
