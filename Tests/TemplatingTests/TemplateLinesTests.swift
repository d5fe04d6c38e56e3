import Testing

@Suite struct TemplateLinesTests {
  @Test func takesIndentationOutOfText() {
    #expect(filled("<div>\n    <p>\n\t  a  b\n  </p>\n</div>\n") == "<div>\n<p>\na  b\n</p>\n</div>\n")
  }

  @Test(arguments: [
    "<pre>\n  a\n    b\n</pre>\n", "<PRE class=\"x\">  a\n\tb</PRE >\n", "<textarea>\n  a\n</textarea>\n",
    "<pre\n  id=\"x\">\n  <b>a</b>\n  c</pre>\n", "<pre>\n  A page\n  <!-- </prefix> -->\n   b\n</pre>",
  ])
  func keepsIndentationThatReadersSee(_ text: String) {
    #expect(filled(text.replacing("A page", with: "{{title}}")) == text)
  }

  @Test(arguments: ["pre", "textarea"])
  func takesOutIndentationBeforeAndAfterWhatReadersSee(_ element: String) {
    #expect(
      filled("  <p>\n  <\(element)>\n  a\n  </\(element)>\n  </p>\n  <prefix>\n  b\n")
        == "<p>\n<\(element)>\n  a\n  </\(element)>\n</p>\n<prefix>\nb\n")
  }

  /// A section's line goes as everywhere, and what stands in it keeps its place.
  @Test func keepsIndentationInSectionsWithinPreformattedText() {
    let page = PageView(tags: ["a", "b"])
    #expect(
      filled("<pre{{#is_new}} hidden{{/is_new}}>\n  {{#tags}}\n    {{.}}\n  {{/tags}}\n</pre>\n  x", page)
        == "<pre>\n    a\n    b\n</pre>\nx")
  }

  @Test func keepsBlanksWithinALine() {
    #expect(filled("  a {{title}}  b \n") == "a A page  b \n")
  }

  @Test func takesOutTheLineOfASectionsTags() {
    let page = PageView(tags: ["a", "b"])
    #expect(
      filled("<ul>\n  {{#tags}}\n  <li>{{.}}</li>\n  {{/tags}}\n</ul>\n", page)
        == "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n")
  }

  @Test(arguments: ["\n", "\r\n"])
  func takesOutALineWhateverItsEnding(_ ending: String) {
    let lines = ["a", " {{#is_new}} ", "b", "{{/is_new}}\t", "{{! a remark }}", "c", ""]
    #expect(
      filled(lines.joined(separator: ending), PageView(isNew: true)) == ["a", "b", "c", ""].joined(separator: ending))
  }

  @Test func takesOutALineAtTheStartAndAtTheEndOfTheFile() {
    #expect(filled("{{#is_new}}\na\n{{/is_new}}", PageView(isNew: true)) == "a\n")
    #expect(filled("  {{^is_new}}\na\n  {{/is_new}}  ") == "a\n")
  }

  @Test(arguments: ["{{#is_new}}{{/is_new}}", "{{#is_new}} {{/is_new}}", "x {{! remark }}", "{{! remark }} x"])
  func keepsTheLineOfTagsThatShareIt(_ line: String) {
    #expect(filled("a\n\(line)\nb").split(separator: "\n", omittingEmptySubsequences: false).count == 3)
  }

  @Test func keepsTheLineOfAValue() {
    #expect(filled("a\n  {{title}}\nb\n") == "a\nA page\nb\n")
    #expect(filled("a\n  {{{body}}}\nb\n", PageView(body: [120])) == "a\nx\nb\n")
  }

  @Test func takesOutEveryLineOfAComment() {
    #expect(filled("a\n  {{! one\n  two }}  \nb\n") == "a\nb\n")
  }

  @Test func putsAPartialInPlaceOfItsLine() {
    #expect(filled("<p>\n  {{> part}}\n</p>\n", PageView(), ["part": "  one\n  two\n"]) == "<p>\none\ntwo\n</p>\n")
  }

  @Test(arguments: ["Ada", "Ada\n", "Ada\r\n"])
  func leavesOutTheLastLineBreakOfAPartialInASentence(_ partial: String) {
    #expect(filled("by {{> part}}, {{title}}", PageView(), ["part": partial]) == "by Ada, A page")
  }

  @Test func keepsTheOtherLineBreaksOfAPartialInASentence() {
    #expect(filled("({{> part}})", PageView(), ["part": "one\ntwo\n\n"]) == "(one\ntwo\n)")
  }

  @Test func countsLinesInPartialsApart() {
    #expect(filled("a {{> part}}\n{{> part}}\nb\n", PageView(), ["part": "x\n"]) == "a x\nx\nb\n")
  }
}
