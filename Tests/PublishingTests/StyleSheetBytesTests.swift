import Testing

@testable import Publishing

struct StyleSheetBytesTests {
  @Test(arguments: [
    ("a { color: red }", "a { color: red }"),
    ("/* Why */\na {}", "\na {}"),
    ("a {} /* Why */\nb {}", "a {}\nb {}"),
    ("a/* and */b {}", "a b {}"),
    ("/* One\ntwo\nthree */ a {}", "\n\n a {}"),
    ("/*! Licence */ a {}", "/*! Licence */ a {}"),
    ("a { content: \"/* no */\" }", "a { content: \"/* no */\" }"),
    ("a { content: '\\'/* no */' }", "a { content: '\\'/* no */' }"),
    ("a { background: URL(x/*y*/z.png) }", "a { background: URL(x/*y*/z.png) }"),
    ("a\\/* b {}", "a\\/* b {}"),
    ("a {} /* never closed", "a {}  "), ("a { content: \"never closed", "a { content: \"never closed"), ("a\\", "a\\"),
    ("/**/", " "), ("/*/ a {}", " "), ("", ""),
  ])
  func leavesOutComments(_ text: String, _ expected: String) {
    #expect(String(decoding: withoutComments(Array(text.utf8)), as: UTF8.self) == expected)
  }

  @Test func keepsTheNumbersOfLines() {
    let text = "a {}\n/* x\n\ny */ b {}\n/* z */\nc {}\n"
    let lines = String(decoding: withoutComments(Array(text.utf8)), as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.map { $0.drop { $0 == " " } } == ["a {}", "", "", "b {}", "", "c {}", ""])
  }
}
