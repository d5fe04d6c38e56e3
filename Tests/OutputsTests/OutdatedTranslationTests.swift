import CivilTime
import Diagnostics
import Linking
import Publishing
import TestSupport
import Testing

/// A translation says above exactly those of its sections that they are older than their originals.
@Suite struct OutdatedTranslationTests {
  static let languages = ["fr", "es", "ru", "zh", "ar"]

  static let original = """
    ---
    title: Speak
    date: 2031-01-01
    ---
    Anyone can *speak* to the [other page](two.md).

    ## How to ask

    Write to the secretariat. See [[two]].

    ## What it costs

    Nothing at all.

    - A first thing.
    - A second thing.

    ## Who decides

    The chair decides.[^1]

    [^1]: As the rules say.

    """

  static func folder() throws -> HubFolder {
    let folder = try HubFolder(
      """
      -- site-content/hub.yaml --
      \(BuiltSite.hub)languages: [en, fr, es, ru, zh, ar]
      -- site-content/notes/two.md --
      ---
      title: Two
      date: 2031-01-01
      ---
      -- site-content/notes/one.md --
      \(original)
      """)
    for language in languages {
      try folder.write(
        "site-content/notes/one.\(language).md",
        """
        ---
        title: T \(language)
        ---
        A [b](two.md).

        ## H1 \(language)

        B [[two]].

        ## H2 \(language)

        C

        - D
        - E

        ## H3 \(language)

        F[^1]

        [^1]: G
        """)
    }
    for language in languages { #expect(try record(language, in: folder) == 1) }
    return folder
  }

  private static func translations(in folder: HubFolder) throws -> HubTranslations {
    let request = BuildRequest(
      hub: folder.path, asOf: nil, today: { _ in CivilDate(year: 2031, month: 1, day: 2) ?? .first }, jobs: 1)
    let (translations, diagnostics) = HubTranslations.read(request)
    return try #require(translations, "\(conciseText(for: diagnostics))")
  }

  private static func record(_ language: String, in folder: HubFolder, named: [String] = []) throws -> Int {
    try translations(in: folder).record(language, named: named)
  }

  /// The headings before which a notice stands, and the texts of those at the head of the page.
  private func notices(_ language: String, in folder: HubFolder) throws -> (above: [String], atHead: [String]) {
    let text = try BuiltSite(in: folder).text("\(language)/notes/one.html")
    let above = text.matches(of: /<\/div>\n<h2 id="[^"]*">([^<]*)<\/h2>/).map { String($0.1) }
    let all = text.pieces(between: "<div class=\"notice\" role=\"note\">", and: "</div>")
    return (above, Array(all.dropLast(above.count)))
  }

  @Test func marksTheSectionThatChangedInEveryLanguage() throws {
    let folder = try Self.folder()
    try folder.edit("site-content/notes/one.md", "Nothing at all.", "A small fee.")
    for language in Self.languages {
      let (above, atHead) = try notices(language, in: folder)
      #expect(above == ["H2 \(language)"])
      // Nobody has reviewed it.
      #expect(atHead.count == 1)
    }
    let french = try BuiltSite(in: folder).text("fr/notes/one.html")
    let notice = french.pieces(between: "<strong>Plus ancien que l’original.</strong>", and: "</div>")
    #expect(notice.count == 1 && notice.first?.links == ["../../notes/one.html#what-it-costs"])
    #expect(
      notice.first?.contains("Cette section rend l’original du 2 janvier 2031, qui a changé depuis.") == true)
  }

  @Test func saysSinceWhenWhereTheOriginalDoes() throws {
    let folder = try Self.folder()
    try folder.edit("site-content/notes/one.md", "Nothing at all.", "A small fee.")
    try folder.edit("site-content/notes/one.md", "date: 2031-01-01\n", "date: 2031-01-01\nupdated: 2031-02-03\n")
    let text = try BuiltSite(in: folder).text("fr/notes/one.html")
    #expect(text.contains("qui a changé depuis ; sa dernière modification date du 3 février 2031."))
  }

  @Test(arguments: [
    ("Anyone can *speak* to", "Anyone  can\nspeak to"), ("See [[two]].", "See [Two](two.md)."),
    ("See [[two]].", "See [[notes/two]]."), ("[other page](two.md)", "[[two|other page]]"),
    ("## How to ask", "## How to ask {#asking}"), ("- A first thing.\n- A", "* A first thing.\n\n* A"),
    ("[^1]: As the rules say.", "[^1]:  As the\n    rules say."),
  ])
  func saysNothingOfAnotherWayToWriteTheSame(_ old: String, _ new: String) throws {
    let folder = try Self.folder()
    try folder.edit("site-content/notes/one.md", old, new)
    let (above, atHead) = try notices("fr", in: folder)
    #expect(above == [] && atHead.count == 1)
    #expect(try Self.translations(in: folder).report(of: "fr").translations.first?.changes == [])
  }

  @Test(arguments: [
    ("## Who decides", "## New\n\nA matter.\n\n## Who decides", ["added: #new \"New\", 3 words"]),
    ("## What it costs", "## The price", ["renamed: #the-price \"The price\", 2 words"]),
    ("Nothing at all.\n", "Nothing at all.\n\n## Two\n", ["split: #what-it-costs \"What it costs\" off #two, 1 word"]),
    (
      "## Who decides\n\n", "",
      ["changed: #what-it-costs \"What it costs\", 3 words", "joined: #who-decides into #what-it-costs"]
    ),
    (
      "## Who decides\n\nThe chair decides.[^1]\n", "More.[^1]\n",
      ["changed: #what-it-costs \"What it costs\", 1 word", "gone: #who-decides"]
    ),
    ("title: Speak\n", "title: Talk\n", ["changed: :title, 1 word"]),
    ("title: Speak\n", "title: Speak\nsummary: A summary.\n", ["added: :summary, 2 words"]),
    ("As the rules say.", "As the chair says.", ["changed: ^, 4 words"]),
  ])
  func tellsWhatBecameOfASection(_ old: String, _ new: String, _ expected: [String]) throws {
    let folder = try Self.folder()
    try folder.edit("site-content/notes/one.md", old, new)
    let report = try Self.translations(in: folder).report(of: "fr").text
    let changes = report.split(separator: "\n").filter { $0.hasPrefix("    ") }.map { String($0.dropFirst(4)) }
    #expect(changes == expected)
  }

  @Test func tellsASectionThatMoved() throws {
    let folder = try Self.folder()
    let costs = "## What it costs\n\nNothing at all.\n\n- A first thing.\n- A second thing.\n\n"
    try folder.edit("site-content/notes/one.md", costs, "")
    try folder.edit("site-content/notes/one.md", "## How to ask", costs + "## How to ask")
    let report = try Self.translations(in: folder).report(of: "fr")
    #expect(report.translations.first?.changes?.map(\.kind) == [.moved])
    #expect(report.translations.map(\.wordCount) == [0])
    let (above, atHead) = try notices("fr", in: folder)
    #expect(above == [] && atHead.count == 1)
  }

  @Test func leadsToWhatWasAdded() throws {
    let folder = try Self.folder()
    try folder.edit("site-content/notes/one.md", "## Who decides", "## New\n\nA matter.\n\n## Who decides")
    let (above, atHead) = try notices("fr", in: folder)
    #expect(above == [] && atHead.count == 2)
    #expect(atHead.last?.links == ["../../notes/one.html#new"])
    #expect(atHead.last?.contains("lang=\"en\"") == true)
  }

  @Test func forgetsAChangeThatWasTranslated() throws {
    let folder = try Self.folder()
    try folder.edit("site-content/notes/one.md", "Nothing at all.", "A small fee.")
    #expect(try Self.record("fr", in: folder) == 0)
    #expect(try notices("fr", in: folder).above == ["H2 fr"])
    #expect(try Self.record("fr", in: folder, named: ["notes/one"]) == 1)
    #expect(try notices("fr", in: folder).above == [])
    #expect(try notices("es", in: folder).above == ["H2 es"])
  }

  @Test func takesEitherOfTwoLinesThatGitKept() throws {
    let folder = try Self.folder()
    let before = try folder.text("site-content/translated.fr.txt")
    try folder.edit("site-content/notes/one.md", "Nothing at all.", "A small fee.")
    _ = try Self.record("fr", in: folder, named: ["notes/one"])
    let after = try folder.text("site-content/translated.fr.txt")
    try folder.write("site-content/translated.fr.txt", after + before)
    #expect(try notices("fr", in: folder).above == [])
    try folder.write("site-content/translated.fr.txt", before + after)
    #expect(try notices("fr", in: folder).above == [])
  }

  @Test func forgetsWhatHasNoTranslationAnyMore() throws {
    let folder = try Self.folder()
    try folder.remove("site-content/notes/one.fr.md")
    #expect(try Self.translations(in: folder).report(of: "fr").gone == ["notes/one"])
    #expect(try Self.record("fr", in: folder) == 0)
    #expect(try Self.translations(in: folder).report(of: "fr").gone == [])
  }

  @Test func refusesToRecordWhatIsNotTranslated() throws {
    let folder = try Self.folder()
    #expect(throws: CommandRefusal("There is no translation of 'notes/two' into the language 'fr'.")) {
      try Self.record("fr", in: folder, named: ["notes/two"])
    }
  }

  @Test(arguments: ["notes/one :title 2031-01-02", "notes/one :title today - 0123456789ab", "one : 2031-01-02 xyz"])
  func namesALineThatIsNoRecord(_ line: String) throws {
    let folder = try Self.folder()
    try folder.write("site-content/translated.fr.txt", "# A note\n\n\(line)\n")
    let request = BuildRequest(hub: folder.path, asOf: nil, today: { _ in .first }, jobs: 1)
    let faults = HubTranslations.read(request).diagnostics.filter { $0.severity == .error }
    #expect(faults.map { "\($0.code.rawValue) \($0.range.start.line)" } == ["invalid-record 3"])
  }

  @Test func followsADocumentThatIsMoved() throws {
    let folder = try Self.folder()
    let request = BuildRequest(hub: folder.path, asOf: nil, today: { _ in .first }, jobs: 1)
    _ = try moveDocument("notes/one", to: "notes/first", in: request)
    #expect(try folder.text("site-content/translated.ru.txt").contains("\nnotes/first #how-to-ask 2031-01-02 "))
    let report = try Self.translations(in: folder).report(of: "fr")
    #expect(report.gone == [] && report.translations.map(\.changes) == [[]])
  }

  @Test(.timeLimit(.minutes(1))) func comparesLongTextsInATimeThatGrowsWithThem() throws {
    let folder = try Self.folder()
    let sections = (1...6000).map { "## Part \($0)\n\nText \($0).\n\n" }
    for name in ["one.md", "one.fr.md"] {
      try folder.write("site-content/notes/\(name)", "---\ntitle: T\n---\n\n" + sections.joined())
    }
    #expect(try Self.record("fr", in: folder, named: ["notes/one"]) == 1)
    try folder.write("site-content/notes/one.md", "---\ntitle: T\n---\n\n" + sections.reversed().joined())
    let translations = try Self.translations(in: folder)
    #expect(translations.report(of: "fr").translations[0].changes?.map(\.kind) == Array(repeating: .moved, count: 5999))
  }
}
