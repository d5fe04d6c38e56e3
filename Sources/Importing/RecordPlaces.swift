import CivilTime
import Content
import Diagnostics

/// Which record of a hub each meeting of a copy is, or which id it gets.
struct RecordPlaces {
  /// Where a meeting belongs: a record that is there, or an id that is free.
  enum Place {
    case known(Document)
    case free(String)

    var id: String {
      switch self {
      case .known(let document): document.id.name
      case .free(let id): id
      }
    }
  }

  /// The ids that references may hold, by kind.
  private(set) var ids: [Kind: Set<String>] = [:]
  /// By their ids.
  private(set) var records: [String: Document] = [:]
  /// By what calendars know them by.
  private var byUID: [String: Document] = [:]
  /// By what their series may be known by.
  private var bySeries: [String: [Document]] = [:]
  /// The line that gave each record its meeting, since a record can be only one.
  private var takenBy: [String: Int] = [:]
  /// The line of each UID.
  private var lines: [String: Int] = [:]
  /// How many meetings have asked for an id so far.
  private var wishes: [String: Int] = [:]
  private let isOwn: (String) -> Bool

  /// `isOwn` tells of a path whether the import may write to it.
  init(_ content: ReadContent, isOwn: @escaping (String) -> Bool) {
    self.isOwn = isOwn
    for document in content.documents {
      ids[document.kind, default: []].insert(document.id.name)
      guard let meeting = document.fields as? Meeting, document.language == content.hub.language else { continue }
      byUID[meeting.uid ?? "\(document.id.name)@\(content.hub.uidDomain)"] = document
      records[document.id.name] = document
      for name in meeting.uid.map(seriesNames) ?? [] { bySeries[name, default: []].append(document) }
    }
  }

  /// The records of the import's own files that no meeting is, in the order of their ids.
  var leftOwn: [Document] { left.filter { isOwn($0.source.path) } }

  private var left: [Document] { records.values.filter { takenBy[$0.id.name] == nil }.sorted { $0.id < $1.id } }

  /// Places in the order of the meetings; those without one are told to `skip` with the reason.
  ///
  /// `isImported` tells of a record of the import's own files whether an import wrote it.
  mutating func places(
    of copy: ImportedCopy, today: CivilDate, isImported: (Document) -> Bool, skip: (ImportedMeeting, String) -> Void
  ) -> [(ImportedMeeting, Place)] {
    var placed: [(ImportedMeeting, Place)] = []
    for meeting in copy.meetings.flatMap(messages) {
      switch place(of: meeting) {
      case .success(let place): placed.append((meeting, place))
      case .failure(let fault): skip(meeting, fault.message)
      }
    }
    continueRecords(&placed, hidden: copy.hidden, today: today, isImported: isImported)
    return placed
  }

  /// A message that a series is cancelled means each of its meetings that the hub has.
  private func messages(_ meeting: ImportedMeeting) -> [ImportedMeeting] {
    guard meeting.isCancellation, let records = meeting.series.flatMap({ bySeries[$0] }) else { return [meeting] }
    return records.map { document in
      var message = meeting
      message.uid = (document.fields as? Meeting)?.uid
      return message
    }
  }

  private mutating func place(of meeting: ImportedMeeting) -> Result<Place, EventFault> {
    if let uid = meeting.uid, let line = lines.updateValue(lines[uid] ?? meeting.line, forKey: uid) {
      return .failure(EventFault(message: "line \(line) has the same UID"))
    }
    if meeting.uid == nil, let id = meeting.id, let line = takenBy[id] {
      return .failure(EventFault(message: "line \(line) is the same meeting, '\(id)'"))
    }
    let known = meeting.uid.flatMap { byUID[$0] }.map { Place.known($0) }
    if known == nil, meeting.isCancellation {
      return .failure(EventFault(message: "the message that it is cancelled means no meeting of this hub"))
    }
    let place = known ?? placeByID(meeting)
    if let line = takenBy.updateValue(takenBy[place.id] ?? meeting.line, forKey: place.id) {
      return .failure(EventFault(message: "line \(line) is the same meeting, '\(place.id)'"))
    }
    return .success(place)
  }

  /// What has no UID is known by its id, or by the one that was made of its title and day, with a number where several ask for
  /// the same.
  private mutating func placeByID(_ meeting: ImportedMeeting) -> Place {
    if meeting.uid == nil, let id = meeting.id, let document = records[id] { return .known(document) }
    let wanted = Self.wantedID(of: meeting)
    var number = wishes[wanted, default: 0]
    while true {
      number += 1
      let id = number == 1 ? wanted : "\(wanted)-\(number)"
      if let document = records[id], meeting.uid == nil, document.hasNoUID, isOwn(document.source.path) {
        wishes[wanted] = number
        return .known(document)
      }
      guard ids[Meeting.kind, default: []].insert(id).inserted else { continue }
      wishes[wanted] = number
      return .free(id)
    }
  }

  private static func wantedID(of meeting: ImportedMeeting) -> String {
    if let id = meeting.id, isIdentifier(id) { return id }
    let day = meeting.text("start").map { "-\(identifier(of: String($0.prefix(10))))" } ?? ""
    return identifier(of: meeting.text("title") ?? "") + day
  }

  /// Lets records go on as meetings that have another name than before.
  private mutating func continueRecords(
    _ placed: inout [(ImportedMeeting, Place)], hidden: [String: String], today: CivilDate,
    isImported: (Document) -> Bool
  ) {
    var new: [(trace: MeetingTrace, series: String?)] = []
    var kept: Set<String> = []
    for (position, (meeting, place)) in placed.enumerated() {
      switch place {
      case .known: if let series = meeting.series { kept.insert(series) }
      case .free where meeting.id == nil: new.append((MeetingTrace(meeting, name: "\(position)"), meeting.series))
      case .free: break
      }
    }
    guard !new.isEmpty else { return }
    let traces = left.map { (document: $0, trace: MeetingTrace($0)) }
      .filter { !$0.trace.series.contains { hidden[$0] != nil } }
    let own = traces.filter { isOwn($0.document.source.path) && isImported($0.document) }.map(\.trace)
    let pairs = continuations(of: traces.map(\.trace), own: own, by: new, kept: kept, today: today)
    for (record, meeting) in pairs {
      guard let position = Int(meeting), let document = records[record] else { continue }
      ids[Meeting.kind]?.remove(placed[position].1.id)
      takenBy[placed[position].1.id] = nil
      takenBy[record] = placed[position].0.line
      placed[position].0.isRenamed = placed[position].0.uid != nil
      placed[position].1 = .known(document)
    }
  }
}

extension Document {
  fileprivate var hasNoUID: Bool { (fields as? Meeting).map { $0.uid == nil } ?? false }
}

extension MeetingTrace {
  init(_ document: Document) {
    let record = document.record(as: Meeting.kind.fields)
    self.init(name: document.id.name, uid: (document.fields as? Meeting)?.uid) { record.value(at: [$0]) }
  }

  init(_ meeting: ImportedMeeting, name: String) {
    self.init(name: name, uid: meeting.uid) { meeting.fields[$0] }
  }
}
