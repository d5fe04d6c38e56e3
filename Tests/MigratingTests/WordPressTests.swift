import Migrating
import Testing

struct WordPressTests {
  private let export = """
    -- export.xml --
    <?xml version="1.0"?>
    <rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
    <title>Press &amp; more</title><link>https://press.example.org</link><language>en-US</language>
    <wp:base_blog_url>https://press.example.org</wp:base_blog_url>
    <wp:author><wp:author_login>ann</wp:author_login><wp:author_display_name><![CDATA[Ann Lee]]></wp:author_display_name></wp:author>
    <item><title>Hello</title><link>https://press.example.org/2019/05/hello/</link><dc:creator>ann</dc:creator>
    <content:encoded><![CDATA[<p>Words</p>]]></content:encoded><excerpt:encoded></excerpt:encoded>
    <wp:post_id>12</wp:post_id><wp:post_date>2019-05-02 10:00:00</wp:post_date><wp:post_name>hello</wp:post_name>
    <wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
    <category domain="post_tag" nicename="fish"><![CDATA[Fish]]></category></item>
    <item><title>Gone</title><wp:post_type>post</wp:post_type><wp:status>trash</wp:status></item>
    <item><title>About</title><link>https://press.example.org/about/</link><content:encoded>x</content:encoded>
    <wp:post_id>3</wp:post_id><wp:status>draft</wp:status><wp:post_type>page</wp:post_type></item>
    </channel></rss>
    """

  @Test func postsAndPagesAreRead() throws {
    let hub = try migrated(.wordpress, export) { $0.replacing("<p>", with: "").replacing("</p>", with: "\n") }
    #expect(
      hub["articles/hello.md"] == """
        ---
        title: "Hello"
        authors: [ann-lee]
        date: 2019-05-02
        tags: ["Fish"]
        aliases:
          - "/2019/05/hello/"
          - "/?p=12"
        ---

        Words

        """)
    #expect(hub.texts.map(\.path) == ["articles/hello.md", "pages/about.md", "people/imported-people.yaml"])
    #expect(hub.texts.map(\.isDraft) == [false, true, false])
    #expect(hub.unanswered == [])
    #expect(hub.hub.hasPrefix("title: \"Press & more\"\naddress: \"https://press.example.org/\"\nlanguage: en\n"))
  }

  @Test func uploadsParagraphsAndLinksByNumberAreFollowed() throws {
    let hub = try migrated(
      .wordpress,
      """
      -- export.xml --
      <rss><channel><title>P</title><link>https://p.example.org/blog</link>
      <item><title>Bank</title><wp:post_type>attachment</wp:post_type><wp:post_id>7</wp:post_id>
      <wp:attachment_url>https://p.example.org/blog/wp-content/uploads/bank.jpg</wp:attachment_url></item>
      <item><title>One</title><wp:post_type>post</wp:post_type><wp:post_id>1</wp:post_id><wp:status>publish</wp:status>
      <link>https://p.example.org/blog/?p=1</link><wp:post_date>2019-05-02</wp:post_date>
      <wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>7</wp:meta_value></wp:postmeta>
      <content:encoded><![CDATA[First
      line

      [b](https://p.example.org/blog/?p=2) ![c](/blog/wp-content/uploads/bank-300x200.jpg) ![d](https://a.example/d.png)]]>
      </content:encoded></item>
      <item><title>Two</title><wp:post_type>post</wp:post_type><wp:post_id>2</wp:post_id><wp:status>publish</wp:status>
      <content:encoded>x</content:encoded></item>
      <item><title>Shirt</title><wp:post_type>product</wp:post_type><wp:status>publish</wp:status></item>
      </channel></rss>
      -- wp-content/uploads/bank.jpg --
      """
    ) { $0.replacing(/<\/?p>/, with: "") }
    #expect(
      hub.body("articles/one.md") == """
        First\\
        line

        [b](two.md) ![c](../media/wp-content/uploads/bank.jpg) [d](https://a.example/d.png)

        """)
    #expect(hub["articles/one.md"].contains("image:\n  file: \"../media/wp-content/uploads/bank.jpg\"\n"))
    #expect(hub["articles/one.md"].contains("aliases:\n  - \"/?p=1\"\n"))
    #expect(hub.passedOver == ["Shirt, of the type product"])
    #expect(hub.texts.first?.hotlinks == ["https://a.example/d.png"])
  }

  @Test(arguments: [
    ("<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel/></rss>", "declares types or entities"),
    ("<rss><channel>", "ends or breaks at line 1"), ("<rss></channel></rss>", "ends or breaks"),
    ("<feed/>", "no export of WordPress"),
    (String(repeating: "<a>", count: 200), "deeper than any export"),
  ])
  func hostileExportsAreRefused(_ xml: String, _ words: String) {
    do {
      _ = try migrated(.wordpress, "-- export.xml --\n\(xml)")
      Issue.record("It was read.")
    } catch let fault as MigrationFault {
      #expect(fault.sentence.contains(words))
    } catch {
      Issue.record(error)
    }
  }
}
