import CivilTime

/// How far a zone's clocks are ahead of UTC, from when to when.
///
/// Each change is known by what holds after it alone; what held before is the change before it, so that no list can
/// contradict itself.
package struct TimeZoneRules: Sendable, Hashable {
  /// The zone's name in the IANA database, such as `Europe/Zurich`.
  package let id: String
  /// What holds before the first change.
  package let base: Observance
  /// In the order of time.
  package let changes: [Change]

  package init(id: String, base: Observance, changes: [Change] = []) {
    self.id = id
    self.base = base
    self.changes = changes.sorted { $0.instant < $1.instant }
  }

  /// What a zone's clocks show for a while.
  package struct Observance: Sendable, Hashable {
    /// In seconds ahead of UTC.
    package let offset: Int
    /// Such as `CEST`.
    package let name: String
    package let isDaylightSaving: Bool

    package init(offset: Int, name: String, isDaylightSaving: Bool = false) {
      self.offset = offset
      self.name = name
      self.isDaylightSaving = isDaylightSaving
    }
  }

  package struct Change: Sendable, Hashable {
    package let instant: Timestamp
    package let observance: Observance

    package init(at instant: Timestamp, to observance: Observance) {
      self.instant = instant
      self.observance = observance
    }
  }
}

extension ContentLines {
  /// A VTIMEZONE (RFC 5545, section 3.6.5) with one part for the base and one for each change.
  mutating func write(_ rules: TimeZoneRules) {
    component("VTIMEZONE") { lines in
      lines.text("TZID", rules.id)
      var current = rules.base
      lines.write(current, from: rules.startOfBase, offsetBefore: current.offset)
      for change in rules.changes {
        let onset = change.instant.local(atOffset: current.offset)
        lines.write(change.observance, from: onset, offsetBefore: current.offset)
        current = change.observance
      }
    }
  }

  private mutating func write(
    _ observance: TimeZoneRules.Observance, from onset: CivilDateTime, offsetBefore: Int
  ) {
    component(observance.isDaylightSaving ? "DAYLIGHT" : "STANDARD") { lines in
      lines.value("DTSTART", ContentValue.dateTime(onset))
      lines.value("TZOFFSETFROM", ContentValue.offset(offsetBefore))
      lines.value("TZOFFSETTO", ContentValue.offset(observance.offset))
      lines.text("TZNAME", observance.name)
    }
  }
}

extension TimeZoneRules {
  /// 1970, or the year before the first change, since no time before the first part of a VTIMEZONE is defined.
  fileprivate var startOfBase: CivilDateTime {
    let epoch = Timestamp(secondsSince1970: 0).utc
    guard let first = changes.first?.instant.utc.date, first <= epoch.date else { return epoch }
    return CivilDateTime(first.adding(years: -1), .midnight)
  }
}
