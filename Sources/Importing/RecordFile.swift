import Content
import Diagnostics

/// The file that imports of one source write: entries that do not change keep their text, comments and all.
struct RecordFile {
  private static let title = """
    # Meetings from a calendar elsewhere, written by 'hubwright import'. Edit them as you like: when the calendar is imported
    # again, an entry takes over what the calendar says, and keeps what it says nothing of.

    """

  /// What stands before the first entry.
  private var beginning = Self.title
  private var entries: [(id: String, text: String)] = []

  /// `documents` are those of the file, of which all but the text is known already.
  init(documents: [Document]) {
    guard let source = documents.first?.source else { return }
    let lines = source.text.split(separator: "\n", omittingEmptySubsequences: false)
    let starts = lines.indices.filter { lines[$0].hasPrefix("- ") || lines[$0] == "-" }
    guard let first = starts.first else { return }
    beginning = lines[..<first].map { $0 + "\n" }.joined()
    for (position, start) in starts.enumerated() {
      let end = position + 1 < starts.count ? starts[position + 1] : lines.endIndex
      let isInside = { (document: Document) in (start + 1...end).contains(document.place.start.line) }
      guard let id = documents.first(where: isInside)?.id.name else { continue }
      let text = lines[start..<end].map { $0 + "\n" }.joined()
      entries.append((id, String(text.trimmingSuffix { $0 == "\n" }) + "\n"))
    }
  }

  mutating func set(_ entry: String, id: String) {
    if let position = entries.firstIndex(where: { $0.id == id }) {
      entries[position].text = entry
    } else {
      entries.append((id, entry))
    }
  }

  var text: String { beginning + entries.map(\.text).joined(separator: "\n") }
}

extension String {
  fileprivate func trimmingSuffix(while isDropped: (Character) -> Bool) -> Substring {
    var rest = self[...]
    while let last = rest.last, isDropped(last) { rest = rest.dropLast() }
    return rest
  }
}
