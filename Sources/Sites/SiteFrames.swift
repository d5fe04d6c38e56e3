import CivilTime
import Content
import Formats
import Linking
import Templating

/// What all pages of one folder and language share.
package struct SiteFrame: TemplateView {
  package var language = ""
  package var direction = ""
  var siteTitle = ""
  /// The hub's own; nil where it has none.
  var logo: LogoView?
  package var root = ""
  var homeAddress = ""
  var searchAddress = ""
  var allPagesAddress = ""
  /// Of the ways in; empty where a hub has none.
  var routesAddress = ""
  package var menu: [MenuItemView] = []
  /// What the foot of each page leads to: who runs the hub, how it works, its data.
  var standingPages: [LinkView] = []
  var builtOn = ""
  var builtOnIso = ""
  /// The language tag by which scripts write dates as the pages do.
  package var locale = ""
  package var publisher: LinkView?
  package var licence: LinkView?
  package var feeds: [FeedView] = []
  /// Empty where a hub offers nothing to take along.
  var offlineAddress = ""

  package static let shape = ViewShape<Self>(
    "SiteFrame",
    [
      .text("language") { $0.language },
      .text("direction") { $0.direction },
      .text("site_title") { $0.siteTitle },
      .group("logo") { $0.logo },
      .text("root") { $0.root },
      .text("home_address") { $0.homeAddress },
      .text("search_address") { $0.searchAddress },
      .text("all_pages_address") { $0.allPagesAddress },
      .text("routes_address") { $0.routesAddress },
      .list("menu") { $0.menu },
      .list("standing_pages") { $0.standingPages },
      .text("built_on") { $0.builtOn },
      .text("built_on_iso") { $0.builtOnIso },
      .text("locale") { $0.locale },
      .group("publisher") { $0.publisher },
      .group("licence") { $0.licence },
      .list("feeds") { $0.feeds },
      .text("offline_address") { $0.offlineAddress },
    ])
}

/// The picture before the hub's name.
package struct LogoView: TemplateView {
  var address = ""
  /// Empty where the size is not known.
  var width = ""
  var height = ""

  package static let shape = ViewShape<Self>(
    "Logo",
    [
      .text("address") { $0.address },
      .text("width") { $0.width },
      .text("height") { $0.height },
    ])
}

/// A file that is shown on every page, with its size.
package struct Logo: Sendable {
  let path: OutputPath
  let size: PictureSize?

  /// Nil where the hub has none.
  init?(of graph: ContentGraph, _ resources: SiteResources) {
    guard let path = graph.pictures.logo else { return nil }
    self.path = path
    size = resources.pictures[path]
  }

  fileprivate func view(link: (OutputPath) -> String) -> LogoView {
    LogoView(
      address: link(path), width: size.map { String($0.width) } ?? "", height: size.map { String($0.height) } ?? "")
  }
}

/// An entry of the main menu: a page, or a door with the pages behind it.
package struct MenuItemView: TemplateView {
  package var title = ""
  package var address = ""
  package var isCurrent = false
  /// What stands behind a door, which has no address of its own.
  package var items: [MenuItemView] = []

  package init(title: String = "", address: String = "", isCurrent: Bool = false, items: [MenuItemView] = []) {
    self.title = title
    self.address = address
    self.isCurrent = isCurrent
    self.items = items
  }

  package static let shape = ViewShape<Self>(
    "MenuItem",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .flag("is_current") { $0.isCurrent },
      .list("items") { $0.items },
    ])
}

/// What all pages of a folder share around their own content, made once for each folder.
package struct SiteFrames: Sendable {
  private let menu: Menu
  private let language: SiteLanguage
  private let today: CivilDate
  private let logo: Logo?
  /// By the folder's path; "" is the root.
  private let known: [String: Filled<SiteFrame>]

  package init(_ menu: Menu, _ language: SiteLanguage, on today: CivilDate, logo: Logo? = nil) {
    self.menu = menu
    self.logo = logo
    self.language = language
    self.today = today
    known = Dictionary(
      uniqueKeysWithValues: menu.folders.map { folder in
        (folder, Filled(SiteFrame(in: folder, menu, language, on: today, logo)))
      })
  }

  package subscript(_ folder: String) -> Filled<SiteFrame> {
    known[folder] ?? Filled(SiteFrame(in: folder, menu, language, on: today, logo))
  }

  /// For a page that is shown at any address of the host, on which the site lies in a folder.
  func anywhere(below hostFolder: String) -> Filled<SiteFrame> {
    Filled(
      SiteFrame(in: nil, root: hostFolder, menu, language, on: today, logo) {
        PageAddress(path: $0).absolute(below: hostFolder)
      })
  }
}

extension SiteFrame {
  fileprivate init(
    in folder: String, _ menu: Menu, _ language: SiteLanguage, on today: CivilDate, _ logo: Logo?
  ) {
    let path = PageAddress.path(folder.isEmpty ? "index.html" : "\(folder)/index.html")
    let depth = folder.isEmpty ? 0 : folder.utf8.count { $0 == UInt8(ascii: "/") } + 1
    self.init(in: folder, root: String(repeating: "../", count: depth), menu, language, on: today, logo) {
      OutputPath.relativeLink(from: path, to: $0)
    }
  }

  /// `root` is what leads to the site's root, `folder` nil for a page that stands in none.
  fileprivate init(
    in folder: String?, root: String, _ menu: Menu, _ language: SiteLanguage, on today: CivilDate, _ logo: Logo?,
    link: (OutputPath) -> String
  ) {
    let (hub, words, prefix) = (menu.hub, language.words, language.prefix)
    self.init(
      language: language.code, direction: language.direction, siteTitle: hub.title,
      logo: logo.map { $0.view(link: link) },
      root: root, homeAddress: link(menu.homePath),
      searchAddress: menu.searchPath.map(link) ?? "", allPagesAddress: link(menu.allPagesPath),
      routesAddress: menu.index(of: Route.kind).map { link($0.path) } ?? "",
      menu: menu.entries(in: folder, prefix: prefix, words: words, link: link),
      standingPages: menu.standingPages.map { LinkView(title: $0.title, address: link($0.path)) },
      builtOn: language.dates.text(today), builtOnIso: today.isoText,
      locale: words[.locale].replacing("_", with: "-"),
      publisher: hub.publisher.map { LinkView(title: $0.name, address: $0.address ?? "") },
      licence: hub.licence.map { LinkView(title: $0.name, address: $0.address ?? "") },
      feeds: [
        FeedView(
          title: words[.feedAtom], address: link(PageAddress.path("\(prefix)feed.xml")),
          mediaType: "application/atom+xml"),
        FeedView(
          title: words[.feedJSON], address: link(PageAddress.path("\(prefix)feed.json")),
          mediaType: "application/feed+json"),
        FeedView(
          title: words[.feedCalendar], address: link(CalendarFeed.meetings.path(below: prefix)),
          mediaType: "text/calendar"),
      ],
      offlineAddress: menu.downloadsPath.map(link) ?? "")
  }
}
