import CivilTime
import Content
import Linking

extension MeetingView {
  init(_ page: Page, on site: Site, from place: Place) {
    guard case .meeting(let fields) = page.document.details else {
      self.init()
      return
    }
    let state = MeetingState(fields, on: site.today)
    let isMovable = state != .cancelled && state != .postponed && state != .undated
    self.init(
      id: page.document.id.name, title: page.document.title, shortTitle: page.shortTitle,
      address: site.link(to: page, from: place),
      summary: page.document.common.summary ?? "", dates: site.dates.text(from: fields.start, to: fields.end),
      place: site.placeText(fields), venue: fields.venue ?? "", status: site.words[state.word],
      statusNote: noteOnStatus(fields, state, on: site), opens: isMovable ? exactDay(fields.start) : "",
      closes: isMovable ? ((fields.end ?? fields.start)?.lastDay.isoText ?? "") : "",
      statusBefore: site.words[fields.status.word], isUnderWay: state == .underWay,
      isCancelled: state == .cancelled || state == .postponed,
      isUnconfirmed: page.document.common.confidence == .memory, organ: LinkView(fields.organ, on: site, from: place),
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
  init(whole page: Page, on site: Site, from place: Place) {
    self.init(page, on: site, from: place)
    calendars = calendarLinks(.meeting(page.document.id.name), .calendarOfMeeting, on: site, from: place)
  }
}

/// A meeting in a list by years, where "closed" would only say what the year says.
extension MeetingView {
  init(row page: Page, on site: Site, from place: Place) {
    self.init(page, on: site, from: place)
    if case .meeting(let fields) = page.document.details, MeetingState(fields, on: site.today) == .closed {
      status = ""
      closes = ""
    }
  }
}

/// Empty where the day is not known, so that nothing is said to be under way that may not be.
private func exactDay(_ moment: Moment?) -> String {
  moment.flatMap { $0.isExact ? $0.firstDay.isoText : nil } ?? ""
}

func noteOnStatus(_ fields: MeetingFields, _ state: MeetingState, on site: Site) -> String {
  state == .closed && fields.evidence == .announced ? site.words[.announcedOnly] : ""
}

extension Site {
  /// "Doha, Qatar", or the word for online.
  func placeText(_ fields: MeetingFields) -> String {
    let country = fields.country.flatMap(page).map(title(of:))
    let place = [fields.city, country].compactMap { $0 }.joined(separator: ", ")
    return place.isEmpty && fields.format == .online ? words[.online] : place
  }
}
