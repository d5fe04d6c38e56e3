import CivilTime
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
  private let today: CivilDate
  private(set) var files: RecordFiles
  private var places: RecordPlaces
  /// What the last import gave to each record; none of those that no import wrote.
  private var marks: [String: ImportMarks] = [:]
  /// The newest entry that was imported of each series.
  private var newest: [String: Revision] = [:]
  private var hasNamedType = false
  private var hasNamedUnmarked = false
  /// Which entries are new, with their meetings.
  private var new: [String: ImportedMeeting] = [:]
  /// The lines of entries that are older than what was imported before.
  private var outdated: Set<Int> = []

  init(content: ReadContent, path: String, type: String?, today: CivilDate) {
    hub = content.hub
    self.path = path
    self.type = type
    self.today = today
    let places = RecordPlaces(content) { RecordFiles.isOwn($0, path) }
    files = RecordFiles(path: path, documents: Array(places.records.values))
    self.places = places
    for document in places.leftOwn {
      guard let marks = files.text(of: document.id.name).flatMap({ ImportMarks(entry: $0) }) else { continue }
      self.marks[document.id.name] = marks
      guard let entry = marks.revision.entry, let uid = (document.fields as? Meeting)?.uid else { continue }
      for series in seriesNames(ofUID: uid) where newest[series].map({ $0.isOlder(than: entry) }) ?? true {
        newest[series] = entry
      }
    }
  }

  mutating func add(_ copy: ImportedCopy) {
    // All have their ids before any is written, since one may be a part of another.
    var skips: [(ImportedMeeting, String)] = []
    let placed = places.places(of: copy, today: today, isImported: isImported) { skips.append(($0, $1)) }
    for (meeting, reason) in skips { skip(meeting, reason) }
    for (meeting, place) in placed { add(meeting, at: place, from: copy) }
  }

  /// Takes out new entries that the hub as a whole does not take; each with the reason.
  mutating func takeBack(_ reasons: [String: String]) {
    for (id, reason) in reasons.sorted(by: { $0.key < $1.key }) {
      guard let meeting = new.removeValue(forKey: id) else { continue }
      files.remove(id)
      added -= 1
      skipped += 1
      remark(meeting, "'\(id)' is skipped: \(reason)")
    }
  }

  /// What the copy gives no more, where it is not an older copy itself.
  func departures(from copy: ImportedCopy) -> Departures {
    var copy = copy
    if !outdated.isEmpty { copy.isWhole = false }
    let lines = files.places
    let records = places.leftOwn.compactMap { document -> Departures.Record? in
      let id = document.id.name
      guard let meeting = document.fields as? Meeting, let place = lines[id], !document.common.isDraft,
        isImported(document)
      else { return nil }
      return Departures.Record(
        trace: MeetingTrace(document), names: seriesNames(ofUID: meeting.uid ?? "\(id)@\(hub.uidDomain)"),
        isCancelled: meeting.status == .cancelled, place: place)
    }
    let new = new.sorted { $0.value.line < $1.value.line }
      .map { (trace: MeetingTrace($0.value, name: $0.key), line: $0.value.line) }
    return Departures(records, from: copy, new: new, today: today)
  }

  /// Whether an import wrote a record of its own files: where imports marked none, as before there were marks, all of them.
  private func isImported(_ document: Document) -> Bool {
    marks.isEmpty || marks[document.id.name] != nil || (document.fields as? Meeting)?.uid != nil
  }

  private mutating func add(_ meeting: ImportedMeeting, at place: RecordPlaces.Place, from copy: ImportedCopy) {
    var meeting = meeting
    dropUnknownType(of: &meeting)
    dropUnknownReferences(of: &meeting)
    let revision = known(at: place, meeting)
    if meeting.revision.isOlder(than: revision) {
      skipped += 1
      guard outdated.insert(meeting.line).inserted else { return }
      return remark(meeting, "'\(meeting.name)' is left as it is: what was imported before is newer")
    }
    switch place {
    case .free(let id):
      let marks = ImportMarks(of: meeting, since: nil)
      // A UID that would be made of the id need not be written.
      meeting.set("uid", meeting.uid == "\(id)@\(hub.uidDomain)" ? nil : meeting.uid)
      chooseType(of: &meeting)
      guard write(meeting.record.listEntry(id: id, marks: marks), id: id, of: meeting) else { return }
      added += 1
      new[id] = meeting
    case .known(let document): renew(document, by: meeting, from: copy)
    }
  }

  /// How new what is there is; of a new meeting, its series.
  private func known(at place: RecordPlaces.Place, _ meeting: ImportedMeeting) -> MeetingRevision {
    var revision = MeetingRevision()
    if case .known(let document) = place, files.isOwn(document.source.path) {
      let sequence = (document.fields as? Meeting)?.sequence
      revision = marks[place.id]?.revision ?? MeetingRevision(entry: sequence.map { Revision(sequence: $0) })
    }
    return revision.completed(by: MeetingRevision(entry: meeting.series.flatMap { newest[$0] }))
  }

  private mutating func renew(_ document: Document, by meeting: ImportedMeeting, from copy: ImportedCopy) {
    let id = document.id.name
    let old = document.record(as: Meeting.kind.fields)
    let merge = RecordMerge(meeting, into: old, since: marks[id])
    let changes = Meeting.kind.fields.map(\.name).filter { old.value(at: [$0]) != merge.record.value(at: [$0]) }
    guard files.isOwn(document.source.path) else {
      guard !changes.isEmpty else {
        unchanged += 1
        return
      }
      skipped += 1
      guard !meeting.isCancellation else {
        return remark(
          meeting, "'\(meeting.name)' is cancelled: write 'status: cancelled' in \(document.source.path)")
      }
      return remark(
        meeting,
        "'\(meeting.name)' is kept as it stands in \(document.source.path), which differs in "
          + changes.joined(separator: ", "))
    }
    let last = marks[id]
    // A message tells little of what came from the calendar before there were marks.
    let marks = meeting.isCancellation && last == nil ? nil : ImportMarks(of: meeting, since: last)
    if changes.isEmpty, marks?.values == last?.values {
      unchanged += 1
      return
    }
    guard let text = files.text(of: id) else { return }
    var entry = EntryText(text)
    entry.set(changes, of: merge.record)
    if let marks { entry.set(marks) }
    let isRead = read(entry.text).documents.first?.record(as: Meeting.kind.fields) == merge.record
    guard write(isRead ? entry.text : merge.record.listEntry(id: id, marks: marks), id: id, of: meeting) else { return }
    if changes.isEmpty { unchanged += 1 } else { updated += 1 }
    if !changes.isEmpty { remark(meeting, "'\(meeting.name)' \(merge.words)") }
    name(merge.contested, of: meeting, in: document, from: copy)
    if last == nil, marks != nil, !hasNamedUnmarked {
      hasNamedUnmarked = true
      remark(
        meeting,
        "\(document.source.path) does not say yet what came from the \(copy.noun): for this once, what it gives is taken, and "
          + "what it does not give is kept")
    }
  }

  private mutating func name(
    _ contested: [String], of meeting: ImportedMeeting, in document: Document, from copy: ImportedCopy
  ) {
    for field in contested {
      let now = meeting.text(field).map { "'\($0)'" } ?? (meeting.fields[field] == nil ? "none" : "another")
      remark(
        meeting,
        "'\(meeting.name)' keeps its '\(field)' in \(document.source.path), which was written by hand; the \(copy.noun) now has \(now)"
      )
    }
  }

  /// Adds an entry that the hub's own reader takes.
  private mutating func write(_ entry: String, id: String, of meeting: ImportedMeeting) -> Bool {
    if let fault = read(entry).diagnostics.first(where: { $0.severity == .error }) {
      skip(meeting, fault.message)
      return false
    }
    files.set(entry, id: id)
    return true
  }

  private func read(_ entry: String) -> (documents: [Document], diagnostics: [Diagnostic]) {
    let reading = readRecordList(SourceFile(path: path, text: entry), kind: Meeting.kind, hub: hub)
    return (reading.documents, reading.diagnostics)
  }

  private mutating func skip(_ meeting: ImportedMeeting, _ reason: String) {
    skipped += 1
    remark(meeting, "'\(meeting.name)' is skipped: \(reason)")
  }

  private mutating func remark(_ meeting: ImportedMeeting, _ text: String) {
    remarks.append(ImportRemark(line: meeting.line, text: text))
  }
}

// MARK: What only this hub knows

extension MeetingRecords {
  private mutating func dropUnknownType(of meeting: inout ImportedMeeting) {
    guard let type = meeting.text("type"), !hub.meetingTypes.contains(where: { $0.id == type }) else { return }
    meeting.set("type", nil)
    remark(meeting, "the type '\(type)' is left out: hub.yaml declares no such type")
  }

  /// The type that the source gives, one whose name is among the tags, the one asked for, or the first there is.
  private mutating func chooseType(of meeting: inout ImportedMeeting) {
    guard meeting.text("type") == nil else { return }
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
      return kinds.contains { places.ids[$0]?.contains(text) == true } ? (value, []) : (nil, [text])
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
