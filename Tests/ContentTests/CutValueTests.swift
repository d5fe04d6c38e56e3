import Diagnostics
import TestSupport
import Testing

@testable import Content

struct CutValueTests {
  @Test(arguments: [
    "---\nsummary: It is 1️⃣#1 of all\n---\n", "---\nsummary: It is 1️⃣#one, isn't it\n---\n",
    "---\ntitle: C 1️⃣# D\n---\n", "---\nshort: 1️⃣#MeToo\n---\n", "---\ntags:\n  - Rule 1️⃣#1\n---\n",
    "---\ntags:\n  - 1️⃣#MeToo\n---\n", "---\nsources:\n  - title: Paper 1️⃣#12\n    url: https://a.org\n---\n",
    "---\nsummary: A text of\n  two lines 1️⃣#1 of all\n---\n", "---\nsummary: Note 1️⃣# and: more\n---\n",
    "---\ntags: [Paper 1️⃣#1\n  ]\n---\n",
  ]) func findsATextThatEndsBeforeASign(_ text: String) {
    let source = MarkedText(text)
    #expect(source.faults(cutValues(in: source.file())) == ["1️⃣ cut-value"])
  }

  @Test(arguments: [
    "---\nstatus: planned # as of May\n---\n", "---\nsummary: 'It is #1 of all'\n---\n",
    "---\nsummary: \"It is #1\"\n---\n", "---\ntags: [a, b] #x\n---\n", "---\nurl: https://example.org/#top\n---\n",
    "---\ntitle: A\n---\n\nIt is: the #1\n", "---\n# title: the #1\ntitle: A\n---\n",
    "---\nstart: 2026-10-05 # to be confirmed\nstatus: planned # as of May\ncity: 'Graz' #x\ndraft: yes # so far\n---\n",
    "---\nsummary: |\n  Note: see #1\n  or # this\nshort: >-\n  see #1\n---\n",
    "---\nimage: # below\n  file: a.png\n---\n",
    "---\ntags: # one a line\n  - a\n---\n", "---\nsummary: # nothing yet\n---\n",
    "---\nurl: https://a.org # the home\n---\n",
  ]) func leavesCommentsAndQuotesAlone(_ text: String) {
    #expect(cutValues(in: MarkedText(text).file()).isEmpty)
  }

  @Test func proposesTheWholeTextInQuotes() throws {
    let faults = cutValues(in: MarkedText("---\nsummary: It's #1 of all\r\n---\n").file())
    #expect(faults.map(\.help) == ["Put it in quotes: 'It''s #1 of all'"])
  }

  @Test(
    arguments: [
      ("summary: It's #1 of all", "summary: 'It''s #1 of all'"), ("  - Paper #12", "  - 'Paper #12'"),
      ("summary: The hall #unconfirmed", nil), ("summary: C # D", nil),
    ] as [(String, String?)]) func mendsWhereANumberFollowsTheSign(_ line: String, _ mended: String?)
  {
    let frame = { (line: String) in "---\ntags:\n  - a\n\(line)\n---\n" }
    let faults = cutValues(in: MarkedText(frame(line)).file())
    #expect(faults.count == 1)
    #expect(MendedFile.mend(faults).map(\.text) == [mended.map(frame)].compactMap(\.self))
  }
}
