import Content

/// The text of a record in a list as it was written by hand and by imports: the lines of each field and comments, in their order.
struct EntryText {
  private struct Part {
    /// Nil for comments, and for what is no field in a line of its own.
    let name: String?
    /// Indented by two spaces, with its line end.
    var text: String
  }

  private var parts: [Part] = []

  /// `text` begins with `- ` and ends with a line end.
  init(_ text: String) {
    for line in ("  " + text.dropFirst(2)).split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      let name = Self.name(of: line)
      if name != nil || parts.isEmpty || line.hasPrefix("  #") {
        parts.append(Part(name: name, text: line + "\n"))
      } else {
        parts[parts.count - 1].text += line + "\n"
      }
    }
  }

  var text: String { "- " + parts.map(\.text).joined().dropFirst(2) }

  /// With the fields of a record in place of some of its own; each in the place it has, or behind those that stand before it in the
  /// kind's order.
  mutating func set(_ names: some Sequence<String>, of record: Record) {
    let order = ["id"] + Meeting.kind.fields.map(\.name)
    for name in names {
      let lines = record.value(at: [name]).map { Record(fields: [.init(name: name, value: $0)]).yamlLines }
      if let position = parts.firstIndex(where: { $0.name == name }) {
        if let lines { parts[position].text = lines } else { parts.remove(at: position) }
      } else if let lines {
        let before = order.prefix { $0 != name }
        let last = parts.lastIndex { $0.name.map { before.contains($0) || $0 == Self.marksName } ?? false }
        parts.insert(Part(name: name, text: lines), at: last.map { $0 + 1 } ?? parts.count)
      }
    }
  }

  /// With these marks in place of its own; a record that has none gets them below its id, if that stands first.
  mutating func set(_ marks: ImportMarks) {
    let part = Part(name: Self.marksName, text: marks.line)
    if let position = parts.firstIndex(where: { $0.name == Self.marksName }) {
      parts[position] = part
    } else {
      parts.insert(part, at: parts.first?.name == "id" ? 1 : parts.count)
    }
  }

  private static let marksName = "# imported"

  private static func name(of line: Substring) -> String? {
    if line.hasPrefix(ImportMarks.beginning) { return marksName }
    guard line.hasPrefix("  ") else { return nil }
    let rest = line.dropFirst(2)
    let name = rest.prefix { $0 == "_" || ("a"..."z").contains($0) }
    return !name.isEmpty && rest.dropFirst(name.count).hasPrefix(":") ? String(name) : nil
  }
}
