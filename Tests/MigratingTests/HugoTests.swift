import Migrating
import Testing

struct HugoTests {
  private let site = """
    -- hugo.toml --
    baseURL = "https://hugo.example.org/"
    title = "Hugo's"
    defaultContentLanguage = "en"
    [languages.en]
    weight = 1
    [languages.fr]
    weight = 2
    [permalinks]
    posts = "/:year/:slug/"
    -- content/posts/first.md --
    +++
    title = "First"
    date = 2021-02-03T10:00:00Z
    tags = ["a", "b"]
    aliases = ["/old/"]
    draft = false
    [author]
    name = "Ann Lee"
    [[resources]]
    src = "x.png"
    +++
    {{< figure src="/pic.png" alt="A bank" caption="The bank" >}}

    {{% notice warning %}}
    Take care of {{< relref "about.md" >}}.
    {{% /notice %}}

    [About]({{< ref "about" >}}) {{< unknown x >}}
    -- content/posts/first.fr.md --
    +++
    title = "Premier"
    date = 2021-02-03
    +++
    Bonjour
    -- content/about.md --
    +++
    title = "About"
    slug = "who"
    lastmod = "2022-01-01"
    +++
    Words.
    -- static/pic.png --
    """

  @Test func fieldsInTOMLAreRead() throws {
    let hub = try migrated(.hugo, site)
    #expect(
      hub["articles/first.md"].hasPrefix(
        """
        ---
        title: "First"
        authors: [ann-lee]
        date: 2021-02-03
        tags: ["a", "b"]
        aliases:
          - "/2021/first/"
          - "/old/"
        draft: true
        """))
    #expect(hub.unusedFields == ["resources": 1])
    #expect(
      hub["pages/about.md"] == "---\ntitle: \"About\"\nupdated: 2022-01-01\naliases:\n  - \"/who/\"\n---\n\nWords.\n")
  }

  @Test func shortcodesBecomeMarkdown() throws {
    #expect(
      try migrated(.hugo, site).body("articles/first.md") == """
        ![A bank](../media/static/pic.png)

        *The bank*

        > [!WARNING]
        > Take care of about.md.

        [About](../pages/about.md) `{{< unknown x >}}`

        """)
  }

  @Test func languagesByEndingAreTranslations() throws {
    let hub = try migrated(.hugo, site)
    #expect(
      hub["articles/first.fr.md"] == "---\ntitle: \"Premier\"\naliases:\n  - \"/fr/2021/first/\"\n---\n\nBonjour\n")
    #expect(hub.languages == ["fr"])
  }

  @Test func textsInPairsOfShortcodesStay() throws {
    let hub = try migrated(
      .hugo,
      """
      -- content/a.md --
      ---
      title: A
      ---
      {{% def id="x" name="A word" %}}
      What it means.
      {{% /def %}}

      {{< banner >}} and {{< chart >}}

      {{< letter >}}
      -- hugo.toml --
      theme = "plain"
      -- themes/plain/layouts/shortcodes/letter.html --
      <iframe src="https://news.example.org/" title="Newsletter"></iframe><script>1</script>
      -- layouts/shortcodes/banner.html --
      <b>Hello</b>
      -- layouts/shortcodes/chart.html --
      <p>{{ .Get 0 }}</p>
      """)
    #expect(
      hub.body("pages/a.md") == "**A word**\n\nWhat it means.\n\n**Hello** and\n\n" + """
        > [!WARNING]
        > This part of the old page could not be carried over. Write it anew, or take it out.

        ~~~text
        {{< chart >}}
        ~~~

        [Newsletter](https://news.example.org/)

        """)
    #expect(
      hub.texts.map(\.notes) == [
        ["The shortcode 'def' was taken out, and the text in it stays.", "<script> was taken out."]
      ])
    #expect(hub.texts.map(\.left) == [["{{< chart >}}"]])
  }

  @Test(arguments: ["a = ", "a = [1, ", "[a", "a = \"b", "= 1", "a = {b = ", "a.b.c"])
  func brokenTOMLIsReadLineByLine(_ toml: String) throws {
    let hub = try migrated(.hugo, "-- content/a.md --\n+++\ntitle = \"T\"\n\(toml)\n+++\nText\n")
    #expect(hub["pages/a.md"].hasPrefix("---\ntitle: \"T\"\n"))
  }
}
