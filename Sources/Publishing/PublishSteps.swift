import Content
import Digests
import Editions
import Linking

/// What has to be sent to a place and removed from it, so that it holds an edition; each list sorted.
package struct PublishSteps: Sendable, Equatable {
  /// What pages load, and whatever else is no page.
  package let assets: [String]
  package let pages: [String]
  /// The list of the edition, and its signature.
  package let lists: [String]
  package let removals: [String]
  /// What an earlier publish that did not come to its end may have sent or removed.
  package let isUnfinished: Bool

  package var sent: [String] { assets + pages }
  package var isEmpty: Bool { assets.isEmpty && pages.isEmpty && lists.isEmpty && removals.isEmpty && !isUnfinished }

  /// `there` is the list that the place has, with what its journal names; nil where it has none.
  init(
    to edition: EditionManifest, lists: [String], removedLists: [String], from there: EditionManifest?,
    journal: PublishJournal?
  ) {
    let unknown = Set(journal?.paths ?? [])
    let known = Dictionary(
      (there?.files ?? []).map { ($0.path.text, $0.digest) }, uniquingKeysWith: { first, _ in first })
    let changed = edition.files.filter { known[$0.path.text] != $0.digest || unknown.contains($0.path.text) }
      .map(\.path.text)
    assets = changed.filter { !Self.isPage($0) }
    pages = changed.filter(Self.isPage)
    self.lists = lists
    let kept = Set(edition.files.map(\.path.text))
    removals =
      (unknown.union(known.keys).filter { !kept.contains($0) }).sorted() + removedLists
    isUnfinished = journal != nil
  }

  /// What readers open; feeds and maps lead to pages, so they come with them.
  private static func isPage(_ path: String) -> Bool {
    [".html", ".html.gz", ".xml", ".xml.gz"].contains { path.hasSuffix($0) }
  }
}

/// What a publish writes down at the place before it changes anything there: what is in it may have any state until the file is gone.
package struct PublishJournal: Sendable, Equatable {
  package static let name = ".hubwright-publishing"
  private static let title = "hubwright-publishing 1 "

  /// Whose it is.
  let token: String
  let paths: [String]

  init(token: String, paths: [String]) {
    self.token = token
    self.paths = paths
  }

  /// A journal that was cut off names nothing, and everything may be as it will.
  init?(decoding bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= 2, lines[0].hasPrefix(Self.title), lines.last == "", lines[lines.count - 2] == "end" else {
      return nil
    }
    token = String(lines[0].dropFirst(Self.title.count))
    paths = lines.dropFirst().dropLast(2).map(String.init)
  }

  func encoded() -> [UInt8] {
    Array(([Self.title + token] + paths + ["end", ""]).joined(separator: "\n").utf8)
  }
}
