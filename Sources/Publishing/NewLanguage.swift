import Authoring
import Content
import Diagnostics
import Foundation
import Outputs

/// What `hubwright new language` wrote.
package struct NewLanguage: Sendable {
  /// The file of words, relative to the hub.
  package let path: String
  /// How many words were written that are to be filled in.
  package let count: Int
  /// How many words the file had already that are to be filled in.
  package let emptyCount: Int
  /// Whether the file was there, so that only what it lacked was added.
  package let isCompleted: Bool
  /// Whether the hub's description names the language already.
  package let isDeclared: Bool
}

/// Writes the file of a hub's interface words in a language, or adds to it the words that it lacks.
///
/// `language` is a tag such as `pt-BR`. Nothing that is there is changed.
package func writeNewLanguage(_ language: String, in hub: String) throws -> NewLanguage {
  guard isLanguageTag(language) else {
    throw CommandRefusal("'\(language)' is no language; write a tag such as fr or pt-BR.")
  }
  let (content, diagnostics) = readContent(in: "\(hub)/site-content", shownAs: "site-content", jobs: 1)
  guard let content else {
    throw CommandRefusal(diagnostics.first.map { "\($0.message)." } ?? "There is no hub in '\(hub)'.")
  }
  var memory = BuildMemory()
  let theme = readTheme(in: "\(hub)/templates", shownAs: "templates", memory: &memory).theme
  guard let standard = theme.standardWords["en"].flatMap({ readInterfaceWords($0).words }), language != "en" else {
    throw CommandRefusal("The words of pages are English; to change some, write them into templates/strings/en.yaml.")
  }
  let path = "templates/strings/\(language).yaml"
  let given = theme.words[language]
  let own = given.map { readInterfaceWords($0) }
  if let fault = own?.diagnostics.first { throw CommandRefusal("\(path) has a fault: \(fault.message).") }
  let skeleton = WordSkeleton(
    language: language, name: Locale(identifier: "en").localizedString(forIdentifier: language) ?? language,
    standard: standard, known: theme.standardWords[language].flatMap { readInterfaceWords($0).words },
    given: own?.words, places: places(of: theme))
  if let given {
    let text = given.text.hasSuffix("\n") || given.text.isEmpty ? given.text : given.text + "\n"
    if skeleton.count > 0 {
      try writeRecords(text + skeleton.text, to: "\(hub)/\(path)")
    }
  } else {
    try writeNewFile(skeleton.text, to: "\(hub)/\(path)")
  }
  return NewLanguage(
    path: path, count: skeleton.count, emptyCount: own?.words.map { $0.places.count - $0.names.count } ?? 0,
    isCompleted: given != nil,
    isDeclared: content.hub.languages.contains(language))
}

/// The templates that show each word.
private func places(of theme: Theme) -> [String: [String]] {
  var places: [String: [String]] = [:]
  for (name, file) in theme.templates.sorted(by: { $0.key < $1.key }) {
    for word in wordsUsed(by: [file.text]) { places[word, default: []].append(name) }
  }
  return places
}
