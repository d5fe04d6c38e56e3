import Content
import Foundation

/// Where each page of the old site stands in the hub.
struct NewPlaces {
  /// `folder/id`, by the number of the page.
  private(set) var names: [String] = []
  /// Whether a page is a translation that has its original, by its number.
  private(set) var isTranslation: [Bool] = []
  /// The folders that the pages need, in the order of the alphabet.
  private(set) var sections: [MigratedSection] = []
  private var bySource: [String: Int] = [:]
  private var byAddress: [String: Int] = [:]
  private var byName: [String: Int] = [:]
  private var taken: Set<String> = []

  private static let reserved: Set<String> =
    Set(Kind.records.compactMap(\.recordFolder)).union([
      "files", "media", "data", "calendar", "downloads", "search", "feeds", "assets", "fonts",
    ])

  init(_ pages: [OldPage]) {
    let folders = Self.folders(of: pages)
    var originals: [String: String] = [:]
    let order = pages.indices.sorted { (pages[$0].language ?? "", $0) < (pages[$1].language ?? "", $1) }
    names = Array(repeating: "", count: pages.count)
    isTranslation = Array(repeating: false, count: pages.count)
    for number in order {
      let page = pages[number]
      let key = "\(page.isPost ? "post" : "page") \(page.key)"
      if page.language != nil, let name = originals[key] {
        names[number] = name
        isTranslation[number] = true
      } else {
        names[number] = freeName(for: page, in: folders[number])
        if page.language == nil { originals[key] = names[number] }
      }
      bySource[page.path] = bySource[page.path] ?? number
      bySource[withoutEnding(page.path)] = bySource[withoutEnding(page.path)] ?? number
      for address in page.addresses {
        let plain = Self.plain(address)
        byAddress[plain] = byAddress[plain] ?? number
      }
      for name in [page.name, withoutEnding(page.path).split(separator: "/").last.map(String.init) ?? "", page.key] {
        byName[name.lowercased()] = byName[name.lowercased()] ?? number
      }
    }
    let originalNames = zip(names, isTranslation).filter { !$0.1 }.map(\.0)
    sections = Set(originalNames.compactMap { $0.split(separator: "/").first.map(String.init) }).sorted().map {
      folder in
      let title = folder.split(separator: "-").joined(separator: " ").capitalizedFirst
      return MigratedSection(folder: folder, kind: folder == "pages" ? "page" : "article", title: title)
    }
  }

  /// Posts stand in `articles`, folders of three pages and more in a section of their own, all else in `pages`.
  private static func folders(of pages: [OldPage]) -> [String] {
    func top(_ page: OldPage) -> String? {
      let parts = page.key.split(separator: "/")
      return parts.count > 1 ? identifier(ofTitle: String(parts[0])) : nil
    }
    var counts: [String: Int] = [:]
    for page in pages where !page.isPost { if let folder = top(page) { counts[folder, default: 0] += 1 } }
    return pages.map { page in
      if page.isPost { return "articles" }
      guard let folder = top(page), counts[folder] ?? 0 >= 3 else { return "pages" }
      return reserved.contains(folder) || reasonAgainst(fileName: folder) != nil ? "\(folder)-pages" : folder
    }
  }

  private mutating func freeName(for page: OldPage, in folder: String) -> String {
    let parts = page.key.split(separator: "/").map(String.init)
    let name = page.name == "index" && parts.count < 2 ? "start" : page.name
    let title = page.fields.text("title")
    var candidates = [
      identifier(ofTitle: name), parts.count > 1 ? identifier(ofTitle: parts.suffix(2).joined(separator: " ")) : nil,
      title.flatMap { identifier(ofTitle: $0) },
      parts.count > 2 ? identifier(ofTitle: parts.joined(separator: " ")) : nil,
    ].compactMap(\.self)
    let first = candidates.first ?? "page"
    candidates += (2...9_999).lazy.map { "\(first)-\($0)" }.prefix(pagesOfOneName)
    for id in candidates
    where reasonAgainst(fileName: id) == nil && id != "index" && taken.insert("\(folder)/\(id)").inserted {
      return "\(folder)/\(id)"
    }
    return "\(folder)/\(first)-\(taken.count + pagesOfOneName)"
  }

  private let pagesOfOneName = 200

  /// The page that a path of the old site's sources, one of its addresses or a bare name means.
  func page(atSource path: String) -> Int? {
    for ending in ["", "/index", "/_index", "/README"] {
      if let number = bySource[path + ending] { return number }
    }
    return bySource[withoutEnding(path)]
  }

  func page(atAddress address: String) -> Int? { byAddress[Self.plain(address)] }

  func page(named name: String) -> Int? { byName[withoutEnding(name).lowercased()] }

  /// An address as it is compared: without what hosts add or leave out.
  static func plain(_ address: String) -> String {
    var path = address.removingPercentEncoding ?? address
    for ending in ["/index.html", "/index.htm", ".html", ".htm", "/"] where path.hasSuffix(ending) {
      path.removeLast(ending.count)
      break
    }
    return path.lowercased()
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
