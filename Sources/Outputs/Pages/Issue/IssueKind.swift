import Content
import Linking

extension KindPages {
  static let issue = KindPages(
    .kindIssue, \.issueFields,
    page: { issuePage($0, $1, on: $2, from: $3) },
    index: Index(position: 1, title: .indexIssues, summary: .summaryIssues) { issuesPage($0, on: $1, from: $2) },
    gist: { $0.why },
    facts: { _, fields, site in searchedFacts(of: fields, on: site) },
    subjects: { page, _, _ in [page] },
    chapter: { fields, site, view in
      view.label = site.words[fields.stance.word]
      view.why = fields.why ?? ""
      view.keyQuestions = fields.keyQuestions
    })
}

private func searchedFacts(of fields: IssueFields, on site: Site) -> [String?] {
  fields.keyQuestions + [fields.why, site.words[fields.stance.word]]
}

extension Details {
  fileprivate var issueFields: IssueFields? { if case .issue(let fields) = self { fields } else { nil } }
}
