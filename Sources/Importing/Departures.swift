import CivilTime
import Content

/// The records that a calendar or table gave before and gives no more: they stay, since pages may lead to them, and each is named with
/// its place.
struct Departures {
  private(set) var count = 0
  private(set) var remarks: [ImportRemark] = []

  /// A record that no meeting of the copy names.
  struct Record {
    let trace: MeetingTrace
    /// What a calendar may know it or its series by.
    let names: [String]
    let isCancelled: Bool
    let place: (path: String, line: Int)
  }

  /// - new: The meetings of the copy that named no record, with their lines.
  init(_ records: [Record], from copy: ImportedCopy, new: [(trace: MeetingTrace, line: Int)], today: CivilDate) {
    let series = Set(copy.meetings.compactMap(\.series))
    let byTitle = Dictionary(grouping: new) { $0.trace.title }
    let byDay = Dictionary(grouping: new.filter { $0.trace.uid == nil && $0.trace.day != nil }) { $0.trace.day }
    var overCount = 0
    for record in records {
      let title = record.trace.title ?? record.trace.name
      let fate: String
      // It may have been moved or, where neither has a UID, renamed.
      let suspects =
        byTitle[record.trace.title] ?? (record.trace.uid == nil ? record.trace.day.flatMap { byDay[$0] } : nil) ?? []
      if let hiding = record.names.lazy.compactMap({ copy.hidden[$0] }).first {
        name(
          record,
          "'\(title)' is published, but in the \(copy.noun) \(hiding): delete it here, or write 'draft: true'; a build then names the links to it"
        )
        continue
      } else if !copy.isWhole || record.isCancelled {
        continue
      } else if let own = record.names.first(where: series.contains) {
        if let window = copy.windows[own], !Self.isIn(window, record.trace) { continue }
        fate = "is no longer one of the meetings of its series: \(Self.ways)"
      } else if record.trace.isOver(on: today) {
        // Nobody needs to hear of all that is over, but of what may have been put off since.
        let isNamed = record.trace.uid == nil && !suspects.isEmpty
        guard isNamed else {
          overCount += 1
          continue
        }
        fate = "is over and no longer in the \(copy.noun), and stays"
      } else {
        fate = "is no longer in the \(copy.noun): \(Self.ways)"
      }
      name(record, "'\(title)' \(fate)" + Self.words(of: suspects, copy.noun, record.trace.name))
    }
    if overCount > 0 {
      count += overCount
      let meetings = overCount == 1 ? "1 meeting that is over is" : "\(overCount) meetings that are over are"
      remarks.append(ImportRemark(line: 1, text: "\(meetings) no longer in the \(copy.noun), and stay in the hub"))
    }
  }

  private static let ways = "delete it, write 'status: cancelled', or move it to another file to keep it"

  private mutating func name(_ record: Record, _ text: String) {
    count += 1
    remarks.append(ImportRemark(path: record.place.path, line: record.place.line, text: text))
  }

  private static func isIn(_ window: ClosedRange<CivilDate>, _ trace: MeetingTrace) -> Bool {
    guard let day = trace.day.flatMap({ CivilDate(isoText: $0) }) else { return true }
    return window.contains(day)
  }

  private static func words(of suspects: [(trace: MeetingTrace, line: Int)], _ noun: String, _ id: String) -> String {
    guard let first = suspects.first else { return "" }
    let more = suspects.count > 1 ? " (and \(suspects.count - 1) more)" : ""
    let shown = "'\(first.trace.title ?? "")'" + (first.trace.start.map { " on \($0)" } ?? "")
    let way =
      noun == "table" ? "; if it is, give the row 'id: \(id)', delete '\(first.trace.name)' and import again" : ""
    return ". Line \(first.line) of the \(noun), \(shown)\(more), may be the same meeting\(way)"
  }
}
