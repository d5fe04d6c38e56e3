import Content
import Diagnostics

/// The meetings of a hub while others are added: those of the import's own file are renewed, all others only compared.
struct MeetingRecords {
  private(set) var added = 0
  private(set) var updated = 0
  private(set) var unchanged = 0
  private(set) var skipped = 0
  private(set) var remarks: [ImportRemark] = []

  private let hub: HubDescription
  private let path: String
  private let type: String?
  private(set) var files: RecordFiles
  /// By what calendars know them by.
  private var byUID: [String: Document] = [:]
  private var byID: [String: Document] = [:]
  /// The ids that references may hold, by kind.
  private var ids: [Kind: Set<String>] = [:]
  private var hasNamedType = false
  /// The line that gave each record its meeting, since a record can be only one.
  private var takenBy: [String: Int] = [:]
  /// The line of each UID.
  private var uids: [String: Int] = [:]
  /// How many meetings have asked for an id so far.
  private var wishes: [String: Int] = [:]
  /// Which entries are new, with their meetings' lines.
  private var new: [String: Int] = [:]

  init(content: ReadContent, path: String, type: String?) {
    hub = content.hub
    self.path = path
    self.type = type
    for document in content.documents {
      ids[document.kind, default: []].insert(document.id.name)
      guard let meeting = document.fields as? Meeting, document.language == content.hub.language else { continue }
      byUID[meeting.uid ?? "\(document.id.name)@\(content.hub.uidDomain)"] = document
      byID[document.id.name] = document
    }
    files = RecordFiles(path: path, documents: Array(byID.values))
  }

  mutating func add(_ meetings: [ImportedMeeting]) {
    // All have their ids before any is written, since one may be a part of another.
    let placed = meetings.map { meeting in (meeting, place(of: meeting)) }
    for case (let meeting, let place?) in placed { add(meeting, at: place) }
  }

  /// Takes out new entries that the hub as a whole does not take; each with the reason.
  mutating func takeBack(_ reasons: [String: String]) {
    for (id, reason) in reasons.sorted(by: { $0.key < $1.key }) {
      guard let line = new.removeValue(forKey: id) else { continue }
      files.remove(id)
      added -= 1
      skipped += 1
      remarks.append(ImportRemark(line: line, text: "'\(id)' is skipped: \(reason)"))
    }
  }

  /// Where a meeting belongs: a record that is there, or an id that is free.
  private enum Place {
    case known(Document)
    case free(String)

    var id: String {
      switch self {
      case .known(let document): document.id.name
      case .free(let id): id
      }
    }
  }

  /// Nil for a meeting that another line of the source has given already.
  private mutating func place(of meeting: ImportedMeeting) -> Place? {
    if let uid = meeting.uid, let line = uids.updateValue(uids[uid] ?? meeting.line, forKey: uid) {
      return isSecond(meeting, "line \(line) has the same UID")
    }
    if meeting.uid == nil, let id = meeting.id, let line = takenBy[id] {
      return isSecond(meeting, "line \(line) is the same meeting, '\(id)'")
    }
    let place = meeting.uid.flatMap { byUID[$0] }.map { Place.known($0) } ?? placeByID(meeting)
    if let line = takenBy.updateValue(takenBy[place.id] ?? meeting.line, forKey: place.id) {
      return isSecond(meeting, "line \(line) is the same meeting, '\(place.id)'")
    }
    return place
  }

  private mutating func isSecond(_ meeting: ImportedMeeting, _ reason: String) -> Place? {
    skipped += 1
    remark(meeting, "'\(meeting.text("title") ?? "")' is skipped: \(reason)")
    return nil
  }

  /// What has no UID is known by its id, or by the one that was made of its title and day, with a number where several ask for
  /// the same.
  private mutating func placeByID(_ meeting: ImportedMeeting) -> Place {
    if meeting.uid == nil, let id = meeting.id, let document = byID[id] { return .known(document) }
    let wanted = wantedID(of: meeting)
    var number = wishes[wanted, default: 0]
    while true {
      number += 1
      let id = number == 1 ? wanted : "\(wanted)-\(number)"
      if let document = byID[id], meeting.uid == nil, document.hasNoUID, files.isOwn(document.source.path) {
        wishes[wanted] = number
        return .known(document)
      }
      guard ids[Meeting.kind, default: []].insert(id).inserted else { continue }
      wishes[wanted] = number
      return .free(id)
    }
  }

  private func wantedID(of meeting: ImportedMeeting) -> String {
    if let id = meeting.id, isIdentifier(id) { return id }
    let day = meeting.text("start").map { "-\(identifier(of: String($0.prefix(10))))" } ?? ""
    return identifier(of: meeting.text("title") ?? "") + day
  }

  private mutating func add(_ meeting: ImportedMeeting, at place: Place) {
    var meeting = meeting
    switch place {
    case .free(let id):
      // A UID that would be made of the id need not be written.
      meeting.set("uid", meeting.uid == "\(id)@\(hub.uidDomain)" ? nil : meeting.uid)
      nameType(of: &meeting)
      dropUnknownReferences(of: &meeting)
      if write(meeting.record, id: id, of: meeting) {
        added += 1
        new[id] = meeting.line
      }
    case .known(let document):
      meeting.fields["uid"] = nil
      compare(meeting, with: document)
    }
  }

  /// What the source gives holds; what it does not give stays as it is.
  private mutating func compare(_ meeting: ImportedMeeting, with document: Document) {
    var meeting = meeting
    dropUnknownReferences(of: &meeting)
    let old = document.record(as: Meeting.kind.fields)
    var fields = Dictionary(uniqueKeysWithValues: old.fields.map { ($0.name, $0.value) })
    for (name, value) in meeting.fields where name != "sources" || !meeting.isItsOwnSource { fields[name] = value }
    var merged = meeting
    merged.fields = fields
    let record = merged.record
    guard record != old else {
      unchanged += 1
      return
    }
    let changes = record.fields.filter { old.value(at: [$0.name]) != $0.value }.map(\.name)
    let title = meeting.text("title") ?? document.id.name
    guard files.isOwn(document.source.path) else {
      skipped += 1
      return remark(
        meeting,
        "'\(title)' is kept as it stands in \(document.source.path), which differs in \(changes.joined(separator: ", "))"
      )
    }
    guard write(record, id: document.id.name, of: meeting) else { return }
    updated += 1
    remark(meeting, "'\(title)' has a new \(changes.joined(separator: ", "))")
  }

  /// Adds a record that the hub's own reader takes.
  private mutating func write(_ record: Record, id: String, of meeting: ImportedMeeting) -> Bool {
    let entry = record.listEntry(id: id)
    let faults = readRecordList(SourceFile(path: path, text: entry), kind: Meeting.kind, hub: hub).diagnostics
    if let fault = faults.first(where: { $0.severity == .error }) {
      skipped += 1
      remark(meeting, "'\(meeting.text("title") ?? id)' is skipped: \(fault.message)")
      return false
    }
    files.set(entry, id: id)
    return true
  }

  private mutating func remark(_ meeting: ImportedMeeting, _ text: String) {
    remarks.append(ImportRemark(line: meeting.line, text: text))
  }
}

extension Document {
  fileprivate var hasNoUID: Bool { (fields as? Meeting).map { $0.uid == nil } ?? false }
}

// MARK: What only this hub knows

extension MeetingRecords {
  /// The type that the source gives, one whose name is among the tags, the one asked for, or the first there is.
  private mutating func nameType(of meeting: inout ImportedMeeting) {
    if let type = meeting.text("type"), hub.meetingTypes.contains(where: { $0.id == type }) { return }
    if let type = meeting.text("type") {
      remark(meeting, "the type '\(type)' is left out: hub.yaml declares no such type")
    }
    var words: [String] = []
    if case .list(let tags)? = meeting.fields["tags"] {
      words = tags.compactMap { if case .text(let text) = $0 { text.lowercased() } else { nil } }
    }
    let named = hub.meetingTypes.first { words.contains($0.title.lowercased()) || words.contains($0.id) }?.id
    guard let chosen = named ?? type ?? hub.meetingTypes.first?.id else { return }
    meeting.set("type", chosen)
    guard named == nil, type == nil, !hasNamedType else { return }
    hasNamedType = true
    remark(
      meeting, "meetings that say nothing of their type get '\(chosen)', the first in hub.yaml; --type names another")
  }

  /// A reference to nothing would stop the next build.
  private mutating func dropUnknownReferences(of meeting: inout ImportedMeeting) {
    for field in Meeting.kind.fields {
      guard let value = meeting.fields[field.name] else { continue }
      let (kept, dropped) = known(value, as: field.shape)
      guard !dropped.isEmpty else { continue }
      meeting.fields[field.name] = kept
      remark(
        meeting,
        "'\(field.name)' leaves out \(dropped.map { "'\($0)'" }.joined(separator: ", ")), which this hub does not have")
    }
  }

  private func known(_ value: RecordValue, as shape: FieldShape) -> (kept: RecordValue?, dropped: [String]) {
    switch (value, shape) {
    case (.text(let text), .reference(let kinds)):
      return kinds.contains { ids[$0]?.contains(text) == true } ? (value, []) : (nil, [text])
    case (.list(let items), .list(let item)):
      let results = items.map { known($0, as: item) }
      let kept = results.compactMap(\.kept)
      return (kept.isEmpty && !items.isEmpty ? nil : .list(kept), results.flatMap(\.dropped))
    case (.group(let group), .group(let fields)):
      var dropped: [String] = []
      let kept = group.fields.compactMap { field -> Record.Field? in
        guard let shape = fields.first(where: { $0.name == field.name })?.shape else { return field }
        let result = known(field.value, as: shape)
        dropped += result.dropped
        return result.kept.map { Record.Field(name: field.name, value: $0) }
      }
      return (kept.isEmpty ? nil : .group(Record(fields: kept)), dropped)
    default: return (value, [])
    }
  }
}
