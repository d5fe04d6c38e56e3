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
  /// What goes on for ever, where that is known.
  let lasting: LastingRule?
  /// From when on the base is known to hold; before the first change.
  private let firstDay: CivilDate

  package init(id: String, base: Observance, changes: [Change] = [], since firstDay: CivilDate? = nil) {
    self.init(id: id, base: base, changes: changes, since: firstDay, lasting: nil)
  }

  init(id: String, base: Observance, changes: [Change], since firstDay: CivilDate? = nil, lasting: LastingRule?) {
    self.id = id
    self.lasting = lasting
    self.base = base
    self.changes = changes.sorted { $0.instant < $1.instant }
    let epoch = Timestamp(secondsSince1970: 0).utc.date
    let first = self.changes.first?.instant.utc.date.adding(years: -1) ?? epoch
    self.firstDay = min(firstDay ?? epoch, first, epoch)
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

extension TimeZoneRules {
  /// The part of the rules that a calendar of some years needs.
  package func covering(_ years: ClosedRange<Int>) -> TimeZoneRules {
    let first = CivilDate(year: years.lowerBound, month: 1, day: 1) ?? .first
    let last = CivilDate(year: years.upperBound, month: 12, day: 31) ?? .last
    // Clocks are at most a day apart from UTC.
    let start = Timestamp(first.adding(days: -1))
    let end = Timestamp(last.adding(days: 2))
    var current = base
    var kept: [Change] = []
    for change in changes where change.instant < end {
      if change.instant >= start, change.observance != (kept.last?.observance ?? current) {
        kept.append(change)
      } else if change.instant < start {
        current = change.observance
      }
    }
    return TimeZoneRules(id: id, base: current, changes: kept, since: first.adding(years: -1), lasting: lasting)
  }

  /// The instant at which clocks of the zone show a time (RFC 5545, section 3.3.5): the first where they show it twice; where
  /// they skip it, the one that the clocks before the change would have shown.
  package func instant(of local: CivilDateTime) -> Timestamp {
    // No clock is more than a day ahead of UTC or behind it, so that no other changes matter.
    let first = firstChange(after: Timestamp(local, offset: TimeOfDay.secondsOfDay))
    var offset = observance(before: first).offset
    for change in changes[first...] {
      let instant = Timestamp(local, offset: offset)
      if instant < change.instant { return instant }
      // A skipped time lies between what the clocks showed before the change and what they show after it.
      if Timestamp(local, offset: change.observance.offset) < change.instant { return instant }
      offset = change.observance.offset
    }
    return Timestamp(local, offset: offset)
  }

  /// What clocks of the zone show at an instant.
  package func local(at instant: Timestamp) -> CivilDateTime {
    instant.local(atOffset: observance(before: firstChange(after: instant)).offset)
  }

  private func observance(before change: Int) -> Observance { change > 0 ? changes[change - 1].observance : base }

  /// The index of the first change that lies after an instant.
  private func firstChange(after instant: Timestamp) -> Int {
    var (low, high) = (0, changes.count)
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].instant <= instant { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension ContentLines {
  /// A VTIMEZONE (RFC 5545, section 3.6.5): two rules that go on for ever, which is the one form that old versions of Outlook
  /// understand; and where the years were not all alike, one part for the base and one for each change.
  mutating func write(_ rules: TimeZoneRules) {
    component("VTIMEZONE") { lines in
      lines.text("TZID", rules.id)
      if let lasting = rules.lasting, lasting.covers(rules.changes, after: rules.base), let yearly = lasting.yearly {
        for part in yearly {
          lines.write(part.observance, from: part.onset, offsetBefore: part.offsetBefore, rule: part.rule)
        }
        return
      }
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
    _ observance: TimeZoneRules.Observance, from onset: CivilDateTime, offsetBefore: Int, rule: String? = nil
  ) {
    component(observance.isDaylightSaving ? "DAYLIGHT" : "STANDARD") { lines in
      lines.value("DTSTART", ContentValue.dateTime(onset))
      if let rule { lines.value("RRULE", Array(rule.utf8)) }
      lines.value("TZOFFSETFROM", ContentValue.offset(offsetBefore))
      lines.value("TZOFFSETTO", ContentValue.offset(observance.offset))
      lines.text("TZNAME", observance.name)
    }
  }
}

extension TimeZoneRules {
  /// No time before the first part of a VTIMEZONE is defined, so the base begins long before.
  fileprivate var startOfBase: CivilDateTime { CivilDateTime(firstDay, .midnight) }
}
