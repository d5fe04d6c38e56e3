import TestSupport
import Testing

/// A site of another program, brought over and built.
struct ImportSiteTests {
  private static let site = """
    -- _config.yml --
    title: Rivers
    url: https://rivers.example.org
    -- _posts/2020-03-05-first.md --
    ---
    title: First
    author: Ann Lee
    ---
    See [the second](/2020/04/01/second.html), [nothing](/gone.html), [a part](#gone) and <b>bold</b> &amp; <foo>.

    ![Bank](/images/bank.svg)

    [[x]] [^none] <a href="ftp://example.org">old</a>
    -- _posts/2020-04-01-second.md --
    ---
    title: Second
    ---
    {% if x %}
    -- images/bank.svg --
    <svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>
    """

  @Test func theHubBuildsAndAnswersOldAddresses() throws {
    let old = try HubFolder(Self.site)
    let hub = try HubFolder()
    let run = try Program.run("import", old.path, hub.path, "--from", "jekyll")
    #expect(run.status == 0)
    #expect(
      run.output.hasSuffix(
        "3 texts, 1 of them drafts, and 1 other file of \(old.path); \(hub.path)/import-report.md says what is left to do\n"
      ))
    let built = try Program.run("build", hub.path)
    #expect(built.status == 0, "\(built.errors)")
    let files = Set(try hub.files(below: "public").keys)
    #expect(
      files.isSuperset(of: [
        "articles/first.html", "2020/03/05/first.html", "people/ann-lee.html", "media/images/bank.svg",
      ]))
    let report = try hub.text("import-report.md")
    #expect(report.contains("- To carry over by hand: `{% if x %}`"))
    #expect(report.contains("- Leads nowhere, and is no link any more: `/gone.html`"))
  }

  @Test func aSecondImportChangesNothingThatAPersonChanged() throws {
    let old = try HubFolder(Self.site)
    let hub = try HubFolder()
    _ = try Program.run("import", old.path, hub.path, "--from", "jekyll")
    try hub.edit("site-content/articles/first.md", "title: \"First\"", "title: \"Mine\"")
    try hub.remove("site-content/articles/second.md")
    let before = try hub.files(below: "site-content")
    try old.edit("_posts/2020-03-05-first.md", "See ", "Now see ")
    let run = try Program.run("import", old.path, hub.path, "--from", "jekyll")
    #expect(run.output.hasPrefix("2 files that you changed or removed stayed so.\n"))
    #expect(try hub.files(below: "site-content") == before)
  }

  @Test func aHubIsAskedForTheFoldersItLacks() throws {
    let old = try HubFolder(Self.site)
    let hub = try HubFolder(
      "-- site-content/hub.yaml --\ntitle: A\naddress: https://a.example/\nlanguage: en\ntime_zone: Etc/UTC\n")
    let run = try Program.run("import", old.path, hub.path, "--from", "jekyll")
    #expect(run.status == 1)
    #expect(
      run.errors.contains(
        "declare in hub.yaml, and import again:\nsections:\n  - folder: articles\n    kind: article\n"))
    #expect(Set(try hub.files().keys) == ["site-content/hub.yaml"])
  }

  @Test func wordPressNeedsPandoc() throws {
    let old = try HubFolder("-- export.xml --\n<rss/>\n")
    let hub = try HubFolder()
    let run = try Program.run(
      "import", "\(old.path)/export.xml", hub.path, "--from", "wordpress", environmentPath: "/nowhere")
    #expect(run.status == 1)
    #expect(run.errors.contains("install it (Debian's package pandoc)"))
  }
}

extension Program {
  fileprivate static func run(_ arguments: String..., environmentPath: String) throws -> Run {
    try run(
      arguments[0], arguments[1], arguments[2], arguments[3], arguments[4], environment: ["PATH": environmentPath])
  }
}
