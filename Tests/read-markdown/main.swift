// Turns texts into the HTML that a page would have, for comparison with other readers of Markdown.
//
// The texts come from standard input with a NUL behind each. For each, the codes of its faults go out, a line feed, the HTML and a NUL.

import Diagnostics
import Foundation
import Markdown

extension String {
  fileprivate var escaped: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing(
      "\"", with: "&quot;")
  }
}

/// What stands in a hole where no hub is: links lead to the files as they are named, and a wikilink is an element of its own.
private func filling(of hole: HoleContent, in body: MarkdownBody) -> String {
  switch hole {
  case .link(let number):
    switch body.links[Int(number)] {
    case .file(let link):
      let address = link.path.escaped + (link.anchor.map { "#\($0.escaped)" } ?? "")
      return "<a href=\"\(address)\"\(title(link.title))>"
    case .wikilink(let link): return "<wikilink>\(link.target.escaped)</wikilink>"
    case .image(let image):
      return "<img src=\"\(image.path.escaped)\" alt=\"\(image.alternative.escaped)\"\(title(image.title))/>"
    }
  case .endOfLink: return "</a>"
  case .block(let index): return "<block>\(body.blocks[Int(index)].name.escaped)</block>"
  case .word(let word): return word.rawValue
  case .anchor, .prose: return ""
  }
}

private func title(_ words: String) -> String { words.isEmpty ? "" : " title=\"\(words.escaped)\"" }

private func html(of body: MarkdownBody) -> String {
  var html: [UInt8] = []
  var done = 0
  for hole in body.holes {
    html += body.html[done..<Int(hole.offset)]
    html += Array(filling(of: hole.content, in: body).utf8)
    done = Int(hole.offset)
  }
  return String(decoding: html + body.html[done...], as: UTF8.self)
}

private let input = FileHandle.standardInput.readDataToEndOfFile()
for text in input.split(separator: 0, omittingEmptySubsequences: false).dropLast() {
  let text = String(decoding: text, as: UTF8.self)
  let (body, diagnostics) = readMarkdown(Substring(text), in: SourceFile(path: "text.md", text: text))
  let codes = Set(diagnostics.filter { $0.severity == .error }.map(\.code.rawValue)).sorted().joined(separator: " ")
  FileHandle.standardOutput.write(Data("\(codes)\n\(html(of: body))\0".utf8))
}
