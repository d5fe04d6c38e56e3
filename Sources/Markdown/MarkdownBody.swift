import Diagnostics
import Formats

/// A text, read once: its HTML, with holes where only the linked site knows what to write, and what it says of itself.
package struct MarkdownBody: Sendable {
  package let html: HTMLBytes
  /// In the order of their offsets.
  package let holes: [Hole]
  package let headings: [Heading]
  /// In the order in which they stand in the HTML.
  package let links: [BodyLink]
  package let blocks: [DerivedBlock]

  package static let empty = MarkdownBody(
    html: [], holes: [], headings: [], links: [], blocks: [])

  package var isEmpty: Bool { html.isEmpty && holes.isEmpty }
}

/// A place in a body's HTML that is filled when the page is rendered.
package struct Hole: Sendable, Equatable {
  package let offset: Int32
  package let content: HoleContent
}

package enum HoleContent: Sendable, Equatable {
  /// The link of that number: the tag that begins a link to a file, else the whole element.
  case link(Int32)
  /// The tag that ends the link to a file of that number.
  case endOfLink(Int32)
  /// What an id, or the target of a link within the text, begins with where texts share a document.
  case anchor
  /// The table or list that a derived block stands for.
  case block(Int32)
  /// So many bytes of prose that follow, in which first mentions become links.
  case prose(length: Int32)
  /// A word of the interface, in the page's language.
  case word(BodyWord)
}

/// The interface words that a body itself needs.
package enum BodyWord: String, Sendable, CaseIterable {
  case note, tip, important, warning, caution
  case footnotes
  case backToText = "back_to_text"
  case taskDone = "task_done"
  case taskOpen = "task_open"
}

package struct Heading: Sendable, Equatable {
  package let level: Int
  package let text: String
  package let anchor: String
  /// Ids that it had before, which stand in the page beside its own.
  package let oldAnchors: [String]
  /// What it would be called, if the page did not have a part of that id.
  package let displacedAnchor: String?

  package init(
    level: Int, text: String, anchor: String, oldAnchors: [String] = [], displacedAnchor: String? = nil
  ) {
    self.level = level
    self.text = text
    self.anchor = anchor
    self.oldAnchors = oldAnchors
    self.displacedAnchor = displacedAnchor
  }
}

extension [Heading] {
  /// The id at which the heading stands that a link calls by its id, by one that it had, or by the name of which the page's own part
  /// leaves it a number; nil where there is none.
  package func id(namedBy anchor: String) -> String? {
    for heading in self where heading.anchor == anchor { return heading.anchor }
    for heading in self {
      if let old = heading.oldAnchors.first(where: { $0 == anchor }) { return old }
    }
    return first { $0.displacedAnchor == anchor }?.anchor
  }
}

/// What a text names of the hub.
package enum BodyLink: Sendable {
  case file(FileLink)
  case wikilink(Wikilink)
  case image(BodyImage)

  package var place: BodyPlace {
    switch self {
    case .file(let link): link.place
    case .wikilink(let link): link.place
    case .image(let image): image.place
    }
  }

  /// The path of a file, as it is written; nil where a document is named.
  package var path: String? {
    switch self {
    case .file(let link): link.path
    case .wikilink: nil
    case .image(let image): image.path
    }
  }
}

/// A relative link to a file of the hub.
package struct FileLink: Sendable {
  package let path: String
  package let anchor: String?
  /// What the link says of itself in quotes behind its address; else empty.
  package let title: String
  /// The sentence that the link stands in.
  package internal(set) var sentence: LinkSentence
  package let place: BodyPlace
}

/// `[[target#anchor|label]]`.
package struct Wikilink: Sendable {
  package let target: String
  package let anchor: String?
  /// The words that are shown; nil where the document's name is.
  package internal(set) var label: String?
  /// The sentence that the link stands in.
  package internal(set) var sentence: LinkSentence
  package let place: BodyPlace
}

package struct BodyImage: Sendable {
  package let path: String
  package let alternative: String
  package let title: String
  package let place: BodyPlace
}

/// A fenced block whose info string is a name in braces: `{positions}`.
package struct DerivedBlock: Sendable {
  package let name: String
  package let parameters: String
  /// The place of the name.
  package let place: BodyPlace
  /// The line of the file on which the parameters begin.
  package let parametersLine: Int
}

/// A stretch of one line of a file; the column counts bytes from 1, as cmark does.
package struct BodyPlace: Sendable, Equatable {
  package let line: Int32
  package let column: Int32
  package let length: Int32

  package init(line: Int, column: Int, length: Int) {
    self.line = Int32(clamping: line)
    self.column = Int32(clamping: column)
    self.length = Int32(clamping: length)
  }

  package func range(in file: SourceFile) -> SourceRange {
    let line = (file.line(Int(line)) ?? "").utf8
    let before = line.prefix(max(0, Int(column) - 1))
    let start = 1 + scalarCount(of: Substring(before))
    let end = start + scalarCount(of: Substring(line[before.endIndex...].prefix(Int(length))))
    return SourceRange(
      file: file, start: SourcePosition(line: Int(self.line), column: start),
      end: SourcePosition(line: Int(self.line), column: end))
  }
}
