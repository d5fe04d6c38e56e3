import Foundation
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

    ![Bank](/images/bank.svg) ![Active](/images/active.svg) and [home](/index.html)

    [[x]] [^none] <a href="ftp://example.org">old</a>
    -- _posts/2020-04-01-second.md --
    ---
    title: Second
    ---
    {% if x %}
    -- index.html --
    ---
    title: Home
    ---
    {% for x in site.posts %}
    -- images/active.svg --
    <svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><script>1</script></svg>
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
        "4 texts, 2 of them drafts, and 1 other file of \(old.path); \(hub.path)/import-report.md says what is left to do\n"
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
    #expect(report.contains("- `images/active.svg, since "))
    #expect(
      try hub.text("site-content/articles/first.md").contains("\n![Bank](../media/images/bank.svg) Active and home\n"))
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

  /// Links may lead out of the folder, and a file of two megabytes and more is no text that people wrote.
  @Test func linksAndHugeFilesStayOutside() throws {
    let old = try HubFolder(Self.site)
    let secret = try HubFolder("-- a.md --\n---\ntitle: Secret\n---\n")
    let files = FileManager.default
    try files.createSymbolicLink(atPath: "\(old.path)/b.md", withDestinationPath: "\(secret.path)/a.md")
    try files.createSymbolicLink(atPath: "\(old.path)/folder", withDestinationPath: secret.path)
    try files.createSymbolicLink(atPath: "\(old.path)/images/out.svg", withDestinationPath: "/etc/hostname")
    try old.write("large.md", "---\ntitle: Large\n---\n" + String(repeating: "word ", count: 500_000))
    try old.write(
      "latin.md", bytes: Array("---\ntitle: Caf".utf8) + [0xE9] + Array("\n---\n![x](/images/out.svg)\n".utf8))
    let hub = try HubFolder()
    let run = try Program.run("import", old.path, hub.path, "--from", "jekyll")
    #expect(run.status == 0)
    let written = try hub.files(below: "site-content")
    #expect(
      written.keys.filter { $0.hasPrefix("pages/") || $0.hasPrefix("media/") }.sorted() == [
        "media/images/bank.svg", "pages/latin.md", "pages/start.md",
      ])
    #expect(try hub.text("site-content/pages/latin.md").contains("title: \"Café\""))
    #expect(try hub.text("import-report.md").contains("- `large.md (larger than two megabytes)`"))
  }

  /// The program that stands for pandoc takes tags out.
  @Test func anExportOfWordPressIsBuilt() throws {
    let old = try HubFolder(
      """
      -- export.xml --
      <rss><channel><title>Press</title><link>https://press.example.org</link><language>en-US</language>
      <item><title>Hello</title><link>https://press.example.org/2019/05/hello/</link><dc:creator>Ann Lee</dc:creator>
      <content:encoded><![CDATA[<p>Words of ![Bank](/wp-content/uploads/bank.svg)</p>]]></content:encoded>
      <wp:post_id>12</wp:post_id><wp:post_date>2019-05-02</wp:post_date><wp:status>publish</wp:status></item>
      </channel></rss>
      -- wp-content/uploads/bank.svg --
      <svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>
      -- bin/pandoc --
      #!/bin/sh
      shift 8
      sed 's/<[^>]*>//g' "$2" > "$1"
      """)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(old.path)/bin/pandoc")
    let hub = try HubFolder()
    let run = try Program.run(
      "import", "\(old.path)/export.xml", hub.path, "--from", "wordpress",
      environmentPath: "\(old.path)/bin:/usr/bin:/bin")
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      try hub.text("site-content/articles/hello.md").contains(
        "\n\nWords of ![Bank](../media/wp-content/uploads/bank.svg)\n"))
    #expect(try Program.run("build", hub.path).status == 0)
    let files = Set(try hub.files(below: "public").keys)
    #expect(files.isSuperset(of: ["2019/05/hello/index.html", "media/wp-content/uploads/bank.svg"]))
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
