import CivilTime
import Content
import Formats

/// Reads an export of WordPress (WXR 1.2, an RSS 2.0 channel), the first of the files; the others are its uploads.
func readWordPress(_ files: [OldFile]) throws(MigrationFault) -> (site: OldSite, pages: [OldPage]) {
  let root: MarkupElement
  do throws(MarkupFault) {
    root = try readMarkup(normalized(files.first?.text ?? ""))
  } catch {
    throw .export(sentence(for: error))
  }
  guard let channel = root.all("channel").first else {
    throw .export("The file is XML, and no export of WordPress; make one under Tools, Export.")
  }
  var site = OldSite(.wordpress, files: Array(files.dropFirst()))
  site.readSettings(of: channel)
  var names: [String: String] = [:]
  for author in channel.all("wp:author") {
    if let login = author["wp:author_login"] { names[login] = author["wp:author_display_name"] ?? login }
  }
  var pictures: [String: String] = [:]
  for item in channel.all("item") where item["wp:post_type"] == "attachment" {
    if let number = item["wp:post_id"] { pictures[number] = item["wp:attachment_url"] }
  }
  var pages: [OldPage] = []
  for item in channel.all("item") {
    if var page = page(item, site, names) {
      let meta = item.all("wp:postmeta").first { $0["wp:meta_key"] == "_thumbnail_id" }
      if let picture = meta?["wp:meta_value"].flatMap({ pictures[$0] }) {
        page.fields.append(ForeignField("image", .text(picture)))
      }
      pages.append(page)
    } else if let type = item["wp:post_type"], !isPassedOver(type), item["wp:status"] == "publish" {
      site.passedOver.append("\(item["title"]?.trimmed ?? ""), of the type \(type)")
    }
  }
  return (site, pages)
}

extension OldSite {
  fileprivate mutating func readSettings(of channel: MarkupElement) {
    title = channel["title"]?.trimmed
    summary = channel["description"].flatMap { $0.trimmed.isEmpty ? nil : $0.trimmed }
    address = (channel["wp:base_blog_url"] ?? channel["link"]).map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    language = channel["language"].map { String($0.prefix { $0 != "-" }) } ?? "en"
    if !isLanguageTag(language) { language = "en" }
    if let written = address, let scheme = written.firstRange(of: "://") {
      let path = written[scheme.upperBound...].drop { $0 != "/" }
      base = path.count > 1 ? String(path.dropLast()) : ""
    }
  }
}

/// Whether items of a type are no pages of their own.
private func isPassedOver(_ type: String) -> Bool {
  ["post", "page", "attachment", "revision", "nav_menu_item", "custom_css", "oembed_cache"].contains(type)
    || type.hasPrefix("wp_")
}

private func page(_ item: MarkupElement, _ site: OldSite, _ names: [String: String]) -> OldPage? {
  let type = item["wp:post_type"] ?? "post"
  let status = item["wp:status"] ?? "publish"
  guard type == "post" || type == "page", status != "trash", status != "auto-draft" else { return nil }
  let number = item["wp:post_id"]?.trimmed ?? "0"
  let title = item["title"]?.trimmed ?? ""
  let slug = item["wp:post_name"]?.trimmed ?? ""
  let name = slug.isEmpty ? (identifier(ofTitle: title) ?? "\(type)-\(number)") : slug
  var page = OldPage(
    path: "\(type) \(number)", fields: [], body: withParagraphs(item["content:encoded"] ?? ""),
    key: "\(name) \(number)", name: name)
  page.isPost = type == "post"
  page.isHTML = true
  page.isDraft = status != "publish"
  page.day = (item["wp:post_date"]).flatMap(day(in:))?.isoText
  func add(_ name: String, _ value: String?) {
    guard let value = value?.trimmed, !value.isEmpty else { return }
    page.fields.append(ForeignField(name, .text(value)))
  }
  add("title", title.isEmpty ? name : title)
  add("description", item["excerpt:encoded"])
  add("creator", item["dc:creator"].map { names[$0] ?? $0 })
  let tags = item.all("category").filter { ["category", "post_tag"].contains($0.attributes["domain"] ?? "") }
    .filter { $0.attributes["nicename"] != "uncategorized" }.map { ForeignValue.text($0.text) }
  if !tags.isEmpty { page.fields.append(ForeignField("tags", .list(tags))) }
  if page.day == nil, status == "publish" { page.notes.append("Its day is not in the export.") }
  let own = item["link"].flatMap { site.pathOnSite($0.trimmed) }.map(site.withoutBase)
  page.addresses = [own, "/?\(page.isPost ? "p" : "page_id")=\(number)"].compactMap(\.self)
  if site.pathOnSite(item["link"] ?? "") == nil {
    page.notes.append("Its old address is on another host than the site.")
  }
  return page
}

/// The text as WordPress shows it: what empty lines part are paragraphs, where it has none of its own.
private func withParagraphs(_ html: String) -> String {
  guard html.firstMatch(of: /<p[\s>]|<!-- wp:/) == nil else { return html }
  return html.split(separator: /\n[ \t]*\n/).map { part in
    let text = part.trimmed
    let isBlock =
      text.prefixMatch(of: /<\/?(?:h[1-6]|ul|ol|li|table|t[rdh]|blockquote|pre|div|figure|hr|dl|form)\b/) != nil
    return isBlock ? text : "<p>\(text.replacing("\n", with: "<br>\n"))</p>"
  }.joined(separator: "\n\n")
}

private func sentence(for fault: MarkupFault) -> String {
  switch fault {
  case .declaration:
    "The export declares types or entities of its own, which no export of WordPress does; export it anew."
  case .tooDeep: "The export nests its elements deeper than any export of WordPress does; export it anew."
  case .malformed(let line): "The export is not whole: its XML ends or breaks at line \(line); export it anew."
  }
}
