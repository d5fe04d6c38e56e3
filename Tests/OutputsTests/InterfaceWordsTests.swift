import Diagnostics
import Foundation
import TestSupport
import Testing

/// Where the words of pages come from, and what is said of those that a language lacks.
@Suite struct InterfaceWordsTests {
  private static func site(_ words: String = "", in language: String = "fr", hub: String = "") throws -> BuiltSite {
    try BuiltSite(
      """
      -- site-content/hub.yaml --
      \(BuiltSite.hub)languages: [\(language)]
      \(hub)-- site-content/meetings/m.yaml --
      - {id: m, title: M, type: group, start: 2031-06-02, confidence: memory, deadlines: [\(deadlines)]}
      -- site-content/meetings/m.\(language).yaml --
      - {id: m, title: O}
      -- site-content/notes/n.md --
      ---
      title: N
      ---
      -- site-content/notes/n.\(language).md --
      ---
      title: O
      ---
      \(words.isEmpty ? "" : "-- templates/strings/\(language).yaml --\n\(words)")
      """)
  }

  private static let deadlines = [1, 2, 3, 11, 100, 21].map { count in
    "{title: T, rule: \(count) days before the opening}"
  }.joined(separator: ", ")

  /// An update that adds a word breaks no hub.
  @Test func showsInTheHubsLanguageWhatALanguageLacks() throws {
    let site = try Self.site("home: Hejmo\ndate_range: '{first} – {last}'\n", in: "eo")
    #expect(site.diagnostics.map(\.code) == [.missingWord] && site.diagnostics.map(\.severity) == [.warning])
    #expect(site.diagnostics.first?.message.hasPrefix("'eo' has 2 of the ") == true)
    #expect(site.diagnostics.first?.help == "Run 'hubwright new language eo', which writes them to be filled in")
    let page = try site.text("eo/notes/n.html")
    #expect(page.contains(">Hejmo</a>") && page.contains("Skip to the content"))
  }

  @Test func countsAllWhereALanguageHasNoFile() throws {
    let site = try Self.site(in: "eo")
    #expect(site.diagnostics.map(\.severity) == [.warning])
    #expect(site.diagnostics.first?.message.hasPrefix("'eo' has 0 of the ") == true)
    #expect(site.diagnostics.first?.range.file.path == "templates/strings/eo.yaml")
  }

  @Test func keepsTheWordsOfTheLanguageThatAHubDoesNotChange() throws {
    let site = try Self.site("home: Début\n")
    #expect(conciseText(for: site.diagnostics) == "")
    let page = try site.text("fr/notes/n.html")
    #expect(page.contains(">Début</a>") && page.contains("Aller au contenu"))
  }

  @Test func showsWordsThatAHubChangesInItsMainLanguageToOthersToo() throws {
    let site = try Self.site("", in: "eo", hub: "-- templates/strings/en.yaml --\nhome: Start\n")
    #expect(try site.text("eo/notes/n.html").contains(">Start</a>"))
  }

  @Test func namesAKeyThatIsNoWordAtItsLine() throws {
    let site = try Self.site("home: Début\nhoem: Accueil\nzzzzzzzz: Rien\n")
    #expect(
      conciseText(for: site.diagnostics) == """
        templates/strings/fr.yaml:2:1: warning[unknown-word]: pages have no word 'hoem'
        templates/strings/fr.yaml:3:1: warning[unknown-word]: pages have no word 'zzzzzzzz'

        """)
    #expect(site.diagnostics.map(\.help) == ["Write 'home'", "Take the line out"])
  }

  /// Readers would see a name in braces that a word is not given, and a brace that nothing closes, as they stand.
  @Test func namesBracesThatNothingFills() throws {
    let site = try Self.site("home: 'Début {page}'\ndate_range: '{frist} – {last}'\nsearch: 'Chercher {'\n")
    #expect(site.diagnostics.map(\.code) == [.unknownWord, .unknownWord, .unknownWord])
    #expect(
      site.diagnostics.map(\.message) == [
        "'home' is given nothing to fill in, and has '{page}'",
        "'date_range' is given {first}, {last}, and has '{frist}'",
        "a '{' is closed with '}', and in 'search' one is not",
      ])
    #expect(site.diagnostics.map(\.help) == ["Take it out", "Write '{first}'", "Close it"])
  }

  @Test func takesWordsThatTheHubsOwnTemplatesShow() throws {
    let site = try Self.site(
      "mine: À moi\n",
      hub:
        "-- templates/strings/en.yaml --\nmine: Mine\n-- templates/notices.mustache --\n<aside>{{words.mine}}</aside>\n"
    )
    #expect(conciseText(for: site.diagnostics) == "")
    #expect(try site.text("fr/notes/n.html").contains("<aside>À moi</aside>"))
    #expect(try site.text("notes/n.html").contains("<aside>Mine</aside>"))
  }

  @Test func namesTheFormsThatAWordWithANumberLacks() throws {
    let site = try Self.site(
      "count_of_days: {one: 1 jour, other: '{count} jours'}\ncount_of_weeks: '{count} semaines'\n")
    #expect(
      conciseText(for: site.diagnostics) == """
        templates/strings/fr.yaml:1:1: warning[missing-word]: a word with a number has a form for each plural category of \
        'fr', and 'count_of_days' lacks many
        templates/strings/fr.yaml:2:1: warning[missing-word]: a word with a number has a form for each plural category of \
        'fr', and 'count_of_weeks' lacks one, many

        """)
    #expect(site.diagnostics.first?.help == "Add it: {one: …, many: …, other: …}")
  }

  @Test(arguments: [
    ("ar", ["يوم واحد", "يومين", "3 أيام", "11 يومًا", "21 يومًا", "100 يوم"]),
    ("ru", ["1 день", "2 дня", "3 дня", "11 дней", "21 день", "100 дней"]),
    ("zh", ["1天", "2天", "3天", "11天", "21天", "100天"]),
    ("es", ["1 día", "2 días", "3 días", "11 días", "21 días", "100 días"]),
    ("pt", ["1 dia", "2 dias", "3 dias", "11 dias", "21 dias", "100 dias"]),
  ])
  func countsAsTheLanguageDoes(_ language: String, _ distances: [String]) throws {
    let page = try Self.site(in: language).text("\(language)/meetings/m.html")
    for distance in distances { #expect(page.contains(distance), "\(distance)") }
  }

  /// Every word of every language of the default theme: whole, with all plural forms, and with the parameters of the English.
  @Test(arguments: ["ar", "es", "fr", "pt", "ru", "zh"])
  func isWholeInEveryLanguage(_ language: String) throws {
    let site = try Self.site(in: language)
    #expect(conciseText(for: site.diagnostics) == "")
    let words = try String(contentsOf: fixture("../../templates/strings/\(language).yaml"), encoding: .utf8)
    #expect(Self.keys(of: words) == Self.keys(of: BuiltSite.englishWords))
    #expect(Self.parameters(of: words) == Self.parameters(of: BuiltSite.englishWords))
  }

  private static func keys(of words: String) -> [Substring] {
    lines(of: words).map { $0.prefix { $0 != ":" } }
  }

  /// Each word's line; who reviewed the words is none.
  private static func lines(of words: String) -> [Substring] {
    words.split(separator: "\n").filter { $0.first?.isLowercase == true && !$0.hasPrefix("reviewed:") }
  }

  /// The names in braces of each word; a form may leave the number out.
  private static func parameters(of words: String) -> [Substring: Set<Substring>] {
    var found: [Substring: Set<Substring>] = [:]
    for line in lines(of: words) {
      let name = line.prefix { $0 != ":" }
      guard name != "date_range" else { continue }
      found[name] = Set(line.matches(of: /\{[a-z]+\}/).map(\.output))
    }
    return found
  }
}
