import Foundation

/// Where links of old pages lead in the hub, and which files they need.
struct OldLinks {
  let site: OldSite
  let pages: [OldPage]
  let places: NewPlaces
  /// The files that pages show or link to, by their old paths, with their new ones.
  var copies: [String: String] = [:]

  enum Target: Equatable {
    /// As it is written, with its anchor.
    case written(String)
    case file(String)
    case outside(String)
    case missing
  }

  private static let endings = [
    "png", "jpg", "jpeg", "gif", "webp", "svg", "avif", "pdf", "doc", "docx", "xls", "xlsx", "csv", "odt", "ods", "odp",
    "ppt", "pptx", "mp3", "mp4", "webm", "ogg", "zip", "epub", "txt", "json", "ics",
  ]

  init(site: OldSite, pages: [OldPage], places: NewPlaces) {
    self.site = site
    self.pages = pages
    self.places = places
  }

  mutating func target(of destination: String, from number: Int) -> Target {
    let destination = destination.trimmed
    if destination.hasPrefix("//") { return .outside("https:" + destination) }
    guard let path = site.pathOnSite(destination) else { return .outside(destination) }
    let isOwn = path != destination
    let hash = path.firstIndex(of: "#")
    let anchor = hash.map { String(path[path.index(after: $0)...]) }.flatMap { $0.isEmpty ? nil : $0 }
    let plain = path[..<(hash ?? path.endIndex)].prefix { $0 != "?" }
    let asked = path[..<(hash ?? path.endIndex)]
    if asked.contains("?"), let found = places.page(atAddress: site.withoutBase(String(asked))) {
      return .written(link(to: found, from: number, anchor: anchor))
    }
    guard !plain.isEmpty else { return anchor.map { .written("#" + Self.anchorID($0)) } ?? .missing }
    let decoded = plain.removingPercentEncoding ?? String(plain)
    if let found = page(decoded, from: number) { return .written(link(to: found, from: number, anchor: anchor)) }
    if let file = file(decoded, from: number) { return .file("../\(file)") }
    return isOwn ? .outside(destination) : .missing
  }

  private func link(to target: Int, from number: Int, anchor: String?) -> String {
    let (own, other) = (places.names[number].split(separator: "/"), places.names[target].split(separator: "/"))
    let path = own.first == other.first ? "\(other[1]).md" : "../\(other[0])/\(other[1]).md"
    return path + (anchor.map { "#" + Self.anchorID($0) } ?? "")
  }

  private static func anchorID(_ anchor: String) -> String {
    let decoded = anchor.removingPercentEncoding ?? anchor
    return decoded.lowercased().trimmed.replacing(/\s+/, with: "-").replacing(/[^\p{L}\p{N}_-]/, with: "")
  }

  private func page(_ path: String, from number: Int) -> Int? {
    let page = pages[number]
    if path.hasPrefix("/") {
      let rooted = site.withoutBase(path)
      let inner = String(rooted.dropFirst())
      if let found = places.page(atAddress: rooted) ?? places.page(atSource: inner) { return found }
      if rooted.hasPrefix("/_posts/") {
        return inner.split(separator: "/").last.flatMap { places.page(named: String($0)) }
      }
      let folders = ["content", "content/\(page.language ?? site.language)"] + site.staticFolders
      return folders.lazy.filter { !$0.isEmpty }.compactMap { places.page(atSource: "\($0)/\(inner)") }.first
    }
    if let source = Self.joined(Self.folder(of: page.path), path), let found = places.page(atSource: source) {
      return found
    }
    if let address = page.addresses.first, let joined = Self.joined(Self.folder(of: address), path),
      let found = places.page(atAddress: "/" + joined)
    {
      return found
    }
    guard [.obsidian, .hugo].contains(site.generator), !path.contains("..") else { return nil }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return places.page(named: path)
      ?? (site.generator == .obsidian || !path.contains("/") ? places.page(named: name) : nil)
  }

  /// The new path of a file that is copied for a page.
  private mutating func file(_ path: String, from number: Int) -> String? {
    let page = pages[number]
    var candidates: [String] = []
    if path.hasPrefix("/") {
      let inner = String(site.withoutBase(path).dropFirst())
      candidates = site.staticFolders.map { $0.isEmpty ? inner : "\($0)/\(inner)" }
    } else {
      candidates = [
        Self.folder(of: page.path), page.addresses.first.map { Self.folder(of: $0) } ?? "", withoutEnding(page.path),
      ]
      .compactMap { Self.joined($0, path) }
      candidates += site.staticFolders.map { $0.isEmpty ? path : "\($0)/\(path)" }
    }
    if site.generator == .obsidian, let name = path.split(separator: "/").last {
      candidates += site.files.keys.filter { $0.hasSuffix("/\(name)") }.sorted().prefix(1)
    }
    if site.generator == .wordpress {
      // Uploads have smaller copies beside them, such as `bank-300x200.jpg`.
      candidates += candidates.map { $0.replacing(/-\d{2,5}x\d{2,5}(?=\.[A-Za-z]{3,4}$)/, with: "") }
    }
    guard let old = candidates.lazy.compactMap({ Self.joined("", $0) }).first(where: { site.files[$0] != nil }) else {
      return nil
    }
    return copy(old)
  }

  private mutating func copy(_ old: String) -> String? {
    guard let dot = old.lastIndex(of: "."), Self.endings.contains(old[old.index(after: dot)...].lowercased()) else {
      return nil
    }
    if let known = copies[old] { return known }
    let ending = old[dot...].lowercased()
    let parts = old[..<dot].split(separator: "/").map { part in
      let plain = part.replacing(/[^A-Za-z0-9_-]+/, with: "-").lowercased().drop { $0 == "-" || $0 == "_" }
      return plain.isEmpty ? "x" : String(plain.prefix(80))
    }
    let stem = "media/" + parts.suffix(6).joined(separator: "/")
    var path = stem + ending
    var count = 2
    let taken = Set(copies.values)
    while taken.contains(path) {
      path = "\(stem)-\(count)\(ending)"
      count += 1
    }
    copies[old] = path
    return path
  }

  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  /// A path from a folder on, without `.` and `..`; nil where it leads out.
  static func joined(_ folder: String, _ path: String) -> String? {
    var parts: [Substring] = []
    for part in "\(folder)/\(path)".split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
