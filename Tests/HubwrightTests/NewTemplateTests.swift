import Foundation
import TestSupport
import Testing

/// `hubwright new template`.
struct NewTemplateTests {
  private static let hub = """
    -- site-content/hub.yaml --
    title: A hub
    address: https://hub.example.org/
    language: en
    time_zone: UTC

    """

  @Test(arguments: [
    ("own-footer", "templates/parts/own-footer.mustache"), ("article.mustache", "templates/pages/article.mustache"),
    ("style.css", "templates/assets/style.css"),
  ])
  func writesTheDefaultOneToChange(_ name: String, _ path: String) throws {
    let hub = try HubFolder(Self.hub)
    let run = try Program.run("new", "template", name, "--hub", hub.path)
    #expect(run.status == 0)
    #expect(run.output.hasPrefix(path + "\n"))
    #expect(try hub.text(path) == String(contentsOf: fixture("../../\(path)"), encoding: .utf8))
    try hub.write(path, "mine")
    let second = try Program.run("new", "template", name, "--hub", hub.path)
    #expect(second.status == 1)
    #expect(second.errors == "hubwright: There is a file '\(path)' already, and nothing is written over.\n")
    #expect(try hub.text(path) == "mine")
  }

  @Test func namesTheNearestTemplate() throws {
    let hub = try HubFolder(Self.hub)
    #expect(
      try Program.run("new", "template", "artikle", "--hub", hub.path).errors
        == "hubwright: The default theme has no template 'artikle'; write 'article'.\n")
    #expect(try Program.run("new", "template", "own-footer", "--hub", "/nowhere").status == 1)
  }
}
