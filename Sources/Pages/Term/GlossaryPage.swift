import Content
import Linking
import Sites
import Templating

/// What only the template `glossary` has.
struct GlossaryPage: TemplateView {
  var jumps: [LinkView] = []
  var termGroups: [TermGroupView] = []

  static let shape = ViewShape<Self>(
    "GlossaryPage",
    [
      .list("jumps") { $0.jumps },
      .list("term_groups") { $0.termGroups },
    ])
}

/// Terms of one letter.
struct TermGroupView: TemplateView {
  var id = ""
  var title = ""
  var terms: [TermView] = []

  static let shape = ViewShape<Self>(
    "TermGroup",
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .list("terms") { $0.terms },
    ])
}

func glossaryPage(_ index: Menu.Index, on site: Site, from place: Place) -> FinishedPage<GlossaryPage> {
  var citations = Citations()
  let groups = byLetter(site.pages(of: Term.self), on: site).map { letter, pages in
    TermGroupView(
      id: letter.id, title: letter.title, terms: pages.map { TermView($0, on: site, from: place, citing: &citations) })
  }
  let jumps = groups.map { LinkView(title: $0.title, address: "#" + $0.id) }
  return indexPage(
    "glossary", index, Filled(GlossaryPage(jumps: jumps, termGroups: groups)),
    restingOn: citations, on: site, from: place)
}
