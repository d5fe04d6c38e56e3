import Diagnostics
import TestSupport
import Testing

/// How each language sets the parts of a line next to each other.
@Suite struct LanguageMarksTests {
  private static func site() throws -> BuiltSite {
    try BuiltSite(
      """
      -- site-content/hub.yaml --
      \(BuiltSite.hub)languages: [en, fr, ru, zh]
      -- site-content/countries/c.yaml --
      - {id: ch, title: Switzerland, slug: switzerland}
      - {id: pe, title: Peru, slug: peru}
      - {id: cn, title: China, slug: china}
      - {id: mm, title: Myanmar, slug: myanmar}
      -- site-content/meetings/m.yaml --
      - id: talks
        title: Talks
        type: group
        start: 2031-06-02
        city: Bern
        country: ch
        venue: Hall
        status: cancelled
        confidence: memory
        sessions: [{title: Panel, type: panel, moderator: {name: Ben, role: chair}}]
      - {id: summer, title: Summer, type: group, start: 2031-06, end: 2031-07, confidence: memory}
      - {id: closed, title: Over, type: group, start: 2031-01-02, end: 2031-01-03, confidence: memory, country: pe}
      -- site-content/meetings/m.fr.yaml --
      - {id: talks, title: Pourparlers}
      - {id: summer, title: Été}
      - {id: closed, title: Passée}
      -- site-content/meetings/m.ru.yaml --
      - {id: talks, title: Переговоры}
      - {id: summer, title: Лето}
      -- site-content/meetings/m.zh.yaml --
      - {id: talks, title: 会谈}
      - {id: summer, title: 夏}
      -- site-content/outcomes/o.yaml --
      - {id: one, title: One, meeting: closed, status: adopted, rights_impact: mixed, confidence: memory}
      - {id: two, title: Two, meeting: closed, status: adopted, rights_impact: Farms can plan., confidence: memory}
      """)
  }

  @Test(
    arguments: [
      ("", "Hall, Bern, Switzerland", "Moderator: Ben, chair"),
      ("fr/", "Hall, Bern, Suisse", "Modération\u{A0}: Ben, chair"),
      ("zh/", "Hall，瑞士Bern", "主持人：Ben，chair"),
    ])
  func setsTheLanguagesMarksBetweenParts(_ prefix: String, _ place: String, _ moderator: String) throws {
    let site = try Self.site()
    #expect(conciseText(for: site.diagnostics) == "")
    let page = try site.main("\(prefix)meetings/talks.html").replacing(#/<[^>]+>/#, with: "")
    #expect(page.contains(place))
    #expect(page.contains(moderator))
  }

  @Test(arguments: [
    ("", "Cancelled: Talks"), ("fr/", "Annulée\u{A0}: Pourparlers"), ("zh/", "取消：会谈"),
  ])
  func setsTheLanguagesColonInCalendars(_ prefix: String, _ title: String) throws {
    #expect(try Self.site().text("\(prefix)meetings.ics").contains("\(title)\r\n"))
  }

  @Test(arguments: [
    ("", "June 2031 to July 2031"), ("fr/", "juin – juillet 2031"), ("zh/", "2031年6月至7月"),
    ("ru/", "июнь – июль 2031 г."),
  ])
  func writesMonthsAsTheLanguageDoes(_ prefix: String, _ dates: String) throws {
    let page = try Self.site().main("\(prefix)meetings/summer.html").replacing("\u{2009}", with: " ")
      .replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ").replacing("—", with: "–")
    #expect(page.contains(dates))
  }

  @Test(arguments: [
    ("", "For people's rights: mixed", "For people's rights: Farms can plan."),
    ("fr/", "Pour les droits des personnes\u{A0}: mitigé", "Pour les droits des personnes\u{A0}: Farms can plan."),
  ])
  func namesWhatAnOutcomeMeansInTheReadersLanguage(_ prefix: String, _ word: String, _ text: String) throws {
    let page = try Self.site().main("\(prefix)meetings/closed.html").replacing(#/<[^>]+>/#, with: "")
    #expect(page.contains(word))
    #expect(page.contains(text))
  }

  /// 秘鲁 is read with B, and Latin titles are sorted behind the Chinese.
  @Test func listsStatesUnderTheSoundOfTheirNames() throws {
    let page = try Self.site().main("zh/countries/index.html")
    let letters = page.pieces(between: "<p class=\"initial\"", and: "</p>").map { String($0.suffix(1)) }
    #expect(letters == ["B", "C", "M", "R"])
    #expect(page.contains(">秘鲁</a>") && page.contains(">缅甸</a>") && page.contains(">China</a>"))
  }
}
