import TestSupport

/// Changes of a Markdown body: something that a writer could mean, at a place where it may not belong.
enum MarkdownMutation: CaseIterable {
  case block, inline, quote, deepen, heading

  func change(_ text: inout [UInt8], corpus: Corpus, _ generator: inout SeededGenerator) {
    var parts = lines(of: text)
    let start = (parts.dropFirst().firstIndex { $0 == Array("---".utf8) } ?? 0) + 1
    let place = Int.random(in: min(start, parts.count)...parts.count, using: &generator)
    let inline = Self.inlines.randomElement(using: &generator) ?? ""
    switch self {
    case .inline where place < parts.count:
      let column = Int.random(in: 0...parts[place].count, using: &generator)
      parts[place].insert(contentsOf: Array(inline.utf8), at: column)
    case .quote where place < parts.count:
      let mark =
        ["> ", "- ", "    ", "1. ", "| ", "[^1]: ", "- [ ] ", "> [!NOTE] "].randomElement(using: &generator) ?? "> "
      for line in parts[place...].indices.prefix(4) { parts[line] = Array(mark.utf8) + parts[line] }
    case .deepen:
      let mark = ["> ", "- ", "1. ", "*", "[", "![", "**_", "<a>", "`"].randomElement(using: &generator) ?? "> "
      let depth = [3, 20, 90, 400].randomElement(using: &generator) ?? 3
      parts.insert(Array((String(repeating: mark, count: depth) + inline).utf8), at: place)
    case .heading:
      let sign = String(repeating: "#", count: Int.random(in: 1...7, using: &generator))
      parts.insert(Array("\n\(sign) \(inline)\n".utf8), at: place)
    default:
      parts.insert(Array("\n\(Self.blocks.randomElement(using: &generator) ?? "")\n".utf8), at: place)
    }
    text = parts.joinedLines
  }

  private static let inlines = [
    "[here]()", "[x](<>)", "[x](", "[x](y.md \"t", "[x][y]", "[x]: y", "![x](a b.png)", "![](river.png)",
    "![x](river.png \"t\")", "[[x]]", "[[x|y]]",
    "[[#heading]]", "[[x#y|]]", "[[", "]]", "[[a\\|b]]", "[[issue:water-levels]]", "[us](info@example.org)",
    "<https://example.org/?a=1&b=2>",
    "https://example.org/a_b*c", "www.example.org.", "mailto:a@b.c", "a@b.c", "[x](javascript:alert(1))",
    "[x](JAVASCRIPT&colon;alert(1))",
    "[x](data:text/html,x)", "[x](//example.org)", "[x](../x.md#y)", "[x](/index.html)", "[x](#sources)", "[x](#)",
    "[x](?q)", "[x](%00)", "[x](a%2fb.md)",
    "[^1]", "[^1][^1]", "^[inline]", "[^]", "**", "** bold **", "***x*", "_x*y_*", "`", "``x`", "~~x~~", "~x~",
    "<b>x</b>", "<br>", "<br/>", "<u>", "<!-- x",
    "-->", "<![CDATA[x]]>", "<?x?>", "<iframe src=x>", "<a href=\"x\">y</a>", "<img src=x onerror=y>", "&amp;",
    "&#xFFFF;", "&#1;", "&#146;",
    "&nbsp;", "&bogus;", "&#99999999;", "\\", "\\[", "\\\n", "  \n", "{{< figure >}}", "{{title}}", "{#id}", "{#a b}",
    "{.c}", ":::", "$x$", "==x==",
    "|", "\\|", "| a | b |", "e\u{301}", "\u{202E}", "\u{200B}", "\u{1F600}", "\u{FEFF}", "\0", "\t", "x^2^", "[x]{.y}",
    "(c)", "...", "\"q\"", "[ ]", "[x]",
  ]

  private static let blocks = [
    "| a | b |\n|---|---|\n| 1 | 2 | 3 |", "| a |\n|:-:|\n| [[x\\|y]] |", "| a | b |\n| 1 | 2 |", "|\n|-|\n|",
    "a | b\n-|-\n", "[^1]: A note.", "[^1]: A\n\n    B\n\n    - C",
    "[^x]: [^x]", "[^a]: [^b]\n[^b]: [^a]", "```\ncode", "```html\n</pre><b>\n```", "~~~~\n~~~\n~~~~~",
    "    code\n\tcode", "> a\nb\n> > c\n- d", "- a\n  - b\n\n    - c\n- [x] d",
    "1. a\n3. b\n\n7) c", "999999999. a", "1234567890. a", "***", "===", "---", "a\n===", "a\n---", "# ", "#No space",
    "####### x", "## Sources", "## Content\n\n## Content",
    "## \u{65E5}\u{672C} {#x}", "## `a` *b* [c](d.md)", "<div>\n\n*x*\n\n</div>", "<!--\nx\n\n-->",
    "<script>alert(1)</script>", "<details>", "<pre>\n\n\nx", "[x]: <y z> 'a\nb'",
    "[x]: y\n[x]: z", "!!! note\n    x", "> [!NOTE]\n> x", "> [!UNKNOWN]\n> x", ":::timeline\nx\n:::", "{{< x >}}",
    "Term\n: Definition", "\\\\\\\\", "\u{2028}", "&nbsp;",
    "```{timeline}\n```", "```{articles}\nsection: guides\n```", "```{positions}\nissue: water-levels\n```",
    "```{meeting}\nid: x\n```", "```{forum-map}\n```", "```{countries}\n```",
    "```{programme}\nmeeting: x\n```", "```{deadlines}\ncount: -1\n```",
    "```{library}\ntype: x\nlimit: 99999999999999999999\n```", "```{outcomes}\n: :\n```", "```{elections}\n[\n```",
    "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x", "a  \nb\\\nc", "![x](river.png)\n*caption*", "- \n-\n\n  a", "+\n*\n-",
    "|a|\n|-|\n" + String(repeating: "|x|\n", count: 60),
  ]
}
