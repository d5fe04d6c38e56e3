import CivilTime
import Content
import Linking
import Sites
import Templating

/// A meeting with its dates, as a row or a summary.
package struct MeetingView: TemplateView {
  package var id = ""
  package var title = ""
  package var shortTitle = ""
  package var address = ""
  /// Of the title, where that is not the site's own.
  package var foreignLanguage = ""
  package var summary = ""
  package var dates = ""
  /// The instant of an hour that the dates name; empty where they name none.
  package var datesIso = ""
  package var place = ""
  package var venue = ""
  package var status = ""
  var statusNote = ""
  /// The instants at which a script moves the status, and the word for the time before: `closes` is empty where it stays.
  package var opens = ""
  package var closes = ""
  package var statusBefore = ""
  package var isUnderWay = false
  package var isCancelled = false
  package var isUnconfirmed = false
  package var organ: LinkView?
  package var format = ""
  package var openness = ""
  var attendees: [String] = []
  package var civilSociety = ""
  var heldIn: [String] = []
  var officialAddress = ""
  package var officialHost = ""
  package var calendars: [CalendarLinkView] = []

  package static let shape = ViewShape<Self>(
    "Meeting",
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .text("short_title") { $0.shortTitle },
      .text("address") { $0.address },
      .text("foreign_language") { $0.foreignLanguage },
      .text("summary") { $0.summary },
      .text("dates") { $0.dates },
      .text("dates_iso") { $0.datesIso },
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

extension MeetingView {
  package init(_ page: PageOf<Meeting>, on site: Site, from place: Place) {
    let fields = page.fields
    let state = MeetingState(fields, by: site.clock)
    let isMovable = state != .cancelled && state != .postponed && state != .undated
    self.init(
      id: page.document.id.name, title: page.document.title, shortTitle: page.shortTitle,
      address: site.link(to: page, from: place), foreignLanguage: site.language.foreign(page),
      summary: page.document.common.summary ?? "", dates: site.datesText(fields),
      datesIso: hour(of: fields, on: site),
      place: site.placeText(fields), venue: fields.venue ?? "", status: site.words[state.word],
      statusNote: noteOnStatus(page, state, on: site), opens: isMovable ? opening(of: fields, on: site) : "",
      closes: isMovable ? (fields.momentOfEnd.map { site.clock.endText(of: $0, for: fields) } ?? "") : "",
      statusBefore: site.words[fields.status.word], isUnderWay: state == .underWay,
      isCancelled: state == .cancelled || state == .postponed,
      isUnconfirmed: page.document.common.confidence.isUnconfirmed,
      organ: LinkView(fields.organ, on: site, from: place),
      format: fields.format.map { site.words[$0.word] } ?? "",
      openness: fields.openness.map { site.words[$0.word] } ?? "",
      attendees: fields.attend,
      civilSociety: fields.civilSociety ?? "", heldIn: fields.languages,
      officialAddress: fields.address ?? "",
      officialHost: fields.address.map(hostName) ?? "")
  }
}

/// A meeting with what only its own page and block say of it.
extension MeetingView {
  package init(whole page: PageOf<Meeting>, on site: Site, from place: Place) {
    self.init(page, on: site, from: place)
    calendars = calendarLinks(.meeting(page.document.id.name), .calendarOfMeeting, on: site, from: place)
  }
}

/// A meeting in a list by years, where "closed" would only say what the year says.
extension MeetingView {
  package init(row page: PageOf<Meeting>, on site: Site, from place: Place) {
    self.init(page, on: site, from: place)
    let fields = page.fields
    if MeetingState(fields, by: site.clock) == .closed {
      status = ""
      closes = ""
    }
  }
}

/// Empty where the day is not known, so that nothing is said to be under way that may not be.
private func opening(of meeting: Meeting, on site: Site) -> String {
  meeting.start.flatMap { $0.isExact ? site.clock.beginningText(of: $0, for: meeting) : nil } ?? ""
}

/// The hour of the beginning, or else that of the end; empty where none is known.
private func hour(of meeting: Meeting, on site: Site) -> String {
  [meeting.start, meeting.end].compactMap { $0 }.first(where: \.hasTime).map {
    site.clock.isoText($0, for: meeting)
  } ?? ""
}

func noteOnStatus(_ page: PageOf<Meeting>, _ state: MeetingState, on site: Site) -> String {
  state == .closed && page.fields.evidence(by: page.document.common.sources) == .announced
    ? site.words[.announcedOnly] : ""
}

extension Site {
  /// "Doha, Qatar", in the order of the language, or the word for online.
  package func placeText(_ fields: Meeting) -> String {
    let country = fields.country.flatMap(page).map(title(of:))
    switch (fields.city, country) {
    case (let city?, let country?): return words.text(.cityInCountry, ["city": city, "country": country])
    case (nil, nil): return fields.format == .online ? words[.online] : ""
    default: return fields.city ?? country ?? ""
    }
  }
}
