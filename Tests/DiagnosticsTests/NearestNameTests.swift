import Diagnostics
import Testing

struct NearestNameTests {
  @Test func findsOneSlip() {
    #expect(nearestName(to: "stanse", among: ["title", "stance", "start"]) == "stance")
    #expect(nearestName(to: "titel", among: ["title"]) == "title")
    #expect(nearestName(to: "tile", among: ["title"]) == "title")
    #expect(nearestName(to: "tittle", among: ["title"]) == "title")
    #expect(nearestName(to: "Title", among: ["title"]) == "title")
    #expect(nearestName(to: "ÉTAT", among: ["état"]) == "état")
    #expect(nearestName(to: "title", among: ["title"]) == "title")
  }

  /// A swap of neighbours is one slip, and so is not two.
  @Test func countsASwapOnce() {
    #expect(nearestName(to: "abc", among: ["bac"]) == "bac")
    #expect(nearestMatch(to: "abc", among: ["bac"])?.isCertain == true)
    #expect(nearestName(to: "abcd", among: ["badc"]) == nil)
    #expect(nearestName(to: "abcdef", among: ["badcef"]) == "badcef")
    #expect(nearestName(to: "abc", among: ["cab"]) == nil)
  }

  @Test func findsNothingBeyondAThirdOfTheLength() {
    #expect(nearestName(to: "a", among: ["b"]) == "b")
    #expect(nearestName(to: "ab", among: ["cd"]) == nil)
    #expect(nearestName(to: "abcdef", among: ["abcdxy"]) == "abcdxy")
    #expect(nearestName(to: "abcdef", among: ["abcxyz"]) == nil)
    #expect(nearestName(to: "abcde", among: ["abcxy"]) == nil)
    #expect(nearestName(to: "abcdef", among: ["abcd"]) == "abcd")
    #expect(nearestName(to: "abcdef", among: ["abc"]) == nil)
    #expect(nearestName(to: "abcdef", among: ["abcdefgh"]) == "abcdefgh")
    #expect(nearestName(to: "abcdef", among: ["abcdefghi"]) == nil)
    #expect(nearestName(to: "", among: ["a", ""]) == nil)
    #expect(nearestName(to: "a", among: []) == nil)
  }

  @Test func countsCharactersAndNotBytes() {
    #expect(nearestName(to: "日本語", among: ["日本人"]) == "日本人")
    #expect(nearestName(to: "abcd", among: ["日本語四"]) == nil)
    #expect(nearestName(to: "aé", among: ["ae", "aé日本"]) == "ae")
  }

  @Test func takesTheNearestAndOfThoseTheFirstInTheAlphabet() {
    #expect(nearestName(to: "abcdef", among: ["abcxef", "abcxyf", "abcdex"]) == "abcdex")
    #expect(nearestName(to: "abcdef", among: ["abcdxy", "abcdex"]) == "abcdex")
    #expect(nearestName(to: "abcdef", among: ["abcdex", "abcdxy"]) == "abcdex")
  }

  @Test func isCertainOfOneSlipOrTwoInALongWord() {
    func isCertain(_ written: String, _ names: String...) -> Bool? {
      nearestMatch(to: written, among: names)?.isCertain
    }
    #expect(isCertain("stanse", "stance") == true)
    #expect(isCertain("stansx", "stance") == false)
    #expect(isCertain("abcdefg", "abcdexy") == false)
    #expect(isCertain("abcdefgh", "abcdefxy") == true)
    #expect(isCertain("abcdefghi", "abcdefxyz") == false)
    // Another as near makes it doubtful; the same name twice does not.
    #expect(isCertain("abc", "abd", "abe") == false)
    #expect(isCertain("abc", "abd", "abd") == true)
    #expect(isCertain("abcdef", "abcdxy", "abcdex") == true)
    // Two numbers are two things.
    #expect(isCertain("session-12", "session-13") == false)
    #expect(isCertain("sesion-12", "session-12") == true)
    #expect(isCertain("session-1", "session-12") == false)
  }

  @Test func looksForNoNameOfMoreThanTwoHundredSigns() {
    let long = String(repeating: "a", count: 200)
    #expect(nearestName(to: long, among: [long + "b"]) == long + "b")
    #expect(nearestName(to: long + "a", among: [long]) == nil)
  }
}
