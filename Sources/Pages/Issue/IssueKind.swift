import Content
import Linking
import Sites

extension Issue: ShownKind {
  package static let pages: KindPages = KindPages(
    .kindIssue, of: Issue.self,
    page: PageMaker("issue", issuePage),
    index: .init(position: 1, title: .indexIssues, summary: .summaryIssues, page: PageMaker("issues", issuesPage)),
    gist: { $0.why },
    facts: { searchedFacts(of: $0.fields, on: $1) },
    subjects: { page, _ in [page] },
    chapter: { fields, site, view in
      view.label = site.words[fields.stance.word]
      view.why = fields.why ?? ""
      view.keyQuestions = fields.keyQuestions
    })
}

private func searchedFacts(of fields: Issue, on site: Site) -> [String?] {
  fields.keyQuestions + [fields.why, site.words[fields.stance.word]]
}
