import Testing

@Suite struct TemplateLinesTests {
  @Test func takesIndentationOutOfText() {
    #expect(filled("<div>\n    <p>\n\t  a  b\n  </p>\n</div>\n") == "<div>\n<p>\na  b\n</p>\n</div>\n")
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
