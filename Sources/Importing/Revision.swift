import CivilTime
import Formats

/// How new an entry of a calendar is: the one with the higher number holds, then the one that was written later (RFC 5546, section
/// 2.1.5).
struct Revision: Equatable {
  let sequence: Int
  /// In UTC; nil where the entry does not say.
  let stamp: CivilDateTime?

  init(_ component: CalendarComponent) {
    sequence = component.stated("SEQUENCE").flatMap { Int($0.value.trimmed) } ?? 0
    stamp = (component.stated("LAST-MODIFIED") ?? component.stated("DTSTAMP"))?.time?.asWritten
  }

  /// Reads `3@2031-05-07T09:00:00`, and `3` of an entry without a stamp.
  init?(text: Substring) {
    let sides = text.split(separator: "@", maxSplits: 1)
    guard let sequence = sides.first.flatMap({ Int($0) }) else { return nil }
    self.init(sequence: sequence, stamp: sides.count == 2 ? CivilDateTime(isoText: sides[1]) : nil)
  }

  init(sequence: Int, stamp: CivilDateTime? = nil) {
    self.sequence = sequence
    self.stamp = stamp
  }

  var text: String { "\(sequence)" + (stamp.map { "@\($0.isoText)" } ?? "") }

  /// Of two that do not both say when they were written, neither is older by that.
  func isOlder(than other: Revision) -> Bool {
    guard sequence == other.sequence else { return sequence < other.sequence }
    guard let stamp, let otherStamp = other.stamp else { return false }
    return stamp < otherStamp
  }
}

/// How new a meeting is: its series, or its only entry, and the entry that changes it within the series.
struct MeetingRevision: Equatable {
  var entry: Revision?
  var change: Revision?

  func completed(by other: MeetingRevision) -> MeetingRevision {
    MeetingRevision(entry: entry ?? other.entry, change: change ?? other.change)
  }

  func isOlder(than other: MeetingRevision) -> Bool {
    for case (let own?, let others?) in [(entry, other.entry), (change, other.change)] where own != others {
      if own.isOlder(than: others) { return true }
      if others.isOlder(than: own) { return false }
    }
    return false
  }
}
