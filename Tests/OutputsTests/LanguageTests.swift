import Diagnostics
import TestSupport
import Testing

@Suite struct LanguageTests {
  /// A hub in English, with French and Arabic versions of some documents; the interface is English in all but its locale.
  private static func folder() throws -> HubFolder {
    let folder = try HubFolder(
      """
      -- site-content/hub.yaml --
      \(BuiltSite.hub)languages: [en, fr, ar]
      -- site-content/countries/c.yaml --
      - {id: de, title: Germany, slug: germany}
      - {id: ch, title: Switzerland, slug: switzerland}
      -- site-content/actors/bloc.md --
      ---
      title: Bloc
      type: bloc
      members: [de]
      ---
      -- site-content/meetings/m.md --
      ---
      title: Meeting
      type: group
      start: 2031-06-02
      end: 2031-06-13
      city: Bern
      country: ch
      confidence: memory
      ---
      -- site-content/issues/flow.md --
      ---
      title: Flow
      stance: technical
      meetings: [m]
      ---
      -- site-content/issues/flow.fr.md --
      ---
      title: Débit
      stance: technical
      meetings: [m]
      ---
      -- site-content/proposals/p.yaml --
      - {id: ask, issue: flow, meeting: m, asks: Keep it., confidence: memory}
      -- site-content/glossary/g.yaml --
      - {id: gauge, title: gauge, meaning: A scale.}
      -- site-content/notes/one.md --
      ---
      title: One
      issues: [flow]
      date: 2031-01-01
      ---
      See [[flow]] and [[two]].
      -- site-content/notes/one.fr.md --
      ---
      title: Une
      issues: [flow]
      date: 2031-01-05
      slug: une
      ---
      Voir [[flow]], [[two]] et [deux](two.md).
      -- site-content/notes/one.ar.md --
      ---
      title: واحد
      ---
      -- site-content/notes/two.md --
      ---
      title: Two
      issues: [flow]
      date: 2031-02-01
      slug: second
      ---
      """)
    for (language, locale) in [("fr", "fr_FR"), ("ar", "ar")] {
      try folder.write(
        "templates/strings/\(language).yaml",
        BuiltSite.englishWords.replacing("locale: en_GB", with: "locale: \(locale)"))
    }
    return folder
  }

  @Test func putsEachLanguageInAFolderOfItsOwn() throws {
    let paths = try BuiltSite(in: Self.folder()).paths.filter {
      $0.hasPrefix("fr/") || $0.hasPrefix("ar/notes") || $0.hasPrefix("notes/")
    }
    let pages = paths.filter { $0.contains("notes/") && $0.hasSuffix(".html") }
    #expect(
      pages.sorted() == [
        "ar/notes/index.html", "ar/notes/one.html", "fr/notes/index.html", "fr/notes/une.html", "notes/index.html",
        "notes/one.html", "notes/second.html",
      ])
  }

  @Test func makesNoEditionOfALanguageWithoutAPage() throws {
    let hub =
      "-- site-content/hub.yaml --\n\(BuiltSite.hub)languages: [en, sw]\n-- site-content/notes/n.md --\n---\ntitle: N\n---"
    let site = try BuiltSite(hub)
    #expect(conciseText(for: site.diagnostics) == "")
    #expect(!site.paths.contains { $0.hasPrefix("sw") })
  }

  @Test(arguments: [
    ("notes/one.html", "en", "ltr"), ("fr/notes/une.html", "fr", "ltr"), ("ar/notes/one.html", "ar", "rtl"),
  ])
  func saysItsLanguageAndDirection(_ path: String, _ language: String, _ direction: String) throws {
    let text = try BuiltSite(in: Self.folder()).text(path)
    #expect(text.contains("<html lang=\"\(language)\" dir=\"\(direction)\">"))
    #expect(text.contains("<article lang=\"\(language)\" dir=\"\(direction)\">"))
  }

  @Test func leadsFromEachVersionToTheOthers() throws {
    let text = try BuiltSite(in: Self.folder()).text("fr/notes/une.html")
    #expect(
      text.pieces(between: "<link rel=\"alternate\" hreflang=\"", and: ">") == [
        "en\" href=\"https://hub.example/notes/one.html\"", "ar\" href=\"https://hub.example/ar/notes/one.html\"",
        "fr\" href=\"https://hub.example/fr/notes/une.html\"",
      ])
    let menu = text.pieces(between: "<nav class=\"languages\"", and: "</nav>").first ?? ""
    #expect(menu.elements("<li>", "</li>") == ["English", "العربية", "français"])
    #expect(menu.contains("lang=\"fr\" aria-current=\"true\""))
    #expect(try !BuiltSite(in: Self.folder()).text("notes/second.html").contains("hreflang"))
  }

  @Test func leadsFromEachIndexToThatOfTheOtherLanguages() throws {
    let site = try BuiltSite(in: Self.folder())
    let home = try site.text("index.html").pieces(between: "<nav class=\"languages\"", and: "</nav>").first ?? ""
    #expect(home.links == ["index.html", "fr/index.html", "ar/index.html"])
    let index =
      try site.text("ar/issues/index.html").pieces(between: "<nav class=\"languages\"", and: "</nav>").first ?? ""
    #expect(index.links == ["../../issues/index.html", "../../fr/issues/index.html", "index.html"])
    #expect(try !site.text("404.html").contains("<nav class=\"languages\""))
  }

  @Test func linksToTheVersionInTheReadersLanguageOrElseToTheOriginal() throws {
    let site = try BuiltSite(in: Self.folder())
    #expect(
      try site.main("fr/notes/une.html").pieces(between: "<p>Voir ", and: "</p>") == [
        "<a href=\"../issues/flow.html\">Débit</a>, <a href=\"../../notes/second.html\" hreflang=\"en\">Two</a> et "
          + "<a href=\"../../notes/second.html\">deux</a>."
      ])
    #expect(try site.main("notes/one.html").contains("See <a href=\"../issues/flow.html\">Flow</a>"))
  }

  @Test func listsWhatIsNotTranslatedInItsOwnLanguageAndSaysSo() throws {
    let site = try BuiltSite(in: Self.folder())
    let notes = try site.main("fr/notes/index.html")
    #expect(notes.elements("<p class=\"label\">", "</p>") == ["Article · anglais", "Article"])
    #expect(
      notes.pieces(between: "<p class=\"what\"><a href=\"", and: "\"") == ["../../notes/second.html", "une.html"])
    #expect(
      try site.section("read-more", of: "fr/issues/flow.html").elements("<p class=\"what\">", "</p>") == ["Two", "Une"])
    #expect(try site.main("fr/glossary/index.html").contains("<div id=\"gauge\">"))
    #expect(try site.main("ar/all-pages.html").contains("href=\"../notes/second.html\""))
  }

  @Test func showsAProposalOnEveryTranslationOfItsIssue() throws {
    let site = try BuiltSite(in: Self.folder())
    #expect(try site.main("fr/issues/flow.html").contains("<li id=\"ask\">"))
    #expect(try site.main("fr/proposals/outcome-unknown.html").contains("href=\"../issues/flow.html#ask\""))
    #expect(try site.main("ar/proposals/outcome-unknown.html").contains("href=\"../../issues/flow.html#ask\""))
  }

  @Test func namesStatesInTheReadersLanguage() throws {
    let site = try BuiltSite(in: Self.folder())
    let countries = try site.main("fr/countries/index.html")
    #expect(countries.elements("<p class=\"initial\"", "</p>") == ["A", "S"])
    #expect(countries.contains(">Allemagne</a>") && countries.contains(">Suisse</a>"))
    #expect(try site.main("countries/index.html").contains(">Germany</a>"))
    #expect(try site.section("next", of: "fr/issues/flow.html").contains("Bern, Suisse"))
  }

  @Test(arguments: [
    ("issues/flow.html", "2 to 13 June 2031"), ("fr/issues/flow.html", "2 to 13 juin 2031"),
  ])
  func writesDatesInTheReadersLanguage(_ path: String, _ dates: String) throws {
    #expect(try BuiltSite(in: Self.folder()).section("next", of: path).contains(dates))
  }

  @Test func feedsEachLanguageItsOwnArticles() throws {
    let site = try BuiltSite(in: Self.folder())
    #expect(try site.text("feed.json").pieces(between: "\"title\": \"", and: "\"").dropFirst() == ["Two", "One"])
    #expect(try site.text("fr/feed.json").pieces(between: "\"title\": \"", and: "\"").dropFirst() == ["Une"])
    #expect(try site.text("fr/issues/flow-feed.json").contains("https://hub.example/fr/notes/une.html"))
  }

  @Test func namesTheWordsThatALanguageLacks() throws {
    let folder = try Self.folder()
    try folder.remove("templates/strings/ar.yaml")
    try folder.edit("templates/strings/fr.yaml", "\nhome: Home\n", "\nhoem: Accueil\n")
    try folder.edit("templates/strings/fr.yaml", "\nwhere_cited: Where this is cited\n", "\n")
    let diagnostics = try BuiltSite(in: folder).diagnostics
    #expect(diagnostics.map(\.range.file.path) == ["templates/strings/ar.yaml", "templates/strings/fr.yaml"])
    #expect(diagnostics.map(\.severity) == [.error, .warning])
    #expect(diagnostics.first?.message == "the language 'ar' has its interface words in templates/strings/ar.yaml")
    let counts = try #require(diagnostics.last).message.split(separator: " ").compactMap { Int($0) }
    #expect(counts.count == 2 && counts[0] == counts[1] - 2)
    #expect(diagnostics.last?.help == "Add them, such as a line 'home: …', or rename 'hoem' if it is meant")
  }
}
