import Content
import Linking
import Sites
import Templating

/// What only the template `issues` has.
struct IssuesPage: TemplateView {
  var issueGroups: [IssueGroupView] = []

  static let shape = ViewShape<Self>(
    "IssuesPage",
    [
      .list("issue_groups") { $0.issueGroups }
    ])
}

func issuesPage(_ index: Menu.Index, on site: Site, from place: Place) -> FinishedPage<IssuesPage> {
  let groups = issueGroups(on: site, from: place)
  return indexPage(
    "issues", index, Filled(IssuesPage(issueGroups: groups)), on: site, from: place)
}

/// The issues by how contested they are, and what that means.
func issueGroups(on site: Site, from place: Place) -> [IssueGroupView] {
  let issues = site.lists.order.sorted(site.pages(of: Issue.self))
  return Issue.Stance.allCases.compactMap { stance in
    let members = issues.filter { $0.fields.stance == stance }
    return members.isEmpty
      ? nil
      : IssueGroupView(
        id: stance.rawValue, title: site.words[stance.word], summary: site.words[stance.meaning],
        issues: members.map { IssueView($0, on: site, from: place) })
  }
}
