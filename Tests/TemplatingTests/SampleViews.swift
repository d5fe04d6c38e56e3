import Diagnostics
import Formats
import Templating
import TestSupport

/// What a site's pages share: the outer view of the samples.
struct SiteView: TemplateView {
  var siteTitle = "The hub"
  var title = "A title outside"
  var menu: [LinkView] = []

  static let shape = ViewShape<Self>(
    "Site",
    [
      .text("site_title") { $0.siteTitle },
      .text("title") { $0.title },
      .list("menu") { $0.menu },
    ])
}

/// A page with a field of every kind: the inner view of the samples.
struct PageView: TemplateView {
  var title = "A page"
  var summary: String?
  var body: HTMLBytes = []
  var isNew = false
  var tags: [String] = []
  var author: LinkView?
  var links: [LinkView] = []
  var branches: [BranchView] = []

  static let shape = ViewShape<Self>(
    "Page",
    [
      .text("title") { $0.title },
      .text("summary") { $0.summary },
      .html("body") { $0.body },
      .flag("is_new") { $0.isNew },
      .texts("tags") { $0.tags },
      .group("author") { $0.author },
      .list("links") { $0.links },
      .list("branches") { $0.branches },
    ])
}

struct LinkView: TemplateView {
  var title = ""
  var address = ""

  static let shape = ViewShape<Self>(
    "Link",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
    ])
}

/// A view that holds views of its own type.
struct BranchView: TemplateView {
  var name = ""
  var branches: [BranchView] = []

  static let shape = ViewShape<Self>(
    "Branch",
    [
      .text("name") { $0.name },
      .list("branches") { $0.branches },
    ])
}

let sampleWords = TemplateWords(
  texts: ["sources": "Sources", "who": "Who & <what>"], file: SourceFile(path: "templates/strings/en.yaml", text: ""))

/// A table with one template, `page`.
func tableOfPage() -> (table: TemplateTable, page: Template<SiteView, PageView>) {
  var table = TemplateTable()
  let page: Template<SiteView, PageView> = table.template("page")
  return (table, page)
}

/// Loads a template `page` and its partials.
func load(_ page: String, _ partials: [String: String] = [:]) -> (set: TemplateSet?, diagnostics: [Diagnostic]) {
  var files = ["page": SourceFile(path: "templates/page.mustache", text: page)]
  for (name, text) in partials { files[name] = SourceFile(path: "templates/\(name).mustache", text: text) }
  return TemplateSet.load(files, words: sampleWords, table: tableOfPage().table)
}

/// What a template `page` becomes for a view; its faults where it has any.
func filled(_ page: String, _ view: PageView = PageView(), _ partials: [String: String] = [:]) -> String {
  let (set, diagnostics) = load(page, partials)
  guard let set, diagnostics.isEmpty else { return conciseText(for: diagnostics) }
  var html: HTMLBytes = []
  set.render(tableOfPage().page, Filled(SiteView()), Filled(view), into: &html)
  return String(decoding: html, as: UTF8.self)
}

/// The faults of a marked template `page`: place, the words covered, code, rule and help.
func faults(in marked: String, _ partials: [String: String] = [:]) -> [String] {
  let page = MarkedText(marked)
  return load(page.text, partials).diagnostics.map { fault in
    let place = fault.range.file.path == "templates/page.mustache" ? "" : "\(fault.range.file.path):"
    let covered = fault.range.coveredText
    return
      "\(place)\(page.place(fault.range.start)) \(covered) [\(fault.code.rawValue)] \(fault.message) | \(fault.help ?? "")"
  }
}
