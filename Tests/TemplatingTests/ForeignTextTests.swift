import Formats
import Templating
import Testing

/// What a template gives on a page where "A page" and "B & c" are English, and nothing else is.
private func marked(_ template: String, _ page: PageView = PageView(), direction: String? = nil) throws -> String {
  let set = try #require(load(template).set)
  var html: HTMLBytes = []
  set.marking(ForeignTexts(["A page", "B & c"], language: "en", direction: direction))
    .render(tableOfPage().page, Filled(SiteView()), Filled(page), into: &html)
  return String(decoding: html, as: UTF8.self)
}

@Suite struct ForeignTextTests {
  @Test func tagsATextOfAnotherLanguage() throws {
    #expect(try marked("<p>{{title}} and {{site_title}}") == #"<p><span lang="en">A page</span> and The hub"#)
    #expect(try marked("{{title}}") == #"<span lang="en">A page</span>"#)
    #expect(
      try marked("{{#tags}}<li>{{.}}{{/tags}}", PageView(tags: ["B & c", "d"]))
        == #"<li><span lang="en">B &amp; c</span><li>d"#)
  }

  @Test(arguments: [#"<b lang="en">x</b><i>"#, #"<b lang="en">x<i>"#, "<title>x</title>\n<p>", "<br>", "</p>"])
  func looksNoFurtherThanTheElementsThatBeginThere(_ before: String) throws {
    #expect(try marked("\(before){{title}}") == #"\#(before)<span lang="en">A page</span>"#)
  }

  @Test func saysTheDirectionThatDiffers() throws {
    #expect(try marked("<b>{{title}}</b>", direction: "ltr") == #"<b><span lang="en" dir="ltr">A page</span></b>"#)
  }

  @Test(arguments: [
    #"<a title="{{title}}">x</a>"#, #"<a title="of {{title}}" lang="en">x</a>"#,
    "<title>{{title}} – {{site_title}}</title>",
    "<option>{{title}}</option>", #"<option value="1">{{title}}</option>"#, "<textarea>{{title}}</textarea>",
    #"<a href="x" lang="en">{{title}}</a>"#, #"<p lang="en"><a href="x"><b>{{title}}</b></a></p>"#,
  ])
  func leavesATextWhereNoTagCanStandOrOneStands(_ template: String) throws {
    #expect(
      try marked(template)
        == load(template).set.map { _ in
          template.replacing("{{title}}", with: "A page").replacing("{{site_title}}", with: "The hub")
        })
  }
}
