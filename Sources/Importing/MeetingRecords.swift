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
  private var file: RecordFile
  /// By what calendars know them by.
  private var byUID: [String: Document] = [:]
  private var byID: [String: Document] = [:]
  /// The ids that references may hold, by kind.
  private var ids: [Kind: Set<String>] = [:]
  private var hasNamedType = false

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
    file = RecordFile(documents: byID.values.filter { $0.source.path == path })
  }

  /// The file's new text; nil where it stays as it is.
  var changedText: String? { added + updated > 0 ? file.text : nil }

  mutating func add(_ meetings: [ImportedMeeting]) {
    // All have their ids before any is written, since one may be a part of another.
    let placed = meetings.map { meeting in (meeting, known(meeting) ?? newID(of: meeting)) }
    for (meeting, place) in placed { add(meeting, at: place) }
  }

  /// Where a meeting belongs: a record that is there, or an id that is free.
  private enum Place {
    case known(Document)
    case free(String)
  }

  private func known(_ meeting: ImportedMeeting) -> Place? {
    if let uid = meeting.uid { return byUID[uid].map { .known($0) } }
    // What has no UID is known by its id, or by the one that was made of its title and day.
    guard let document = byID[wantedID(of: meeting)], meeting.id != nil || document.source.path == path else {
      return nil
    }
    return .known(document)
  }

  private func wantedID(of meeting: ImportedMeeting) -> String {
    if let id = meeting.id, isIdentifier(id) { return id }
    let day = meeting.text("start").map { "-\(identifier(of: String($0.prefix(10))))" } ?? ""
    return identifier(of: meeting.text("title") ?? "") + day
  }

  private mutating func newID(of meeting: ImportedMeeting) -> Place {
    let wanted = wantedID(of: meeting)
    var id = wanted
    var number = 2
    while ids[Meeting.kind]?.contains(id) == true {
      id = "\(wanted)-\(number)"
      number += 1
    }
    ids[Meeting.kind, default: []].insert(id)
    return .free(id)
  }

  private mutating func add(_ meeting: ImportedMeeting, at place: Place) {
    var meeting = meeting
    switch place {
    case .free(let id):
      // A UID that would be made of the id need not be written.
      meeting.set("uid", meeting.uid == "\(id)@\(hub.uidDomain)" ? nil : meeting.uid)
      nameType(of: &meeting)
      dropUnknownReferences(of: &meeting)
      if write(meeting.record, id: id, of: meeting) { added += 1 }
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
    guard document.source.path == path else {
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
    file.set(entry, id: id)
    return true
  }

  private mutating func remark(_ meeting: ImportedMeeting, _ text: String) {
    remarks.append(ImportRemark(line: meeting.line, text: text))
  }
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
