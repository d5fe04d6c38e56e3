import Content
import Linking
import Sites
import Templating

/// Meetings of one year, or to come.
package struct MeetingGroupView: TemplateView {
  package var id = ""
  package var title = ""
  package var meetings: [MeetingView] = []

  package init(id: String = "", title: String = "", meetings: [MeetingView] = []) {
    self.id = id
    self.title = title
    self.meetings = meetings
  }

  package static let shape = ViewShape<Self>(
    "MeetingGroup",
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .list("meetings") { $0.meetings },
    ])
}

/// Meetings by the year of their start, in the order given.
package func byYear(_ meetings: [PageOf<Meeting>]) -> [(year: Int?, meetings: [PageOf<Meeting>])] {
  var groups: [(year: Int?, meetings: [PageOf<Meeting>])] = []
  for page in meetings {
    let fields = page.fields
    if let last = groups.last, last.year == fields.start?.year {
      groups[groups.count - 1].meetings.append(page)
    } else {
      groups.append((fields.start?.year, [page]))
    }
  }
  return groups
}

/// Whether a meeting is to come or going on.
package func isCurrent(_ meeting: PageOf<Meeting>, on site: Site, from place: Place) -> Bool {
  state(of: meeting, on: site)?.isCurrent == true
}

/// Whether a meeting is to come, nobody knows when.
package func awaitsDate(_ meeting: PageOf<Meeting>, on site: Site) -> Bool {
  let state = state(of: meeting, on: site)
  return state == .undated || state == .postponed
}

private func state(of meeting: PageOf<Meeting>, on site: Site) -> MeetingState? {
  MeetingState(meeting.fields, by: site.clock)
}
