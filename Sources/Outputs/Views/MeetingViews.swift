import Templating

/// A meeting with its dates, as a row or a summary.
struct MeetingView: TemplateView {
  var id = ""
  var title = ""
  var shortTitle = ""
  var address = ""
  var summary = ""
  var dates = ""
  var place = ""
  var venue = ""
  var status = ""
  var statusNote = ""
  /// The days by which a script moves the status, and the word for the time before: `closes` is empty where it stays.
  var opens = ""
  var closes = ""
  var statusBefore = ""
  var isUnderWay = false
  var isCancelled = false
  var isUnconfirmed = false
  var organ: LinkView?
  var format = ""
  var openness = ""
  var attendees: [String] = []
  var civilSociety = ""
  var heldIn: [String] = []
  var officialAddress = ""
  var officialHost = ""
  var calendars: [CalendarLinkView] = []

  static let shape = ViewShape<Self>(
    "Meeting",
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .text("short_title") { $0.shortTitle },
      .text("address") { $0.address },
      .text("summary") { $0.summary },
      .text("dates") { $0.dates },
      .text("place") { $0.place },
      .text("venue") { $0.venue },
      .text("status") { $0.status },
      .text("status_note") { $0.statusNote },
      .text("opens") { $0.opens },
      .text("closes") { $0.closes },
      .text("status_before") { $0.statusBefore },
      .flag("is_under_way") { $0.isUnderWay },
      .flag("is_cancelled") { $0.isCancelled },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
      .group("organ") { $0.organ },
      .text("format") { $0.format },
      .text("openness") { $0.openness },
      .texts("attendees") { $0.attendees },
      .text("civil_society") { $0.civilSociety },
      .texts("held_in") { $0.heldIn },
      .text("official_address") { $0.officialAddress },
      .text("official_host") { $0.officialHost },
      .list("calendars") { $0.calendars },
    ])
}

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

/// What is due by when.
struct DeadlineView: TemplateView {
  var title = ""
  var date = ""
  var dateIso = ""
  /// The last day on which it can be met.
  var lastDay = ""
  /// The rule that it follows from, in words.
  var rule = ""
  var basis = ""
  var note = ""
  var meeting: MeetingView?
  /// The way to take part of which it is a step.
  var route: LinkView?
  var isPassed = false
  var isDue = false
  var isInferred = false
  var isUnconfirmed = false
  var citations: [CitationView] = []

  static let shape = ViewShape<Self>(
    "Deadline",
    [
      .text("title") { $0.title },
      .text("date") { $0.date },
      .text("date_iso") { $0.dateIso },
      .text("last_day") { $0.lastDay },
      .text("rule") { $0.rule },
      .text("basis") { $0.basis },
      .text("note") { $0.note },
      .group("meeting") { $0.meeting },
      .group("route") { $0.route },
      .flag("is_passed") { $0.isPassed },
      .flag("is_due") { $0.isDue },
      .flag("is_inferred") { $0.isInferred },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
      .list("citations") { $0.citations },
    ])
}

/// A dated entry in the history of an issue.
struct TimelineEntryView: TemplateView {
  var dates = ""
  var title = ""
  var address = ""
  var status = ""
  /// How many proposals there were, and what they came to.
  var proposals = ""
  var text = ""
  var adopted: [ResolutionView] = []
  var revised: [ResolutionView] = []
  var isNext = false
  var isUnderWay = false
  var isUnconfirmed = false
  var citations: [CitationView] = []

  static let shape = ViewShape<Self>(
    "TimelineEntry",
    [
      .text("dates") { $0.dates },
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("status") { $0.status },
      .text("proposals") { $0.proposals },
      .text("text") { $0.text },
      .list("adopted") { $0.adopted },
      .list("revised") { $0.revised },
      .flag("is_next") { $0.isNext },
      .flag("is_under_way") { $0.isUnderWay },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
      .list("citations") { $0.citations },
    ])
}
