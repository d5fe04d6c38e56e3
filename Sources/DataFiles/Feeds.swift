import CivilTime
import Content
import Diagnostics
import Formats
import Linking
import OutputFiles
import Sites

/// Atom and JSON feeds: of the whole hub, of each section and of each issue.
package func feeds(_ site: Site) -> [OutputFile] {
  let prefix = site.language.prefix
  let hub = site.graph.hub
  var files = pair(
    site, path: "\(prefix)feed", title: hub.title, subtitle: hub.summary, page: site.menu.homePath,
    articles: site.lists.articles)
  if site.language.isMain, !hub.hosts.contains(where: \.readsRedirectList), let atom = files.first {
    files += hub.feedAliases.compactMap { alias in OutputPath(alias.path).map { copy(of: atom, at: $0) } }
  }
  for section in hub.sections {
    guard let index = site.menu.index(ofFolder: section.folder) else { continue }
    files += pair(
      site, path: "\(prefix)\(section.folder)/feed", title: "\(hub.title)\(site.words[.colon])\(section.title)",
      subtitle: section.summary,
      page: index.path,
      articles: site.lists.articles.filter { $0.document.id.folder == section.folder })
  }
  for issue in site.graph.pages(of: Issue.self) {
    let page = site.graph.version(of: issue, in: site.language.code)
    files += pair(
      site, path: "\(prefix)issues/\(issue.document.id.name)-feed",
      title: "\(hub.title)\(site.words[.colon])\(page.document.title)",
      subtitle: page.document.common.summary, page: page.address.path,
      articles: site.lists.articlesByIssue[issue.index] ?? [])
  }
  return files
}

/// The hub's feed at an address at which it was read before; it names its new one as its own.
private func copy(of feed: OutputFile, at path: OutputPath) -> OutputFile {
  OutputFile(path: path, leadingTo: feed.path) { () throws(DiagnosticFound) in try feed.contents() }
}

/// The newest entries that a feed holds.
private let feedLength = 30

private func pair(
  _ site: Site, path: String, title: String, subtitle: String?, page: OutputPath, articles: [Page]
) -> [OutputFile] {
  let own = articles.lazy.filter {
    $0.document.language == site.language.code && $0.document.common.date?.isExact == true
  }
  let newest = Array(own.prefix(feedLength))
  let make: @Sendable () -> Feed = {
    feed(site, title: title, subtitle: subtitle, page: page, articles: newest)
  }
  let atom = PageAddress.path("\(path).xml")
  let json = PageAddress.path("\(path).json")
  return [
    OutputFile(path: atom) { make().encodedAsAtom(selfAddress: site.absoluteAddress(of: atom)) },
    OutputFile(path: json) { make().encodedAsJSONFeed(selfAddress: site.absoluteAddress(of: json)) },
  ]
}

private func feed(_ site: Site, title: String, subtitle: String?, page: OutputPath, articles: [Page]) -> Feed {
  let hub = site.graph.hub
  let entries = articles.map { entry(for: $0, site) }
  // A feed without entries has never changed; the day of the build would make another file of it each day.
  let updated = entries.map(\.updated).max() ?? Timestamp(secondsSince1970: 0)
  return Feed(
    id: site.lastingName(of: page), title: title, subtitle: subtitle, updated: updated,
    alternateAddress: site.absoluteAddress(of: page),
    author: Feed.Person(name: hub.publisher?.name ?? hub.title, address: hub.publisher?.address),
    language: site.language.code,
    rights: hub.licence?.name, entries: entries)
}

private func entry(for page: Page, _ site: Site) -> Feed.Entry {
  let common = page.document.common
  let published = Timestamp(common.date?.firstDay ?? .first)
  let address = site.absoluteAddress(of: page)
  return Feed.Entry(
    id: site.lastingName(of: page.firstPath), title: page.document.title,
    updated: common.updated.map { Timestamp($0) } ?? published,
    published: published, address: address,
    summary: common.summary.map { site.marked($0, common.confidence) } ?? site.note(on: common.confidence),
    authors: common.authors.compactMap { site.graph.page($0, in: site.language.code) }.map {
      Feed.Person(name: $0.document.title)
    },
    categories: common.tags)
}

extension Site {
  /// What feeds know a page by (RFC 4287, section 4.2.6): it stays when the hub gets another address.
  fileprivate func lastingName(of path: OutputPath) -> String {
    PageAddress(path: path).absolute(below: "https://\(graph.hub.uidDomain)/")
  }
}

extension Page {
  /// Where the page stood first: the last of its old addresses, before which each move writes another.
  fileprivate var firstPath: OutputPath {
    document.common.aliases.last.flatMap { OutputPath($0.path) } ?? address.path
  }
}
