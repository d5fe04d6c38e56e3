import Diagnostics
import TestSupport
import Testing

@testable import Content

struct CutValueTests {
  @Test(arguments: [
    "---\nsummary: It is 1️⃣#1 of all\n---\n", "---\nsummary: It is 1️⃣#one, isn't it\n---\n",
  ]) func findsATextThatEndsBeforeASign(_ text: String) {
    let source = MarkedText(text)
    #expect(source.faults(cutValues(in: source.file())) == ["1️⃣ cut-value"])
  }

  @Test(arguments: [
    "---\nstatus: planned # as of May\n---\n", "---\nsummary: 'It is #1 of all'\n---\n",
    "---\nsummary: \"It is #1\"\n---\n", "---\ntags: [a, b] #x\n---\n", "---\nurl: https://example.org/#top\n---\n",
    "---\ntitle: A\n---\n\nIt is: the #1\n", "---\n# title: the #1\ntitle: A\n---\n",
  ]) func leavesCommentsAndQuotesAlone(_ text: String) {
    #expect(cutValues(in: MarkedText(text).file()).isEmpty)
  }

  @Test func proposesTheWholeTextInQuotes() throws {
    let faults = cutValues(in: MarkedText("---\nsummary: It's #1 of all\r\n---\n").file())
    #expect(faults.map(\.help) == ["Put it in quotes: 'It''s #1 of all'"])
  }
}
