import Formats
import Templating

/// The sessions of one day.
struct ProgrammeDayView: TemplateView {
  var title = ""
  var timeZone = ""
  var sessions: [SessionView] = []

  static let shape = ViewShape<Self>(
    "ProgrammeDay",
    [
      .text("title") { $0.title },
      .text("time_zone") { $0.timeZone },
      .list("sessions") { $0.sessions },
    ])
}

/// A session of a programme.
struct SessionView: TemplateView {
  var times: HTMLBytes = []
  var title = ""
  var address = ""
  var type = ""
  var writtenIn = ""
  var summary = ""
  var moderator: SpeakerView?
  var speakers: [SpeakerView] = []
  var isBreak = false

  static let shape = ViewShape<Self>(
    "Session",
    [
      .html("times") { $0.times },
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("type") { $0.type },
      .text("written_in") { $0.writtenIn },
      .text("summary") { $0.summary },
      .group("moderator") { $0.moderator },
      .list("speakers") { $0.speakers },
      .flag("is_break") { $0.isBreak },
    ])
}

/// Who speaks or moderates.
struct SpeakerView: TemplateView {
  var title = ""
  var address = ""
  var role = ""

  static let shape = ViewShape<Self>(
    "Speaker",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("role") { $0.role },
    ])
}

/// A session at which somebody speaks.
struct AppearanceView: TemplateView {
  var title = ""
  var address = ""
  var role = ""
  var dates = ""
  var meeting: MeetingView?

  static let shape = ViewShape<Self>(
    "Appearance",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("role") { $0.role },
      .text("dates") { $0.dates },
      .group("meeting") { $0.meeting },
    ])
}
