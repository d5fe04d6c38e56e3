import CivilTime

extension ICalendar {
  package func encoded() -> [UInt8] {
    var lines = ContentLines()
    lines.component("VCALENDAR") { lines in
      lines.word("VERSION", "2.0")
      lines.text("PRODID", productID)
      lines.word("CALSCALE", "GREGORIAN")
      lines.text("NAME", name)
      lines.text("X-WR-CALNAME", name)
      lines.text("DESCRIPTION", description)
      lines.text("X-WR-CALDESC", description)
      let refresh = ContentValue.duration(minutes: max(1, min(refreshHours, 24 * 366)) * 60)
      lines.value("REFRESH-INTERVAL", with: ["VALUE": "DURATION"], refresh)
      lines.value("X-PUBLISHED-TTL", refresh)
      lines.address("URL", address)
      lines.address("SOURCE", with: ["VALUE": "URI"], selfAddress)
      for zone in zones { lines.write(zone) }
      for event in events { lines.append(event.bytes) }
    }
    return lines.bytes
  }

  /// Each zone that an event needs, once, by name, over the years of all the events that need it.
  private var zones: [TimeZoneRules] {
    var byID: [String: (zone: TimeZoneRules, years: ClosedRange<Int>)] = [:]
    for event in events {
      guard let zone = event.zone else { continue }
      let known = byID[zone.id]?.years ?? event.years
      let years = min(known.lowerBound, event.years.lowerBound)...max(known.upperBound, event.years.upperBound)
      byID[zone.id] = (zone, years)
    }
    return byID.values.map { $0.zone.covering($0.years) }.sorted { $0.id < $1.id }
  }
}

extension ICalendar.Event {
  package func encoded() -> ICalendar.EncodedEvent {
    var lines = ContentLines()
    lines.write(self)
    guard case .local(let start, let end, let zone) = span else {
      return ICalendar.EncodedEvent(bytes: lines.bytes, zone: nil, years: 1970...1970)
    }
    let years = start.date.year...max(start.date.year, end?.date.year ?? start.date.year)
    return ICalendar.EncodedEvent(bytes: lines.bytes, zone: zone, years: years)
  }
}

extension ContentLines {
  fileprivate mutating func write(_ event: ICalendar.Event) {
    let details = event.details
    // RFC 5545, section 3.2.10.
    let language: ContentLines.Parameters = details.language.map { ["LANGUAGE": $0] } ?? [:]
    // A VJOURNAL has no place, leaves everybody free and reminds of nothing (RFC 5545, section 3.6.3).
    let isDated = event.span != .unknown
    component(isDated ? "VEVENT" : "VJOURNAL") { lines in
      lines.text("UID", event.uid)
      lines.value("DTSTAMP", ContentValue.instant(event.stamp))
      lines.write(event.span)
      lines.text("SUMMARY", with: language, event.summary)
      if isDated, let status = event.status { lines.text("STATUS", status.rawValue) }
      if let sequence = details.sequence { lines.value("SEQUENCE", Array(String(max(0, sequence)).utf8)) }
      if let instant = details.lastModified { lines.value("LAST-MODIFIED", ContentValue.instant(instant)) }
      lines.text("DESCRIPTION", with: language, details.description)
      if isDated { lines.text("LOCATION", with: language, details.location) }
      if isDated, let position = details.position { lines.value("GEO", ContentValue.position(position)) }
      lines.address("URL", details.address)
      lines.texts("CATEGORIES", with: language, details.categories)
      if let organizer = details.organizer {
        lines.address("ORGANIZER", with: ["CN": organizer.name], organizer.address)
      }
      if isDated, details.isTransparent { lines.word("TRANSP", "TRANSPARENT") }
      lines.text("RELATED-TO", details.parent)
      for property in details.extensions { lines.text(named: property.name, property.text) }
      for alarm in details.alarms where isDated { lines.write(alarm) }
    }
  }

  /// The end is the first moment that is no longer part of the event, so for whole days the day after the last.
  private mutating func write(_ span: ICalendar.Span) {
    switch span {
    case .unknown: break
    case .days(let first, let last):
      value("DTSTART", with: ["VALUE": "DATE"], ContentValue.date(first))
      let end = max(first, last).adding(days: 1)
      if end > first { value("DTEND", with: ["VALUE": "DATE"], ContentValue.date(end)) }
    case .instants(let start, let end):
      value("DTSTART", ContentValue.instant(start))
      if let end, end > start { value("DTEND", ContentValue.instant(end)) }
    case .local(let start, let end, let zone):
      value("DTSTART", with: ["TZID": zone.id], ContentValue.dateTime(start))
      if let end, end > start { value("DTEND", with: ["TZID": zone.id], ContentValue.dateTime(end)) }
    }
  }

  private mutating func write(_ alarm: ICalendar.Alarm) {
    component("VALARM") { lines in
      lines.word("ACTION", "DISPLAY")
      lines.text("DESCRIPTION", alarm.description)
      lines.value("TRIGGER", ContentValue.duration(minutes: -max(alarm.minutesBefore, -Int.max)))
    }
  }
}
