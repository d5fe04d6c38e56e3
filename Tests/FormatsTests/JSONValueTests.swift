import Formats
import Testing

struct JSONValueTests {
  @Test func keepsTheOrderOfMembers() {
    let value: JSONValue = ["z": 1, "a": [true, false, .null, "text", 1.5, []], "m": [:], "z": "twice"]
    #expect(text(of: value.encoded()) == #"{"z":1,"a":[true,false,null,"text",1.5,[]],"m":{},"z":"twice"}"#)
  }

  @Test func leavesOutAbsentMembers() {
    let value = JSONValue.object(present: ["a": nil, "b": .null, "c": "d"])
    #expect(text(of: value.encoded()) == #"{"b":null,"c":"d"}"#)
  }

  @Test func writesOneMemberALine() {
    let value: JSONValue = ["a": [1, 2], "b": [:], "c": [["d": "e"]]]
    #expect(
      text(of: value.encoded(layout: .lines)) == """
        {
          "a": [
            1,
            2
          ],
          "b": {},
          "c": [
            {
              "d": "e"
            }
          ]
        }
        """)
  }

  @Test(arguments: [
    (0.0, "0"), (-0.0, "-0.0"), (1.0, "1"), (-2.5, "-2.5"), (0.1, "0.1"), (1e21, "1e+21"), (2.5e-300, "2.5e-300"),
    (46.948123, "46.948123"), (9_007_199_254_740_991, "9007199254740991"), (.infinity, "null"), (-.infinity, "null"),
    (.nan, "null"),
  ])
  func writesNumbers(number: Double, written: String) {
    #expect(text(of: JSONValue.number(number).encoded()) == written)
  }

  @Test func writesIntegersExactly() {
    let value: JSONValue = [.integer(.max), .integer(.min)]
    #expect(text(of: value.encoded()) == "[9223372036854775807,-9223372036854775808]")
  }

  @Test(arguments: [
    ("\"\\/", #""\"\\/""#), ("\n\r\t", #""\n\r\t""#), ("\0\u{8}\u{1F}\u{7F}", "\"\\u0000\\u0008\\u001F\u{7F}\""),
    ("é日👩🏽‍🚀", "\"é日👩🏽‍🚀\""), ("<>&\u{2028}", "\"<>&\u{2028}\""), ("", "\"\""),
  ])
  func escapesStrings(written: String, escaped: String) {
    #expect(text(of: JSONValue.string(written).encoded()) == escaped)
  }

  @Test(arguments: [
    ("</script>", #""\u003C/script\u003E""#), ("<!--", #""\u003C!--""#), ("a & b", #""a \u0026 b""#),
    ("\u{2028}\u{2029}\u{2027}", "\"\\u2028\\u2029\u{2027}\""), ("¨©", "\"¨©\""), ("\u{20A8}", "\"\u{20A8}\""),
  ])
  func escapesWhatCouldEndAScriptElement(written: String, escaped: String) {
    #expect(text(of: JSONValue.string(written).encoded(for: .scriptElement)) == escaped)
    let member = JSONValue.object([JSONValue.Member(written, .null)])
    #expect(text(of: member.encoded(for: .scriptElement)) == "{\(escaped):null}")
  }

  @Test func writesNothingThatHTMLReads() {
    let written = JSONValue.array([.string(hostileText)]).encoded(for: .scriptElement)
    #expect(!written.contains { "<>&\n\r\0".utf8.contains($0) })
  }
}
