import CivilTime
import Content
import Linking

extension PageComposer {
  func meetingView(_ page: Page) -> MeetingView {
    guard case .meeting(let fields) = page.document.details else { return MeetingView() }
    let state = MeetingState(fields, on: edition.today)
    return MeetingView(
      id: page.document.id.name, title: page.document.title, shortTitle: page.shortTitle, address: link(to: page),
      summary: page.document.common.summary ?? "", dates: edition.dates.text(from: fields.start, to: fields.end),
      place: placeText(fields), venue: fields.venue ?? "", status: words[state.word],
      statusNote: statusNote(fields, state), isUnderWay: state == .underWay,
      isCancelled: state == .cancelled || state == .postponed,
      isUnconfirmed: page.document.common.confidence == .memory, organ: linkView(fields.organ),
      format: fields.format.map { words[$0.word] } ?? "", openness: fields.openness.map { words[$0.word] } ?? "",
      attendees: fields.attend,
      civilSociety: [fields.civilSociety, fields.invitation].compactMap { $0 }.joined(separator: " "),
      officialAddress: fields.address ?? "",
      officialHost: fields.address.map(hostName) ?? "")
  }

  /// A meeting with what only its own page and block say of it.
  func wholeMeetingView(_ page: Page) -> MeetingView {
    var view = meetingView(page)
    view.calendars = calendarLinks(.meeting(page.document.id.name), .calendarOfMeeting)
    return view
  }

  /// A meeting in a list by years, where "closed" would only say what the year says.
  func meetingRow(_ page: Page) -> MeetingView {
    var view = meetingView(page)
    if case .meeting(let fields) = page.document.details, MeetingState(fields, on: edition.today) == .closed {
      view.status = ""
    }
    return view
  }

  func statusNote(_ fields: MeetingFields, _ state: MeetingState) -> String {
    state == .closed && fields.evidence == .announced ? words[.announcedOnly] : ""
  }

  /// "Doha, Qatar", or the word for online.
  func placeText(_ fields: MeetingFields) -> String {
    let country = fields.country.flatMap(page).map(title(of:))
    let place = [fields.city, country].compactMap { $0 }.joined(separator: ", ")
    return place.isEmpty && fields.format == .online ? words[.online] : place
  }

  /// The deadlines of a meeting in order of time; those without a day come last.
  func deadlineViews(of page: Page, naming: Bool = false) -> [DeadlineView] {
    guard case .meeting(let fields) = page.document.details else { return [] }
    let sorted = fields.deadlines.map { (deadline: $0, day: $0.day(for: fields)) }.enumerated().sorted {
      ($0.element.day?.firstDay ?? .last, $0.offset) < ($1.element.day?.firstDay ?? .last, $1.offset)
    }.map(\.element)
    let next = sorted.first { ($0.day?.lastDay ?? .first) >= edition.today }?.day
    return sorted.map { deadline, day in
      deadlineView(deadline, on: day, of: page, isNext: day != nil && day == next, naming: naming)
    }
  }

  func deadlineView(
    _ deadline: Deadline, on day: Moment?, of page: Page, isNext: Bool, naming: Bool
  ) -> DeadlineView {
    DeadlineView(
      title: deadline.title, date: dateText(day), dateIso: isoText(day), basis: deadline.basis ?? "",
      note: deadline.note ?? "", meeting: naming ? meetingView(page) : nil,
      isPassed: day.map { $0.lastDay < edition.today } ?? false, isDue: isNext,
      isUnconfirmed: deadline.confidence != .sourced)
  }

  func programmeViews(_ fields: MeetingFields) -> [ProgrammeDayView] {
    let groups = Dictionary(grouping: fields.sessions.enumerated()) { $0.element.start?.firstDay }
    return groups.sorted { ($0.key ?? .last) < ($1.key ?? .last) }.map { day, sessions in
      ProgrammeDayView(
        title: day.map(edition.dates.text) ?? "",
        timeZone: fields.timeZone.map { words.text(.timesIn, ["zone": $0.replacing("_", with: " ")]) } ?? "",
        sessions: sessions.sorted {
          ($0.element.start?.isoText ?? "", $0.offset) < ($1.element.start?.isoText ?? "", $1.offset)
        }
        .map { sessionView($0.element) })
    }
  }

  private func sessionView(_ session: Session) -> SessionView {
    SessionView(
      times: timesText(session), title: session.title, type: words[session.type.word],
      writtenIn: session.language.map(languageName) ?? "", summary: session.summary ?? "",
      moderator: session.moderator.map(speakerView), speakers: session.speakers.map(speakerView),
      isBreak: session.type == .pause)
  }

  private func timesText(_ session: Session) -> String {
    guard case .time(let start)? = session.start else { return "" }
    guard case .time(let end)? = session.end else { return start.time.hourAndMinuteText }
    return words.text(
      .dateRange, ["first": start.time.hourAndMinuteText, "last": end.time.hourAndMinuteText])
  }

  func speakerView(_ speaker: Session.Speaker) -> SpeakerView {
    let page = speaker.person.flatMap(page)
    return SpeakerView(
      title: page?.document.title ?? speaker.name ?? "", address: page.map { link(to: $0) } ?? "",
      role: speaker.role ?? "")
  }
}
