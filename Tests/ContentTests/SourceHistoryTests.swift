import CivilTime
import Content
import Testing

/// What a log of git says of files.
struct SourceHistoryTests {
  /// Commits, newest first: "day author", then "letter path" or "R100 old new".
  private func history(_ commits: [(String, [String])]) -> SourceHistory {
    var log = ""
    for (head, changes) in commits {
      let (day, author) = (head.prefix(10), head.dropFirst(11))
      log += "\u{1}\(day)\u{2}\(author)\0"
      if !changes.isEmpty { log += "\n" }
      log += changes.map { $0.replacing(" ", with: "\0") + "\0" }.joined()
    }
    return SourceHistory(log: Array(log.utf8))
  }

  private func file(_ history: SourceHistory, _ path: String) -> String {
    guard let file = history.files[path] else { return "none" }
    return "\(file.lastChange.isoText) \(file.contributors.joined(separator: ", "))"
  }

  @Test func tellsTheLastChangeAndWhoMadeChanges() {
    let history = history([
      ("2026-03-01 Ada", ["M a.md"]), ("2026-02-01 Cleo", ["M a.md", "A b.md"]), ("2026-01-01 Ada", ["A a.md"]),
    ])
    #expect(file(history, "a.md") == "2026-03-01 Ada, Cleo")
    #expect(file(history, "b.md") == "2026-02-01 Cleo")
    #expect(history.renames == [:])
  }

  @Test func followsAFileThroughItsNames() {
    let history = history([
      ("2026-04-01 Dora", ["R100 b.md c.md"]), ("2026-03-01 Cleo", ["M b.md"]), ("2026-02-01 Ben", ["R090 a.md b.md"]),
      ("2026-01-01 Ada", ["A a.md"]),
    ])
    #expect(file(history, "c.md") == "2026-03-01 Cleo, Ben, Ada")
    #expect(history.files.keys.sorted() == ["c.md"])
    #expect(history.renames == ["a.md": "c.md", "b.md": "c.md"])
  }

  @Test func beginsAFileAnewWhereItWasMadeAnew() {
    let history = history([
      ("2026-03-01 Cleo", ["A a.md"]), ("2026-02-01 Ben", ["D a.md"]), ("2026-01-01 Ada", ["A a.md"]),
    ])
    #expect(file(history, "a.md") == "2026-03-01 Cleo")
  }

  @Test func keepsApartAFileThatTookAnOldName() {
    let history = history([
      ("2026-03-01 Cleo", ["A a.md"]), ("2026-02-01 Ben", ["R100 a.md b.md"]), ("2026-01-01 Ada", ["A a.md"]),
    ])
    #expect(file(history, "a.md") == "2026-03-01 Cleo")
    #expect(file(history, "b.md") == "2026-01-01 Ada")
  }

  @Test(arguments: [
    "", "\0\0\0", "\u{1}", "\u{1}no day\u{2}x\0\nM\0a.md\0", "M\0a.md\0", "\u{1}2026-01-01\u{2}A\0\nR100\0a\0",
  ])
  func takesNothingFromWhatIsNoLog(_ log: String) {
    #expect(SourceHistory(log: Array(log.utf8)).files.isEmpty)
  }
}
