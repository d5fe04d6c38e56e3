import Content
import Linking
import Sites

/// The issues that name a meeting, and those on which proposals were made there.
package func issuesDiscussed(at meeting: PageOf<Meeting>, on site: Site) -> [PageOf<Issue>] {
  let naming = site.pages(of: Issue.self, referringTo: meeting, by: CommonFields.meetings)
  let proposed = site.pages(referringTo: meeting, by: Proposal.meeting).compactMap { site.page($0.fields.issue) }
  var seen: Set<Int> = []
  return (naming + proposed).filter { seen.insert($0.index).inserted }
}
