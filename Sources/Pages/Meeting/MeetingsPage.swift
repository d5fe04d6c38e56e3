import Content
import Linking
import Sites
import Templating

/// What only the template `meetings` has.
struct MeetingsPage: TemplateView {
  var calendars: [CalendarLinkView] = []
  var jumps: [LinkView] = []
  var meetingGroups: [MeetingGroupView] = []

  static let shape = ViewShape<Self>(
    "MeetingsPage",
    [
      .list("calendars") { $0.calendars },
      .list("jumps") { $0.jumps },
      .list("meeting_groups") { $0.meetingGroups },
    ])
}

func meetingsPage(_ index: Menu.Index, on site: Site, from place: Place) -> FinishedPage<MeetingsPage> {
  let coming = site.lists.comingMeetings
  let isComing = Set(coming.map(\.index))
  let meetings = site.pages(of: Meeting.self)
  let others = meetings.filter { !isComing.contains($0.index) }.inOrderOfTime.reversed()
  var groups: [MeetingGroupView] = []
  if !coming.isEmpty {
    groups.append(
      MeetingGroupView(
        id: "coming", title: site.words[.comingMeetings],
        meetings: coming.map { MeetingView($0, on: site, from: place) }))
  }
  for (year, members) in byYear(Array(others)) {
    groups.append(
      MeetingGroupView(
        id: year.map { "year-\($0)" } ?? "undated", title: year.map(String.init) ?? site.words[.statusUndated],
        meetings: members.map { MeetingView(row: $0, on: site, from: place) }))
  }
  let jumps = groups.map { LinkView(title: $0.title, address: "#" + $0.id) }
  return indexPage(
    "meetings", index,
    Filled(MeetingsPage(calendars: generalCalendarLinks(on: site, from: place), jumps: jumps, meetingGroups: groups)),
    on: site, from: place)
}
