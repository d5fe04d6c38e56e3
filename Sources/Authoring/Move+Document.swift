import Content
import Diagnostics
import Linking

// What is changed where the document itself stands.

extension Move {
  mutating func moveVersions() throws(MoveRefusal) {
    for page in versions {
      let file = page.document.source
      if file.path.hasSuffix(".md") {
        let name = file.path.split(separator: "/").last ?? ""
        let content = file.path.dropLast("\(from.folder)/\(name)".count)
        rename(file, to: "\(content)\(to.folder)/\(to.name)\(name.dropFirst(from.name.count))")
        if let field = try fieldThatKeepsAddress(of: page) { try addLine(field, toFrontMatterOf: file) }
      } else {
        try moveEntry(page)
      }
    }
  }

  /// Lets what is recorded of the document's translations be found by its new id.
  mutating func mendRenderings() {
    for file in content.renderings.values.compactMap(\.file) {
      var start = 0
      for line in file.text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
        let id = line.prefix { $0 != UInt8(ascii: " ") }
        if id.elementsEqual(from.description.utf8) { replace(start..<start + id.count, with: to.description, in: file) }
        start += line.count + 1
      }
    }
  }

  /// Changes the id of an entry of a list.
  private mutating func moveEntry(_ page: Page) throws(MoveRefusal) {
    let file = page.document.source
    let start = page.document.place.start
    guard from.name != to.name,
      let id = file.bytes(of: from.name, inLine: start.line, fromColumn: start.column),
      let line = file.bytes(ofLine: start.line), let key = file.line(start.line)?.firstRange(of: "id:")
    else { throw unsure(file, start.line) }
    replace(id, with: to.name, in: file)
    let text = file.line(start.line) ?? ""
    guard let field = try fieldThatKeepsAddress(of: page) else { return }
    let lead = text[..<key.lowerBound]
    if lead.allSatisfy({ $0 == " " || $0 == "-" }) {
      let indent = String(repeating: " ", count: lead.count)
      replace(line.upperBound..<line.upperBound, with: "\n\(indent)\(field)", in: file)
    } else {
      replace(id.upperBound..<id.upperBound, with: ", \(field)", in: file)
    }
  }

  /// The field to add so that the document's address stays; nil where the address does not change, or where the old one was added
  /// to those that the document has.
  private mutating func fieldThatKeepsAddress(of page: Page) throws(MoveRefusal) -> String? {
    // A translation has its original's slug.
    let hasSlug = versions.contains { $0.document.common.slug != nil }
    if let anchor = page.address.fragment {
      return hasSlug || page.document.language != graph.hub.language ? nil : "slug: \(anchor)"
    }
    guard !hasSlug || movesFolder else { return nil }
    let old = page.address.path.text
    guard let first = page.document.common.aliases.first ?? page.document.common.queryAliases.first else {
      return "aliases: [\(old)]"
    }
    try add(old, before: first.place)
    return nil
  }

  /// Adds an old address before the first there is, so that the oldest stays the last, by which feeds know the page.
  private mutating func add(_ address: String, before place: SourceRange) throws(MoveRefusal) {
    let file = place.file
    guard let text = file.line(place.start.line), let line = file.bytes(ofLine: place.start.line) else {
      throw unsure(file, place.start.line)
    }
    let lead = String(String.UnicodeScalarView(text.unicodeScalars.prefix(place.start.column - 1)))
    if lead.allSatisfy({ $0 == " " || $0 == "-" }) {
      replace(line.lowerBound..<line.lowerBound, with: "\(lead)\(address)\n", in: file)
    } else {
      let start = line.lowerBound + lead.utf8.count
      replace(start..<start, with: "\(address), ", in: file)
    }
  }

  /// Adds a field as the last of the front matter.
  private mutating func addLine(_ field: String, toFrontMatterOf file: SourceFile) throws(MoveRefusal) {
    var number = 2
    while let line = file.line(number), !line.hasPrefix("---") { number += 1 }
    guard let fence = file.bytes(ofLine: number) else { throw unsure(file, 1) }
    replace(fence.lowerBound..<fence.lowerBound, with: "\(field)\n", in: file)
  }
}
