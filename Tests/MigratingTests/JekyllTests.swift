import Migrating
import Testing

struct JekyllTests {
  private let site = """
    -- _config.yml --
    title: Rivers
    description: On rivers.
    url: https://rivers.example.org
    baseurl: /blog
    permalink: /:categories/:year/:month/:day/:title.html
    -- _data/authors.yml --
    ann:
      name: Ann Lee
    -- images/bank.png --
    -- _posts/2020-03-05-first-post.md --
    ---
    layout: post
    title: "First: a post"
    author: ann
    categories: [news]
    tags: [water, fish]
    redirect_from: /old/first/
    image: /images/bank.png
    ---
    # First: a post

    See [the next]({{ site.baseurl }}{% post_url 2020-04-01-next %}) and [about]({% link about.md %}#who).

    ![Bank]({{ "/images/bank.png" | relative_url }}){: .wide}

    {% highlight ruby %}
    puts "<b>"
    {% endhighlight %}

    # Part
    <p>Some <b>bold</b> and <a href="/blog/about/">a link</a>.</p><!-- gone -->
    -- _posts/2020-04-01-next.md --
    ---
    title: Next
    published: false
    ---
    {% include youtube.html id="abc123" %}

    {% for x in site.posts %}
    -- about.md --
    ---
    title: About
    permalink: /about/
    ---
    ## Who
    -- README.md --
    No page.
    """

  @Test func postsBecomeArticlesWithTheirFields() throws {
    let hub = try migrated(.jekyll, site)
    #expect(
      hub["articles/first-post.md"].hasPrefix(
        """
        ---
        title: "First: a post"
        authors: [ann-lee]
        date: 2020-03-05
        tags: ["water", "fish", "news"]
        image:
          file: "../media/images/bank.png"
          alt: "First: a post"
        aliases:
          - "/news/2020/03/05/first-post.html"
          - "/old/first/"
        ---

        """))
    #expect(hub["people/imported-people.yaml"] == "- id: ann-lee\n  title: \"Ann Lee\"\n")
    #expect(
      hub.texts.map(\.path).sorted() == [
        "articles/first-post.md", "articles/next.md", "pages/about.md", "people/imported-people.yaml",
      ])
  }

  @Test func textsAreHubwrightsMarkdown() throws {
    #expect(
      try migrated(.jekyll, site).body("articles/first-post.md") == """
        See [the next](next.md) and [about](../pages/about.md#who).

        ![Bank](../media/images/bank.png)

        ```ruby
        puts "<b>"
        ```

        ## Part

        Some **bold** and [a link](../pages/about.md).

        """)
  }

  @Test func whatCannotBeCarriedOverIsADraftThatShowsItAtItsPlace() throws {
    let hub = try migrated(.jekyll, site)
    let text = hub["articles/next.md"]
    #expect(text.contains("\ndraft: true\n# From _posts/2020-04-01-next.md. To be carried over by hand"))
    #expect(text.contains("[Video](https://www.youtube.com/watch?v=abc123)"))
    #expect(text.contains("`{% for x in site.posts %}`"))
    #expect(hub.texts.first { $0.path == "articles/next.md" }?.left == ["{% for x in site.posts %}"])
  }

  @Test func theHubIsDescribed() throws {
    #expect(
      try migrated(.jekyll, site).hub == """
        title: "Rivers"
        summary: "On rivers."
        address: "https://rivers.example.org/blog/"
        language: en
        time_zone: Etc/UTC
        sections:
          - folder: articles
            kind: article
            title: "Articles"
          - folder: pages
            kind: page
            title: "Pages"

        """)
  }

  @Test func collectionsAreSectionsWithTheirAddresses() throws {
    let hub = try migrated(
      .jekyll,
      """
      -- _config.yml --
      collections:
        guides:
          permalink: /g/:path/
      -- _guides/one.md --
      ---
      title: One
      ---
      -- _guides/two.md --
      ---
      title: Two
      ---
      -- _guides/fr/two.md --
      ---
      title: Deux
      ---
      """)
    #expect(hub.texts.map(\.path) == ["guides/one.md", "guides/two.fr.md", "guides/two.md"])
    #expect(hub.sections.map(\.kind) == ["article"])
    #expect(hub["guides/two.fr.md"].contains("  - \"/fr/g/two/\"\n"))
    #expect(hub["guides/one.md"].contains("  - \"/g/one/\"\n"))
  }

  @Test func anAddressThatDiffersInCaseAloneIsToldAndNotTaken() throws {
    let hub = try migrated(
      .jekyll,
      """
      -- a.md --
      ---
      title: A
      permalink: /Old/a/
      redirect_from: [/404.html, /index.html, "/?p=4", "/?p=a b"]
      ---
      -- b.md --
      ---
      title: B
      permalink: /old/b/
      ---
      """)
    #expect(hub["pages/a.md"].contains("aliases:\n  - \"/Old/a/\"\n  - \"/?p=4\"\n---"))
    #expect(!hub["pages/b.md"].contains("aliases"))
    #expect(hub.unanswered == ["/404.html", "/?p=a b", "/old/b/"])
  }

  @Test(arguments: ["../../x", "/etc", "en\nx", "a/b"])
  func aLanguageIsNoPath(_ language: String) throws {
    let hub = try migrated(
      .hugo,
      """
      -- config.json --
      {"defaultContentLanguage": "\(language)", "languages": {"\(language)": {}, "../..": {}}}
      -- content/a.md --
      ---
      title: A
      lang: "\(language)"
      ---
      -- content/b.md --
      ---
      title: B
      lang: ../..
      ---
      """)
    #expect(hub.texts.map(\.path) == ["pages/a.md", "pages/b.md"])
    #expect(hub.languages == [])
    #expect(hub.hub.contains("\nlanguage: en\n"))
  }

  @Test(
    .timeLimit(.minutes(5)),
    arguments: ["[", "![", "{% ", "{{", "<a ", "[[", "`", "!!! ", "> ", "*", "<div>", "[a](", "<!--"])
  func manyBeginningsTakeNoTimeToSpeakOf(_ beginning: String) throws {
    let text = String(repeating: beginning, count: 4_000)
    let hub = try migrated(.jekyll, "-- a.md --\n---\ntitle: A\n---\n\(text)\n")
    #expect(hub.texts.count == 1)
  }

  @Test func includesThatGoInCirclesEnd() throws {
    let hub = try migrated(
      .jekyll,
      """
      -- _includes/a.html --
      A {% include b.html %}
      -- _includes/b.html --
      B {% include a.html %}
      -- page.md --
      ---
      title: Page
      ---
      {% include a.html %} and {% include ../../secret.html %}
      """)
    #expect(hub.texts.map(\.left.count) == [2])
    #expect(hub["pages/page.md"].contains("A B"))
  }

  @Test func brokenFieldsAreReadLineByLine() throws {
    let hub = try migrated(.jekyll, "-- a.md --\n---\r\ntitle: A: b: c\r\nbad: [\r\n---\r\nText\r\n")
    #expect(hub["pages/a.md"].hasPrefix("---\ntitle: \"A: b: c\"\n"))
    #expect(hub.texts.first?.notes.count == 1)
  }

  @Test func pathsThatLeadOutAreNoLinks() throws {
    let hub = try migrated(
      .jekyll,
      "-- a.md --\n---\ntitle: A\n---\n[x](../../../etc/passwd) ![y](/../../etc/shadow.png) [z](file:///etc/hosts)\n")
    #expect(hub.body("pages/a.md") == "x y z\n")
    #expect(hub.copies.isEmpty)
  }
}
