import CivilTime
import Content
import Formats

/// The fields of a page in the hub.
struct NewFields {
  private let page: OldPage
  private let isTranslation: Bool
  private var lines: [String] = []
  /// Old addresses that no field can hold.
  private(set) var unanswered: [String] = []
  private(set) var unused: [String] = []

  private static let used: Set<String> = [
    "title", "date", "updated", "lastmod", "last_modified_at", "modified", "last_update", "pubdate", "publishdate",
    "created", "description", "summary", "excerpt", "author", "authors", "creator", "tags", "categories", "category",
    "keywords", "draft", "published", "image", "images", "cover", "thumbnail", "feature_image", "featured_image",
    "lang", "language", "locale", "permalink", "slug", "url", "aliases", "alias", "redirect_from", "redirects", "ref",
  ]

  init(_ page: OldPage, isTranslation: Bool) {
    self.page = page
    self.isTranslation = isTranslation
    unused = page.fields.map(\.name).filter { !Self.used.contains($0.lowercased()) }
  }

  /// Fills in the fields, and takes the old addresses that are free.
  mutating func write(
    _ people: inout OldPeople, _ links: inout OldLinks, number: Int, body: String,
    addresses: inout ClaimedAddresses
  ) {
    lines.append("title: \(quoted(Self.plain(page.fields.text("title") ?? heading(of: body))))")
    if let summary = page.fields.text("description", "summary", "excerpt").map(Self.plain), !summary.isEmpty {
      lines.append("summary: \(quoted(summary))")
    }
    if !isTranslation { writeShared(&people, &links, number: number) }
    let updated =
      page.fields.text("updated", "lastmod", "last_modified_at", "modified")
      ?? page.fields["last_update"]?["date"]?.text ?? page.fields["date"]?["updated"]?.text
    if let updated = updated.flatMap(day(in:)) { lines.append("updated: \(updated.isoText)") }
    writeAliases(&addresses, own: links.places.names[number])
  }

  /// What a translation has from its original.
  private mutating func writeShared(_ people: inout OldPeople, _ links: inout OldLinks, number: Int) {
    let authors = people.ids(of: page)
    if !authors.isEmpty { lines.append("authors: [\(authors.joined(separator: ", "))]") }
    if let day = page.day { lines.append("date: \(day)") }
    var tags: [String] = []
    for tag in page.fields.texts("tags") + page.fields.texts("categories") + page.fields.texts("category")
      + page.fields.texts("keywords")
    {
      // One text may list several.
      for word in tag.split(separator: ",").map(\.trimmed) where !word.isEmpty && !tags.contains(word) {
        tags.append(word)
      }
    }
    if !tags.isEmpty { lines.append("tags: [\(tags.map(quoted).joined(separator: ", "))]") }
    let picture = page.fields["image", "cover", "thumbnail", "feature_image", "featured_image", "images"]
    let file =
      picture?["path"]?.text ?? picture?["url"]?.text ?? picture?["image"]?.text ?? picture?["src"]?.text
      ?? picture?.texts.first
    guard let file, case .file(let path) = links.target(of: file, from: number) else { return }
    let alternative = picture?["alt"]?.text ?? picture?["caption"]?.text ?? page.fields.text("image_alt", "title")
    lines += [
      "image:", "  file: \(quoted(path))", "  alt: \(quoted(Self.plain(alternative ?? "Picture of the page")))",
    ]
  }

  private mutating func writeAliases(_ addresses: inout ClaimedAddresses, own: String) {
    var aliases: [String] = []
    for address in page.addresses {
      let bare = address.prefix { $0 != "#" }
      let isFile = bare.contains("?") || bare.split(separator: "/").last?.contains(".") == true
      let alias = String(isFile || bare.hasSuffix("/") ? bare : bare + "/")
      guard alias != "/\(own).html" else { continue }
      switch addresses.claim(alias) {
      case .new: aliases.append(alias)
      case .known: break
      case .impossible: unanswered.append(address)
      }
    }
    guard !aliases.isEmpty else { return }
    lines += ["aliases:"] + aliases.map { "  - \(quoted($0))" }
  }

  func text(isDraft: Bool, source: String, left: [String]) -> String {
    var lines = ["---"] + lines
    if isDraft { lines.append("draft: true") }
    if !left.isEmpty {
      lines.append(
        "# From \(Self.plain(source)). To be carried over by hand, at its place in the text, before 'draft' is taken out:"
      )
      lines += left.prefix(20).map { "# - \($0.split(whereSeparator: \.isNewline).joined(separator: " ").trimmed)" }
    }
    return lines.joined(separator: "\n") + "\n---\n"
  }

  private func heading(of body: String) -> String {
    if let match = page.body.firstMatch(of: /(?m)^#{1,2} +([^\n{]{1,200})/) { return String(match.1) }
    let words = page.name.replacing(/[-_]+/, with: " ").trimmed
    return words.isEmpty ? "Untitled" : words.capitalizedFirst
  }

  /// Without tags and marks of emphasis, as fields hold texts.
  static func plain(_ text: String) -> String {
    let plain = text.replacing(/<\/?[A-Za-z][^<>]{0,300}>|\{\{[^{}]{0,200}\}\}|\{%[^%]{0,200}%\}/, with: "")
      .replacing(/\*\*|__/, with: "").replacing(/:(?:material|octicons|fontawesome|simple)-[a-z0-9-]{1,80}:/, with: "")
    return normalized(plain.withoutCharacterReferences).replacing(/\s+/, with: " ").trimmed
  }
}

/// The authors of an old site, as records of people.
struct OldPeople {
  static let path = "people/imported-people.yaml"
  private let site: OldSite
  private var titles: [String: String] = [:]
  private var roles: [String: String] = [:]
  private var known: [String: (name: String, url: String?)] = [:]

  init(_ site: OldSite) {
    self.site = site
    for path in [
      "_data/authors.yml", "_data/authors.yaml", "_data/people.yml", "blog/authors.yml", "docs/blog/.authors.yml",
    ] {
      guard var fields = site.text(of: path).flatMap({ foreignValue(ofYAML: normalized($0)) })?.fields else { continue }
      if let inner = fields["authors"]?.fields { fields = inner }
      for field in fields {
        guard let name = field.value["name"]?.text else { continue }
        known[field.name] = (name, field.value["url"]?.text)
      }
    }
  }

  mutating func ids(of page: OldPage) -> [String] {
    var written = page.fields.texts("authors", "author", "creator")
    if let fields = page.fields["author", "authors"]?.fields, let name = fields.text("name") { written = [name] }
    var ids: [String] = []
    for text in written {
      let name = known[text]?.name ?? text
      // Such as 'Ann Lee, Director' or 'Ann Lee <ann@example.org>'.
      let parts = name.replacing(/<[^>]*>/, with: "").split(separator: ",", maxSplits: 1).map(\.trimmed)
      guard let title = parts.first, !title.isEmpty, let id = identifier(ofTitle: title),
        reasonAgainst(fileName: id) == nil
      else { continue }
      titles[id] = titles[id] ?? NewFields.plain(title)
      if parts.count > 1, roles[id] == nil { roles[id] = NewFields.plain(parts[1]) }
      if !ids.contains(id) { ids.append(id) }
    }
    return ids
  }

  /// Nil where the site names no author.
  var text: String? {
    guard !titles.isEmpty else { return nil }
    return titles.keys.sorted().map { id in
      "- id: \(id)\n  title: \(quoted(titles[id] ?? id))\n" + (roles[id].map { "  role: \(quoted($0))\n" } ?? "")
    }.joined()
  }
}
