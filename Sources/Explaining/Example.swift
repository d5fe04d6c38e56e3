import Diagnostics

/// A fault as it is met: a hub that has it, what is said of it, and the hub with the fault mended.
///
/// Each is a file of the repository's folder `examples`, named for its code, and where there are several for what it is about, as in
/// `wrong-type.list.txt`: files that begin with a line `-- path --`, a line
/// `-- expected --` with the messages, and a line `-- right --` with the files as they should be. An emoji such as 1️⃣ marks a place.
/// The tests build every one of them, so that what is explained is what happens.
package struct Example: Sendable {
  /// The file's name without its ending.
  package let name: String
  package let code: DiagnosticCode
  /// With their marks.
  package let wrong: [File]
  /// `path mark code: message`, in reading order.
  package let expected: [String]
  /// The files that differ in the hub without the fault; none where a file has to go.
  package let right: [File]

  package struct File: Sendable {
    /// Relative to the hub. A file that is not text is described: behind its path stands `: bytes`, and it holds their hexadecimal
    /// digits; `: repeated 9`, how often what it holds; or `: link to`, what it leads to.
    package let path: String
    package let text: String
  }

  package static let all: [Example] = ExampleFiles.files.compactMap { path, text in
    code(ofFile: path).map { Example(String(path.dropLast(4)), $0, text) }
  }.sorted { $0.name < $1.name }

  /// The names of the files that are no code's example.
  package static let strays: [String] = ExampleFiles.files.map(\.path).filter { code(ofFile: $0) == nil }

  private static func code(ofFile path: String) -> DiagnosticCode? {
    guard path.hasSuffix(".txt") else { return nil }
    return path.split(separator: ".").first.flatMap { DiagnosticCode(rawValue: String($0)) }
  }

  private init(_ name: String, _ code: DiagnosticCode, _ text: String) {
    self.name = name
    self.code = code
    var wrong: [File] = []
    var right: [File] = []
    var expected: [String] = []
    var section = "wrong"
    for (name, text) in Self.parts(of: text) {
      switch name {
      case "expected":
        expected = text.split(separator: "\n").map(String.init)
        section = name
      case "right": section = name
      default:
        if section == "right" {
          right.append(File(path: name, text: text))
        } else {
          wrong.append(File(path: name, text: text))
        }
      }
    }
    self.wrong = wrong
    self.right = right
    self.expected = expected
  }

  private static func parts(of text: String) -> [(name: String, text: String)] {
    var parts: [(name: String, text: String)] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("-- "), line.hasSuffix(" --"), line.count > 6 {
        parts.append((String(line.dropFirst(3).dropLast(3)), ""))
      } else if !parts.isEmpty {
        parts[parts.count - 1].text += line + "\n"
      }
    }
    // The line break before the next part belongs to none.
    return parts.map { ($0.name, $0.text.hasSuffix("\n\n") ? String($0.text.dropLast()) : $0.text) }
  }

  /// The hub file of an example that has none of its own.
  package static let hubFile = """
    title: River Commission Hub
    address: https://rivers.example.org/
    language: en
    languages: [en, fr]
    time_zone: Europe/Vienna
    regions:
      - {id: upstream, title: Upstream}
    meeting_types:
      - {id: session, title: Session of the commission}
    series:
      - {id: basics, title: Basics}
    sections:
      - {folder: guides, kind: guide, title: Guides}
      - {folder: cases, kind: case-study, title: Cases}
      - {folder: dispatches, kind: dispatch, title: Dispatches}
    checks:
      - rule: orphan-page
        is: off
        because: an example has few pages
      - rule: unreplaced-placeholder
        is: off
        because: an example is published nowhere

    """
}

extension Example.File {
  /// The text as a writer has it.
  package var plainText: String { text.filter { !Self.marks.contains($0) } }

  private static let marks: Set<Character> = ["1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣", "7️⃣", "8️⃣", "9️⃣", "🔟"]

  /// What a reader is shown in place of a file that is not text.
  var shownText: String {
    path.contains(": ") ? String(plainText.prefix(60)) + (plainText.count > 60 ? "…\n" : "") : plainText
  }
}
