import Migrating
import Testing

/// Sites of documentation, and notes.
struct NotesTests {
  @Test func admonitionsOfMkDocsAreAlerts() throws {
    let hub = try migrated(
      .mkdocs,
      """
      -- mkdocs.yml --
      site_name: Docs
      site_url: https://docs.example.org/en/
      -- docs/index.md --
      # Welcome

      !!! danger "Mind this"

          Words with [a link](guide/one.md#part){ .md-button }.

      === "Linux"

          Type it.
      -- docs/guide/one.md --
      ---
      title: One
      ---
      ## Part
      -- docs/guide/two.md --
      # Two :material-dns:
      -- docs/guide/three.md --
      # Three
      --8<-- "docs/guide/three.md"
      """)
    #expect(
      hub.body("pages/start.md") == """
        > [!CAUTION]
        > **Mind this**
        >
        > Words with [a link](../guide/one.md#part).

        **Linux**

        Type it.

        """)
    #expect(hub["pages/start.md"].hasPrefix("---\ntitle: \"Welcome\"\n---\n"))
    #expect(hub["guide/two.md"] == "---\ntitle: \"Two\"\naliases:\n  - \"/guide/two/\"\n---\n\n\n")
    #expect(hub["guide/three.md"].contains("draft: true"))
    #expect(hub.sections.map(\.folder) == ["guide", "pages"])
  }

  @Test func picturesOfAThemeAreCopiedAndThoseForDarkPagesLeftOut() throws {
    let hub = try migrated(
      .mkdocs,
      """
      -- mkdocs.yml --
      site_name: Docs
      extra: &extra
        a: 1
      other: *extra
      theme:
        custom_dir: !ENV theme
        format: !!python/name:a.b
      site_url: !ENV [URL, "https://docs.example.org/"]
      -- docs/a.md --
      # A
      ![A](img/a.png#only-light)![A](img/b.png#only-dark) [Ann](mailto:ann@example.org)
      -- theme/img/a.png --
      -- theme/img/b.png --
      """)
    #expect(hub.body("pages/a.md") == "![A](../media/theme/img/a.png) [Ann](mailto:ann@example.org)\n")
    #expect(hub.copies.map(\.to) == ["media/theme/img/a.png"])
    #expect(hub.hub.hasPrefix("title: \"Docs\"\naddress: \"https://docs.example.org/\"\n"))
    #expect(hub.passedOver == ["mkdocs.yml in part, since it is no plain YAML"])
  }

  @Test func directivesOfDocusaurusAreAlerts() throws {
    let hub = try migrated(
      .docusaurus,
      """
      -- docusaurus.config.js --
      module.exports = { 
        title: 'Docs',
        url: 'https://docs.example.org',
        i18n: { defaultLocale: 'en', locales: ['en', 'fr'] },
      };
      -- docs/01-intro.mdx --
      import Tabs from '@theme/Tabs';

      # Intro

      :::note Read

      Words <Badge>here</Badge>

      :::
      -- i18n/fr/docusaurus-plugin-content-docs/current/01-intro.mdx --
      # Début
      """)
    #expect(hub.body("pages/intro.md") == "> [!NOTE]\n> **Read**\n>\n> Words here\n")
    #expect(hub["pages/intro.md"].contains("  - \"/docs/intro/\"\n"))
    #expect(hub["pages/intro.fr.md"].contains("title: \"Début\""))
  }

  @Test func notesOfObsidianKeepTheirLinks() throws {
    let hub = try migrated(
      .obsidian,
      """
      -- Home.md --
      ---
      aliases: [Start here]
      ---
      See [[Second note#A part|the second]] and ![[pic one.png|300]]. %%hidden%%
      [[Second note#Whole#A part]] [[Second note#^block]] [[#^own|Own]]

      | [[Second note\\|Two]] |
      | --- |

      > [!tip]- Try
      > It ==works==.
      -- notes/Second note.md --
      ## A part
      -- files/pic one.png --
      """)
    #expect(
      hub.body("pages/home.md") == """
        See [the second](second-note.md#a-part) and ![pic one](../media/files/pic-one.png).
        [Second note, A part](second-note.md#a-part) [Second note](second-note.md) Own

        | [Two](second-note.md) |
        | --- |

        > [!TIP]
        > **Try**
        >
        > It **works**.

        """)
    #expect(hub["pages/home.md"].hasPrefix("---\ntitle: \"Home\"\n"))
    #expect(
      hub["pages/second-note.md"] == """
        ---
        title: "Second note"
        aliases:
          - "/notes/Second+note/"
        ---

        ## A part

        """)
  }

  @Test func addressesOfEleventyAreFolders() throws {
    let hub = try migrated(
      .eleventy,
      "-- src/posts/one.md --\n---\ntitle: One\ndate: 2020-01-02\n---\n[x](https://a.example/)\n-- README.md --\nNo page\n"
    )
    #expect(
      hub["articles/one.md"].hasPrefix("---\ntitle: \"One\"\ndate: 2020-01-02\naliases:\n  - \"/posts/one/\"\n---\n"))
    #expect(hub.texts.count == 1)
  }

  @Test func permalinksOfEleventysFoldersAreFilledIn() throws {
    let hub = try migrated(
      .eleventy,
      """
      -- data/site.yaml --
      title: Hello
      host: https://eleventy.example.org
      -- content/posts/posts.11tydata.js --
      module.exports = { permalink: '/{{ page.date | toDatePath }}/{{ page.fileSlug }}/' }
      -- content/posts/2014-03-12-soon.md --
      ---
      title: Soon
      date: 2014-03-12T22:30:00-04:00
      ---
      -- content/notes/notes.json --
      {"permalink": "/{{ page.date | date: '%Y-%m' }}/{{ title | slugify }}.html"}
      -- content/notes/one.md --
      ---
      title: One & two
      date: 2020-01-02
      ---
      -- eleventy.config.js --
      module.exports = () => ({ dir: { includes: 'parts', } })
      -- parts/a.html --
      ---
      title: No page
      ---
      -- content/notes/two.md --
      ---
      title: Three
      permalink: "{{ unknown }}/x/"
      ---
      {% image_with_class "bank.png" "wide" "The bank" %}{{ "ann-lee" | team_link }} {{ "ann-lee" | team_photo }}

      {{ "https://www.youtube-nocookie.com/embed/abcde" | embed: "A film" }}

      {% include "said.html", quote: "So it is.", name: "Ann Lee" %}
      -- bank.png --
      """)
    #expect(hub["articles/soon.md"].contains("  - \"/2014/03/13/soon/\"\n"))
    #expect(hub["pages/one.md"].contains("  - \"/2020-01/one-two.html\"\n"))
    #expect(hub["pages/two.md"].contains("  - \"/notes/two/\"\n"))
    #expect(
      hub.body("pages/two.md") == """
        ![The bank](../media/bank.png)Ann Lee

        [A film](https://www.youtube.com/watch?v=abcde)

        > So it is.
        >
        > — Ann Lee

        """)
    #expect(hub.texts.map(\.path) == ["articles/soon.md", "pages/one.md", "pages/two.md"])
    #expect(hub.hub.hasPrefix("title: \"Hello\"\naddress: \"https://eleventy.example.org/\"\n"))
  }

  @Test func anEmptyFolderIsRefused() {
    #expect(throws: MigrationFault.nothing(.hugo)) { try migrated(.hugo, "-- a.txt --\n") }
  }
}
