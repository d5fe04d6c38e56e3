import Content
import Formats
import Sites

/// Records as rows and columns: a line a record, a column a field.
///
/// A group of fields becomes a column for each, named `group.field`; texts and sources in a list are joined, and other lists of groups are JSON.
/// A source from the library is given by its address, so that the table is of use without the library's.
struct RecordTable {
  let columns: [TableColumn]
  let rows: [[DelimitedText.Cell]]

  /// `publication` gives the address of an entry of the library.
  init(fields: [FieldDescription], records: [Record], publication: (String) -> String?) {
    let columns = TableColumn.each(of: fields, in: records)
    self.columns = columns
    rows = records.map { record in
      columns.map { Self.cell(for: record.value(at: $0.path), in: $0.form, publication) }
    }
  }

  private static func cell(
    for value: RecordValue?, in form: TableColumn.Form, _ publication: (String) -> String?
  ) -> DelimitedText.Cell {
    switch (value, form) {
    case (nil, _): .empty
    case (.number(let number)?, _): .integer(number)
    case (.list(let items)?, .list(_, let separator)):
      .text(items.map { $0.isScalar ? $0.plainText : $0.sourceText(publication) }.joined(separator: separator))
    case (.list(let items)?, _) where items.isEmpty: .empty
    case (.list?, _), (.group?, _): .text(String(decoding: (value?.json ?? .null).encoded(), as: UTF8.self))
    case (.text?, _), (.flag?, _): .text(value?.plainText ?? "")
    }
  }

  var encoded: [UInt8] {
    DelimitedText(header: columns.map(\.name), rows: rows).encoded(byteOrderMark: true)
  }
}

extension RecordValue {
  /// A source by what leads to it: its address, its number or its entry in the library.
  fileprivate func sourceText(_ publication: (String) -> String?) -> String {
    guard case .group(let group) = self else { return plainText }
    for name in ["url", "document", "library", "title"] {
      guard case .text(let text)? = group.value(at: [name]) else { continue }
      guard name == "library" else { return text }
      return [publication(text), "(library: \(text))"].compactMap { $0 }.joined(separator: " ")
    }
    return ""
  }
}
