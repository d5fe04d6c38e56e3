import Content
import Foundation

extension RecordValue {
  /// What a text outside a hub means as the value of a field: lists and groups are JSON, everything else is as it stands.
  init?(carried text: String, as shape: FieldShape) {
    switch shape {
    case .list, .group:
      guard let tree = try? JSONDecoder().decode(JSONTree.self, from: Data(text.utf8)),
        let value = RecordValue(tree, as: shape)
      else { return nil }
      self = value
    default:
      guard let value = RecordValue(.text(text), as: shape) else { return nil }
      self = value
    }
  }

  private init?(_ tree: JSONTree, as shape: FieldShape) {
    switch (tree, shape) {
    case (.list(let items), .list(let item)):
      let values = items.map { RecordValue($0, as: item) }
      guard !values.contains(nil) else { return nil }
      self = .list(values.compactMap { $0 })
    case (.object(let members), .group(let fields)), (.object(let members), .textOrGroup(let fields)):
      guard Set(members.keys).isSubset(of: fields.map(\.name)) else { return nil }
      var group: [Record.Field] = []
      for field in fields {
        guard let member = members[field.name] else { continue }
        guard let value = RecordValue(member, as: field.shape) else { return nil }
        group.append(Record.Field(name: field.name, value: value))
      }
      self = .group(Record(fields: group))
    case (.number(let number), .number): self = .number(number)
    case (.flag(let flag), .flag): self = .flag(flag)
    case (.text(let text), .number):
      guard let number = Int(text) else { return nil }
      self = .number(number)
    case (.text(let text), .flag):
      guard text == "true" || text == "false" else { return nil }
      self = .flag(text == "true")
    case (.text, .list), (.text, .group), (.list, _), (.object, _), (.number, _), (.flag, _): return nil
    case (.text(let text), _): self = .text(text)
    }
  }
}

/// JSON as it comes.
private indirect enum JSONTree: Decodable {
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([JSONTree])
  case object([String: JSONTree])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else if let list = try? container.decode([JSONTree].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: JSONTree].self))
    }
  }
}
