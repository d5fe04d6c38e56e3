import Formats
import Testing

/// Eight bytes are looked at at once, so each sign stands at every place of a long text.
struct EscapingTests {
  private static let places = 0...20

  @Test(
    arguments: [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "'"), ("é", "é")]
      as [(String, String)])
  func escapesHTMLAtEveryPlace(_ sign: String, expected: String) {
    for place in Self.places {
      var html: HTMLBytes = []
      html.append(escaped: Self.text(sign, at: place))
      #expect(String(decoding: html, as: UTF8.self) == Self.text(expected, at: place))
    }
  }

  @Test(
    arguments: [
      ("\"", "\\\""), ("\\", "\\\\"), ("\n", "\\n"), ("\u{1}", "\\u0001"), ("<", "\\u003c"), (">", "\\u003e"),
      ("&", "\\u0026"), ("\u{2028}", "\\u2028"), ("\u{2019}", "\u{2019}"), ("\u{7F}", "\u{7F}"),
    ] as [(String, String)])
  func escapesJSONAtEveryPlace(_ sign: String, expected: String) {
    for place in Self.places {
      let json = JSONValue.string(Self.text(sign, at: place)).encoded(for: .scriptElement)
      #expect(String(decoding: json, as: UTF8.self).lowercased() == "\"\(Self.text(expected, at: place))\"")
    }
  }

  private static func text(_ sign: String, at place: Int) -> String {
    String(repeating: "a", count: place) + sign + String(repeating: "b", count: places.upperBound - place)
  }
}
