import Content

/// The documents that refer to one, by field and kind, so that a lookup never walks those of other kinds.
struct IncomingReferences: Sendable {
  private struct Way: Hashable {
    let field: AnyReferenceField
    let kind: Kind
  }

  /// In ascending order, each once.
  private var pages: [Way: [Int]] = [:]

  var isEmpty: Bool { pages.isEmpty }

  /// Documents are added in ascending order.
  mutating func add(_ field: AnyReferenceField, from index: Int, kind: Kind) {
    let way = Way(field: field, kind: kind)
    if pages[way]?.last != index { pages[way, default: []].append(index) }
  }

  /// Those that refer to it in one of the fields, each once, in ascending order.
  func pages(of kind: Kind, by fields: [AnyReferenceField]) -> [Int] {
    let found = fields.compactMap { pages[Way(field: $0, kind: kind)] }
    return found.count > 1 ? Set(found.joined()).sorted() : found.first ?? []
  }
}
