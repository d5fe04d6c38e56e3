import CivilTime
import Content
import Foundation

/// What is asked of a migration.
package struct MigrationRequest {
  package let generator: OldGenerator
  package let files: [OldFile]
  /// Turns HTML into Markdown; nil where the machine has nothing that does.
  package let markdown: ((String) -> String?)?

  package init(_ generator: OldGenerator, files: [OldFile], markdown: ((String) -> String?)?) {
    self.generator = generator
    self.files = files
    self.markdown = markdown
  }
}

/// A site as files of a hub.
package struct Migration: Sendable {
  /// `hub.yaml`, for a folder that has none.
  package var hub = ""
  /// The folders of articles that `hub.yaml` has to declare.
  package var sections: [String] = []
  /// Its languages besides the main one.
  package var languages: [String] = []
  /// By their paths in `site-content`, sorted.
  package var texts: [MigratedText] = []
  /// Files to copy: from the old site, to `site-content`.
  package var copies: [(from: String, to: String)] = []
  /// Whether there is HTML that only pandoc turns into Markdown, and it is not there.
  package var needsPandoc = false
  /// Old addresses that no page can answer, such as `/?p=12`.
  package var unanswered: [String] = []
  /// Names of fields that have no place, with how many pages have each.
  package var unusedFields: [String: Int] = [:]
}

/// A text of the hub, and what is to be told of it.
package struct MigratedText: Sendable {
  package let path: String
  package var text: String
  package let source: String
  package let isDraft: Bool
  /// What could not be carried over, as it was written.
  package let left: [String]
  package var notes: [String]
  package let missing: [String]
  package let hotlinks: [String]
  package let undescribed: [String]
}

/// Turns the files of an old site into those of a hub.
package func migrate(_ request: MigrationRequest) throws(MigrationFault) -> Migration {
  var (site, pages): (OldSite, [OldPage])
  if request.generator == .wordpress {
    (site, pages) = try readWordPress(request.files.first?.text ?? "")
  } else {
    (site, pages) = readOldSite(request.generator, request.files)
  }
  guard !pages.isEmpty else { throw MigrationFault.nothing(request.generator) }
  site.languages = Array(Set(pages.compactMap(\.language))).sorted()
  let places = NewPlaces(pages)
  var people = OldPeople(site)
  var links = OldLinks(site: site, pages: pages, places: places)
  var migration = Migration()
  var claimed: Set<String> = []
  var paths: Set<String> = []
  for (number, page) in pages.enumerated() {
    var conversion = BodyConversion(page, of: site, markdown: request.markdown)
    var rewriting = LinkConversion(number: number, links: links)
    let body = conversion.convert { rewriting.convert($0) }
    links = rewriting.links
    migration.needsPandoc = migration.needsPandoc || conversion.needsPandoc
    let isTranslation = places.isTranslation[number]
    let path = places.names[number] + (isTranslation ? ".\(languageTag(page.language ?? ""))" : "") + ".md"
    guard paths.insert(path).inserted else {
      migration.unanswered += page.addresses
      continue
    }
    var fields = NewFields(page, isTranslation: isTranslation)
    fields.write(&people, &links, number: number, body: body, claimed: &claimed)
    if page.language != nil, !isTranslation {
      conversion.left.append("a text in '\(page.language ?? "")' whose original is not there")
    }
    migration.unanswered += fields.unanswered
    for name in fields.unused { migration.unusedFields[name, default: 0] += 1 }
    migration.texts.append(
      MigratedText(
        path: path,
        text: fields.text(isDraft: page.isDraft || !conversion.left.isEmpty, source: page.path, left: conversion.left)
          + "\n" + body,
        source: page.path, isDraft: page.isDraft || !conversion.left.isEmpty, left: conversion.left,
        notes: conversion.notes,
        missing: rewriting.missing, hotlinks: rewriting.hotlinks, undescribed: rewriting.undescribed))
  }
  migration.addPeople(people)
  migration.texts.sort { $0.path < $1.path }
  migration.copies = links.copies.map { (from: $0.key, to: $0.value) }.sorted { $0.to < $1.to }
  migration.languages = site.languages.map(languageTag)
  migration.sections = places.sections.map(\.folder)
  migration.hub = hubText(site, places)
  return migration
}

extension Migration {
  fileprivate mutating func addPeople(_ people: OldPeople) {
    guard let text = people.text else { return }
    texts.append(
      MigratedText(
        path: OldPeople.path, text: text, source: "the authors of the pages", isDraft: false, left: [], notes: [],
        missing: [],
        hotlinks: [], undescribed: []))
  }
}

/// Why nothing can be brought over.
package enum MigrationFault: Error, Equatable {
  case nothing(OldGenerator)
  case export(String)

  package var sentence: String {
    switch self {
    case .nothing(let generator):
      "There is no page in it that \(generator.rawValue) would have built; name the site's own folder."
    case .export(let reason): reason
    }
  }
}

/// A tag as hubs write it, such as `pt-BR`.
func languageTag(_ written: String) -> String {
  let parts = written.replacing("_", with: "-").split(separator: "-").map(String.init)
  return parts.enumerated().map { number, part in
    number == 0 ? part.lowercased() : part.count == 2 ? part.uppercased() : part.lowercased().capitalizedFirst
  }.joined(separator: "-")
}

private func hubText(_ site: OldSite, _ places: NewPlaces) -> String {
  let address = site.address.flatMap { $0.hasPrefix("http") ? $0.replacing("http://", with: "https://") : nil }
  var lines = [
    "title: \(quoted(site.title ?? "A hub"))",
    "address: \(quoted(address ?? "https://example.org/"))", "language: \(languageTag(site.language))",
    "time_zone: Etc/UTC",
  ]
  if let summary = site.summary { lines.insert("summary: \(quoted(summary))", at: 1) }
  if !site.languages.isEmpty {
    lines.append("languages: [\(([site.language] + site.languages).map(languageTag).joined(separator: ", "))]")
  }
  lines.append("sections:")
  for section in places.sections {
    lines += [
      "  - folder: \(section.folder)", "    kind: \(section.isPages ? "page" : "article")",
      "    title: \(quoted(section.title))",
    ]
  }
  return lines.joined(separator: "\n") + "\n"
}

/// A text as YAML takes it, whatever stands in it.
func quoted(_ text: String) -> String {
  let plain = text.replacing(/\s+/, with: " ").trimmed
  return "\"\(plain.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
}
