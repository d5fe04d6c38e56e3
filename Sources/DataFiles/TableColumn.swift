import Content
import Sites

/// A column of a table: where its values stand in a record, and how its cells write them.
struct TableColumn: Sendable {
  /// The names that lead from the record to the value, with points between them.
  let name: String
  let path: [String]
  let meaning: String
  /// Whether every row has a value.
  let isRequired: Bool
  let form: Form

  enum Form: Sendable {
    case one(FieldShape)
    /// Several, with a separator that stands in none of them.
    case list(FieldShape, separator: String)
    /// A list of what is too rich for a cell.
    case json
  }

  /// What a cell holds, in the words of the dictionary.
  var words: String {
    switch form {
    case .one(let shape): shape.words
    case .list(let item, let separator): "a list, each item \(item.words); '\(separator)' stands between two items"
    case .json: "a list of groups of fields, as JSON"
    }
  }

  /// The kind whose records the cells name; nil where they name none, several at once, or those of several kinds.
  var target: Kind? {
    guard case .one(.reference(let kinds)) = form, kinds.count == 1 else { return nil }
    return kinds[0]
  }
}

extension TableColumn {
  /// The columns of a field, with the values that rows have in each: one a field, of a group one for each of its fields. Those without any value are left away.
  static func each(of fields: [FieldDescription], in records: [Record]) -> [TableColumn] {
    fields.flatMap { each(of: $0, below: [], isRequired: true, in: records) }
  }

  private static func each(
    of field: FieldDescription, below path: [String], isRequired: Bool, in records: [Record]
  ) -> [TableColumn] {
    let path = path + [field.name]
    let isRequired = isRequired && field.isRequired
    if case .group(let fields) = field.shape {
      return fields.flatMap { each(of: $0, below: path, isRequired: isRequired, in: records) }
    }
    let values = records.compactMap { $0.value(at: path) }
    guard !values.isEmpty || isRequired else { return [] }
    return [
      TableColumn(
        name: path.joined(separator: "."), path: path, meaning: field.meaning, isRequired: isRequired,
        form: Form(field.shape, holding: values))
    ]
  }
}

extension TableColumn.Form {
  /// A cell holds a list of texts, or of groups as JSON; which of the two is the same in all rows.
  init(_ shape: FieldShape, holding values: [RecordValue]) {
    guard case .list(let item) = shape else {
      self = .one(shape)
      return
    }
    let items = values.flatMap { value -> [RecordValue] in
      guard case .list(let items) = value else { return [] }
      return items
    }
    switch item {
    case .group(let fields) where !fields.areOfSource: self = .json
    case .textOrGroup where !items.allSatisfy(\.isScalar): self = .json
    case .group, .textOrGroup: self = .list(.text, separator: Self.separator(of: items.flatMap(\.texts)))
    default: self = .list(item, separator: Self.separator(of: items.flatMap(\.texts)))
    }
  }

  /// The first that stands in no text, so that a cell can be taken apart again.
  private static func separator(of texts: [String]) -> String {
    let separators = ["; ", " | ", " || "]
    return separators.first { separator in !texts.contains { $0.contains(separator) } } ?? "\n"
  }
}

extension [FieldDescription] {
  /// Whether they are those of a source.
  fileprivate var areOfSource: Bool { contains { $0.name == "library" } && contains { $0.name == "consulted" } }
}

extension RecordValue {
  /// All texts within it.
  fileprivate var texts: [String] {
    switch self {
    case .list(let items): items.flatMap(\.texts)
    case .group(let group): group.fields.flatMap(\.value.texts)
    case .text, .number, .flag: [plainText]
    }
  }
}
