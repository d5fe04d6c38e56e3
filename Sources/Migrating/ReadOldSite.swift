import CivilTime
import Content

/// Reads the settings and pages of an old site.
func readOldSite(_ generator: OldGenerator, _ files: [OldFile]) -> (site: OldSite, pages: [OldPage]) {
  var site = OldSite(generator, files: files)
  site.readSettings()
  var pages: [OldPage] = []
  for path in site.files.keys.sorted() {
    guard isMarkup(path), let text = site.text(of: path), let page = site.page(at: path, OldText(text)) else {
      continue
    }
    pages.append(page)
  }
  return (site, pages)
}

private func isMarkup(_ path: String) -> Bool {
  [".md", ".markdown", ".mdx", ".html"].contains { path.hasSuffix($0) }
}

extension OldSite {
  fileprivate func page(at path: String, _ text: OldText) -> OldPage? {
    guard let (inner, isPost) = place(of: path, text) else { return nil }
    var page = OldPage(path: path, fields: text.fields, body: text.body, key: inner, name: "")
    page.isHTML = path.hasSuffix(".html")
    page.isPost = isPost
    if text.isBroken { page.notes.append("Its fields could not be read in whole; compare them with the old file.") }
    if let written = text.fields["published"]?.text { page.isDraft = written == "false" }
    if let written = text.fields["draft"]?.text { page.isDraft = written == "true" }
    if path.contains("_drafts/") { page.isDraft = true }
    var stem = withoutEnding(inner)
    let folder: String
    (stem, page.language, folder) = languageOf(stem, text.fields)
    // The first page of a language may stand among those of a collection.
    page.key = stem == "index" ? stem : collection(of: path).map { "\($0)/\(stem)" } ?? stem
    var parts = stem.split(separator: "/").map(String.init)
    if let last = parts.last, ["index", "_index", "README"].contains(last), parts.count > 1 { parts.removeLast() }
    var name = parts.last ?? "index"
    if let match = name.prefixMatch(of: /(\d{4}-\d{1,2}-\d{1,2})[-_ ]/) {
      if let named = CivilTime.CivilDate(isoText: String(match.1)) { page.day = named.isoText }
      name = String(name[match.range.upperBound...])
    } else if generator == .docusaurus, let match = name.prefixMatch(of: /\d{1,3}[-_.] ?/),
      match.range.upperBound < name.endIndex
    {
      name = String(name[match.range.upperBound...])
    }
    page.name = name
    // A note is named by its file.
    if generator == .obsidian, page.fields.text("title") == nil, let last = parts.last {
      page.fields.append(ForeignField("title", .text(last)))
    }
    let written = text.fields.text("date", "pubdate", "publishdate", "created") ?? text.fields["date"]?["created"]?.text
    page.day = written.flatMap(day(in:))?.isoText ?? page.day
    page.addresses = addresses(of: page, stem: stem, below: folder)
    return page
  }

  /// The path of a page within the folder of pages, and whether it is a post; nil for what is no page.
  private func place(of path: String, _ text: OldText) -> (inner: String, isPost: Bool)? {
    let parts = path.split(separator: "/").map(String.init)
    guard !parts.contains(where: { ["node_modules", "vendor", "themes", "_site"].contains($0) }) else { return nil }
    switch generator {
    case .jekyll: return jekyllPlace(path, parts, text)
    case .hugo: return hugoPlace(path)
    case .eleventy:
      guard !parts.contains(where: { $0.hasPrefix("_") }), !path.hasPrefix(includesFolder + "/"), text.hasFields else {
        return nil
      }
      let inner = ["src/", "content/", "src/content/"].reduce(path) {
        $0.hasPrefix($1) ? String($0.dropFirst($1.count)) : $0
      }
      return (inner, ["posts/", "blog/", "post/"].contains { inner.hasPrefix($0) })
    case .docusaurus: return docusaurusPlace(path, parts)
    case .mkdocs:
      let folder = settings.text("docs_dir") ?? "docs"
      guard path.hasPrefix(folder + "/"), path.hasSuffix(".md") else { return nil }
      let inner = String(path.dropFirst(folder.count + 1))
      guard !parts.contains("snippets"), !parts.contains("includes") else { return nil }
      return (inner, inner.contains("blog/posts/"))
    case .obsidian: return path.hasSuffix(".md") ? (path, false) : nil
    case .wordpress: return nil
    }
  }

  private func jekyllPlace(_ path: String, _ parts: [String], _ text: OldText) -> (String, Bool)? {
    guard text.hasFields || text.isBroken else { return nil }
    if let position = parts.firstIndex(where: { $0 == "_posts" || $0 == "_drafts" }) {
      let inner = parts.enumerated().filter { $0.offset != position }.map(\.element).joined(separator: "/")
      return (inner, true)
    }
    let folders = parts.dropLast()
    if collection(of: path) != nil { return (parts.dropFirst().joined(separator: "/"), false) }
    guard !folders.contains(where: { $0.hasPrefix("_") }) else { return nil }
    return excluded.contains { path == $0 || path.hasPrefix($0 + "/") } ? nil : (path, false)
  }

  /// The collection of Jekyll that a file stands in.
  func collection(of path: String) -> String? {
    guard generator == .jekyll, path.hasPrefix("_"), let name = path.dropFirst().split(separator: "/").first else {
      return nil
    }
    return collections.contains(String(name)) && name != "posts" ? String(name) : nil
  }

  private var excluded: [String] {
    settings.texts("exclude").map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
  }

  private var collections: [String] {
    guard let value = settings["collections"] else { return [] }
    return value.fields?.map(\.name) ?? value.texts
  }

  private func hugoPlace(_ path: String) -> (String, Bool)? {
    let folder = (settings.text("contentdir") ?? "content") + "/"
    guard path.hasPrefix(folder) else { return nil }
    let inner = String(path.dropFirst(folder.count))
    let parts = inner.split(separator: "/").map(String.init)
    return (
      inner,
      parts.dropLast().contains { ["post", "posts", "blog", "news", "articles"].contains($0) }
        && !inner.contains("_index.")
    )
  }

  private func docusaurusPlace(_ path: String, _ parts: [String]) -> (String, Bool)? {
    guard !path.hasSuffix(".html"), parts.last?.hasPrefix("_") != true else { return nil }
    if let match = path.prefixMatch(of: /i18n\/([^\/]+)\/docusaurus-plugin-content-(docs|blog|pages)(?:\/current)?\//) {
      let folder = match.2 == "pages" ? "" : "\(match.2)/"
      return ("\(match.1)/\(folder)\(path[match.range.upperBound...])", match.2 == "blog")
    }
    if path.hasPrefix("docs/") { return (path, false) }
    if path.hasPrefix("blog/") { return (path, true) }
    return path.hasPrefix("src/pages/") ? (String(path.dropFirst(10)), false) : nil
  }

  /// A path without the part that names a language, that language where it is not the main one, and the folder of the site, such as
  /// `/fr`, in which its pages were; else empty.
  private func languageOf(_ stem: String, _ fields: [ForeignField]) -> (stem: String, language: String?, folder: String)
  {
    let parts = stem.split(separator: "/").map(String.init)
    let all = languages + [language]
    func match(_ text: some StringProtocol) -> String? { all.first { $0.lowercased() == text.lowercased() } }
    if let first = parts.first, parts.count > 1, let found = match(first) {
      let other = found == language ? nil : found
      let isInRoot = other == nil && generator == .hugo && settings.text("defaultcontentlanguageinsubdir") != "true"
      return (parts.dropFirst().joined(separator: "/"), other, isInRoot ? "" : "/\(first)")
    }
    if let dot = stem.lastIndex(of: "."), dot > (stem.lastIndex(of: "/") ?? stem.startIndex),
      let found = match(stem[stem.index(after: dot)...])
    {
      return (String(stem[..<dot]), found == language ? nil : found, found == language ? "" : "/\(found)")
    }
    let found = fields.text("lang", "language", "locale").flatMap(match)
    return (stem, found == language ? nil : found, "")
  }
}

/// A path without the ending of its file's name.
func withoutEnding(_ path: String) -> String {
  for ending in [".md", ".markdown", ".mdx", ".html"] where path.hasSuffix(ending) {
    return String(path.dropLast(ending.count))
  }
  return path
}
