import Content

/// Finds documents by what writers call them: id, title, short name or abbreviation, whatever its case and in any
/// language.
struct DocumentNames: Sendable {
  /// By folded name, the first document that has it.
  private var first: [String: Int] = [:]
  /// By folded name, the others that have it too.
  private var others: [String: [Int]] = [:]

  /// A translation's names are names of its original.
  init(of documents: [Document], originals: [DocumentID: Int]) {
    first.reserveCapacity(documents.count * 2)
    for document in documents {
      guard let number = originals[document.id] else { continue }
      for name in document.ownNames { add(folded(name), number) }
    }
  }

  private mutating func add(_ name: String, _ number: Int) {
    guard let known = first[name] else {
      first[name] = number
      return
    }
    if known != number, others[name]?.contains(number) != true { others[name, default: []].append(number) }
  }

  /// Each document once, in the order of their ids.
  func documents(named name: String) -> [Int] {
    let name = folded(name)
    guard let number = first[name] else { return [] }
    guard let others = others[name] else { return [number] }
    return ([number] + others).sorted()
  }
}

extension Document {
  /// What writers may call it; a sentence is no name, so what has no title answers to its id alone.
  var ownNames: [String] {
    guard kind.needsTitle else { return [id.name] }
    var names = [id.name, title]
    if let short = common.short { names.append(short) }
    if let abbreviation { names.append(abbreviation) }
    return names
  }
}

/// A name as it is compared: in lower case, with typographic quotes made plain.
func folded(_ name: String) -> String {
  let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
  var isASCII = true
  var isLower = true
  for byte in name.utf8 {
    if byte >= 0x80 { isASCII = false }
    if capitals.contains(byte) { isLower = false }
  }
  guard isASCII else { return foldedScalars(of: name) }
  guard !isLower else { return name }
  return String(decoding: name.utf8.map { capitals.contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
}

private func foldedScalars(of name: String) -> String {
  String(
    name.lowercased().map { character in
      switch character {
      case "’", "‘": "'"
      case "“", "”": "\""
      case "\u{A0}": " "
      default: character
      }
    })
}
