import Diagnostics
import TestSupport
import Testing

/// Files that lie in the content and belong to nothing.
struct StrayTests {
  private static let page = """
    -- guides/a.md --
    ---
    title: A
    ---

    [Minutes](minutes.pdf)
    -- guides/b.md --
    ---
    title: B
    draft: true
    ---

    [Budget](budget.xlsx)
    -- guides/minutes.pdf --
    -- guides/budget.xlsx --
    -- files/CNAME --

    """

  @Test func saysNothingOfWhatIsPublishedOrWillBe() throws {
    #expect(try findings(in: Self.page, of: .unpublishedFile) == [])
  }

  @Test(arguments: ["guides/a.md.orig", "raw.html", "guides/~$notes.docx", "files/.DS_Store", "guides/.#a.md"])
  func namesEveryOther(_ path: String) throws {
    #expect(
      try findings(in: Self.page + "-- \(path) --\n", of: .unpublishedFile) == ["\(path) 1:1 unpublished-file"])
  }

  @Test func saysNothingWhereADocumentCannotBeRead() throws {
    let page = Self.page.replacing("title: B", with: "tit: B")
    #expect(try findings(in: page + "-- guides/x.pdf --\n", of: .unpublishedFile) == [])
  }
}
