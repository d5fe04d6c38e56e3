import CivilTime
import Content
import Formats
import Linking
import Pages
import Sites

/// What calendars hold of one meeting.
struct MeetingEvents: Sendable {
  /// The meeting itself, where its day is known; else it is among the undated.
  var dated: [ICalendar.EncodedEvent] = []
  var undated: [ICalendar.EncodedEvent] = []
  var deadlines: [ICalendar.EncodedEvent] = []
}

/// Words meetings, their deadlines and their sessions as events, each of the same name (UID) in every language. Nothing in an event
/// depends on the day of the build.
struct EventWriter: Sendable {
  let site: Site
  let zones: MeetingZones

  func events(of original: PageOf<Meeting>) -> MeetingEvents {
    let page = shown(original)
    let fields = page.fields
    var events = MeetingEvents()
    let event = meeting(page).encoded()
    if fields.start?.isExact == true { events.dated = [event] } else { events.undated = [event] }
    let titles = original.fields.deadlines.map(\.title)
    events.deadlines = fields.deadlines.indices.compactMap { index in
      let deadline = fields.deadlines[index]
      guard let day = deadline.day(for: fields), day.isExact else { return nil }
      let uid = uid(of: .deadline, deadline.id ?? Self.name(of: titles, at: index), page)
      return reminding(self.deadline(deadline, on: day, uid: uid, page), from: day).encoded()
    }
    return events
  }

  /// The steps of the routes that lead to a meeting, each on its day; they remind of nothing, since nobody takes every route.
  func steps(to original: PageOf<Meeting>) -> [ICalendar.EncodedEvent] {
    let page = shown(original)
    let fields = page.fields
    return site.lists.routes(to: fields).flatMap { route -> [ICalendar.EncodedEvent] in
      let way = route.fields
      let steps = way.steps.compactMap(\.deadline)
      let titles = self.original(route).fields.steps.compactMap(\.deadline).map(\.title)
      return steps.indices.compactMap { index in
        guard let day = steps[index].day(for: fields), day.isExact else { return nil }
        let name = steps[index].id ?? Self.name(of: titles, at: index)
        let uid = uid(of: .step, "\(route.document.id.name).\(name)", page)
        return deadline(steps[index], on: day, uid: uid, via: route, page).encoded()
      }
    }
  }

  /// The sessions whose hours are known; those of a day alone would only hide the programme's order.
  func sessions(of original: PageOf<Meeting>) -> [ICalendar.EncodedEvent] {
    let page = shown(original)
    let fields = page.fields
    let titles = original.fields.sessions.map(\.title)
    return fields.sessions.indices.compactMap { index in
      let session = fields.sessions[index]
      guard case .time? = session.start, session.type != .pause else { return nil }
      var details = details(of: .session, page)
      details.description = Self.paragraphs([
        session.summary, note(on: page.document.common.confidence), site.absoluteAddress(of: page),
      ])
      details.location = location(fields)
      return ICalendar.Event(
        uid: uid(of: .session, session.id ?? Self.name(of: titles, at: index), page),
        stamp: revisionStamp(of: page.page),
        span: span(session.start, session.end, fields), summary: summary(session.title, fields),
        status: status(fields, page.document.common.confidence), details: details
      ).encoded()
    }
  }

  private func shown(_ original: PageOf<Meeting>) -> PageOf<Meeting> {
    site.graph.version(of: original, in: site.language.code)
  }

  /// What UIDs are made from, so that they are the same in every language.
  private func original<Fields>(_ page: PageOf<Fields>) -> PageOf<Fields> {
    site.graph.version(of: page, in: site.graph.hub.language)
  }

  // MARK: Events

  private func meeting(_ page: PageOf<Meeting>) -> ICalendar.Event {
    let common = page.document.common
    var details = details(of: nil, page)
    // A part has none: the page shows the meeting, and its dates are not the part's.
    details.address = site.absoluteAddress(of: page)
    details.description = Self.paragraphs([
      hoursText(page.fields), common.summary, page.fields.civilSociety, page.fields.invitation,
      note(on: common.confidence),
      site.absoluteAddress(of: page),
    ])
    details.location = location(page.fields)
    details.position = page.fields.position.flatMap {
      ICalendar.Position(latitude: $0.latitude, longitude: $0.longitude)
    }
    let issues = common.issues.compactMap(site.page).map(\.document.title)
    details.categories = [site.typeTitle(page.fields)] + issues + common.tags
    let event = ICalendar.Event(
      uid: baseUID(page), stamp: revisionStamp(of: page.page),
      span: span(page.fields.start, page.fields.end, page.fields),
      summary: summary(page.document.title, page.fields), status: status(page.fields, common.confidence),
      details: details)
    return event.carrying(page.document)
  }

  private func deadline(
    _ deadline: Deadline, on day: Moment, uid: String, via route: PageOf<Route>? = nil, _ page: PageOf<Meeting>
  ) -> ICalendar.Event {
    var details = details(of: route == nil ? .deadline : .step, page)
    let summary = site.words.text(
      route == nil ? .calendarDeadline : .calendarStep, ["what": deadline.title, "meeting": page.shortTitle])
    let confidence = deadline.confidence == .sourced ? page.document.common.confidence : deadline.confidence
    let address = PageAddress(path: page.address.path, fragment: "deadlines").absolute(below: site.address)
    details.description = Self.paragraphs([
      route?.document.title, deadline.basis, deadline.note, note(on: confidence), address,
    ])
    details.categories = [site.words[.calendarDeadlines]]
    return ICalendar.Event(
      uid: uid, stamp: revisionStamp(of: page.page), span: span(day, nil, page.fields),
      summary: self.summary(summary, page.fields), status: status(page.fields, confidence), details: details)
  }

  /// A day begins at midnight: two weeks before, and on the eve, at nine in the morning.
  private func reminding(_ event: ICalendar.Event, from day: Moment) -> ICalendar.Event {
    var event = event
    let hour = day.hasTime ? 0 : 9 * 60
    event.details.alarms = [14, 1].map {
      ICalendar.Alarm(description: event.summary, minutesBefore: $0 * 1_440 - hour)
    }
    return event
  }

  // MARK: Parts of events

  /// What calendars hold besides meetings, each with its own name in UIDs and in what tells it apart on import.
  enum Part: String {
    case deadline, session, step
  }

  private func details(of part: Part?, _ page: PageOf<Meeting>) -> ICalendar.Details {
    var details = ICalendar.Details()
    details.sequence = sequence(of: page)
    details.lastModified = page.document.common.updated.map { Timestamp($0) }
    details.isTransparent = true
    if site.languages.count > 1 { details.language = page.document.language }
    if let part {
      details.parent = baseUID(page)
      details.extensions = [ICalendar.Extension(name: "\(ICalendar.Event.prefix)PART", text: part.rawValue)]
    }
    return details
  }

  /// When it is, in words, where only one of its two ends has an hour, so that its properties cannot say it all.
  private func hoursText(_ fields: Meeting) -> String? {
    guard let start = fields.start, let end = fields.end, start.hasTime != end.hasTime else { return nil }
    return site.datesText(fields)
  }

  private func location(_ fields: Meeting) -> String? {
    let place = site.placeText(fields)
    let parts = [fields.venue, place.isEmpty ? nil : place].compactMap { $0 }
    return parts.isEmpty ? nil : site.words.joined(parts)
  }

  /// From the hour of the start on where that is known, else whole days; a span of days cannot name the hour of its end, which the
  /// description does.
  private func span(_ start: Moment?, _ end: Moment?, _ fields: Meeting) -> ICalendar.Span {
    guard let start, start.isExact else { return .unknown }
    if case .time(let first) = start {
      let zoneName = fields.timeZone ?? site.graph.hub.timeZone
      // A day alone ends with its midnight; a month or a year is no end.
      let last = end.flatMap { $0.isExact ? $0.endTime : nil }
      if zoneName == "UTC" { return .instants(start: Timestamp(first), end: last.map { Timestamp($0) }) }
      if let zone = zones[zoneName] { return .local(start: first, end: last, zone: zone) }
    }
    return .days(first: start.firstDay, last: end.flatMap { $0.isExact ? $0.lastDay : nil } ?? start.lastDay)
  }

  /// Its own UID, or one made of its id; neither its title nor its address is part of it.
  private func baseUID(_ page: PageOf<Meeting>) -> String {
    page.fields.uid ?? "\(page.document.id.name)@\(site.graph.hub.uidDomain)"
  }

  private func uid(of part: Part, _ name: String, _ page: PageOf<Meeting>) -> String {
    "\(part.rawValue).\(name).\(baseUID(page))"
  }

  /// What tells a part without an id from the others, whatever their order: a digest of its title, and a
  /// number where several have one title.
  private static func name(of titles: [String], at index: Int) -> String {
    let earlier = titles[..<index].count { $0 == titles[index] }
    return String(fnv1a(titles[index].utf8), radix: 16) + (earlier > 0 ? ".\(earlier + 1)" : "")
  }

  private static func paragraphs(_ texts: [String?]) -> String {
    texts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}
