import Diagnostics

/// A catalogue of messages to translate, as gettext writes it in a file `fr.po`.
package struct Catalogue: Sendable, Equatable {
  package struct Message: Sendable, Equatable {
    package var original: String
    package var translation = ""
    /// What a translator should know, a line each.
    package var notes: [String] = []
    /// Where the text is written: `site-content/guides/speak.md:12`.
    package var references: [String] = []
    /// Whether a person has still to look at the translation.
    package var isFuzzy = false
    /// Where it begins in its file, counted from 1; 0 for one that was made.
    package var line = 0
  }

  package var language: String
  package var messages: [Message]

  package init(language: String, messages: [Message]) {
    self.language = language
    self.messages = messages
  }
}

/// What is wrong in a catalogue, at its line.
package struct CatalogueFault: Sendable, Equatable {
  package let line: Int
  package let message: String
}

// MARK: Writing

extension Catalogue {
  /// The catalogue as a file; `title` is that of the hub, `day` that on which it is written, as `2026-11-09`.
  package func text(title: String, day: String) -> String {
    let head = [
      "Project-Id-Version: \(title)", "PO-Revision-Date: \(day) 00:00+0000", "Last-Translator: ",
      "Language-Team: ", "Language: \(language)", "MIME-Version: 1.0", "Content-Type: text/plain; charset=UTF-8",
      "Content-Transfer-Encoding: 8bit", "X-Generator: Hubwright",
    ].map { $0 + "\n" }.joined()
    return (["msgid \"\"\n" + Self.entry("msgstr", head)] + messages.map(Self.text)).joined(separator: "\n")
  }

  private static func text(of message: Message) -> String {
    message.notes.map { "#. \($0)\n" }.joined() + message.references.map { "#: \($0)\n" }.joined()
      + (message.isFuzzy ? "#, fuzzy\n" : "") + entry("msgid", message.original)
      + entry("msgstr", message.translation)
  }

  /// A text of several lines has each in quotes of its own.
  private static func entry(_ keyword: String, _ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > 1 else { return "\(keyword) \"\(escaped(text))\"\n" }
    var quoted = lines.dropLast().map { "\"\(escaped($0))\\n\"\n" }
    if let last = lines.last, !last.isEmpty { quoted.append("\"\(escaped(last))\"\n") }
    return "\(keyword) \"\"\n" + quoted.joined()
  }

  private static func escaped(_ text: some StringProtocol) -> String {
    String(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\t", with: "\\t")
  }
}

// MARK: Reading

extension Catalogue {
  /// Reads a file of gettext; what it cannot use is left out and named.
  package static func read(_ file: SourceFile) -> (catalogue: Catalogue, faults: [CatalogueFault]) {
    var reader = CatalogueReader()
    for (number, line) in file.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      reader.read(line.trimmed, at: number + 1)
    }
    reader.close()
    return (reader.catalogue, reader.faults)
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}

private struct CatalogueReader {
  private enum Part { case original, translation, unused }

  private(set) var catalogue = Catalogue(language: "", messages: [])
  private(set) var faults: [CatalogueFault] = []
  private var message = Catalogue.Message(original: "")
  private var part: Part?
  private var hasTranslation = false
  private var isUsable = true

  mutating func read(_ line: Substring, at number: Int) {
    if line.isEmpty || line.hasPrefix("#") {
      if hasTranslation { close() }
      return readComment(line)
    }
    guard let quote = line.firstIndex(of: "\"") else { return fault(number, "a line holds a text in quotes") }
    switch line[..<quote].trimmed {
    case "": break
    case "msgid":
      if hasTranslation { close() }
      (part, message.line) = (.original, number)
    case "msgstr": (part, hasTranslation) = (.translation, true)
    case "msgctxt":
      if hasTranslation { close() }
      part = .unused
    default:
      part = .unused
      refuse(number, "messages have no plural forms, since each is a whole text")
    }
    guard let part else { return fault(number, "a text follows 'msgid' or 'msgstr'") }
    guard let text = Self.unquoted(line[quote...]) else { return refuse(number, "a text ends with a quote") }
    switch part {
    case .original: message.original += text
    case .translation: message.translation += text
    case .unused: break
    }
  }

  private mutating func readComment(_ line: Substring) {
    let rest = String(line.dropFirst(2).trimmed)
    if line.hasPrefix("#.") {
      message.notes.append(rest)
    } else if line.hasPrefix("#:") {
      message.references += rest.split(separator: " ").map(String.init)
    } else if line.hasPrefix("#,") {
      message.isFuzzy = rest.split(separator: ",").contains { $0.trimmed == "fuzzy" }
    }
  }

  mutating func close() {
    defer { (message, part, hasTranslation, isUsable) = (Catalogue.Message(original: ""), nil, false, true) }
    guard hasTranslation, isUsable else { return }
    guard message.original.isEmpty else { return catalogue.messages.append(message) }
    for line in message.translation.split(separator: "\n") where line.hasPrefix("Language:") {
      catalogue.language = String(line.dropFirst("Language:".count).trimmed)
    }
  }

  private mutating func refuse(_ line: Int, _ reason: String) {
    isUsable = false
    fault(line, reason)
  }

  private mutating func fault(_ line: Int, _ reason: String) {
    faults.append(CatalogueFault(line: line, message: reason))
  }

  /// Nil where the closing quote is missing.
  private static func unquoted(_ text: Substring) -> String? {
    var result = ""
    var isEscaped = false
    for (offset, character) in text.dropFirst().enumerated() {
      if isEscaped {
        result.append(["n": "\n", "t": "\t", "r": "\r"][character] ?? character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        return offset == text.count - 2 ? result : nil
      } else {
        result.append(character)
      }
    }
    return nil
  }
}
