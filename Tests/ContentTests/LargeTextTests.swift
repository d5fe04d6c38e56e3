import Content
import Diagnostics
import TestSupport
import Testing

/// Texts near a limit take time in proportion.
struct LargeTextTests {
  @Test(.timeLimit(.minutes(1))) func readsManyUnknownFields() throws {
    let fields = (0..<20_000).map { "sumary\($0)x: y\n" }.joined()
    let diagnostics = try SiteFixture("-- guides/a.md --\n---\ntitle: A\n\(fields)---\n").read().diagnostics
    #expect(diagnostics.count == 201)
    #expect(diagnostics.last?.message == "200 faults of a file are shown, and this has 19800 more from here on")
  }

  @Test(.timeLimit(.minutes(1))) func placesManyFaultsFarDown() throws {
    let links = (0..<8_000).map { "[link \($0)](nowhere\($0).md)\n\n" }.joined()
    let diagnostics = try SiteFixture("-- guides/a.md --\n---\ntitle: A\n---\n\n\(links)").link().diagnostics
    #expect(diagnostics.count > 100)
  }

  @Test func mendsOneOfTwoSlipsOfOneFieldByHandAlone() throws {
    let one = try SiteFixture("-- guides/a.md --\n---\ntitle: A\nsumary: B\n---\n").read().diagnostics
    #expect(one.map(\.edits.count) == [1])
    let two = try SiteFixture("-- guides/a.md --\n---\ntitle: A\nsumary: B\nsumm: C\nsummry: D\n---\n").read()
      .diagnostics
    #expect(two.map(\.edits.count) == [0, 0, 0])
  }
}
