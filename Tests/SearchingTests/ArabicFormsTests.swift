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
