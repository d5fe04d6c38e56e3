import CivilTime
import Content
import Formats
import Linking

/// Atom and JSON feeds: of the whole hub, of each section and of each issue.
func feeds(_ edition: Edition) -> [OutputFile] {
  let prefix = edition.isMainLanguage ? "" : "\(edition.language)/"
  let hub = edition.graph.hub
  var files = pair(
    edition, path: "\(prefix)feed", title: hub.title, subtitle: hub.summary, page: edition.menu.homePath,
    articles: edition.rows.articles)
  for section in hub.sections {
    guard let index = edition.menu.index(ofFolder: section.folder) else { continue }
    files += pair(
      edition, path: "\(prefix)\(section.folder)/feed", title: "\(hub.title): \(section.title)",
      subtitle: section.summary,
      page: index.path,
      articles: edition.rows.articles.filter { $0.document.id.folder == section.folder })
  }
  for issue in edition.graph.pages(of: .issue) {
    let page = edition.graph.version(of: issue, in: edition.language)
    files += pair(
      edition, path: "\(prefix)issues/\(issue.document.id.name)-feed", title: "\(hub.title): \(page.document.title)",
      subtitle: page.document.common.summary, page: page.address.path,
      articles: edition.rows.articlesByIssue[issue.index] ?? [])
  }
  return files
}

/// The newest entries that a feed holds.
private let feedLength = 30

private func pair(
  _ edition: Edition, path: String, title: String, subtitle: String?, page: OutputPath, articles: [Page]
) -> [OutputFile] {
  let own = articles.lazy.filter {
    $0.document.language == edition.language && $0.document.common.date?.isExact == true
  }
  let newest = Array(own.prefix(feedLength))
  let make: @Sendable () -> Feed = {
    feed(edition, title: title, subtitle: subtitle, page: page, articles: newest)
  }
  let atom = PageAddress.path("\(path).xml")
  let json = PageAddress.path("\(path).json")
  return [
    OutputFile(path: atom) { make().encodedAsAtom(selfAddress: edition.absoluteAddress(of: atom)) },
    OutputFile(path: json) { make().encodedAsJSONFeed(selfAddress: edition.absoluteAddress(of: json)) },
  ]
}

private func feed(_ edition: Edition, title: String, subtitle: String?, page: OutputPath, articles: [Page]) -> Feed {
  let hub = edition.graph.hub
  let entries = articles.map { entry(for: $0, edition) }
  // A feed without entries has never changed; the day of the build would make another file of it each day.
  let updated = entries.map(\.updated).max() ?? Timestamp(secondsSince1970: 0)
  return Feed(
    id: edition.absoluteAddress(of: page), title: title, subtitle: subtitle, updated: updated,
    alternateAddress: edition.absoluteAddress(of: page),
    author: Feed.Person(name: hub.publisher?.name ?? hub.title, address: hub.publisher?.address),
    language: edition.language,
    rights: hub.licence?.name, entries: entries)
}

private func entry(for page: Page, _ edition: Edition) -> Feed.Entry {
  let common = page.document.common
  let published = Timestamp(common.date?.firstDay ?? .first)
  let address = edition.absoluteAddress(of: page)
  return Feed.Entry(
    id: address, title: page.document.title, updated: common.updated.map { Timestamp($0) } ?? published,
    published: published, address: address, summary: common.summary,
    authors: common.authors.compactMap { edition.graph.page($0, in: edition.language) }.map {
      Feed.Person(name: $0.document.title)
    },
    categories: common.tags)
}
