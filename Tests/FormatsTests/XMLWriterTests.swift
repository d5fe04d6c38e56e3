import Formats
import TestSupport
import Testing

struct XMLWriterTests {
  @Test func writesElementsAttributesAndText() {
    var writer = XMLWriter()
    writer.block("list", ["kind": "short", "absent": nil]) { writer in
      writer.element("item", ["n": "1"], text: "one")
      writer.element("item", text: nil)
      writer.element("mixed") { writer in
        writer.text("before ")
        writer.element("b", text: "bold")
        writer.text(" after")
      }
      writer.block("none") { _ in }
      writer.element("empty", text: "")
    }
    #expect(
      text(of: writer.bytes) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <list kind="short">
          <item n="1">one</item>
          <mixed>before <b>bold</b> after</mixed>
          <none/>
          <empty/>
        </list>

        """)
  }

  @Test(arguments: [
    ("a < b > c & d", "a &lt; b &gt; c &amp; d"), ("]]>", "]]&gt;"), ("&amp;", "&amp;amp;"), ("\"'", "\"'"),
    ("a\tb\nc", "a\tb\nc"), ("a\r\nb\rc", "a&#13;\nb&#13;c"), ("a\0b\u{8}c\u{1B}d\u{1F}", "abcd"),
    ("a\u{FFFE}b\u{FFFF}c", "abc"), ("\u{FFFD}\u{7F}\u{85}", "\u{FFFD}\u{7F}\u{85}"),
    ("\u{FFBE}\u{FFBF}", "\u{FFBE}\u{FFBF}"),
    ("é日👩🏽‍🚀", "é日👩🏽‍🚀"), ("\u{1FFFE}\u{10FFFF}", "\u{1FFFE}\u{10FFFF}"),
  ])
  func escapesText(written: String, escaped: String) {
    var writer = XMLWriter(declaration: false)
    writer.element("t", text: written)
    #expect(text(of: writer.bytes) == "<t>\(escaped)</t>\n")
  }

  @Test(arguments: [
    ("\"quoted\"", "&quot;quoted&quot;"), ("a\tb\nc\rd", "a&#9;b&#10;c&#13;d"), ("<&>", "&lt;&amp;&gt;"), ("'", "'"),
    ("a\0\u{FFFF}b", "ab"), ("", ""),
  ])
  func escapesAttributes(written: String, escaped: String) {
    var writer = XMLWriter(declaration: false)
    writer.element("t", ["a": written])
    #expect(text(of: writer.bytes) == "<t a=\"\(escaped)\"/>\n")
  }

  @Test func letsNoTextAddAnElement() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<2000 {
      var writer = XMLWriter(declaration: false)
      writer.element("t", ["a": generator.text(upTo: 12)], text: generator.text(upTo: 12) + hostileText)
      let written = writer.bytes
      #expect(written.count { $0 == UInt8(ascii: "<") } == 2)
      #expect(written.count { $0 == UInt8(ascii: ">") } == 2)
      #expect(written.count { $0 == UInt8(ascii: "\"") } >= 2)
      #expect(!written.contains { $0 < 0x20 && ![9, 10].contains($0) })
      #expect(String(validating: written, as: UTF8.self) != nil)
    }
  }

  @Test(.timeLimit(.minutes(15)))
  func escapesMegabytesInOnePass() {
    var writer = XMLWriter(declaration: false)
    writer.element("t", text: String(repeating: "<é\u{FFFF}", count: 300_000))
    #expect(writer.bytes.count == "<t></t>\n".utf8.count + 300_000 * "&lt;é".utf8.count)
  }
}
