import TestSupport
import Testing

/// How `import` ends.
struct ImportCommandTests {
  private func run(_ name: String, _ text: String) throws -> (run: Program.Run, files: [String]) {
    let hub = try HubFolder(
      """
      -- site-content/hub.yaml --
      title: A hub
      address: https://rivers.test/
      language: en
      time_zone: UTC
      meeting_types: [{id: session, title: Session}]
      """)
    let sources = try HubFolder("-- \(name) --\n\(text)")
    let run = try Program.run("import", "\(sources.path)/\(name)", hub.path, "--as-of", "2031-03-15")
    return (run, try hub.files(below: "site-content").keys.filter { $0 != "hub.yaml" })
  }

  @Test(arguments: [
    ("t.csv", "title,start\nOne,03/04/2031\nTwo,04/05/2031\n"),
    ("t.csv", "title,start\n,2031-04-01\n"),
    (
      "c.ics",
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:A\nCLASS:PRIVATE\nDTSTART:20310401\nEND:VEVENT\nEND:VCALENDAR\n"
    ),
    ("c.ics", "BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:a\nSUMMARY:A\nEND:VTODO\nEND:VCALENDAR\n"),
  ])
  func endsWithOneWhereAllWasSkipped(_ name: String, _ text: String) throws {
    let (run, files) = try run(name, text)
    #expect(run.status == 1, "\(run.output)\(run.errors)")
    #expect(
      run.output.contains("0 meetings of ") && run.output.contains(" skipped; nothing to write\n"), "\(run.output)")
    #expect(files == [])
  }

  @Test func endsWithZeroWhereSomeWasSkipped() throws {
    let (run, files) = try run("t.csv", "title,start\nOne,2031-04-03\nTwo,04/05/2031\n")
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains("1 meeting of ") && run.output.contains("1 new, 0 updated, 0 unchanged, 1 skipped; "))
    #expect(files == ["meetings/imported-t.yaml"])
  }

  /// A table without a row is no mistake.
  @Test func endsWithZeroWhereThereIsNothing() throws {
    #expect(try run("t.csv", "title,start\n").run.status == 0)
  }

  @Test func endsWithOneWhereTheHubHasErrorsAndWithItsOwnCodeWhereNothingCanBeRead() throws {
    #expect(try run("t.csv", "titel\nOne\n").run.status == 1)
    #expect(try Program.run("import", "/nowhere.csv").status == 74)
  }
}
