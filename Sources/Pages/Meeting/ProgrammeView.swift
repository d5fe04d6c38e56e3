import CivilTime
import Content
import Formats
import Linking
import Sites
import Templating

/// The sessions of one day.
package struct ProgrammeDayView: TemplateView {
  var title = ""
  var timeZone = ""
  var sessions: [SessionView] = []

  package static let shape = ViewShape<Self>(
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

  package static let shape = ViewShape<Self>(
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

  package static let shape = ViewShape<Self>(
    "Speaker",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("role") { $0.role },
    ])
}

/// The sessions of a meeting by day and time; those without a time come last.
package func programmeViews(_ fields: Meeting, on site: Site, from place: Place) -> [ProgrammeDayView] {
  let clock = site.clock.zone(of: fields)
  let groups = Dictionary(grouping: fields.sessions.enumerated()) { $0.element.start?.firstDay }
  return groups.sorted { ($0.key ?? .last) < ($1.key ?? .last) }.map { day, sessions in
    let sorted = sessions.sorted {
      ($0.element.start?.isoText ?? "", $0.offset) < ($1.element.start?.isoText ?? "", $1.offset)
    }.map(\.element)
    let zone = clock.flatMap { clock in
      sorted.lazy.compactMap { $0.start.time }.first.map { zoneText(clock, at: $0, on: site) }
    }
    return ProgrammeDayView(
      title: day.map(site.dates.text) ?? "", timeZone: zone ?? "",
      sessions: sorted.map { SessionView($0, clock, on: site, from: place) })
  }
}

/// "Times in New York (UTC−4)": what the clocks there show on that day.
private func zoneText(_ clock: TimeZoneRules, at time: CivilDateTime, on site: Site) -> String {
  let offset = clock.offsetName(at: time)
  let zone = site.dates.city(ofZone: clock.id).map { site.words.text($0, withNote: offset) } ?? offset
  return site.words.text(.timesIn, ["zone": zone])
}

extension SessionView {
  fileprivate init(_ session: Session, _ clock: TimeZoneRules?, on site: Site, from place: Place) {
    self.init(
      times: timesHTML(session, clock, on: site), title: session.title, type: site.words[session.type.word],
      writtenIn: session.language.map(site.languageName) ?? "", summary: session.summary ?? "",
      moderator: session.moderator.map { SpeakerView($0, on: site, from: place) },
      speakers: session.speakers.map { SpeakerView($0, on: site, from: place) },
      isBreak: session.type == .pause)
  }
}

/// The times with their instants, by which a script can tell a reader's own.
private func timesHTML(_ session: Session, _ clock: TimeZoneRules?, on site: Site) -> HTMLBytes {
  var html: HTMLBytes = []
  guard let start = session.start.time else { return html }
  guard let end = session.end.time else {
    html.append(raw: timeElement(start, clock))
    return html
  }
  var pattern: HTMLBytes = []
  pattern.append(escaped: site.words[.dateRange])
  html.append(
    raw: filled(
      String(decoding: pattern, as: UTF8.self), ["first": timeElement(start, clock), "last": timeElement(end, clock)])
  )
  return html
}

private func timeElement(_ time: CivilDateTime, _ clock: TimeZoneRules?) -> String {
  "<time datetime=\"\(clock?.isoText(time) ?? time.isoText)\">\(time.time.hourAndMinuteText)</time>"
}

extension SpeakerView {
  init(_ speaker: Session.Speaker, on site: Site, from place: Place) {
    let page = speaker.person.flatMap(site.page)
    self.init(
      title: page?.document.title ?? speaker.name ?? "", address: page.map { site.link(to: $0, from: place) } ?? "",
      role: speaker.role ?? "")
  }
}
