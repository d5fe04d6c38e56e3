import Diagnostics
import Testing

/// What a hub's texts cannot do to a terminal.
struct PrintableTextTests {
  private static func concise(path: String = "a.md", _ message: String) -> String {
    conciseText(for: [Diagnostic(.rawHTML, message, at: .start(of: SourceFile(path: path, text: "")))])
  }

  @Test func showsControlsAndTurnsOfDirectionAsSpaces() {
    #expect(
      Self.concise(path: "a\nb\u{1B}.md", "c\r\n\t\0\u{7F}\u{9B}d\u{202E}e\u{2066}f\u{2028}g\u{2029}h\u{FEFF}i\u{AD}j")
        == "a b .md:1:1: error[raw-html]: c      d e f g h i j\n")
  }

  @Test func keepsWhatWordsAreWrittenWith() {
    let words = "é e\u{301} שלום می\u{200C}خواهم 👩\u{200D}🚀 \u{A0}日本"
    #expect(Self.concise(words) == "a.md:1:1: error[raw-html]: \(words)\n")
  }

  @Test func cutsWhatNobodyReads() {
    let text = String(repeating: "é", count: 500)
    #expect(Self.concise(text) == "a.md:1:1: error[raw-html]: \(text)\n")
    #expect(Self.concise(text + "x") == "a.md:1:1: error[raw-html]: \(text)…\n")
  }
}
