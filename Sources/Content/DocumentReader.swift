import Diagnostics
import Markdown
import Yams

/// Turns one file into the documents it holds.
struct DocumentReader: Sendable {
  let hub: HubDescription
  let folderName: String
  private let recordKinds = Dictionary(uniqueKeysWithValues: Kind.records.map { ($0.recordFolder ?? "", $0) })

  init(hub: HubDescription, folderName: String) {
    self.hub = hub
    self.folderName = folderName
  }

  struct Reading: Sendable {
    var documents: [Document] = []
    var diagnostics: [Diagnostic] = []
  }

  @Sendable func read(_ found: ContentFolder.ContentFile) -> Reading {
    let shown = "\(folderName)/\(found.path)"
    switch readText(found.location, size: found.size, shownAs: shown) {
    case .failure(let found): return Reading(diagnostics: [found.diagnostic])
    case .success(let file): return read(file, at: found.path)
    }
  }

  /// `path` is relative to the content folder.
  func read(_ file: SourceFile, at path: String) -> Reading {
    let parts = path.split(separator: "/")
    guard parts.count == 2, let folder = parts.first.map(String.init), let name = parts.last.map(String.init) else {
      return fault(file, .unknownFolder, "documents stand in a folder of their kind", "Move the file into one")
    }
    guard let kind = recordKinds[folder] ?? hub.section(ofFolder: folder)?.kind else {
      let known = recordKinds.keys.sorted() + hub.sections.map(\.folder)
      let nearest = nearestName(to: folder, among: known).map { "Move the file into '\($0)', or declare" } ?? "Declare"
      return fault(
        file, .unknownFolder, "no kind of document belongs into a folder '\(folder)'",
        "\(nearest) the folder under 'sections' in hub.yaml")
    }
    return name.hasSuffix(".md")
      ? readMarkdownFile(file, kind: kind, folder: folder, name: name)
      : readListFile(file, kind: kind, folder: folder)
  }

  private func readMarkdownFile(_ file: SourceFile, kind: Kind, folder: String, name: String) -> Reading {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    let language = parts.count == 3 ? String(parts[1]) : hub.language
    guard let id = parts.first, isIdentifier(id), parts.count <= 3 else {
      return fault(
        file, .invalidFileName, "a file's name consists of lower-case letters, digits and hyphens",
        "Rename it like 'what-is-at-stake.md', or 'what-is-at-stake.fr.md' for a translation")
    }
    guard hub.languages.contains(language) else {
      let nearest = nearestName(to: language, among: hub.languages).map { "Rename it to '\(id).\($0).md', or add" } ?? "Add"
      return fault(
        file, .unknownLanguage, "the hub has no language '\(language)'", "\(nearest) it under 'languages' in hub.yaml")
    }
    switch FrontMatter.cut(file) {
    case .failure(let found): return Reading(diagnostics: [found.diagnostic])
    case .success(let frontMatter):
      let source = YAMLSource(file: file, lineOffset: 1)
      switch source.compose(String(frontMatter.yaml)) {
      case .failure(let fault): return Reading(diagnostics: [fault.diagnostic])
      case .success(let node):
        let mapping = node?.mapping ?? (node == nil ? Node.Mapping([]) : nil)
        guard let mapping else {
          return fault(file, .wrongType, "front matter holds fields", "Write 'title: …'")
        }
        let (body, bodyDiagnostics) = readMarkdown(frontMatter.body, in: file, firstLine: frontMatter.bodyLine)
        let fence = SourceRange(
          file: file, start: SourcePosition(line: 1, column: 1), end: SourcePosition(line: 1, column: 4))
        var reading = document(
          DocumentID(folder: folder, name: String(id)), kind: kind, language: language,
          mapping: mapping, source: source, place: fence, body: body)
        reading.diagnostics += bodyDiagnostics
        if kind == .caseStudy { reading.diagnostics += missingSections(of: body, at: fence) }
        return reading
      }
    }
  }

  private func readListFile(_ file: SourceFile, kind: Kind, folder: String) -> Reading {
    guard !kind.isArticle else {
      return fault(file, .wrongType, "articles are written in Markdown", "Write a file that ends with .md")
    }
    let source = YAMLSource(file: file, lineOffset: 0)
    switch source.compose(file.text) {
    case .failure(let fault): return Reading(diagnostics: [fault.diagnostic])
    case .success(let node):
      guard let node else { return Reading() }
      guard case .sequence(let items) = node else {
        return fault(file, .wrongType, "a file of records holds a list", "Begin each record with '- id: …'")
      }
      var reading = Reading()
      for item in items {
        let entry = readEntry(item, kind: kind, folder: folder, source: source)
        reading.documents += entry.documents
        reading.diagnostics += entry.diagnostics
      }
      return reading
    }
  }

  private func readEntry(_ item: Node, kind: Kind, folder: String, source: YAMLSource) -> Reading {
    let place = source.range(of: item)
    guard case .mapping(let mapping) = item else {
      let diagnostic = Diagnostic(
        .wrongType, "each record is a group of fields", at: place, help: "Begin it with '- id: …'")
      return Reading(diagnostics: [diagnostic])
    }
    guard let id = mapping["id"], case .scalar(let scalar) = id else {
      let diagnostic = Diagnostic(
        .missingField, "each record of a list has the field 'id'", at: place, help: "Add a line 'id: …'")
      return Reading(diagnostics: [diagnostic])
    }
    guard isIdentifier(scalar.string) else {
      let diagnostic = Diagnostic(
        .invalidID, "an id consists of lower-case letters, digits and hyphens", at: source.range(of: id),
        help: "Write it like 'pp-26'")
      return Reading(diagnostics: [diagnostic])
    }
    let fields = Node.Mapping(mapping.filter { $0.key.scalar?.string != "id" })
    return document(
      DocumentID(folder: folder, name: scalar.string), kind: kind, language: hub.language,
      mapping: fields, source: source, place: source.range(of: id), body: .empty)
  }

  private func document(
    _ id: DocumentID, kind: Kind, language: String, mapping: Node.Mapping, source: YAMLSource, place: SourceRange,
    body: MarkdownBody
  ) -> Reading {
    var fields = FieldReader(mapping, in: source, place: place, noun: kind.noun)
    let fallback = Details.fallbackTitle(of: kind) { mapping[Node($0)]?.scalar?.string }
    let common = CommonFields(reading: &fields, fallbackTitle: fallback)
    let details = Details(kind, reading: &fields)
    fields.reportUnknownFields()
    let blocks = readBlocks(of: body, in: source.file, collecting: &fields)
    guard let common, let details else { return Reading(diagnostics: fields.diagnostics) }
    let document = Document(
      id: id, language: language, common: common, details: details, body: body, source: source.file, place: place,
      references: fields.references, names: fields.names, blocks: blocks)
    return Reading(documents: [document], diagnostics: fields.diagnostics)
  }

  /// Reads the parameters of each derived block; their references and faults join those of the document.
  private func readBlocks(
    of body: MarkdownBody, in file: SourceFile, collecting fields: inout FieldReader
  ) -> [BlockRequest] {
    body.blocks.compactMap { block in
      guard let name = BlockName(rawValue: block.name) else {
        let nearest = nearestName(to: block.name, among: BlockName.allCases.map(\.rawValue))
        fields.diagnostics.append(
          Diagnostic(
            .unknownBlock, "there is no derived block '\(block.name)'", at: block.place.range(in: file),
            help: nearest.map { "Write '{\($0)}'" }
              ?? "Write one of " + BlockName.allCases.map(\.rawValue).joined(separator: ", ")))
        return nil
      }
      let source = YAMLSource(file: file, lineOffset: block.parametersLine - 1)
      switch source.compose(block.parameters) {
      case .failure(let fault):
        fields.diagnostics.append(fault.diagnostic)
        return nil
      case .success(let node):
        var reader = FieldReader(
          node?.mapping ?? Node.Mapping([]), in: source, place: block.place.range(in: file),
          noun: "the block '\(block.name)'")
        let request = BlockRequest(name, reading: &reader)
        reader.reportUnknownFields()
        fields.diagnostics += reader.diagnostics
        fields.references += reader.references
        return request
      }
    }
  }

  private func missingSections(of body: MarkdownBody, at place: SourceRange) -> [Diagnostic] {
    let written = body.headings.filter { $0.level == 2 }.map(\.text)
    var next = 0
    for heading in written where next < CaseStudyFields.headings.count && heading == CaseStudyFields.headings[next] {
      next += 1
    }
    guard next < CaseStudyFields.headings.count else { return [] }
    let missing = CaseStudyFields.headings[next]
    let isOutOfOrder = written.contains(missing)
    return [
      Diagnostic(
        .missingSection,
        isOutOfOrder
          ? "a case study has its headings in the template's order, and '\(missing)' is out of place"
          : "a case study has a heading '\(missing)'",
        at: place, help: isOutOfOrder ? "Move the heading" : "Add a line '## \(missing)'")
    ]
  }

  private func fault(_ file: SourceFile, _ code: DiagnosticCode, _ message: String, _ help: String) -> Reading {
    Reading(diagnostics: [Diagnostic(code, message, at: .start(of: file), help: help)])
  }
}
