import Diagnostics
import Formats
import Templating
import Testing

@Suite struct TemplateRenderingTests {
  @Test func writesATextEscaped() {
    let page = PageView(title: #"<b>"You" & 'I'</b>"#)
    #expect(filled("<p>{{title}}</p>", page) == "<p>&lt;b&gt;&quot;You&quot; &amp; 'I'&lt;/b&gt;</p>")
  }

  @Test func writesHTMLAsItIs() {
    #expect(filled("{{{body}}}", PageView(body: Array("<p>&amp;</p>".utf8))) == "<p>&amp;</p>")
  }

  @Test func writesNothingForATextThatIsAbsent() {
    #expect(filled("a{{summary}}b") == "ab")
  }

  @Test func writesWordsEscaped() {
    #expect(filled("{{words.who}}: {{words.sources}}") == "Who &amp; &lt;what&gt;: Sources")
  }

  @Test(arguments: ["{{title}}", "{{ title }}", "{{\ttitle\t}}", "{{  title}}"])
  func takesBlanksAroundANameForNothing(_ tag: String) {
    #expect(filled(tag) == "A page")
  }

  @Test func repeatsASectionForEachViewOfAList() {
    let page = PageView(links: [LinkView(title: "One", address: "1"), LinkView(title: "Two", address: "2")])
    #expect(filled("{{#links}}[{{title}} {{address}}]{{/links}}", page) == "[One 1][Two 2]")
  }

  @Test func repeatsASectionForEachTextOfAList() {
    #expect(filled("{{#tags}}<li>{{.}}</li>{{/tags}}", PageView(tags: ["a&b", "c"])) == "<li>a&amp;b</li><li>c</li>")
  }

  @Test func opensAGroupThatIsThere() {
    #expect(filled("{{#author}}by {{title}}{{/author}}", PageView(author: LinkView(title: "Ada"))) == "by Ada")
    #expect(filled("{{#author}}by {{title}}{{/author}}") == "")
  }

  @Test func showsASectionOnATextWithoutOpeningIt() {
    #expect(filled("{{#summary}}{{title}}: {{summary}}{{/summary}}", PageView(summary: "short")) == "A page: short")
    #expect(filled("{{#summary}}shown{{/summary}}", PageView(summary: "")) == "")
  }

  @Test func showsASectionOnHTMLThatIsThere() {
    #expect(filled("{{#body}}<div>{{{body}}}</div>{{/body}}", PageView(body: Array("x".utf8))) == "<div>x</div>")
    #expect(filled("{{#body}}<div>{{{body}}}</div>{{/body}}") == "")
  }

  @Test func showsASectionOnAFlagThatIsSet() {
    #expect(filled("{{#is_new}}new{{/is_new}}", PageView(isNew: true)) == "new")
    #expect(filled("{{#is_new}}new{{/is_new}}") == "")
  }

  @Test(arguments: ["summary", "body", "is_new", "tags", "author", "links"])
  func showsAnInvertedSectionWhereNothingIsThere(_ name: String) {
    let full = PageView(
      summary: "s", body: [65], isNew: true, tags: ["t"], author: LinkView(), links: [LinkView(title: "l")])
    let template = "{{^\(name)}}none in {{title}}{{/\(name)}}"
    #expect(filled(template) == "none in A page")
    #expect(filled(template, full) == "")
  }

  @Test(arguments: ["summary", "body", "is_new", "tags", "author", "links"])
  func asksWhetherAnythingIsThereWithoutOpeningIt(_ name: String) {
    let full = PageView(
      summary: "s", body: [65], isNew: true, tags: ["t", "u"], author: LinkView(title: "x"),
      links: [LinkView(title: "y"), LinkView(title: "z")])
    let template = "{{#has_\(name)}}some in {{title}}{{/has_\(name)}}{{^has_\(name)}}none{{/has_\(name)}}"
    #expect(filled(template, full) == "some in A page")
    #expect(filled(template) == "none")
  }

  @Test func looksForANameInTheInnermostViewFirst() {
    #expect(filled("{{title}}, {{site_title}}") == "A page, The hub")
    let page = PageView(links: [LinkView(title: "One")])
    #expect(filled("{{#links}}{{title}} of {{site_title}}{{/links}}", page) == "One of The hub")
  }

  @Test func stopsAtTheFirstViewThatHasTheNameEvenWhereItIsEmpty() {
    #expect(filled("{{#links}}({{title}}){{/links}}", PageView(links: [LinkView()])) == "()")
  }

  @Test func restoresTheViewsAfterASection() {
    let page = PageView(author: LinkView(title: "Ada"), links: [LinkView(title: "One")])
    #expect(filled("{{#links}}{{#author}}{{title}}{{/author}} {{title}}{{/links}} {{title}}", page) == "Ada One A page")
  }

  @Test func fillsAPartialWithTheViewsOfItsPlace() {
    let page = PageView(links: [LinkView(title: "One", address: "1.html")])
    let link = #"<a href="{{address}}">{{title}}</a>"#
    #expect(filled("{{#links}}{{> link}}{{/links}}", page, ["link": link]) == #"<a href="1.html">One</a>"#)
  }

  @Test func letsAPartialUseItselfForATree() {
    let leaf = BranchView(name: "leaf")
    let page = PageView(branches: [
      BranchView(name: "root", branches: [BranchView(name: "twig", branches: [leaf]), leaf])
    ])
    let branch = "({{name}}{{#branches}}{{> branch}}{{/branches}})"
    #expect(filled("{{#branches}}{{> branch}}{{/branches}}", page, ["branch": branch]) == "(root(twig(leaf))(leaf))")
  }

  @Test(arguments: [
    "a{{! a remark }}b", "a{{!}}b", "a{{! {{ title }}b", "a{{! # / > ^ }}b", "a{{!\nof two lines\n}}b",
  ])
  func leavesCommentsOut(_ template: String) {
    #expect(filled(template) == "ab")
  }

  @Test(arguments: ["{ {title} }", "a { b } c", "}} and }}}", "{", "{\n{", "}", ""])
  func takesBracesThatAreNoTagAsText(_ template: String) {
    #expect(filled(template) == template)
  }

  @Test func writesABraceBesideATag() {
    #expect(filled("{ {{title}}} }") == "{ A page} }")
  }

  @Test func keepsCharactersOfEveryScript() {
    #expect(filled("العربية {{title}} 日本 👩🏽‍🚀", PageView(title: "é\u{301}")) == "العربية é\u{301} 日本 👩🏽‍🚀")
  }

  @Test func fillsAnEmptyTemplateAsNothing() {
    #expect(filled("") == "")
  }

  @Test func fillsEachTemplateOfATableWithItsOwnViews() throws {
    var table = TemplateTable()
    let link: Template<LinkView> = table.template("link")
    let page: Template<SiteView, PageView, LinkView> = table.template("page")
    let texts = ["link": "[{{title}}]", "page": "{{> link}} of {{#tags}}{{.}}{{/tags}}"]
    let files = Dictionary(
      uniqueKeysWithValues: texts.map { ($0, SourceFile(path: "templates/\($0).mustache", text: $1)) })
    let set = try #require(TemplateSet.load(files, words: sampleWords, table: table).set)
    var html: HTMLBytes = []
    set.render(link, Filled(LinkView(title: "A & B")), into: &html)
    set.render(
      page, Filled(SiteView()), Filled(PageView(title: "Outer", tags: ["1", "2"])), Filled(LinkView(title: "Inner")),
      into: &html)
    #expect(String(decoding: html, as: UTF8.self) == "[A &amp; B][Inner] of 12")
  }
}
