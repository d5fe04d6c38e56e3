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
  /// The folders of texts that `hub.yaml` has to declare.
  package var sections: [MigratedSection] = []
  /// Its languages besides the main one.
  package var languages: [String] = []
  /// By their paths in `site-content`, sorted.
  package var texts: [MigratedText] = []
  /// Files to copy: from the old site, to `site-content`.
  package var copies: [(from: String, to: String)] = []
  /// Whether there is HTML that only pandoc turns into Markdown, and it is not there.
  package var needsPandoc = false
  /// Pages and files that are not in the hub, each with the reason.
  package var passedOver: [String] = []
  /// Old addresses that no page can answer.
  package var unanswered: [String] = []
  /// Names of fields that have no place, with how many pages have each.
  package var unusedFields: [String: Int] = [:]
}

/// A folder of articles or pages.
package struct MigratedSection: Sendable, Equatable {
  package let folder: String
  /// As `hub.yaml` names it, such as `article`.
  package let kind: String
  package let title: String

  /// Its lines in `hub.yaml`.
  package var lines: [String] { ["  - folder: \(folder)", "    kind: \(kind)", "    title: \(quoted(title))"] }
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
  var (site, pages) =
    request.generator == .wordpress
    ? try readWordPress(request.files) : readOldSite(request.generator, request.files)
  guard !pages.isEmpty else { throw MigrationFault.nothing(request.generator) }
  site.languages = Array(Set(pages.compactMap(\.language))).sorted()
  var pageMigration = PageMigration(site, pages, markdown: request.markdown)
  for number in pages.indices { pageMigration.carryOver(number) }
  return pageMigration.finished()
}

/// Carries the pages of an old site over, one after the other; each may need people, files and addresses of the hub.
private struct PageMigration {
  private let site: OldSite
  private let pages: [OldPage]
  private let places: NewPlaces
  private let markdown: ((String) -> String?)?
  private var people: OldPeople
  private var links: OldLinks
  private var addresses: ClaimedAddresses
  private var paths: Set<String> = []
  private var migration = Migration()

  init(_ site: OldSite, _ pages: [OldPage], markdown: ((String) -> String?)?) {
    self.site = site
    self.pages = pages
    self.markdown = markdown
    places = NewPlaces(pages)
    people = OldPeople(site)
    links = OldLinks(site: site, pages: pages, places: places)
    addresses = ClaimedAddresses(languages: site.languages.map(languageTag), folders: places.sections.map(\.folder))
  }

  mutating func carryOver(_ number: Int) {
    let page = pages[number]
    let isTranslation = places.isTranslation[number]
    let path = places.names[number] + (isTranslation ? ".\(languageTag(page.language ?? ""))" : "") + ".md"
    guard paths.insert(path).inserted else {
      migration.passedOver.append("\(page.path), since another file is \(path)")
      return
    }
    var conversion = BodyConversion(page, of: site, markdown: markdown)
    var rewriting = LinkConversion(number: number, links: links)
    let body = conversion.convert { rewriting.convert($0) }
    links = rewriting.links
    if let language = page.language, !isTranslation {
      conversion.left.append("a text in '\(language)' whose original is not there")
    }
    var fields = NewFields(page, isTranslation: isTranslation)
    fields.write(&people, &links, number: number, body: body, addresses: &addresses)
    migration.needsPandoc = migration.needsPandoc || conversion.needsPandoc
    migration.unanswered += fields.unanswered
    for name in fields.unused { migration.unusedFields[name, default: 0] += 1 }
    let isDraft = page.isDraft || !conversion.left.isEmpty
    let head = fields.text(isDraft: isDraft, source: page.path, left: conversion.left)
    migration.texts.append(
      MigratedText(
        path: path, text: head + "\n" + body, source: page.path, isDraft: isDraft, left: conversion.left,
        notes: conversion.notes, missing: rewriting.missing, hotlinks: rewriting.hotlinks,
        undescribed: rewriting.undescribed))
  }

  consuming func finished() -> Migration {
    if let text = people.text {
      migration.texts.append(
        MigratedText(
          path: OldPeople.path, text: text, source: "the authors of the pages", isDraft: false, left: [], notes: [],
          missing: [], hotlinks: [], undescribed: []))
    }
    migration.texts.sort { $0.path < $1.path }
    migration.copies = links.copies.map { (from: $0.key, to: $0.value) }.sorted { $0.to < $1.to }
    migration.passedOver += site.passedOver
    migration.languages = site.languages.map(languageTag)
    migration.sections = places.sections
    migration.hub = hubText(site, places, hasPosts: pages.contains { $0.isPost })
    return migration
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

/// A tag as hubs write it, such as `pt-BR`; the case of its letters stays, since old addresses have it.
func languageTag(_ written: String) -> String {
  let parts = written.replacing("_", with: "-").split(separator: "-").map(String.init)
  return ((parts.first.map { [$0.lowercased()] } ?? []) + parts.dropFirst()).joined(separator: "-")
}

private func hubText(_ site: OldSite, _ places: NewPlaces, hasPosts: Bool) -> String {
  let address = site.address.flatMap { $0.hasPrefix("http") ? $0.replacing("http://", with: "https://") : nil }
  var lines = ["title: \(quoted(site.title ?? "A hub"))"]
  if let summary = site.summary { lines.append("summary: \(quoted(summary))") }
  lines += [
    "address: \(quoted(address ?? "https://example.org/"))", "language: \(languageTag(site.language))",
    "time_zone: Etc/UTC",
  ]
  if !site.languages.isEmpty {
    lines.append("languages: [\(([site.language] + site.languages).map(languageTag).joined(separator: ", "))]")
  }
  if hasPosts, !site.feeds.isEmpty { lines.append("feed_aliases: [\(site.feeds.joined(separator: ", "))]") }
  lines.append("sections:")
  lines += places.sections.flatMap(\.lines)
  return lines.joined(separator: "\n") + "\n"
}

/// A text as YAML takes it, whatever stands in it.
func quoted(_ text: String) -> String {
  let plain = text.replacing(/\s+/, with: " ").trimmed
  return "\"\(plain.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
}
