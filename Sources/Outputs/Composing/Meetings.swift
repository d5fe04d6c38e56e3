import CivilTime
import Content
import Linking

extension PageComposer {
  func meetingView(_ page: Page) -> MeetingView {
    guard case .meeting(let fields) = page.document.details else { return MeetingView() }
    let state = MeetingState(fields, on: edition.today)
    let isMovable = state != .cancelled && state != .postponed && state != .undated
    return MeetingView(
      id: page.document.id.name, title: page.document.title, shortTitle: page.shortTitle, address: link(to: page),
      summary: page.document.common.summary ?? "", dates: edition.dates.text(from: fields.start, to: fields.end),
      place: placeText(fields), venue: fields.venue ?? "", status: words[state.word],
      statusNote: statusNote(page, fields, state), opens: isMovable ? exactDay(fields.start) : "",
      closes: isMovable ? ((fields.end ?? fields.start)?.lastDay.isoText ?? "") : "",
      statusBefore: words[fields.status.word], isUnderWay: state == .underWay,
      isCancelled: state == .cancelled || state == .postponed,
      isUnconfirmed: page.document.common.confidence == .memory, organ: linkView(fields.organ),
      format: fields.format.map { words[$0.word] } ?? "", openness: fields.openness.map { words[$0.word] } ?? "",
      attendees: fields.attend,
      civilSociety: fields.civilSociety ?? "", heldIn: fields.languages,
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
      view.closes = ""
    }
    return view
  }

  /// Empty where the day is not known, so that nothing is said to be under way that may not be.
  private func exactDay(_ moment: Moment?) -> String {
    moment.flatMap { $0.isExact ? $0.firstDay.isoText : nil } ?? ""
  }

  func statusNote(_ page: Page, _ fields: MeetingFields, _ state: MeetingState) -> String {
    state == .closed && fields.evidence(by: page.document.common.sources) == .announced ? words[.announcedOnly] : ""
  }

  /// "Doha, Qatar", or the word for online.
  func placeText(_ fields: MeetingFields) -> String {
    let country = fields.country.flatMap(page).map(title(of:))
    let place = [fields.city, country].compactMap { $0 }.joined(separator: ", ")
    return place.isEmpty && fields.format == .online ? words[.online] : place
  }
}
