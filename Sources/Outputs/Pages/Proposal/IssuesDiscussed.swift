import Content
import Linking

/// The issues that name a meeting, and those on which proposals were made there.
func issuesDiscussed(at meeting: Page, on site: Site) -> [Page] {
  let naming = site.pages(of: .issue, referringTo: meeting, by: "meetings")
  let proposed = site.pages(of: .proposal, referringTo: meeting, by: "meeting").compactMap { page -> Page? in
    guard case .proposal(let fields) = page.document.details else { return nil }
    return site.page(fields.issue)
  }
  var seen: Set<Int> = []
  return (naming + proposed).filter { seen.insert($0.index).inserted }
}
