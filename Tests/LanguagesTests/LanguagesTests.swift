import Languages
import Testing

/// Values of CLDR's own charts and tests, restated: they hold whatever version of ICU the machine has.
@Suite struct LanguagesTests {
  @Test(
    arguments: [
      ("ar", "zero one two few many other"), ("en", "one other"), ("es", "one many other"), ("fr", "one many other"),
      ("ru", "one few many other"), ("zh", "other"), ("pl", "one few many other"),
      ("cy", "zero one two few many other"),
      ("pt", "one many other"), ("pt-BR", "one many other"), ("xx", "other"),
    ])
  func knowsThePluralCategoriesOfALanguage(_ language: String, _ categories: String) {
    #expect(PluralRules(language: language).categories.map(\.rawValue).joined(separator: " ") == categories)
  }

  /// The samples of whole numbers that CLDR lists for each category.
  @Test(
    arguments: [
      ("ar", PluralCategory.zero, [0]), ("ar", .one, [1]), ("ar", .two, [2]),
      ("ar", .few, [3, 4, 10, 103, 110, 1003]), ("ar", .many, [11, 26, 99, 111, 1011]),
      ("ar", .other, [100, 102, 200, 202, 300, 1000, 10000, 1_000_000]), ("en", .one, [1]),
      ("en", .other, [0, 2, 16, 100, 1000]), ("es", .one, [1]), ("es", .many, [1_000_000]),
      ("es", .other, [0, 2, 16, 100, 1000, 10000]), ("fr", .one, [0, 1]), ("fr", .many, [1_000_000]),
      ("fr", .other, [2, 17, 100, 1000]), ("ru", .one, [1, 21, 31, 101, 1001]),
      ("ru", .few, [2, 4, 22, 24, 102, 1002]), ("ru", .many, [0, 5, 19, 100, 1000, 1_000_000]),
      ("zh", .other, [0, 1, 15, 100, 1000, 1_000_000]), ("pt", .one, [0, 1]), ("pt", .many, [1_000_000]),
      ("pt", .other, [2, 17, 100, 1000]),
    ])
  func putsNumbersIntoTheirCategory(_ language: String, _ category: PluralCategory, _ counts: [Int]) {
    let rules = PluralRules(language: language)
    #expect(counts.map { rules.category(of: $0) } == counts.map { _ in category })
  }

  @Test(
    arguments: [
      ("en", "a, b, and c"), ("es", "a, b y c"), ("fr", "a, b et c"), ("ru", "a, b и c"), ("zh", "a、b和c"),
      ("pt", "a, b e c"),
    ])
  func joinsNamesToAList(_ locale: String, _ list: String) {
    let forms = TextForms(locale: locale)
    #expect(forms.listing(["a", "b", "c"]) == list)
    #expect(forms.listing(["a"]) == "a" && forms.listing([]) == "")
  }

  @Test func joinsNamesToAListInArabic() {
    let list = TextForms(locale: "ar").listing(["a", "b", "c"])
    #expect(list.filter { !["\u{2068}", "\u{2069}"].contains($0) } == "a وb وc")
  }

  @Test func joinsListsOfAnyLength() {
    let names = (0..<200).map { "name \($0)" }
    #expect(TextForms(locale: "en").listing(names) == names.dropLast().joined(separator: ", ") + ", and name 199")
  }

  @Test(
    arguments: [
      ("en", "“x”"), ("fr", "«x»"), ("ru", "«x»"), ("zh", "“x”"), ("pt", "“x”"), ("de", "„x“"), ("sv", "”x”"),
    ])
  func quotesATextInTheLanguagesMarks(_ locale: String, _ quoted: String) {
    #expect(TextForms(locale: locale).quoted("x") == quoted)
  }

  /// From CLDR's collation charts.
  @Test(
    arguments: [
      ("sv", ["zebra", "ås", "ära", "öl"]), ("de", ["ära", "ås", "öl", "zebra"]), ("es", ["nube", "nz", "ñu", "oso"]),
      ("en", ["nube", "ñue", "nz", "oso"]), ("fr", ["cote", "coté", "côte", "côté"]),
      ("ru", ["Алжир", "Ёлка", "Ель", "Яхта"]), ("zh", ["阿富汗", "安哥拉", "北京", "中国"]),
      ("tr", ["cam", "çam", "ılık", "iyi"]), ("ar", ["باريس", "مصر", "يمن"]),
    ])
  func sortsByTheLanguagesOrder(_ locale: String, _ words: [String]) {
    let collation = Collation(locale: locale)
    #expect(words.reversed().sorted { collation.isOrdered($0, before: $1) } == words)
  }

  /// Signs that are sorted as many letters, so that a key is far longer than its text; what is equal stands before nothing.
  @Test func sortsByKeysThatAreLong() {
    let collation = Collation(locale: "ar")
    for text in ["", "a", String(repeating: "\u{FDFA}", count: 3), String(repeating: "\u{FDFA}", count: 40)] {
      #expect(collation.isOrdered(text + "ا", before: text + "ب"))
      #expect(!collation.isOrdered(text + "ب", before: text + "ا"))
      #expect(!collation.isOrdered(text, before: text))
      #expect(collation.isOrdered(text, before: text + "ا"))
    }
  }

  @Test(
    arguments: [
      ("fr", "Été", "E"), ("sv", "Åre", "Å"), ("de", "Ålesund", "A"), ("es", "ñandú", "Ñ"), ("zh", "北京", "B"),
      ("zh", "中国", "Z"), ("en", "北京", ""), ("en", "“Quoted”", "Q"), ("en", "2024", nil), ("ru", "ель", "Е"),
      ("zh", "秘鲁", "B"), ("zh", "秘书", "M"), ("zh", "ITU", "I"), ("ar", "أنغولا", "ا"), ("ar", "إسبانيا", "ا"),
      ("ar", "آيسلندا", "ا"), ("ar", "باريس", "ب"), ("fa", "آلمان", "آ"), ("vi", "Ứng", "Ư"), ("vi", "Úc", "U"),
      ("ru", "Йемен", "Й"), ("ru", "Ёлка", "Е"), ("pl", "Ósmy", "Ó"), ("en", "Åland", "A"),
    ] as [(String, String, String?)])
  func namesTheLetterUnderWhichAWordStands(_ locale: String, _ word: String, _ letter: String?) {
    #expect(Collation(locale: locale).letter(of: word) == letter)
  }

  /// In Chinese the words of other letters are sorted behind those that are read with Z.
  @Test(
    arguments: [
      ("zh", ["中国", "北京", "Bloc", "E", "2024"], [nil, "B", "E", "Z"]),
      ("ar", ["Bloc", "باريس", "أنغولا", "إسبانيا", "آيسلندا"], ["ا", "ب", "B"]),
      ("en", ["北京", "Яхта", "Zone", "2024"], [nil, "Z", "Я", ""]),
    ] as [(String, [String], [String?])])
  func ordersGroupsByTheirLetters(_ locale: String, _ words: [String], _ letters: [String?]) {
    let collation = Collation(locale: locale)
    let found = Set(words.map { collation.letter(of: $0) })
    #expect(found.sorted { collation.isGroup($0, before: $1) } == letters)
  }

  @Test(
    arguments: [
      ("en", true), ("ru", true), ("ar", true), ("ko", true), ("vi", true), ("xx", true), ("zh", false),
      ("zh-Hant", false), ("ja", false), ("th", false), ("lo", false), ("km", false), ("my", false),
    ])
  func knowsWhichLanguagesSetSpacesBetweenWords(_ language: String, _ sets: Bool) {
    #expect(setsSpacesBetweenWords(language) == sets)
  }

  /// 2 to 13 June 2031, 29 May to 2 June 2031, 30 December 2030 to 2 January 2031.
  @Test(
    arguments: [
      ("en", "June 2 – 13, 2031", "May 29 – June 2, 2031", "December 30, 2030 – January 2, 2031"),
      ("fr", "2–13 juin 2031", "29 mai – 2 juin 2031", "30 décembre 2030 – 2 janvier 2031"),
      (
        "pt", "2 – 13 de junho de 2031", "29 de maio – 2 de junho de 2031",
        "30 de dezembro de 2030 – 2 de janeiro de 2031"
      ),
      ("zh", "2031年6月2日至13日", "2031年5月29日至6月2日", "2030年12月30日至2031年1月2日"),
    ])
  func writesRangesOfDays(_ locale: String, _ inMonth: String, _ inYear: String, _ overYears: String) {
    let ranges = DayRanges(locale: locale)
    // Spaces differ between versions of CLDR.
    func plain(_ text: String) -> String { text.replacing("\u{2009}", with: " ").replacing("\u{202F}", with: " ") }
    #expect(plain(ranges.text(from: 22_432, to: 22_443)) == inMonth)
    #expect(plain(ranges.text(from: 22_428, to: 22_432)) == inYear)
    #expect(plain(ranges.text(from: 22_278, to: 22_281)) == overYears)
  }

  /// June to July 2031, December 2030 to June 2031, 2030 to 2031.
  @Test(
    arguments: [
      ("ru", "июнь – июль 2031 г.", "декабрь 2030 – июнь 2031 г.", "2030–2031"),
      ("es", "junio – julio de 2031", "diciembre de 2030 – junio de 2031", "2030 – 2031"),
      ("fr", "juin – juillet 2031", "décembre 2030 – juin 2031", "2030–2031"),
      ("zh", "2031年6月至7月", "2030年12月至2031年6月", "2030 – 2031年"),
    ])
  func writesRangesOfMonthsAndYears(_ locale: String, _ inYear: String, _ overYears: String, _ years: String) {
    func plain(_ text: String) -> String {
      text.replacing("\u{2009}", with: " ").replacing("\u{202F}", with: " ").replacing("\u{A0}", with: " ")
        .replacing("—", with: "–")
    }
    let months = DayRanges(locale: locale, unit: .month)
    #expect(plain(months.text(from: 22_432, to: 22_463)) == inYear)
    #expect(plain(months.text(from: 22_278, to: 22_432)) == overYears)
    #expect(plain(DayRanges(locale: locale, unit: .year).text(from: 22_278, to: 22_432)) == years)
  }

  /// A name that says more or less than the hub's own is not shown for it.
  @Test(
    arguments: [
      ("es", "ch", "Switzerland", "Suiza"), ("es", "cn", "China", nil), ("ar", "cn", "China", nil),
      ("es", "mm", "Myanmar", "Myanmar"), ("ar", "mm", "Myanmar", "ميانمار"),
      ("es", "cd", "Democratic Republic of the Congo", "República Democrática del Congo"),
      ("ar", "hk", "Hong Kong", "هونج كونج"), ("es", "HK", "Hong Kong", "Hong Kong"),
      ("es", "ps", "Palestine", "Palestina"), ("ar", "ps", "Palestine", "فلسطين"),
      ("es", "us", "United States of America", "Estados Unidos"), ("es", "qqq", "Nowhere", nil),
    ] as [(String, String, String, String?)])
  func namesStatesAsTheHubMeansThem(_ locale: String, _ code: String, _ title: String, _ name: String?) {
    #expect(RegionNames(locale: locale).name(of: code, known: title, in: RegionNames(locale: "en")) == name)
  }
}
