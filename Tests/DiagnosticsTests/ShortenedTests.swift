import Diagnostics
import Testing

struct ShortenedTests {
  @Test func keepsWhatIsShort() {
    #expect(shortened("") == "")
    #expect(shortened(String(repeating: "é", count: 60)) == String(repeating: "é", count: 60))
  }

  @Test func cutsBetweenCharacters() {
    #expect(shortened(String(repeating: "e\u{301}", count: 61)) == String(repeating: "e\u{301}", count: 60) + "…")
  }

  /// One character may consist of any number of marks.
  @Test func cutsWhatMarksAreHeapedOn() {
    #expect(shortened("e" + String(repeating: "\u{301}", count: 9_000)).unicodeScalars.count == 241)
  }
}
