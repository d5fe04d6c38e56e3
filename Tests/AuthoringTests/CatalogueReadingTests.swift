import Authoring
import Diagnostics
import Testing

/// Catalogues are read as gettext means them, and what is none is named.
struct CatalogueReadingTests {
  @Test(arguments: [
    ("msgid \"a\nmsgstr \"b\"\n", [1]), ("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"c\"\n", [2, 3]),
    ("words\n", [1]),
    ("# note\n#~ msgid \"old\"\n\nmsgid \"a\"\nmsgstr \"b\"", []),
  ])
  func namesTheLinesThatItCannotRead(_ text: String, _ lines: [Int]) {
    #expect(Catalogue.read(SourceFile(path: "fr.po", text: text)).faults.map(\.line) == lines)
  }

  @Test func readsTextsInSeveralPieces() {
    let text = "msgid \"\"\n\"one \"\n\"two\\n\"\n\"\\tthree\"\nmsgstr \"x\"\r\n\"y\"\r\n"
    let messages = Catalogue.read(SourceFile(path: "fr.po", text: text)).catalogue.messages
    #expect(messages.map(\.original) == ["one two\n\tthree"] && messages.map(\.translation) == ["xy"])
  }
}
