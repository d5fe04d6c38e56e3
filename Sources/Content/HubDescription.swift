import Diagnostics

/// The hub as a whole, as `site-content/hub.yaml` describes it.
package struct HubDescription: Sendable {
  package let title: String
  package let summary: String?
  /// The canonical address, which ends with a slash; used only where a format demands an absolute address.
  package let address: String
  package let language: String
  package let languages: [String]
  package let timeZone: String
  package let publisher: Link?
  package let licence: Link?
  /// Where the sources can be edited; `{path}` stands for a file's path.
  package let editAddress: String?
  package let regions: [Declared]
  package let meetingTypes: [Declared]
  package let series: [Declared]
  package let sections: [Section]
  package let citations: [Citation]
  package let startHere: [Reference]
  /// Folders whose indexes the menu names; all, where none is given.
  package let menu: [String]
  package let file: SourceFile

  package struct Link: Sendable {
    package let name: String
    package let address: String?
  }

  package struct Declared: Sendable {
    package let id: String
    package let title: String
    package let summary: String?
  }

  /// A folder of articles.
  package struct Section: Sendable {
    package let folder: String
    package let kind: Kind
    package let title: String
    package let summary: String?
    package let order: Order

    package enum Order: String, Sendable, CaseIterable {
      case series, title, date
    }
  }

  /// How texts of a body are cited in prose: `Resolution {number}`.
  package struct Citation: Sendable {
    package let pattern: String
    package let organ: Reference
    package let form: ResolutionFields.Form
  }

  package func declared(_ vocabulary: Named.Vocabulary) -> [Declared] {
    switch vocabulary {
    case .regions: regions
    case .meetingTypes: meetingTypes
    case .series: series
    }
  }

  package func title(of named: Named) -> String {
    declared(named.vocabulary).first { $0.id == named.id }?.title ?? named.id
  }

  package func section(ofFolder folder: String) -> Section? {
    sections.first { $0.folder == folder }
  }

  init?(reading fields: inout FieldReader, file: SourceFile) {
    self.file = file
    let title = fields.text("title", required: true, "The hub's name.")
    summary = fields.text("summary", "What it is for, in a sentence or two.")
    let address = fields.address("address", required: true, "Its canonical address.")
    let language = fields.identifierOfLanguage("language", required: true, "The language of its originals.")
    let others = fields.texts("languages", "Every language it has.")
    let timeZone = fields.timeZone("time_zone", required: true, "The time zone of its days.")
    publisher = fields.group("publisher", "a publisher", "Who publishes it.", Self.link)
    licence = fields.group("licence", "a licence", "The licence of its content.", Self.link)
    editAddress = fields.address("edit_address", "Where a file can be edited.")
    regions = fields.groups("regions", "a region", "The groups of states.", Self.declared)
    meetingTypes = fields.groups("meeting_types", "a type of meeting", "The types of meetings.", Self.declared)
    series = fields.groups("series", "a series", "The series of articles.", Self.declared)
    sections = fields.groups("sections", "a section", "The folders of articles.", Self.section)
    citations = fields.groups("citations", "a citation", "How texts are cited in prose.", Self.citation)
    startHere = fields.references(
      "start_here", .explainer, .guide, .article, .page, .briefing, .caseStudy, meaning: "What a newcomer reads first.")
    menu = fields.texts("menu", "The folders whose indexes the menu names, where not all.")
    guard let title, let address, let language, let timeZone else { return nil }
    self.title = title
    self.address = address.hasSuffix("/") ? address : address + "/"
    self.language = language
    self.languages = [language] + others.filter { $0 != language }
    self.timeZone = timeZone
  }

  private static func link(_ fields: inout FieldReader) -> Link? {
    let name = fields.text("name", required: true, "The name.")
    let address = fields.address("url", "The address.")
    return name.map { Link(name: $0, address: address) }
  }

  private static func declared(_ fields: inout FieldReader) -> Declared? {
    let id = fields.identifier("id", required: true, "The word by which documents refer to it.")
    let title = fields.text("title", required: true, "What readers see.")
    let summary = fields.text("summary", "What it is, in a sentence.")
    guard let id, let title else { return nil }
    return Declared(id: id, title: title, summary: summary)
  }

  private static func section(_ fields: inout FieldReader) -> Section? {
    let folder = fields.identifier("folder", required: true, "The folder in site-content.")
    let kind = fields.text("kind", "The kind of its articles.") ?? Kind.article.rawValue
    let title = fields.text("title", required: true, "What readers see.")
    let summary = fields.text("summary", "What it holds, in a sentence.")
    let order = fields.choice("order", Section.Order.self, "How its articles are listed.") ?? .date
    guard let folder, let title else { return nil }
    guard let kind = Kind.articles.first(where: { $0.rawValue == kind }) else {
      let names = Kind.articles.map(\.rawValue)
      fields.diagnostics.append(
        Diagnostic(
          .invalidChoice, "the kind of a section is one of \(names.joined(separator: ", "))", at: fields.place,
          help: nearestName(to: kind, among: names).map { "Write '\($0)'" }))
      return nil
    }
    return Section(folder: folder, kind: kind, title: title, summary: summary, order: order)
  }

  private static func citation(_ fields: inout FieldReader) -> Citation? {
    let pattern = fields.text("write", required: true, "The words, with {number} for the number.")
    let organ = fields.reference("organ", .body, required: true, meaning: "The body whose texts are meant.")
    let form = fields.choice("form", ResolutionFields.Form.self, "The form of text that is meant.") ?? .resolution
    guard let pattern, let organ, pattern.contains("{number}") else { return nil }
    return Citation(pattern: pattern, organ: organ, form: form)
  }
}

extension FieldReader {
  mutating func identifierOfLanguage(_ name: String, required: Bool, _ meaning: StaticString) -> String? {
    guard let text = text(name, required: required, meaning) else { return nil }
    return isLanguageTag(text) ? text : nil
  }
}

/// Whether a text has the form of a language tag such as `fr` or `zh-Hans` (RFC 5646, without extensions).
func isLanguageTag(_ text: some StringProtocol) -> Bool {
  let parts = text.split(separator: "-", omittingEmptySubsequences: false)
  guard let first = parts.first, (2...3).contains(first.utf8.count), first.utf8.allSatisfy({ (97...122).contains($0) })
  else { return false }
  return parts.dropFirst().allSatisfy { part in
    (2...8).contains(part.utf8.count)
      && part.utf8.allSatisfy { (97...122).contains($0 | 0x20) || (48...57).contains($0) }
  }
}
