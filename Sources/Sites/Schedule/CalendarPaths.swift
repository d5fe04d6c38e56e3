import Content
import Linking

package func monthTitle(_ month: CalendarMonth, on site: Site) -> String {
  site.dates.text(.month(year: month.year, month: month.month))
}

package func calendarTitle(of group: MeetingGroup, on site: Site) -> String {
  site.words.text(group.sorting == .openness ? .calendarOpenTo : .calendarOf, ["title": group.title])
}

package func calendarTitle(ofYear year: Int, on site: Site) -> String {
  site.words.text(.calendarOf, ["title": String(year)])
}

extension Site {
  package func path(of month: CalendarMonth) -> OutputPath { path("calendar/\(month.name).html") }
  package func path(ofYear year: Int) -> OutputPath { path("calendar/\(year).html") }
  package func path(of group: MeetingGroup) -> OutputPath { path("calendar/\(group.name).html") }
  package var calendarPath: OutputPath { path("calendar/index.html") }
}
