import Content
import Formats
import Linking
import Sites

/// The records of one kind as rows and columns: a line a record, a column a field.
///
/// A group of fields becomes a column for each, named `group.field`; texts and sources in a list are joined by `; `, and other lists of groups are JSON.
/// A source from the library is given by its address, so that the table is of use without the library's.
struct RecordTable {
  let columns: [Column]
  let rows: [[DelimitedText.Cell]]

  struct Column {
    let name: String
    let description: FieldDescription
    /// The names that lead from the record to the value.
    let path: [String]
  }

  /// What every record has besides the fields of its kind.
  static let identity = [
    FieldDescription(name: "id", shape: .text, isRequired: true, meaning: "The record's id, which never changes."),
    FieldDescription(name: "address", shape: .address, isRequired: true, meaning: "Where the record is shown."),
  ]

  /// `publication` gives the address of an entry of the library.
  init(kind: Kind, records: [(page: Page, address: String)], publication: (String) -> String?) {
    let descriptions = kind.fields
    let values = records.map { $0.page.document.record(as: descriptions) }
    let fields = descriptions.flatMap { Self.columns(for: $0, below: []) }
    let used = fields.filter { column in values.contains { $0.value(at: column.path) != nil } }
    columns =
      Self.identity.map { Column(name: $0.name, description: $0, path: []) } + used
    rows = zip(records, values).map { record, value in
      [.text(record.page.document.id.name), .text(record.address)]
        + used.map { Self.cell(for: value.value(at: $0.path), publication) }
    }
  }

  private static func columns(for field: FieldDescription, below path: [String]) -> [Column] {
    let path = path + [field.name]
    guard case .group(let fields) = field.shape else {
      return [Column(name: path.joined(separator: "."), description: field, path: path)]
    }
    return fields.flatMap { columns(for: $0, below: path) }
  }

  private static func cell(for value: RecordValue?, _ publication: (String) -> String?) -> DelimitedText.Cell {
    switch value {
    case nil: .empty
    case .text(let text): .text(text)
    case .number(let number): .integer(number)
    case .flag(let flag): .text(flag ? "true" : "false")
    case .list(let items) where items.allSatisfy(\.isScalar): .text(items.map(\.plainText).joined(separator: "; "))
    case .list(let items) where items.allSatisfy({ $0.sourceText(publication) != nil }):
      .text(items.compactMap { $0.sourceText(publication) }.joined(separator: "; "))
    case .list, .group: .text(String(decoding: (value?.json ?? .null).encoded(), as: UTF8.self))
    }
  }

  var encoded: [UInt8] {
    DelimitedText(header: columns.map(\.name), rows: rows).encoded(byteOrderMark: true)
  }
}

extension RecordValue {
  /// A source by what leads to it: its address, its number or its entry in the library; nil for what is no source.
  fileprivate func sourceText(_ publication: (String) -> String?) -> String? {
    let names: Set = ["url", "document", "library", "title", "consulted"]
    guard case .group(let group) = self, group.fields.allSatisfy({ names.contains($0.name) }) else { return nil }
    for name in ["url", "document", "library", "title"] {
      guard case .text(let text)? = group.value(at: [name]) else { continue }
      guard name == "library" else { return text }
      return [publication(text), "(library: \(text))"].compactMap { $0 }.joined(separator: " ")
    }
    return nil
  }
}
