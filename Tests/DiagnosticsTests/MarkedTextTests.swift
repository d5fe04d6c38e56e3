import Diagnostics
import TestSupport
import Testing

struct MarkedTextTests {
  @Test func takesMarkersOutAndKnowsTheirPlaces() {
    let source = MarkedText("first\nétat 1️⃣civil\r\n2️⃣last3️⃣")
    #expect(source.text == "first\nétat civil\r\nlast")
    #expect(source.position(of: "1️⃣") == SourcePosition(line: 2, column: 6))
    #expect(source.position(of: "2️⃣") == SourcePosition(line: 3, column: 1))
    #expect(source.position(of: "3️⃣") == SourcePosition(line: 3, column: 5))
    #expect(source.position(of: "4️⃣") == nil)
  }

  @Test func listsFaultsByMarkerInReadingOrder() {
    let source = MarkedText("a 1️⃣b\nc 2️⃣d")
    let file = source.file()
    let faults = [
      Diagnostic(.rawHTML, "second", at: file.range(ofBytes: 6..<7)),
      Diagnostic(.dangerousLink, "first", at: file.range(ofBytes: 2..<3)),
      Diagnostic(.unclosedWikilink, "unmarked", at: .start(of: file)),
    ]
    #expect(source.faults(faults) == ["1:1 unclosed-wikilink", "1️⃣ dangerous-link", "2️⃣ raw-html"])
    #expect(faults.map(\.range.coveredText) == ["d", "b", ""])
  }
}
