import Content
import Linking

func monthTitle(_ month: CalendarMonth, on site: Site) -> String {
  site.dates.text(.month(year: month.year, month: month.month))
}

extension Site {
  func path(of month: CalendarMonth) -> OutputPath { path("calendar/\(month.name).html") }
  func path(ofYear year: Int) -> OutputPath { path("calendar/\(year).html") }
  func path(of group: MeetingGroup) -> OutputPath { path("calendar/\(group.name).html") }
  var calendarPath: OutputPath { path("calendar/index.html") }
}
