import Content

/// A record and what its calendar or table now gives, in one: what came from there follows it, also where it gives nothing any more,
/// and what was added or changed by hand stays.
struct RecordMerge {
  let record: Record
  /// The fields that have another value now, and those that have none any more, in the order of the kind's fields.
  private(set) var renewed: [String] = []
  private(set) var removed: [String] = []
  /// The fields that were changed by hand, and have since got another value in the source.
  private(set) var contested: [String] = []

  private let isNowCancelled: Bool

  /// Without marks of an earlier import nobody knows what came from where: then what the source gives holds, and what it does not
  /// give stays, but for the end and the zone of a start that is another.
  init(_ meeting: ImportedMeeting, into record: Record, since marks: ImportMarks?) {
    let old = Dictionary(uniqueKeysWithValues: record.fields.map { ($0.name, $0.value) })
    var fields = old
    for name in Meeting.kind.fields.map(\.name) where name != "uid" {
      let new = meeting.fields[name]
      guard old[name] != new, new != nil || !meeting.isCancellation else { continue }
      if let marks, !marks.has(old[name], as: name) {
        if !marks.has(new, as: name), !Self.isBookkeeping(name, of: meeting) { contested.append(name) }
        continue
      }
      if marks == nil, !Self.followsUnmarked(name, meeting, old) { continue }
      fields[name] = new
      if new == nil { removed.append(name) } else { renewed.append(name) }
    }
    // That the calendar's own address in the sources is another need not be said of what else is another.
    if meeting.isItsOwnSource, renewed.count + removed.count > 1 { renewed.removeAll { $0 == "sources" } }
    isNowCancelled = renewed.contains("status") && fields["status"] == .text("cancelled")
    if let uid = meeting.uid, meeting.isRenamed { fields["uid"] = .text(uid) }
    self.record = Record(
      fields: Meeting.kind.fields.compactMap { field in fields[field.name].map { .init(name: field.name, value: $0) } })
  }

  private static func followsUnmarked(_ name: String, _ meeting: ImportedMeeting, _ old: [String: RecordValue]) -> Bool
  {
    if meeting.fields[name] != nil { return name != "sources" || !meeting.isItsOwnSource }
    guard name == "end" || name == "time_zone", let start = meeting.fields["start"] else { return false }
    return start != old["start"]
  }

  /// What says something of the entry in the calendar, and nothing of the meeting.
  private static func isBookkeeping(_ name: String, of meeting: ImportedMeeting) -> Bool {
    name == "updated" || name == "sequence" || name == "sources" && meeting.isItsOwnSource
  }

  /// What has become of the record, after its title.
  var words: String {
    let new = renewed.filter { $0 != "status" || !isNowCancelled }
    let parts = [
      isNowCancelled ? "is now cancelled" : nil,
      new.isEmpty ? nil : "has a new \(new.joined(separator: ", "))",
      removed.isEmpty ? nil : "has no \(removed.joined(separator: ", ")) any more",
    ].compactMap { $0 }
    return parts.isEmpty ? "has another name in its calendar" : parts.joined(separator: ", and ")
  }
}
