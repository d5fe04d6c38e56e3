import Content
import Linking
import Sites
import Templating

/// What only the template `all-pages` has.
struct AllPagesPage: TemplateView {
  var jumps: [LinkView] = []
  var pageGroups: [PageGroupView] = []

  static let shape = ViewShape<Self>(
    "AllPagesPage",
    [
      .list("jumps") { $0.jumps },
      .list("page_groups") { $0.pageGroups },
    ])
}

/// A page in the list of all pages.
struct PageEntryView: TemplateView {
  var title = ""
  var address = ""
  /// Of the title, where that is not the site's own.
  var foreignLanguage = ""
  var label = ""

  static let shape = ViewShape<Self>(
    "PageEntry",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("foreign_language") { $0.foreignLanguage },
      .text("label") { $0.label },
    ])
}

/// Pages of one letter.
struct PageGroupView: TemplateView {
  var id = ""
  var title = ""
  var pages: [PageEntryView] = []

  static let shape = ViewShape<Self>(
    "PageGroup",
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .list("pages") { $0.pages },
    ])
}

/// Every page by its first letter, so that each can be reached and found without a script.
func allPagesPage(on site: Site, from place: Place) -> FinishedPage<AllPagesPage> {
  let pages = Kind.allCases.filter { $0 != Proposal.kind }.flatMap { site.pages(of: $0) }
  var groups = byLetter(pages, on: site).map { letter, members in
    PageGroupView(
      id: letter.id, title: letter.title,
      pages: members.map {
        let label = [site.label(of: $0), $0.document.abbreviation].compactMap { $0 }.joined(separator: " · ")
        return PageEntryView(
          title: site.title(of: $0), address: site.link(to: $0, from: place),
          foreignLanguage: site.languageOfTitle($0), label: label)
      })
  }
  let indexes = site.menu.indexes.map {
    PageEntryView(title: $0.title, address: site.link(to: $0.path, from: place))
  }
  groups.insert(PageGroupView(id: "indexes", title: site.words[.contents], pages: indexes), at: 0)
  let jumps = groups.map { LinkView(title: $0.title, address: "#" + $0.id) }
  let head = PageHead(kind: "all-pages", title: site.words[.indexAllPages], summary: site.words[.summaryAllPages])
  return FinishedPage(
    Filled(AllPagesPage(jumps: jumps, pageGroups: groups)), head: head)
}
