import Testing

@testable import Searching

@Suite struct WordReaderTests {
  @Test(arguments: [
    ("Élections in Zürich", "elections in zurich"),
    ("PP-22", "pp pp22 22"),
    ("pp22 and 5G", "pp pp22 22 and 5 5g"),
    ("Res. 130", "res 130"),
    ("ITU-T, H.323, U.S.", "itu itut h323 323 us"),
    ("a don't l’été 3.5", "don ete 3 5"),
    ("Straße, Ærø, Łódź, ΟΔΟΣ", "strasse aero lodz οδοσ"),
    ("Кириллица й", "кириллица"),
    ("12th of 2018", "12 12th th of 2018"),
    ("", ""),
  ])
  func cutsTextIntoWords(_ text: String, _ words: String) {
    #expect(wordsOf(text) == words)
  }

  @Test(arguments: [
    ("الاتِّحادُ", "الاتحاد"), ("أمم إلى آخر", "امم الي اخر"), ("مكتبة", "مكتبه"), ("مستشفى", "مستشفي"),
    ("العـــربية", "العربيه"),
    ("٢٠١٨", "2018"), ("سؤال ئ", "سوال"), ("کتاب فارسی", "كتاب فارسي"),
  ])
  func takesTheFormsOfArabicLettersAsOne(_ text: String, _ words: String) {
    #expect(wordsOf(text) == words)
  }

  @Test(arguments: [
    ("国际电信联盟", "国际 际电 电信 信联 联盟 盟"), ("电", "电"), ("ITU的会议", "itu 的会 会议 议"),
    ("がく", "がく く"), ("か\u{3099}く", "がく く"), ("ｶﾞｽ", "ガス ス"), ("น้ำ", "น้ ้ํ ํา า"), ("aｶb", "カ"), ("회의에서", "회의 의에 에서 서"),
    ("２０１８年", "2018 年"), ("会议。讨论", "会议 议 讨论 论"),
  ])
  func cutsScriptsWithoutSpacesIntoPairs(_ text: String, _ words: String) {
    #expect(wordsOf(text) == words)
  }

  /// By all of a title as one word a page is found whose title was typed whole.
  @Test(arguments: [
    ("全权代表大会", "全权代表大会", 5), ("大会", nil, 1), ("会", nil, 1), ("电信大会", "电信大会", 3),
    ("Plenipotentiary Conference", "plenipotentiaryconference", 2),
    ("Conference", nil, 1), ("WTDC大会", "wtdc大会", 2),
  ])
  func readsATitleAsOneWordBesides(_ title: String, _ whole: String?, _ pieces: Int) {
    var reader = WordReader()
    let number = reader.readName(title)
    #expect(number.map { String(decoding: reader.words.word($0), as: UTF8.self) } == whole)
    #expect(reader.pieceCount == pieces)
  }

  @Test func readsNoKeysAsWords() {
    #expect(wordsOf("one \(String(repeating: "x", count: 49)) two") == "one two")
    #expect(wordsOf("one \(String(repeating: "é", count: 80)) two") == "one two")
  }

  @Test func keepsTheSpellingThatStemsAreMadeOf() {
    var reader = WordReader()
    reader.read("Réunions reunions RÉUNIONS")
    #expect(reader.found.count == 3)
    #expect(reader.spellings == [Int(reader.found[0]): "réunions"])
  }

  private func wordsOf(_ text: String) -> String {
    var reader = WordReader()
    reader.read(text)
    return reader.found.map { String(decoding: reader.words.word(Int($0)), as: UTF8.self) }.joined(separator: " ")
  }
}
