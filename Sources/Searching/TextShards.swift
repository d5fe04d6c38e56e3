import Formats

/// What results show of documents: small ones together, a long one in a shard of its own.
struct TextShards: Sendable {
  let ranges: [Range<Int>]
  private let documents: [SearchDocument]

  private static let size = 6_000

  init(_ documents: [SearchDocument]) {
    self.documents = documents
    var ranges: [Range<Int>] = []
    var start = 0
    var size = 0
    for (number, document) in documents.enumerated() {
      if number > start, size + document.size > Self.size {
        ranges.append(start..<number)
        start = number
        size = 0
      }
      size += document.size
    }
    if start < documents.count { ranges.append(start..<documents.count) }
    self.ranges = ranges
  }

  /// For each document its address, title, kind, date, summary, names and text.
  func script(_ number: Int) -> [UInt8] {
    let rows = documents[ranges[number]].map { document in
      JSONValue.array(
        [document.address, document.title, document.label, document.date, document.summary].map { .string($0) }
          + [
            .array(document.names.map { .string($0) }), .string(String(decoding: document.text(), as: UTF8.self)),
            .string(document.language),
          ])
    }
    return ShardText.script("t\(number)", JSONValue.array(rows).encoded())
  }

  /// By document the number of its kind, its year, and the numbers of its issues, with the lists that the numbers are of.
  static func filters(of documents: [SearchDocument]) -> [UInt8] {
    let kinds = Set(documents.map(\.kind)).sorted()
    let issues = Set(documents.flatMap(\.issues)).sorted()
    let kindNumbers = Dictionary(uniqueKeysWithValues: kinds.enumerated().map { ($1, $0) })
    let issueNumbers = Dictionary(uniqueKeysWithValues: issues.enumerated().map { ($1, $0) })
    let value = JSONValue.object(present: [
      "kinds": .array(kinds.map { .string($0) }),
      "issues": .array(issues.map { .string($0) }),
      "kind": .array(documents.map { .integer(kindNumbers[$0.kind] ?? 0) }),
      "year": .array(documents.map { .integer($0.year ?? 0) }),
      "about": .array(
        documents.map { document in
          .string(document.issues.compactMap { issueNumbers[$0].map(String.init) }.joined(separator: " "))
        }),
    ])
    return ShardText.script("filters", value.encoded())
  }
}
