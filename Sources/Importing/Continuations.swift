import CivilTime
import Content

/// A meeting as one copy of a calendar or table has it, for a comparison with what another has.
struct MeetingTrace {
  /// What tells it from others: of a record its id, of a meeting of a copy its position.
  let name: String
  let uid: String?
  let title: String?
  let start: String?
  private let last: String?

  init(name: String, uid: String?, _ value: (String) -> RecordValue?) {
    func text(_ field: String) -> String? { if case .text(let text)? = value(field) { text } else { nil } }
    self.name = name
    self.uid = uid
    title = text("title")
    start = text("start")
    last = text("end") ?? start
  }

  var day: Substring? { start?.prefix(10) }

  /// Whether it is over on a day, of which as much is compared as is known of its own.
  func isOver(on today: CivilDate) -> Bool { last.map { $0.prefix(10) < today.isoText.prefix($0.utf8.count) } ?? false }

  /// What a series may be known by of which it is one meeting.
  var series: [String] { uid.map(seriesNames) ?? [] }
}

/// A UID, and what stands before its last slash, which an import sets between the UID of a series and the name of a meeting.
func seriesNames(ofUID uid: String) -> [String] {
  [uid] + (uid.lastIndex(of: "/").map { [String(uid[..<$0])] } ?? [])
}

/// Which records go on as which meetings of a newer copy that names them otherwise: pairs of names.
///
/// - left: Records that no meeting of the copy names, of any file.
/// - own: Those of them that an import of the same source wrote.
/// - new: Meetings of the copy that name no record, each with its series.
/// - kept: Series of which the copy names a record that is there, so that what it does not name has left them.
func continuations(
  of left: [MeetingTrace], own: [MeetingTrace], by new: [(trace: MeetingTrace, series: String?)], kept: Set<String>,
  today: CivilDate
) -> [(record: String, meeting: String)] {
  var pairing = Pairing()
  // A single meeting that became a series, a series that became one meeting, and a series that was moved as a whole.
  let ofSeries = Dictionary(grouping: new.filter { $0.series.map { !kept.contains($0) } ?? false }) { $0.series ?? "" }
  let records = Dictionary(
    grouping: left.flatMap { record in record.series.map { (series: $0, record: record) } }, by: \.series)
  for (series, meetings) in ofSeries.sorted(by: { $0.key < $1.key }) {
    guard let records = records[series]?.map(\.record) else { continue }
    let meetings = meetings.map(\.trace)
    pairing.pair(records, meetings) { $0.day }
    if !records.contains(where: { pairing.isPaired(record: $0) }) {
      pairing.pairInOrder(
        records.filter { !$0.isOver(on: today) }, meetings.filter { !$0.isOver(on: today) })
    }
  }
  // A calendar that gives new UIDs, as for what follows in a series that was cut in two.
  pairing.pair(own, new.map(\.trace)) { trace in
    trace.title.flatMap { title in trace.day.map { [title, String($0)] } }
  }
  // A meeting without a name of its own that was moved: the only one with its title in both copies.
  let nameless = { (traces: [MeetingTrace]) in
    Dictionary(grouping: traces.filter { $0.uid == nil && $0.title != nil }) { $0.title }.values
      .filter { $0.count == 1 }.flatMap { $0 }
  }
  pairing.pair(
    nameless(own.filter { !pairing.isPaired(record: $0) }).filter { !$0.isOver(on: today) },
    nameless(new.map(\.trace).filter { !pairing.isPaired(meeting: $0) })
  ) { $0.title }
  return pairing.pairs
}

/// Records and meetings, of which each goes into one pair.
private struct Pairing {
  private(set) var pairs: [(record: String, meeting: String)] = []
  private var records: Set<String> = []
  private var meetings: Set<String> = []

  func isPaired(record: MeetingTrace) -> Bool { records.contains(record.name) }

  func isPaired(meeting: MeetingTrace) -> Bool { meetings.contains(meeting.name) }

  private mutating func pair(_ record: MeetingTrace, _ meeting: MeetingTrace) {
    guard !records.contains(record.name), !meetings.contains(meeting.name) else { return }
    records.insert(record.name)
    meetings.insert(meeting.name)
    pairs.append((record.name, meeting.name))
  }

  /// Those with equal keys, in their order.
  mutating func pair<Key: Hashable>(
    _ left: [MeetingTrace], _ new: [MeetingTrace], by key: (MeetingTrace) -> Key?
  ) {
    var byKey: [Key: [MeetingTrace]] = [:]
    for record in left.reversed() where !records.contains(record.name) {
      if let key = key(record) { byKey[key, default: []].append(record) }
    }
    for meeting in new where !meetings.contains(meeting.name) {
      if let key = key(meeting), let record = byKey[key]?.popLast() { pair(record, meeting) }
    }
  }

  mutating func pairInOrder(_ left: [MeetingTrace], _ new: [MeetingTrace]) {
    let inOrder = { (traces: [MeetingTrace]) in traces.sorted { ($0.start ?? "", $0.name) < ($1.start ?? "", $1.name) }
    }
    for (record, meeting) in zip(inOrder(left), inOrder(new)) { pair(record, meeting) }
  }
}
