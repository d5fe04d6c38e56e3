import Diagnostics
import Markdown

/// Turns one file into the documents it holds.
struct DocumentReader: Sendable {
  let hub: HubDescription

  /// More faults of one file are not shown: they have one cause, and a list of them would hide those of other files.
  static let mostFaults = 200

  struct Reading: Sendable {
    var documents: [Document] = []
    var diagnostics: [Diagnostic] = []
    var drafts: [UnfinishedDraft] = []
    var unread = UnreadDocuments()
    /// Those of the file, which are read when their originals are.
    var translations: [WrittenTranslation] = []

    mutating func add(_ other: Reading) {
      documents += other.documents
      translations += other.translations
      drafts += other.drafts
      diagnostics += other.diagnostics
      unread.formUnion(other.unread)
    }
  }

  /// What a file's path says of the documents in it.
  struct Origin: Sendable {
    let kind: Kind
    let folder: String
    let language: String
    /// The id, for a file that is one document.
    let name: String?
  }

  @Sendable func read(_ found: ContentFolder.ContentFile, as kind: Kind) -> Reading {
    let origin: Origin
    switch self.origin(of: found, kind: kind) {
    case .success(let value): origin = value
    case .failure(let found): return Reading(diagnostics: [found.diagnostic])
    }
    var reading: Reading
    switch readText(found.location, size: found.size, shownAs: found.shownPath) {
    case .failure(let found): reading = unread(origin, found)
    case .success(let file):
      reading = origin.name.map { readMarkdownFile(file, origin, name: $0) } ?? readListFile(file, origin)
    }
    reading.diagnostics = reading.diagnostics.limited(to: Self.mostFaults)
    return reading
  }

  /// Reads kind, language and id out of a file's path, which has two parts.
  private func origin(of found: ContentFolder.ContentFile, kind: Kind) -> Result<Origin, DiagnosticFound> {
    func failure(_ code: DiagnosticCode, _ message: String, _ help: String) -> Result<Origin, DiagnosticFound> {
      .failure(DiagnosticFound(diagnostic: Diagnostic(code, message, at: found.place, help: help)))
    }
    let path = found.path.split(separator: "/").map(String.init)
    let parts = path[1].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let isList = parts.last != "md"
    guard parts.count <= 3, isList || isIdentifier(parts[0]) else {
      let id = identifier(ofTitle: String(parts.dropLast().joined(separator: " ")))
      return failure(
        .invalidFileName, Self.rule(forName: parts[0], "a file's name"),
        id.map { "Rename it: hubwright move '\(path.joined(separator: "/"))' \($0)" }
          ?? "Rename it like 'what-is-at-stake.md', or 'what-is-at-stake.fr.md' for a translation")
    }
    guard isList || !isReserved(parts[0]) else {
      return failure(
        .invalidFileName,
        "no page has a name that cannot stand on every disk, and \(reasonAgainst(fileName: parts[0]) ?? "")",
        "Rename it, such as '\(parts[0])-page.md'")
    }
    guard !isList || !kind.isArticle else {
      return failure(.wrongType, "articles are written in Markdown", "Write a file that ends with .md")
    }
    let language = parts.count == 3 ? parts[1] : hub.language
    guard hub.languages.contains(language) else {
      let ending = parts.last ?? "md"
      let nearest = nearestName(to: language, among: hub.languages)
      return failure(
        .unknownLanguage, "the hub has no language '\(shortened(language))'",
        (nearest.map { "Rename it to '\(parts[0]).\($0).\(ending)', or add" } ?? "Add")
          + " it under 'languages' in hub.yaml")
    }
    return .success(Origin(kind: kind, folder: path[0], language: language, name: isList ? nil : parts[0]))
  }

  /// What a name breaks: it has other signs, or too many.
  private static func rule(forName name: String, _ noun: String) -> String {
    isIdentifier(name.prefix(150))
      ? "\(noun) has at most 150 letters, and this has \(name.count)"
      : "\(noun) consists of lower-case letters, digits and hyphens"
  }

  private func unread(_ origin: Origin, _ fault: DiagnosticFound) -> Reading {
    var unread = UnreadDocuments()
    if let name = origin.name {
      unread.add(DocumentID(folder: origin.folder, name: name))
    } else {
      unread.add(folder: origin.folder)
    }
    return Reading(diagnostics: [fault.diagnostic], unread: unread)
  }
}

// MARK: Articles and single records

extension DocumentReader {
  private func readMarkdownFile(_ file: SourceFile, _ origin: Origin, name: String) -> Reading {
    let frontMatter: FrontMatter
    switch FrontMatter.cut(file) {
    case .success(let value): frontMatter = value
    case .failure(let found): return unread(origin, found)
    }
    let source = YAMLSource(file: file, lineOffset: 1)
    let fields: [YAMLField]
    switch source.parse(frontMatter.yaml) {
    case .failure(let found): return unread(origin, found)
    case .success(nil): fields = []
    case .success(let node?):
      guard case .fields(let found) = node.content else {
        return unread(
          origin,
          source.slip(at: node)
            ?? source.fault(.wrongType, "front matter holds fields", at: node.mark, help: "Write 'title: …'"))
      }
      fields = found
    }
    let (body, bodyDiagnostics) = readMarkdown(
      frontMatter.body, in: file, firstLine: frontMatter.bodyLine, reservedIDs: origin.kind.reservedIDs)
    var reading = version(
      named: name, origin, fields, in: source, at: FrontMatter.fence(of: file), body: body,
      isWhole: !bodyDiagnostics.contains { $0.code == .tooComplex })
    reading.diagnostics += bodyDiagnostics
    return reading
  }
}

// MARK: Lists of records

extension DocumentReader {
  func readListFile(_ file: SourceFile, _ origin: Origin) -> Reading {
    let source = YAMLSource(file: file)
    switch source.parse(file.text[...]) {
    case .failure(let found): return unread(origin, found)
    case .success(nil): return Reading()
    case .success(let node?):
      guard case .list(let items) = node.content else {
        return unread(
          origin,
          source.fault(
            .wrongType, "a file of records holds a list", at: node.mark, help: "Begin each record with '- id: …'"))
      }
      var reading = Reading()
      for item in items {
        reading.add(readEntry(item, origin, in: source))
        if reading.diagnostics.count > Self.mostFaults {
          reading.unread.add(folder: origin.folder)
          break
        }
      }
      return reading
    }
  }

  private func readEntry(_ item: YAMLNode, _ origin: Origin, in source: YAMLSource) -> Reading {
    guard case .fields(let fields) = item.content else {
      return unread(
        origin,
        source.slip(at: item)
          ?? source.fault(
            .wrongType, "each record is a group of fields", at: item.mark, help: "Begin it with '- id: …'"))
    }
    guard let id = fields.value(of: "id"), !id.isEmpty else {
      return unread(
        origin,
        source.fault(
          .missingField, "each record of a list has the field 'id'", at: item.mark, help: "Add a line 'id: …'"))
    }
    guard let name = id.text, isIdentifier(name) else {
      return unread(
        origin,
        source.fault(
          .invalidID, Self.rule(forName: id.text ?? "", "an id"), at: id.mark,
          help: (id.text ?? "").count > 150 ? "Shorten it" : "Write it like 'session-12'"))
    }
    guard !isReserved(name) else {
      return unread(
        origin,
        source.fault(
          .invalidID,
          "no page has a name that cannot stand on every disk, and \(reasonAgainst(fileName: name) ?? "")", at: id.mark,
          help: "Write another id, such as '\(name)-1'"))
    }
    return version(
      named: name, origin, fields.filter { $0.name != "id" }, in: source, at: source.range(of: id), body: .empty,
      isWhole: true)
  }
}

// MARK: Documents

extension DocumentReader {
  /// A document in the hub's main language, or a translation that waits for its original.
  private func version(
    named name: String, _ origin: Origin, _ written: [YAMLField], in source: YAMLSource, at place: SourceRange,
    body: MarkdownBody, isWhole: Bool
  ) -> Reading {
    guard origin.language != hub.language else {
      return document(named: name, origin, written, in: source, at: place, body: body, isWhole: isWhole)
    }
    let translation = WrittenTranslation(
      id: DocumentID(folder: origin.folder, name: name), origin: origin, fields: written, source: source, place: place,
      body: body, isWhole: isWhole)
    return Reading(translations: [translation])
  }

  /// `isWhole` is false for a document whose text was refused, which is left out as if its fields had been at fault.
  func document(
    named name: String, _ origin: Origin, _ written: [YAMLField], in source: YAMLSource, at place: SourceRange,
    body: MarkdownBody, isWhole: Bool
  ) -> Reading {
    let id = DocumentID(folder: origin.folder, name: name)
    var fields = FieldReader(written, in: source, place: place, noun: origin.kind.noun)
    let common = CommonFields(origin.kind, reading: &fields)
    let own = origin.kind.read(&fields)
    fields.reportUnknownFields()
    let names = ["title", "short", "abbreviation"].compactMap { written.value(of: $0)?.text }
    if fields.lacksOnlyValues, isWhole, written.value(of: "draft")?.text == "true" {
      return Reading(drafts: [
        UnfinishedDraft(id: id, language: origin.language, names: names, faults: fields.diagnostics)
      ])
    }
    let blocks = body.blocks.compactMap { fields.block($0, of: hub) }
    if own != nil {
      fields.diagnostics += missingSections(of: body, origin, at: place)
    }
    guard let common, let own, isWhole else {
      var unread = UnreadDocuments()
      unread.add(id, names: names)
      return Reading(diagnostics: fields.diagnostics, unread: unread)
    }
    let document = Document(
      id: id, language: origin.language, kind: origin.kind, common: common, fields: own, body: body,
      source: source.file, place: place,
      references: fields.references, names: fields.names, blocks: blocks,
      written: origin.kind.isArticle && hub.languages.count == 1 ? [] : written)
    return Reading(documents: [document], diagnostics: fields.diagnostics)
  }

  /// Each heading of the template that is missing; where all are there, the first that is out of its place.
  private func missingSections(of body: MarkdownBody, _ origin: Origin, at place: SourceRange) -> [Diagnostic] {
    let template = origin.kind.headings
    // The template's headings are English.
    guard !template.isEmpty, origin.language == "en" || origin.language.hasPrefix("en-") else { return [] }
    let written = body.headings.filter { $0.level == 2 }.map(\.text)
    let missing = template.filter { !written.contains($0) }
    guard missing.isEmpty else {
      return missing.map {
        Diagnostic(
          .missingSection, "\(origin.kind.noun) has a heading '\($0)'", at: place, help: "Add a line '## \($0)'")
      }
    }
    let order = written.filter(template.contains)
    guard let (found, expected) = zip(order, template).first(where: { $0 != $1 }) else { return [] }
    return [
      Diagnostic(
        .missingSection,
        "\(origin.kind.noun) has its headings in the template's order, and '\(found)' stands where '\(expected)' belongs",
        at: place, help: "Move the heading")
    ]
  }
}

extension [Diagnostic] {
  /// The first so many in reading order, and in place of the others one that counts them.
  func limited(to limit: Int) -> [Diagnostic] {
    guard count > limit else { return self }
    let inOrder = sorted(by: Diagnostic.inReadingOrder)
    let rest = inOrder[limit]
    return inOrder[..<limit] + [
      Diagnostic(
        .tooComplex, "\(limit) faults of a file are shown, and this has \(count - limit) more from here on",
        at: rest.range,
        help: "Mend the first ones; the others may go with them")
    ]
  }
}
