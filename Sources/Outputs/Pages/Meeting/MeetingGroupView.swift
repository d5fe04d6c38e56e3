import Content
import Linking
import Templating

/// Meetings of one year, or to come.
struct MeetingGroupView: TemplateView {
  var id = ""
  var title = ""
  var meetings: [MeetingView] = []

  static let shape = ViewShape<Self>(
    "MeetingGroup",
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .list("meetings") { $0.meetings },
    ])
}

/// Meetings by the year of their start, in the order given.
func byYear(_ meetings: [Page]) -> [(year: Int?, meetings: [Page])] {
  var groups: [(year: Int?, meetings: [Page])] = []
  for page in meetings {
    guard case .meeting(let fields) = page.document.details else { continue }
    if let last = groups.last, last.year == fields.start?.year {
      groups[groups.count - 1].meetings.append(page)
    } else {
      groups.append((fields.start?.year, [page]))
    }
  }
  return groups
}

/// Whether a meeting is to come or going on.
func isCurrent(_ meeting: Page, on site: Site, from place: Place) -> Bool {
  state(of: meeting, on: site)?.isCurrent == true
}

/// Whether a meeting is to come, nobody knows when.
func awaitsDate(_ meeting: Page, on site: Site) -> Bool {
  let state = state(of: meeting, on: site)
  return state == .undated || state == .postponed
}

private func state(of meeting: Page, on site: Site) -> MeetingState? {
  guard case .meeting(let fields) = meeting.document.details else { return nil }
  return MeetingState(fields, on: site.today)
}
