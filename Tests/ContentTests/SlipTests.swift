import Diagnostics
import TestSupport
import Testing

@testable import Content

/// A slip in the fields of a guide or a list of meetings, marked, what is said of it, and the fields as `check --fix` writes them.
struct Slip: Sendable, CustomTestStringConvertible {
  let written: String
  let message: String
  let help: String
  /// Nil where only the writer can know what is meant.
  let mended: String?
  let isList: Bool

  init(_ written: String, _ message: String, help: String, mended: String?, isList: Bool = false) {
    (self.written, self.message, self.help, self.mended) = (written, message, help, mended)
    self.isList = isList
  }

  var testDescription: String { written }
}

private let slips = [
  Slip(
    "1️⃣title:My page\nsummary: x", "a space stands behind the colon of a field", help: "Write 'title: My page'",
    mended: "title: My page\nsummary: x"),
  Slip(
    "1️⃣title：My page", "a field has the colon ':' and a space behind its name, and this has '：'",
    help: "Write 'title: My page'", mended: "title: My page"),
  Slip(
    "1️⃣title:\u{A0}My page",
    "a space stands behind the colon of a field, and this is a sign that only looks like one",
    help: "Write 'title: My page'", mended: "title: My page"),
  Slip(
    "1️⃣title:My page", "a space stands behind the colon of a field", help: "Write 'title: My page'",
    mended: "title: My page"),
  Slip(
    "- id: a\n  title: A\n1️⃣   city: Vienna\n  venue: V",
    "a field is indented like its neighbours, and this one is indented by 3, they by 2",
    help: "Write 2 spaces before 'city'", mended: "- id: a\n  title: A\n  city: Vienna\n  venue: V", isList: true),
  Slip(
    "title: A\n1️⃣  summary: B",
    "a field is indented like its neighbours, and this one is indented by 2, they by 0",
    help: "Write no spaces before 'summary'", mended: "title: A\nsummary: B"),
  Slip(
    "- id: a\n  title: A\n1️⃣ city: Vienna",
    "a field is indented like its neighbours, and this one is indented by 1, they by 2",
    help: "Write 2 spaces before 'city'", mended: "- id: a\n  title: A\n  city: Vienna", isList: true),
  Slip(
    "- 1️⃣id:a", "a space stands behind the colon of a field", help: "Write 'id: a'", mended: "- id: a", isList: true),
  Slip(
    "title: A\nsummary: Busan1️⃣: a dispatch", "a text that holds ': ' stands in quotes",
    help: "Write 'summary: \"Busan: a dispatch\"'", mended: "title: A\nsummary: \"Busan: a dispatch\""),
  Slip(
    "title: A\ntags:\n1️⃣\t- b", "fields are indented with spaces, and this line with a tab",
    help: "Replace the tab with spaces, as many as stand before the lines beside it",
    mended: "title: A\ntags:\n  - b"),
  Slip(
    "title: A\nimage:\n1️⃣\tfile: a.png\n\talt: B", "fields are indented with spaces, and this line with a tab",
    help: "Replace the tab with spaces, as many as stand before the lines beside it",
    mended: "title: A\nimage:\n  file: a.png\n  alt: B"),
  Slip(
    "title: A\n1️⃣\tsummary: B", "fields are indented with spaces, and this line with a tab",
    help: "Replace the tab with spaces, as many as stand before the lines beside it", mended: nil),
  Slip(
    "1️⃣title: #MeToo", "a guide has the field 'title', and '#' begins a comment, so that it is empty",
    help: "Put the text in quotes: title: '#MeToo'", mended: "title: '#MeToo'"),
  Slip(
    "1️⃣title: #It's", "a guide has the field 'title', and '#' begins a comment, so that it is empty",
    help: "Put the text in quotes: title: '#It''s'", mended: "title: '#It''s'"),
  Slip(
    "summary: A\ntitle: 1️⃣''", "a guide has the field 'title', and here it is empty",
    help: "Write a value behind the colon", mended: nil),
  Slip(
    "title: A\nissues: 1️⃣water-levels", "'issues' holds a list, each item the id of an issue",
    help: "Write '[water-levels]'", mended: "title: A\nissues: [water-levels]"),
  Slip(
    "title: A\nissues: 1️⃣water , air", "'issues' holds a list, each item the id of an issue",
    help: "Write '[water, air]'", mended: "title: A\nissues: [water, air]"),
  Slip(
    "title: A\ntags: 1️⃣one, two", "'tags' holds a list, each item a text", help: "Write '[one, two]'", mended: nil),
  Slip(
    "title: A\nauthors: 1️⃣Maria Lopez", "'authors' holds a list, each item the id of a person",
    help: "Write '[maria-lopez]', the id of a person; 'hubwright new person \"Maria Lopez\"' makes one", mended: nil),
  Slip(
    "title: A\nimage: 1️⃣lake.jpg", "'image' holds a group of fields",
    help: "Write 'image: {file: lake.jpg, alt: …}'", mended: nil),
  Slip(
    "title: A\ndate: 1️⃣3 March 2026", "'date' holds a date such as 2026-11-09, not '3 March 2026'",
    help: "Write '2026-03-03'", mended: "title: A\ndate: 2026-03-03"),
  Slip(
    "title: A\ndate: 1️⃣03/04/2026", "'date' holds a date such as 2026-11-09, not '03/04/2026'",
    help: "Write '2026-04-03' or '2026-03-04'", mended: nil),
  Slip(
    "title: A\ndraft: 1️⃣Yes", "'draft' holds true or false, not 'Yes'", help: "Write 'true'",
    mended: "title: A\ndraft: true"),
]

struct SlipTests {
  @Test(arguments: slips) func saysWhatToWriteAndMendsWhereItIsSure(_ slip: Slip) throws {
    let frame: (String) -> String = { slip.isList ? $0 + "\n" : "---\n\($0)\n---\n" }
    let path = slip.isList ? "meetings/m.yaml" : "guides/g.md"
    let site = try SiteFixture("-- \(path) --\n" + frame(slip.written))
    let (_, diagnostics) = readContent(in: site.contentFolder, shownAs: "site-content", jobs: 1)
    let relevant = diagnostics.filter { $0.range.file.path.hasSuffix(path) }
    let fault = try #require(relevant.first)
    #expect(fault.message == slip.message)
    #expect(fault.help == slip.help)
    let marked = MarkedText(frame(slip.written))
    #expect(marked.place(fault.range.start) == "1️⃣")
    let mended = MendedFile.mend([fault])
    #expect(mended.first?.text == slip.mended.map(frame))
  }

  @Test(arguments: [
    ("3 March 2026", ["2026-03-03"]), ("March 3rd, 2026", ["2026-03-03"]), ("3. März 2026", ["2026-03-03"]),
    ("3 de marzo de 2026", ["2026-03-03"]), ("1er mars 2026", ["2026-03-01"]), ("3 марта 2026 года", ["2026-03-03"]),
    ("2026/3/4", ["2026-03-04"]), ("2026-3-4", ["2026-03-04"]), ("04.03.2026", ["2026-03-04"]),
    ("03/04/2026", ["2026-04-03", "2026-03-04"]), ("04/04/2026", ["2026-04-04"]), ("13/04/2026", ["2026-04-13"]),
    ("20260304", ["2026-03-04"]), ("20261304", []), ("04/13/2026", ["2026-04-13"]), ("March 2026", ["2026-03"]),
    ("30 February 2026", []), ("3 March", []),
    ("3 March 26", []), ("12", []), ("March", []), ("99999999999999999999/1/2026", []), ("3 Nivôse 2026", []),
  ]) func readsDaysInOtherForms(_ text: String, _ days: [String]) {
    #expect(Moment.moments(meantBy: text).map(\.isoText) == days)
  }
}
