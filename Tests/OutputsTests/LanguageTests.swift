import Diagnostics
import TestSupport
import Testing

@Suite struct LanguageTests {
  /// A hub in English, with French and Arabic versions of some documents.
  private static func folder() throws -> HubFolder {
    try HubFolder(
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
    let alone = try BuiltSite(in: Self.folder()).text("notes/second.html")
    #expect(!alone.contains("<link rel=\"alternate\" hreflang") && !alone.contains("<nav class=\"languages\""))
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
        "<a href=\"../issues/flow.html\">Débit</a>, <a href=\"../../notes/second.html\" hreflang=\"en\" lang=\"en\">Two</a> et "
          + "<a href=\"../../notes/second.html\">deux</a>."
      ])
    #expect(try site.main("notes/one.html").contains("See <a href=\"../issues/flow.html\">Flow</a>"))
  }

  @Test func listsWhatIsNotTranslatedInItsOwnLanguageAndSaysSo() throws {
    let site = try BuiltSite(in: Self.folder())
    let notes = try site.main("fr/notes/index.html")
    #expect(notes.elements("<p class=\"label\">", "</p>") == ["Article · anglais", "Article"])
    #expect(notes.contains("<p class=\"what\" lang=\"en\"><a href=\"../../notes/second.html\">Two</a>"))
    #expect(notes.contains("<p class=\"what\"><a href=\"une.html\">Une</a>"))
    let more = try site.section("read-more", of: "fr/issues/flow.html")
    #expect(more.elements("<p class=\"what\" lang=\"en\">", "</p>") == ["Two"])
    #expect(more.elements("<p class=\"what\">", "</p>") == ["Une"])
    #expect(try site.main("fr/glossary/index.html").contains("<div id=\"gauge\">"))
    #expect(try site.main("ar/all-pages.html").contains("href=\"../notes/second.html\""))
  }

  /// What a translation has from its original, and what records of another language say, is in that language and says so.
  @Test func tagsWhatATranslatedPageSaysInAnotherLanguage() throws {
    let site = try BuiltSite(in: Self.folder())
    #expect(try site.main("fr/glossary/index.html").contains("<dd><span lang=\"en\">A scale.</span>"))
    #expect(try site.main("fr/issues/flow.html").contains("<span lang=\"en\">Keep it.</span>"))
    #expect(
      try site.main("ar/proposals/outcome-unknown.html").contains("<span lang=\"en\" dir=\"ltr\">Keep it.</span>"))
    #expect(try !site.main("issues/flow.html").contains("<span lang"))
    // The name of a state is the reader's own, also where it is written as in the original.
    #expect(try !site.main("fr/issues/flow.html").contains("lang=\"en\">Suisse"))
    #expect(try site.text("fr/notes/une.html").contains("<title>Une"))
  }

  @Test func showsAProposalOnEveryTranslationOfItsIssue() throws {
    let site = try BuiltSite(in: Self.folder())
    #expect(try site.main("fr/issues/flow.html").contains("<li id=\"ask\">"))
    #expect(try site.main("fr/proposals/outcome-unknown.html").contains("href=\"../issues/flow.html#ask\""))
    #expect(try site.main("ar/proposals/outcome-unknown.html").contains("href=\"../../issues/flow.html#ask\""))
  }

  @Test func saysInEveryLanguageThatThereIsNoPage() throws {
    let page = try BuiltSite(in: Self.folder()).text("404.html")
    let others = page.pieces(between: "<section lang=", and: "</section>")
    #expect(others.map { $0.prefix(14) } == ["\"fr\" dir=\"ltr\"", "\"ar\" dir=\"rtl\""])
    #expect(others.flatMap { $0.elements("<h2>", "</h2>") } == ["Page introuvable", "الصفحة غير موجودة"])
    #expect(others.flatMap(\.links) == ["/fr/", "/fr/all-pages.html", "/ar/", "/ar/all-pages.html"])
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
    ("issues/flow.html", "2 to 13 June 2031"), ("fr/issues/flow.html", "2–13 juin 2031"),
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

  @Test func feedsWhatATranslationHasFromItsOriginal() throws {
    let site = try BuiltSite(in: Self.folder())
    #expect(try site.text("ar/feed.json").pieces(between: "\"title\": \"", and: "\"").dropFirst() == ["واحد"])
    #expect(try site.text("fr/feed.json").contains("\"date_published\": \"2031-01-01"))
    #expect(try site.text("ar/notes/one.html").contains("href=\"../../issues/flow.html\""))
  }

  @Test func speaksTheLanguageOfItsReaders() throws {
    let site = try BuiltSite(in: Self.folder())
    #expect(conciseText(for: site.diagnostics) == "")
    #expect(try site.text("fr/notes/une.html").contains(">Aller au contenu</a>"))
    #expect(try site.text("ar/notes/one.html").contains(">الانتقال إلى المحتوى</a>"))
  }

  /// What is not translated is listed under its original title, marked as that of another language.
  @Test(arguments: [
    ("fr/meetings/index.html", "<a href=\"../../meetings/m.html\" lang=\"en\" hreflang=\"en\">"),
    ("fr/all-pages.html", "<a href=\"../notes/second.html\" lang=\"en\" hreflang=\"en\">Two</a>"),
    ("fr/all-pages.html", "<a href=\"issues/flow.html\">Débit</a>"),
    ("fr/index.html", "<a href=\"../notes/second.html\" lang=\"en\" hreflang=\"en\">Two</a>"),
    ("ar/notes/one.html", "<a href=\"../../issues/flow.html\" lang=\"en\" hreflang=\"en\">Flow</a>"),
  ])
  func marksTitlesOfAnotherLanguage(_ path: String, _ link: String) throws {
    #expect(try BuiltSite(in: Self.folder()).main(path).contains(link))
  }

  @Test func wordsTheHubInEachLanguage() throws {
    let folder = try Self.folder()
    try folder.write("site-content/hub.fr.yaml", "title: Un portail\nsections: [{folder: notes, title: Carnets}]\n")
    let site = try BuiltSite(in: folder)
    #expect(conciseText(for: site.diagnostics) == "")
    let french = try site.text("fr/issues/index.html")
    #expect(french.contains(">Un portail</a>") && french.contains(">Carnets</a>"))
    #expect(try !site.text("ar/issues/index.html").contains("Carnets"))
    #expect(try !site.text("issues/index.html").contains("Carnets"))
  }
}
