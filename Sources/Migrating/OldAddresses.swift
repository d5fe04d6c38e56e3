import Content

extension OldSite {
  /// The addresses at which a page was found on the old site, its own first; each with a slash before it.
  func addresses(of page: OldPage, stem: String, below folder: String) -> [String] {
    var own = page.fields.text("permalink", "url").flatMap { $0 == "false" ? nil : $0 }
    if generator == .docusaurus, let slug = page.fields.text("slug") {
      let folder = stem.split(separator: "/").dropLast().joined(separator: "/")
      own = slug.hasPrefix("/") ? (page.isPost ? "/blog" : "/docs") + slug : "/\(folder)/\(slug)"
    }
    if generator == .eleventy { own = eleventyAddress(page) }
    let others = page.fields.texts("aliases", "redirect_from", "redirects", "alias")
    if let written = own, !written.contains("{{"), written.contains("://") || !written.contains(":") {
      if generator == .hugo, !written.hasPrefix(folder + "/") {
        own = folder + (written.hasPrefix("/") ? "" : "/") + written
      }
    } else {
      own = folder + generated(page, stem, own.flatMap { $0.contains("{{") ? nil : $0 })
    }
    // Obsidian's aliases are other names of a note, and no addresses.
    let written = [own].compactMap(\.self) + (generator == .obsidian ? [] : others)
    return written.compactMap { address in
      pathOnSite(address).map { withoutBase($0.hasPrefix("/") ? $0 : "/" + $0) }
    }
  }

  private func generated(_ page: OldPage, _ stem: String, _ pattern: String?) -> String {
    switch generator {
    case .jekyll: return jekyllAddress(page, stem, pattern)
    case .hugo: return hugoAddress(page, stem)
    case .mkdocs where settings.text("use_directory_urls") == "false": return "/\(stem).html"
    default:
      var parts = stem.split(separator: "/").map(String.init)
      let isIndex = parts.last.map { ["index", "README", "_index"].contains($0) } ?? false
      if isIndex { parts.removeLast() }
      if generator == .eleventy, !isIndex, !parts.isEmpty { parts[parts.count - 1] = page.name }
      if generator == .docusaurus { parts = parts.map { $0.replacing(/^\d{1,3}[-_.] ?/, with: "") } }
      // As Obsidian's own host writes them.
      if generator == .obsidian { parts = parts.map { $0.replacing(" ", with: "+") } }
      return parts.isEmpty ? "/" : "/\(parts.joined(separator: "/"))/"
    }
  }

  private func jekyllAddress(_ page: OldPage, _ stem: String, _ own: String?) -> String {
    let collection = collection(of: page.path)
    var pattern = own ?? collection.flatMap { settings["collections"]?[$0]?["permalink"]?.text }
    if pattern == nil, page.isPost { pattern = settings.text("permalink") ?? "date" }
    let folders = page.isPost ? stem.split(separator: "/").dropLast().map(String.init) : []
    let categories = folders + page.fields.texts("categories") + page.fields.texts("category")
    if let collection, pattern == nil { return "/\(collection)/\(stem).html" }
    if !page.isPost, collection == nil, own == nil {
      let isPretty = settings.text("permalink").map { $0 == "pretty" || $0.hasSuffix("/") } ?? false
      if stem.split(separator: "/").last == "index" { return "/" + stem.dropLast(5) }
      return isPretty ? "/\(stem)/" : "/\(stem).html"
    }
    let written = [
      "date": "/:categories/:year/:month/:day/:title.html", "pretty": "/:categories/:year/:month/:day/:title/",
      "ordinal": "/:categories/:year/:y_day/:title.html", "none": "/:categories/:title.html",
    ][pattern ?? "date"]
    let named = fill(written ?? pattern ?? "", page, categories: categories)
      .replacing(":path", with: stem).replacing(":collection", with: collection ?? "")
    return named.hasPrefix("/") ? named : "/" + named
  }

  private func hugoAddress(_ page: OldPage, _ stem: String) -> String {
    var parts = stem.split(separator: "/").map(String.init)
    if let last = parts.last, ["index", "_index"].contains(last) { parts.removeLast() }
    let section = parts.count > 1 ? parts[0] : ""
    if let pattern = settings["permalinks"]?[section]?.text ?? settings["permalinks"]?["page"]?[section]?.text,
      !stem.hasSuffix("_index")
    {
      return fill(pattern, page, categories: [section])
    }
    let slug = page.fields.text("slug")
    if let slug, !parts.isEmpty { parts[parts.count - 1] = slug }
    let isUgly = settings.text("uglyurls") == "true"
    let path = parts.map { $0.lowercased().replacing(" ", with: "-") }.joined(separator: "/")
    return path.isEmpty ? "/" : isUgly ? "/\(path).html" : "/\(path)/"
  }

  /// A pattern such as `/:categories/:year/:month/:title.html` with its words filled in.
  private func fill(_ pattern: String, _ page: OldPage, categories: [String]) -> String {
    let date = (page.day ?? "").split(separator: "-").map(String.init)
    let (year, month, day) = date.count == 3 ? (date[0], date[1], date[2]) : ("", "", "")
    let slug = page.fields.text("slug") ?? page.name
    let words = [
      "categories": categories.map { $0.lowercased().replacing(" ", with: "-") }.joined(separator: "/"), "year": year,
      "month": month,
      "day": day, "title": slug, "slug": slug, "name": page.name, "filename": page.name, "contentbasename": page.name,
      "section": categories.first ?? "", "sections": categories.first ?? "", "slugorfilename": slug,
      "i_month": String(month.drop { $0 == "0" }), "i_day": String(day.drop { $0 == "0" }),
      "short_year": String(year.suffix(2)), "output_ext": ".html", "basename": page.name,
    ]
    let filled = pattern.replacing(/:([a-z_]+)/) { words[String($0.1)] ?? String($0.0) }
    return filled.replacing(/\/{2,}/, with: "/")
  }
}
