import Testing

@testable import Searching

@Suite struct ArabicFormsTests {
  @Test(
    arguments: [
      ("والمنظمات", ["منظمات", "المنظمات"]), ("المنظمات", ["منظمات"]), ("للمنظمات", ["منظمات", "لمنظمات"]),
      ("بالمنظمات", ["منظمات", "المنظمات"]), ("ومنظمات", ["منظمات"]), ("وبمنظمات", ["منظمات", "بمنظمات"]),
      ("فكالمنظمات", ["منظمات", "المنظمات", "كالمنظمات"]), ("منظمات", []), ("ولد", []), ("كتاب", []), ("بلد", []),
      ("organisations", []), ("ال5جيل", []),
    ])
  func leavesOutWhatIsWrittenAsOneWithAWord(_ word: String, _ forms: [String]) {
    let found = arabicForms(of: Array(word.utf8)[...]).map { String(decoding: $0, as: UTF8.self) }
    #expect(Set(found) == Set(forms))
    #expect(found.count == forms.count)
  }

  /// Whichever of them a text has, the word is found.
  @Test(arguments: ["والمنظمات", "المنظمات", "للمنظمات", "بالمنظمات", "ومنظمات", "بمنظمات", "منظمات"])
  func findsTheWordItself(_ written: String) {
    let index = IndexText([document("A", text: "قرار", language: "ar"), document("B", text: written, language: "ar")])
    let words = index.words().map { $0.split(separator: " ").map(String.init) }
    #expect(words.contains { $0[0] == "منظمات" })
    #expect(words.contains { $0[0] == written })
  }

  /// In whatever order documents have a word by itself and as one with others.
  @Test(arguments: [
    ["مكتبة والمكتبة", "المكتبة"], ["والمكتبة", "مكتبة"], ["مكتبة", "وبمكتبة"], ["للمكتبة", "والمكتبة"],
  ])
  func findsTheWordInEveryDocument(_ texts: [String]) throws {
    let index = IndexText(texts.enumerated().map { document("T\($0)", text: $1, language: "ar") })
    let entries = index.words().map { $0.split(separator: " ").map(String.init) }
    let place = try #require(entries.firstIndex { $0[0] == "مكتبه" })
    // A word with the stem of another says how many entries before it that one stands.
    let back = entries[place][1] == "<" ? try #require(Int(entries[place][2])) : 0
    #expect(entries[place - back].dropFirst().map { $0.prefix { $0 != ":" } } == ["0", "1"])
  }

  @Test(arguments: [
    ("المكتبة", 2, "مكتبة"), ("وَالمُنظَّمة", 1, "المُنظَّمة"), ("وَالمُنظَّمة", 3, "مُنظَّمة"), ("وـالأمم", 1, "الأمم"),
    ("أمم", 0, "أمم"),
  ])
  func keepsTheSpellingOfTheRest(_ spelling: String, _ count: Int, _ rest: String) {
    #expect(arabicSpelling(spelling, without: count) == rest)
  }
}

/// Letters that languages write in capitals, or with marks, otherwise than English does.
@Suite struct FoldedLettersTests {
  @Test(
    arguments: [
      ("İSTANBUL", "istanbul"), ("ışık", "isik"), ("Đường", "duong"), ("Việt", "viet"), ("Ёлка", "елка"),
      ("Größe", "grosse"), ("cœur", "coeur"), ("أمم", "امم"), ("مكتبة", "مكتبه"), ("٢٢", "22"),
    ])
  func foldsThemAsReadersTypeThem(_ written: String, _ typed: String) {
    #expect(folded(written) == typed)
  }
}
