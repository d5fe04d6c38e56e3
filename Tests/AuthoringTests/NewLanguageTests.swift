import Content
import Diagnostics
import Publishing
import TestSupport
import Testing

/// `hubwright new language` writes the words that somebody is to fill in.
@Suite struct NewLanguageTests {
  private static let hub = """
    -- site-content/hub.yaml --
    title: A hub
    address: https://hub.example.org/
    language: en
    languages: [en, fr]
    time_zone: UTC

    """

  @Test func writesEveryWordWithTheEnglishAndItsPlace() throws {
    let folder = try HubFolder(Self.hub)
    let new = try writeNewLanguage("uk", in: folder.path)
    #expect(new.path == "templates/strings/uk.yaml" && !new.isCompleted && !new.isDeclared)
    let text = try folder.text(new.path)
    #expect(text.hasPrefix("# Words of pages in Ukrainian (uk).\n# Write each word after its colon; "))
    #expect(text.contains("such as one: 1, 21; few: 2, 3; many: 0, 5, 11, 100, 1000000; other: fractions."))
    #expect(text.contains("\n# Around every page\n# Skip to the content — book, page-start\nskip_to_content:\n"))
    #expect(
      text.contains("\n# 1 day / {count} days\ncount_of_days: {one: , few: , many: , other: }\n"))
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(lines.count == new.count && new.count > 500)
  }

  /// A file as it was written says nothing yet, and is no fault.
  @Test func isReadAsAFileThatLacksEveryWord() throws {
    let folder = try HubFolder(Self.hub)
    let new = try writeNewLanguage("uk", in: folder.path)
    let (words, diagnostics) = readInterfaceWords(MarkedText(try folder.text(new.path)).file())
    #expect(diagnostics.isEmpty)
    #expect(words?.names == [] && words?.places.count == new.count)
  }

  @Test func addsToAFileWhatItLacks() throws {
    let folder = try HubFolder(Self.hub)
    let all = try writeNewLanguage("uk", in: folder.path).count
    let own = "home: Головна\ncount_of_days: {one: день, few: дні, many: днів, other: дня}"
    try folder.write("templates/strings/uk.yaml", own)
    let new = try writeNewLanguage("uk", in: folder.path)
    #expect(new.isCompleted && new.count == all - 2)
    let text = try folder.text(new.path)
    #expect(text.hasPrefix(own + "\n\n# Around every page\n# Skip to the content — book, page-start\n"))
    #expect(!text.contains("\nhome:\n"))
  }

  @Test func showsTheWordsThatTheProgramHas() throws {
    let folder = try HubFolder(Self.hub)
    let new = try writeNewLanguage("fr", in: folder.path)
    #expect(new.count == 0 && new.isDeclared)
    let text = try folder.text(new.path)
    #expect(text.contains("\n# Skip to the content — book, page-start\n# skip_to_content: \"Aller au contenu\"\n"))
    #expect(text.hasPrefix("# Words of pages in French (fr).\n# Hubwright has these words. "))
    #expect(text.split(separator: "\n").allSatisfy { $0.hasPrefix("#") })
    #expect(readInterfaceWords(MarkedText(text).file()).diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("Ukrainian", "'Ukrainian' is no language; write a tag such as fr or pt-BR."),
    ("en", "The words of pages are English; to change some, write them into templates/strings/en.yaml."),
  ])
  func refusesWhatIsNoLanguage(_ language: String, _ sentence: String) throws {
    let folder = try HubFolder(Self.hub)
    #expect(throws: CommandRefusal(sentence)) { try writeNewLanguage(language, in: folder.path) }
  }

  @Test func refusesAFileWithAFault() throws {
    let folder = try HubFolder(Self.hub + "-- templates/strings/uk.yaml --\nhome: [a]\n")
    #expect(throws: CommandRefusal("templates/strings/uk.yaml has a fault: a word is a text.")) {
      try writeNewLanguage("uk", in: folder.path)
    }
  }
}
