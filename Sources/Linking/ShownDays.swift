import CivilTime
import Content

/// The days on which readers see a document: from its `publish` on, until the day before its `expire`.
struct ShownDays: Sendable, Equatable {
  private(set) var first = CivilDate.first
  /// The first day after them; nil where they go on for ever.
  private(set) var end: CivilDate?

  static let always = ShownDays()

  private init() {}

  init(_ fields: CommonFields) {
    first = fields.publish ?? .first
    end = fields.expire
  }

  mutating func formIntersection(_ other: ShownDays) {
    first = max(first, other.first)
    end = [end, other.end].compactMap { $0 }.min()
  }

  func contains(_ day: CivilDate) -> Bool { first <= day && end.map { day < $0 } ?? true }

  /// Whether there is any of them on a day or after it.
  func goesOn(on day: CivilDate) -> Bool { end.map { max(first, day) < $0 } ?? true }

  func overlaps(_ other: ShownDays) -> Bool {
    var common = self
    common.formIntersection(other)
    return common.end.map { common.first < $0 } ?? true
  }

  /// The first of these days, from one on, that are none of the others: on which what is shown on these leads to what is not shown.
  func firstGap(in other: ShownDays, from day: CivilDate) -> (day: CivilDate, reason: GapReason)? {
    let start = max(first, day)
    guard end.map({ start < $0 }) ?? true else { return nil }
    if start < other.first { return (start, .notYetPublished(until: other.first)) }
    guard let otherEnd = other.end, end.map({ otherEnd < $0 }) ?? true else { return nil }
    return (max(start, otherEnd), .expired(since: otherEnd))
  }

  enum GapReason: Equatable {
    case notYetPublished(until: CivilDate)
    case expired(since: CivilDate)
  }
}
