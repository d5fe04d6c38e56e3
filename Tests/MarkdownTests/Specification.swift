import Foundation

/// One of the prose specifications in `Specs/`: Markdown in which every fenced block is an example.
///
/// An example's info string is `example`. It holds a text, a line with a full stop, and what comes of the text: its HTML and, below
/// another full stop where there are any, its facts and faults, both as `ReadableBody` writes them. Signs that cannot be seen are
/// written as others: `→` for a tab, `␍` for a carriage return, `␀` for a NUL, `⍽` for a space that does not break,
/// `␠` for one that ends a line.
struct Specification {
  struct Example {
    /// The line of the specification on which the text begins.
    let line: Int
    /// The heading that it stands under.
    let section: String
    let text: String
    let expected: String
  }

  let name: String
  let examples: [Example]
  /// What cannot be read as an example, each with its line.
  let faults: [(line: Int, message: String)]

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Specs")

  static let names: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted()
  }()

  var file: URL { Self.folder.appending(path: name) }

  init(_ name: String) throws {
    self.init(name, try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8))
  }

  init(_ name: String, _ specification: String) {
    var examples: [Example] = []
    var faults: [(line: Int, message: String)] = []
    var section = ""
    var open: (fence: Substring, line: Int, lines: [Substring])?
    for (index, line) in specification.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if let block = open {
        guard line == block.fence else {
          open?.lines.append(line)
          continue
        }
        open = nil
        guard let example = Example(block.lines, line: block.line, section: section) else {
          faults.append((block.line, "the example has no line with a full stop, or more than two"))
          continue
        }
        if examples.contains(where: { $0.text == example.text }) {
          faults.append((block.line, "another example has the same text"))
        }
        examples.append(example)
      } else if line.hasPrefix("```") {
        let fence = line.prefix { $0 == "`" }
        if line.dropFirst(fence.count) != "example" {
          faults.append((index + 1, "the fenced block is no example"))
        }
        open = (fence, index + 2, [])
      } else if line.hasPrefix("#") {
        section = String(line.drop { $0 == "#" || $0 == " " })
      }
    }
    if let open { faults.append((open.line, "the example is not closed")) }
    if examples.isEmpty { faults.append((1, "the specification has no example")) }
    self.name = name
    self.examples = examples
    self.faults = faults
  }
}

extension Specification.Example {
  fileprivate init?(_ lines: [Substring], line: Int, section: String) {
    let stops = lines.indices.filter { lines[$0] == "." }
    guard let first = stops.first, stops.count <= 2 else { return nil }
    self.line = line
    self.section = section
    text = Self.withSigns(lines[..<first].map { $0 + "\n" }.joined())
    expected = lines[(first + 1)...].map { $0 + "\n" }.joined()
  }

  private static let signs: [Character: Character] = ["→": "\t", "␍": "\r", "␀": "\0", "⍽": "\u{A0}", "␠": " "]

  private static func withSigns(_ shown: String) -> String {
    String(shown.map { signs[$0] ?? $0 })
  }

  /// A text with its signs shown.
  static func showingSigns(_ text: String) -> String {
    let shown = String(String.UnicodeScalarView(text.unicodeScalars.map(shown)))
    return shown.replacing(/[ ]+(?=\n|$)/) { String(repeating: "␠", count: $0.output.count) }
  }

  private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "\t": "→"
    case "\r": "␍"
    case "\0": "␀"
    case "\u{A0}": "⍽"
    default: scalar
    }
  }
}

extension Specification {
  /// Writes what is found in place of what is expected, for a reader to review.
  func update(with found: [String]) throws {
    var lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
    for (example, found) in zip(examples, found).reversed() {
      let first = example.line - 1 + example.text.utf8.count { $0 == UInt8(ascii: "\n") } + 1
      let count = example.expected.utf8.count { $0 == UInt8(ascii: "\n") }
      lines.replaceSubrange(
        first..<(first + count), with: found.split(separator: "\n", omittingEmptySubsequences: false).dropLast())
    }
    try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
  }
}
