import CivilTime
import Formats
import Testing

struct FeedTests {
  private let small = Feed(
    id: "https://example.org/feed", title: "News & more", subtitle: "What is new",
    updated: instant("2026-11-09T10:00:00Z"),
    alternateAddress: "https://example.org/news.html",
    author: Feed.Person(name: "Example", address: "https://example.org/"), language: "en", rights: "CC BY 4.0",
    entries: [
      Feed.Entry(
        id: "https://example.org/a", title: "A <b>", updated: instant("2026-11-09T10:00:00Z"),
        published: instant("2026-11-01T00:00:00Z"), address: "https://example.org/a.html", summary: "One.",
        authors: [Feed.Person(name: "Ada")], categories: ["un", "deux"], contentHTML: "<p>One &amp; two</p>",
        language: "fr"),
      Feed.Entry(
        id: "https://example.org/b", title: "B", updated: instant("2026-10-01T00:00:00Z"),
        address: "https://example.org/b.html"),
    ])

  @Test func writesAtom() {
    #expect(
      text(of: small.encodedAsAtom(selfAddress: "https://example.org/feed.xml")) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
          <id>https://example.org/feed</id>
          <title>News &amp; more</title>
          <subtitle>What is new</subtitle>
          <updated>2026-11-09T10:00:00Z</updated>
          <link rel="self" type="application/atom+xml" href="https://example.org/feed.xml"/>
          <link rel="alternate" type="text/html" href="https://example.org/news.html"/>
          <author>
            <name>Example</name>
            <uri>https://example.org/</uri>
          </author>
          <rights>CC BY 4.0</rights>
          <entry xml:lang="fr">
            <id>https://example.org/a</id>
            <title>A &lt;b&gt;</title>
            <updated>2026-11-09T10:00:00Z</updated>
            <published>2026-11-01T00:00:00Z</published>
            <link rel="alternate" type="text/html" href="https://example.org/a.html" hreflang="fr"/>
            <author>
              <name>Ada</name>
            </author>
            <category term="un"/>
            <category term="deux"/>
            <summary>One.</summary>
            <content type="html" xml:base="https://example.org/a.html">&lt;p&gt;One &amp;amp; two&lt;/p&gt;</content>
          </entry>
          <entry>
            <id>https://example.org/b</id>
            <title>B</title>
            <updated>2026-10-01T00:00:00Z</updated>
            <link rel="alternate" type="text/html" href="https://example.org/b.html"/>
          </entry>
        </feed>

        """)
  }

  @Test func writesJSONFeed() {
    #expect(
      text(of: small.encodedAsJSONFeed(selfAddress: "https://example.org/feed.json")) == """
        {
          "version": "https://jsonfeed.org/version/1.1",
          "title": "News & more",
          "home_page_url": "https://example.org/news.html",
          "feed_url": "https://example.org/feed.json",
          "description": "What is new",
          "language": "en",
          "authors": [
            {
              "name": "Example",
              "url": "https://example.org/"
            }
          ],
          "items": [
            {
              "id": "https://example.org/a",
              "url": "https://example.org/a.html",
              "title": "A <b>",
              "content_html": "<p>One &amp; two</p>",
              "summary": "One.",
              "date_published": "2026-11-01T00:00:00Z",
              "date_modified": "2026-11-09T10:00:00Z",
              "authors": [
                {
                  "name": "Ada"
                }
              ],
              "tags": [
                "un",
                "deux"
              ],
              "language": "fr"
            },
            {
              "id": "https://example.org/b",
              "url": "https://example.org/b.html",
              "title": "B",
              "content_text": "B",
              "date_modified": "2026-10-01T00:00:00Z"
            }
          ]
        }

        """)
  }

  @Test func leavesOutWhatAFeedDoesNotSay() {
    let feed = Feed(
      id: "urn:x", title: "", updated: Timestamp(secondsSince1970: 0), alternateAddress: "https://example.org/",
      author: Feed.Person(name: "N"), language: "en", entries: [])
    #expect(
      text(of: feed.encodedAsAtom(selfAddress: "https://example.org/f")) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
          <id>urn:x</id>
          <title/>
          <updated>1970-01-01T00:00:00Z</updated>
          <link rel="self" type="application/atom+xml" href="https://example.org/f"/>
          <link rel="alternate" type="text/html" href="https://example.org/"/>
          <author>
            <name>N</name>
          </author>
        </feed>

        """)
    #expect(text(of: feed.encodedAsJSONFeed(selfAddress: "f")).hasSuffix("  \"items\": []\n}\n"))
  }
}
