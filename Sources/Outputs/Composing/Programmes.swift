import CivilTime
import Content
import Formats
import Linking

extension PageComposer {
  /// The sessions of a meeting by day and time; those without a time come last.
  func programmeViews(_ fields: MeetingFields) -> [ProgrammeDayView] {
    let clock = fields.timeZone.flatMap { edition.zones[$0] }
    let groups = Dictionary(grouping: fields.sessions.enumerated()) { $0.element.start?.firstDay }
    return groups.sorted { ($0.key ?? .last) < ($1.key ?? .last) }.map { day, sessions in
      let sorted = sessions.sorted {
        ($0.element.start?.isoText ?? "", $0.offset) < ($1.element.start?.isoText ?? "", $1.offset)
      }.map(\.element)
      let zone = clock.flatMap { clock in
        sorted.lazy.compactMap { $0.start.time }.first.map { zoneText(clock, at: $0) }
      }
      return ProgrammeDayView(
        title: day.map(edition.dates.text) ?? "", timeZone: zone ?? "", sessions: sorted.map { sessionView($0, clock) })
    }
  }

  /// "Times in America/New York (UTC-04:00)": what the clocks there show on that day.
  private func zoneText(_ clock: TimeZoneRules, at time: CivilDateTime) -> String {
    let name = clock.id.replacing("_", with: " ")
    return words.text(.timesIn, ["zone": "\(name) (UTC\(clock.offsetText(at: time)))"])
  }

  private func sessionView(_ session: Session, _ clock: TimeZoneRules?) -> SessionView {
    SessionView(
      times: timesHTML(session, clock), title: session.title, type: words[session.type.word],
      writtenIn: session.language.map(languageName) ?? "", summary: session.summary ?? "",
      moderator: session.moderator.map(speakerView), speakers: session.speakers.map(speakerView),
      isBreak: session.type == .pause)
  }

  /// The times with their instants, by which a script can tell a reader's own.
  private func timesHTML(_ session: Session, _ clock: TimeZoneRules?) -> HTMLBytes {
    var html: HTMLBytes = []
    guard let start = session.start.time else { return html }
    guard let end = session.end.time else {
      html.append(raw: timeElement(start, clock))
      return html
    }
    var pattern: HTMLBytes = []
    pattern.append(escaped: words[.dateRange])
    html.append(
      raw: filled(
        String(decoding: pattern, as: UTF8.self), ["first": timeElement(start, clock), "last": timeElement(end, clock)])
    )
    return html
  }

  private func timeElement(_ time: CivilDateTime, _ clock: TimeZoneRules?) -> String {
    "<time datetime=\"\(clock?.isoText(time) ?? time.isoText)\">\(time.time.hourAndMinuteText)</time>"
  }

  func speakerView(_ speaker: Session.Speaker) -> SpeakerView {
    let page = speaker.person.flatMap(page)
    return SpeakerView(
      title: page?.document.title ?? speaker.name ?? "", address: page.map { link(to: $0) } ?? "",
      role: speaker.role ?? "")
  }
}

extension Moment? {
  /// The time of day with its day; nil where no more than the day is known.
  var time: CivilDateTime? {
    if case .time(let time)? = self { time } else { nil }
  }
}
