import Content

/// A record and what its source now gives, in one: what came from the source follows it, also where it gives nothing any more, and what
/// was added or changed by hand stays.
struct RecordMerge {
  private(set) var fields: [String: RecordValue]
  /// The fields that follow the source, in the order of the kind's fields.
  private(set) var renewed: [String] = []
  /// Those of them that the source has no more.
  private(set) var removed: [String] = []
  /// Those that were changed by hand, and by the source to something else.
  private(set) var contested: [String] = []

  private static let times = ["start", "end", "time_zone"]

  /// Without marks of an earlier import nobody knows what came from where: then what the source gives holds, and what it does not
  /// give stays, but for the end and the zone of a time that is another.
  init(_ meeting: ImportedMeeting, into record: Record, since marks: ImportMarks?) {
    fields = Dictionary(uniqueKeysWithValues: record.fields.map { ($0.name, $0.value) })
    let start = fields["start"]
    for field in Meeting.kind.fields where field.name != "uid" {
      let (name, old, new) = (field.name, fields[field.name], meeting.fields[field.name])
      guard old != new else { continue }
      let follows: Bool
      if let marks {
        follows = marks.has(old, as: name)
        if !follows, !marks.has(new, as: name), !Self.isBookkeeping(name, of: meeting) { contested.append(name) }
      } else if new != nil {
        follows = name != "sources" || !meeting.isItsOwnSource
      } else {
        follows = Self.times.contains(name) && meeting.fields["start"] != nil && meeting.fields["start"] != start
      }
      if follows { set(name, new) }
    }
  }

  /// Lets the times follow the source as a whole, where an end or a zone of somebody's own does not go with a new start.
  mutating func takeTimes(of meeting: ImportedMeeting) -> Bool {
    guard Self.times.contains(where: { fields[$0] != meeting.fields[$0] }) else { return false }
    for name in Self.times where fields[name] != meeting.fields[name] { set(name, meeting.fields[name]) }
    contested.removeAll(where: Self.times.contains)
    return true
  }

  mutating func setUID(_ uid: String) { set("uid", .text(uid)) }

  private mutating func set(_ name: String, _ value: RecordValue?) {
    fields[name] = value
    if !renewed.contains(name) { renewed.append(name) }
    if value == nil, !removed.contains(name) { removed.append(name) }
  }

  /// What says something of the entry in the calendar, and nothing of the meeting.
  private static func isBookkeeping(_ name: String, of meeting: ImportedMeeting) -> Bool {
    name == "updated" || name == "sequence" || name == "sources" && meeting.isItsOwnSource
  }

  /// What has become of a meeting, in words.
  func words(title: String) -> String {
    var parts: [String] = []
    let new = renewed.filter { !removed.contains($0) && !($0 == "status" && isCancelled) }
    if isCancelled, renewed.contains("status") { parts.append("is now cancelled") }
    if !new.isEmpty { parts.append("has a new \(new.joined(separator: ", "))") }
    if !removed.isEmpty { parts.append("has no \(removed.joined(separator: ", ")) any more") }
    return "'\(title)' \(parts.joined(separator: ", and "))"
  }

  private var isCancelled: Bool { fields["status"] == .text("cancelled") }
}
