/// The text of a list of records, in which entries are replaced and added while all others stay as they are written.
struct RecordListText {
  /// What stands before the first entry, and each entry with what follows it.
  private var pieces: [String] = []
  /// Which piece begins on a line, counted from 1.
  private var places: [Int: Int] = [:]
  private var ids: Set<Substring> = []

  init(_ text: String) {
    guard text.contains(where: { !$0.isWhitespace }) else { return }
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("- ") || pieces.isEmpty {
        if line.hasPrefix("- ") { places[number + 1] = pieces.count }
        pieces.append(String(line))
      } else {
        pieces[pieces.count - 1] += "\n" + line
      }
    }
    ids = Set(text.matches(of: /\bid:\s*["']?([a-z0-9-]+)/).map(\.1))
  }

  func hasEntry(atLine line: Int) -> Bool { places[line] != nil }

  /// Whether an entry has the id, shown to readers or not.
  func hasEntry(named id: String) -> Bool { ids.contains(id[...]) }

  /// Replaces the entry that begins on a line, or adds one at the end; `entry` ends with a line break.
  mutating func put(_ entry: String, atLine line: Int?) {
    guard let place = line.flatMap({ places[$0] }) else {
      // A text that ends with a line break has an empty line behind it.
      if let last = pieces.indices.last, pieces[last].hasSuffix("\n") { pieces[last].removeLast() }
      return pieces.append(entry)
    }
    // What is said between two entries stays between them.
    let lines = pieces[place].split(separator: "\n", omittingEmptySubsequences: false)
    let rest = lines.reversed().prefix { $0.isEmpty || $0.hasPrefix("#") }.reversed()
    pieces[place] = ([String(entry.dropLast())] + rest.map(String.init)).joined(separator: "\n")
  }

  var text: String { pieces.joined(separator: "\n") }
}
