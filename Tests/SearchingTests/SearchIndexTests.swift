import TestSupport
import Testing

@testable import Searching

@Suite struct SearchIndexTests {
  @Test func writesEachWordWithItsDocuments() {
    let index = IndexText([
      document("Reform", text: "The council decides."), document("Council", names: ["C-22"], text: "It reforms."),
    ])
    #expect(
      index.words() == [
        "22 1:9", "c22 1:12", "council 0:4 1:9", "decides 0:4", "it 1:4", "reform 0:9 1:4", "reforms < 1", "the 0:4",
      ])
  }

  @Test func givesFormsOfOneWordTheSameDocuments() {
    let index = IndexText([
      document("A1", text: "negotiation"), document("A2", text: "negotiating negotiated"),
      document("A3", text: "elsewhere"),
    ])
    #expect(
      index.words().filter { $0.hasPrefix("neg") } == ["negotiated 0:4 1:5", "negotiating < 1", "negotiation < 2"])
  }

  @Test func stemsEachDocumentInItsLanguage() {
    let index = IndexText([
      document("un", text: "élections négociations", language: "fr"),
      document("deux", text: "élection", language: "fr"),
      document("eins", text: "Verhandlungen", language: "de"), document("zwei", text: "Verhandlung", language: "de"),
      document("hana", text: "mikutano", language: "sw"), document("mbili", text: "mikutanos", language: "sw"),
    ])
    let words = index.words()
    #expect(words.filter { $0.hasPrefix("election") }.map { $0.split(separator: " ").count } == [3, 3])
    #expect(words.contains("elections < 1") && words.contains("verhandlungen < 1"))
    #expect(words.filter { $0.hasPrefix("mikutano") }.count == 2 && !words.contains("mikutanos < 1"))
  }

  @Test func ranksTitlesAndNamesAboveSummariesHeadingsAndText() {
    let filler = String(repeating: "other words stand here ", count: 20)
    let index = IndexText([
      document("Spectrum", text: filler), document("Long title about the spectrum of things", text: filler),
      document("Name", names: ["spectrum"], text: filler), document("Summary", summary: "On spectrum.", text: filler),
      document("Heading", headings: ["Spectrum"], text: "spectrum " + filler),
      document("Text", text: "spectrum " + filler),
    ])
    let word = index.words().first { $0.hasPrefix("spectrum ") }
    #expect(word == "spectrum 0:9 1:7 2:12 3:5 4:5 5:4")
  }

  @Test func findsWordsByTheirEnds() {
    let index = IndexText([document("Cat 2018", text: "conference reference el 国际电信 été étés")])
    #expect(index.endings() == ["reference", "conference", "etes"])
  }

  @Test func cutsTheListsOfWordsThatMostHave() {
    let documents = (0..<2_000).map { document("T\($0)", text: $0 == 1_900 ? "word word word" : "word") }
    let entry = IndexText(documents).words().first { $0.hasPrefix("word ") } ?? ""
    let parts = entry.split(separator: " ")
    #expect(parts[1] == "!2000" && parts.count == 1_502)
    #expect(parts[2].hasPrefix("0:") && parts.last?.hasPrefix("1900:") == true)
  }

  @Test func leadsToTheShardOfAWordAndOfAnotherForm() {
    // Enough words between two forms that they stand in different shards.
    let between = (0..<3_000).map {
      "b\(String($0, radix: 26, uppercase: false).map { $0.isNumber ? "x" : "\($0)" }.joined())q\($0)"
    }
    let index = IndexText([
      document("one", text: "مكتبة والمكتبة", language: "ar"), document("two", text: between.joined(separator: " ")),
      document("three", text: "المكتبة", language: "ar"),
    ])
    let words = index.words()
    let home = words.first { $0.hasPrefix("المكتبه") }
    #expect(home?.contains("0:") == true && home?.contains("2:") == true)
    #expect(words.contains { $0.hasPrefix("مكتبه <") })
  }

  @Test func tellsWhichShardHoldsWhat() throws {
    let documents = (0..<40).map { number in
      document("Title \(number)", text: (0..<200).map { "w\(letters($0 * 40 + number))" }.joined(separator: " "))
    }
    let files = IndexText(documents).files
    let manifest = try #require(files["manifest.js"])
    #expect(manifest.hasPrefix("hubwrightSearch(\"manifest\",{\"documents\":40,\"words\":\"0~"))
    let beginnings = manifest.pieces(after: "\"words\":\"", before: "\"").split(separator: "~")
    #expect(beginnings.count == files.keys.filter { $0.hasPrefix("w") }.count && beginnings.count > 3)
    #expect(Array(beginnings) == beginnings.sorted())
    let texts = manifest.pieces(after: "\"texts\":[", before: "]").split(separator: ",").compactMap { Int($0) }
    #expect(texts.reduce(0, +) == 40 && texts.count == files.keys.filter { $0.hasPrefix("t") }.count)
  }

  @Test func showsAndFiltersDocuments() throws {
    var one = document("One", names: ["uno"], summary: "First.", text: "Text \"here\".")
    one.label = "Article"
    one.date = "1 May 2018"
    one.year = 2018
    one.issues = ["rights", "money"]
    let index = IndexText([one, document("Two")])
    #expect(
      index.files["t0.js"] == """
        hubwrightSearch("t0",[["One.html","One","Article","1 May 2018","First.",["uno"],"Text \\"here\\".","en"],\
        ["Two.html","Two","","","",[],"","en"]]);

        """)
    #expect(
      index.files["filters.js"] == """
        hubwrightSearch("filters",{"kinds":["article"],"issues":["money","rights"],"kind":[0,0],"year":[2018,0],\
        "about":["1 0",""]});

        """)
  }

  @Test func namesCommonWordsButNoNames() throws {
    let documents = (0..<60).map {
      document("T\(letters($0))", names: $0 == 0 ? ["XYZ"] : [], text: "the xyz of \($0)")
    }
    let manifest = try #require(IndexText(documents).files["manifest.js"])
    #expect(manifest.contains("\"common\":\"of~the\""))
  }

  @Test func indexesNothingAtAll() {
    let index = IndexText([])
    #expect(index.files.keys.sorted() == ["filters.js", "manifest.js"])
    #expect(
      index.files["manifest.js"]
        == "hubwrightSearch(\"manifest\",{\"documents\":0,\"words\":\"\",\"endings\":\"\",\"texts\":[],\"common\":\"\"});\n"
    )
  }

  /// A number in letters.
  private func letters(_ number: Int) -> String {
    String(
      String(number, radix: 10).map { Character(UnicodeScalar(UInt8(ascii: "a") + UInt8($0.wholeNumberValue ?? 0))) })
  }
}

extension String {
  func pieces(after start: String, before end: String) -> String {
    guard let first = firstRange(of: start), let last = self[first.upperBound...].firstRange(of: end) else { return "" }
    return String(self[first.upperBound..<last.lowerBound])
  }
}
