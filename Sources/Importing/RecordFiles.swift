import Content
import Diagnostics

/// The files that imports of one source write: entries that do not change keep their text, comments and all, and their file.
///
/// A source that is too large for one file fills several, `imported-events.yaml`, `imported-events--2.yaml` and so on; no id has two
/// hyphens, so that no other source has such a name.
struct RecordFiles {
  private static let title = """
    # Meetings from a calendar elsewhere, written by 'hubwright import'. Edit them as you like: when the calendar is imported
    # again, what came from it follows it, and what you added or changed stays. The comments 'imported' tell which is which.

    """
  /// Half of what a text of a hub may hold, so that there is room for what is added by hand.
  private static let largest = (bytes: 1_000_000, lines: 25_000)

  private struct Entry {
    let id: String
    var text: String
    /// The number of its file, from 1.
    var file: Int
  }

  private let path: String
  /// What stands before the first entry of each file, and the text of each file that is there.
  private var beginnings: [Int: String] = [:]
  private var present: [Int: String] = [:]
  private var entries: [Entry] = []
  private var positions: [String: Int] = [:]

  /// `path` is that of the first file; `documents` are all of the hub's meetings.
  init(path: String, documents: [Document]) {
    self.path = path
    let own = Dictionary(grouping: documents) { Self.number(of: $0.source.path, after: path) ?? 0 }
    for (number, documents) in own.sorted(by: { $0.key < $1.key }) where number > 0 { add(documents, to: number) }
  }

  func isOwn(_ path: String) -> Bool { Self.isOwn(path, self.path) }

  static func isOwn(_ path: String, _ first: String) -> Bool { number(of: path, after: first) != nil }

  private static func number(of path: String, after first: String) -> Int? {
    if path == first { return 1 }
    guard path.hasPrefix("\(first.dropLast(5))--"), path.hasSuffix(".yaml") else { return nil }
    return Int(path.dropFirst(first.count - 3).dropLast(5)).flatMap { $0 > 1 ? $0 : nil }
  }

  private func path(of number: Int) -> String { number == 1 ? path : "\(path.dropLast(5))--\(number).yaml" }

  private mutating func add(_ documents: [Document], to number: Int) {
    guard let source = documents.first?.source else { return }
    present[number] = source.text
    let lines = source.text.split(separator: "\n", omittingEmptySubsequences: false)
    let starts = lines.indices.filter { lines[$0].hasPrefix("- ") || lines[$0] == "-" }
    guard let first = starts.first else { return }
    beginnings[number] = lines[..<first].map { $0 + "\n" }.joined()
    let inOrder = documents.sorted { $0.place.start.line < $1.place.start.line }
    var next = 0
    for (position, start) in starts.enumerated() {
      let end = position + 1 < starts.count ? starts[position + 1] : lines.endIndex
      while next < inOrder.count, inOrder[next].place.start.line < start + 1 { next += 1 }
      guard next < inOrder.count, inOrder[next].place.start.line <= end else { continue }
      let text = lines[start..<end].map { $0 + "\n" }.joined()
      positions[inOrder[next].id.name] = entries.count
      entries.append(
        Entry(id: inOrder[next].id.name, text: String(text.trimmingSuffix { $0 == "\n" }) + "\n", file: number))
    }
  }

  mutating func set(_ text: String, id: String) {
    if let position = positions[id] {
      entries[position].text = text
    } else {
      positions[id] = entries.count
      entries.append(Entry(id: id, text: text, file: entries.last?.file ?? 1))
    }
  }

  /// The text of an entry, which ends with a line end.
  func text(of id: String) -> String? { positions[id].map { entries[$0].text } }

  /// Takes back an entry that was not there before.
  mutating func remove(_ id: String) {
    guard let position = positions[id] else { return }
    entries[position].text = ""
  }

  /// The files whose texts are new, with their paths.
  var changed: [(path: String, text: String)] {
    arranged.files.filter { present[$0.number] != $0.text }.map { (path(of: $0.number), $0.text) }
  }

  /// The file and the line on which each entry begins.
  var places: [String: (path: String, line: Int)] { arranged.places.mapValues { (path(of: $0.file), $0.line) } }

  private var arranged: (files: [(number: Int, text: String)], places: [String: (file: Int, line: Int)]) {
    var files: [(number: Int, text: String)] = []
    var places: [String: (file: Int, line: Int)] = [:]
    // What counts towards a file's limit, and all of its lines so far.
    var (size, lines) = (0, 0)
    for entry in entries where !entry.text.isEmpty {
      let length = Self.size(of: entry.text) + 1
      let last = files.last
      let isFull =
        last.map {
          $0.text.utf8.count + entry.text.utf8.count > Self.largest.bytes || size + length > Self.largest.lines
        }
        ?? false
      let number = max(entry.file, last.map { $0.number + (isFull ? 1 : 0) } ?? 1)
      if let last, last.number == number {
        files[files.count - 1].text += "\n" + entry.text
        size += length
        lines += 1
      } else {
        let beginning = beginnings[number] ?? Self.title
        files.append((number, beginning + entry.text))
        size = length + Self.size(of: beginning)
        lines = Self.lineCount(of: beginning)
      }
      places[entry.id] = (number, lines + 1)
      lines += Self.lineCount(of: entry.text)
    }
    return (files, places)
  }

  /// Lines and commas; marks have the room that is left, so that they move no record of an earlier version to another file.
  private static func size(of text: String) -> Int {
    let marks = text.contains("\n" + ImportMarks.beginning) ? 1 : 0
    return text.utf8.count { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: ",") } - marks
  }

  private static func lineCount(of text: String) -> Int { text.utf8.count { $0 == UInt8(ascii: "\n") } }
}

extension String {
  fileprivate func trimmingSuffix(while isDropped: (Character) -> Bool) -> Substring {
    var rest = self[...]
    while let last = rest.last, isDropped(last) { rest = rest.dropLast() }
    return rest
  }
}
