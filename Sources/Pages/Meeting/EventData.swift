import Content
import Formats
import Linking
import Sites

/// An event needs a start and a place; a meeting of which one is not known has no such description.
func eventData(_ page: PageOf<Meeting>, on site: Site, from place: Place) -> [JSONValue] {
  let fields = page.fields
  let address = site.absoluteAddress(of: page)
  guard let start = fields.start, start.isExact,
    let location = locationData(fields, page: address, on: site, from: place)
  else { return [] }
  let mode: String? =
    switch fields.status == .movedOnline ? .online : fields.format {
    case .online: "OnlineEventAttendanceMode"
    case .hybrid: "MixedEventAttendanceMode"
    case .inPerson: "OfflineEventAttendanceMode"
    case nil: nil
    }
  let clock = site.clock.zone(of: fields)
  let events = fields.sessions.compactMap { sessionData($0, clock, on: site) }
  return [
    .object(present: [
      "@context": "https://schema.org", "@type": "Event", "name": .string(page.document.title),
      "description": page.document.common.summary.map { .string($0) }, "startDate": instantData(start, clock),
      "endDate": fields.end.flatMap { instantData($0, clock) },
      "eventStatus": status(of: page, on: site).map { .string("https://schema.org/" + $0) },
      "eventAttendanceMode": mode.map { .string("https://schema.org/" + $0) }, "location": location,
      "url": .string(address), "sameAs": sameAs(page), "identifier": identifierData(page),
      "inLanguage": languageData(fields.languages),
      "subEvent": events.isEmpty ? nil : .array(events),
    ])
  ]
}

/// What the record says of the meeting; nil where it only plans it, where no source confirms it, and where it should be over and nothing
/// tells that it took place.
private func status(of page: PageOf<Meeting>, on site: Site) -> String? {
  let (fields, common) = (page.fields, page.document.common)
  switch fields.status {
  case .cancelled: return "EventCancelled"
  case .postponed: return "EventPostponed"
  case .planned, .tentative: return nil
  case .confirmed, .movedOnline:
    let isKnown = !site.clock.isOver(fields) || fields.evidence(by: common.sources) == .reported
    guard isKnown, !common.confidence.isUnconfirmed else { return nil }
    return fields.status == .confirmed ? "EventScheduled" : "EventMovedOnline"
  }
}

private func languageData(_ languages: [String]) -> JSONValue? {
  languages.isEmpty ? nil : .array(languages.map { .string($0) })
}

/// A day, or a time with its offset from UTC; nil where not even the day is known.
private func instantData(_ moment: Moment, _ clock: TimeZoneRules?) -> JSONValue? {
  guard moment.isExact else { return nil }
  guard case .time(let time) = moment, let clock else { return .string(moment.isoText) }
  return .string(clock.isoText(time))
}

/// A session as an event of its own; nil for breaks, and where it is not known when it begins.
private func sessionData(_ session: Session, _ clock: TimeZoneRules?, on site: Site) -> JSONValue? {
  guard session.type != .pause, let start = session.start.flatMap({ instantData($0, clock) }) else { return nil }
  let people = (session.speakers + [session.moderator].compactMap { $0 }).map { speakerData($0, on: site) }
  return .object(present: [
    "@type": "Event", "name": .string(session.title), "description": session.summary.map { .string($0) },
    "startDate": start, "endDate": session.end.flatMap { instantData($0, clock) },
    "inLanguage": session.language.map { .string($0) },
    "performer": people.isEmpty ? nil : .array(people),
  ])
}

private func speakerData(_ speaker: Session.Speaker, on site: Site) -> JSONValue {
  let page = speaker.person.flatMap(site.page)
  return .object(present: [
    "@type": "Person", "name": .string(page?.document.title ?? speaker.name ?? ""),
    "url": page.map { .string(site.absoluteAddress(of: $0)) },
  ])
}

/// Nil where no place is known; who looks for a meeting that is online alone is led to its own site, or else to its page.
private func locationData(_ fields: Meeting, page: String, on site: Site, from place: Place) -> JSONValue? {
  guard fields.format != .online, fields.status != .movedOnline else {
    return .object(present: ["@type": "VirtualLocation", "url": .string(fields.address ?? page)])
  }
  let place = site.placeText(fields)
  let parts = [fields.venue, place.isEmpty ? nil : place].compactMap { $0 }
  guard !parts.isEmpty else { return nil }
  return .object(present: [
    "@type": "Place", "name": .string(site.words.joined(parts)), "address": place.isEmpty ? nil : .string(place),
  ])
}
