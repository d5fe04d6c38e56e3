import Content

extension OldSite {
  /// Reads what the settings say of title, address and languages.
  mutating func readSettings() {
    switch generator {
    case .jekyll: readJekyll()
    case .hugo: readHugo()
    case .eleventy: readEleventy()
    case .docusaurus:
      staticFolders = ["static", ""]
      feeds = ["blog/rss.xml", "blog/atom.xml"]
      readScript(["docusaurus.config.js", "docusaurus.config.ts"])
    case .mkdocs: readMkDocs()
    case .obsidian, .wordpress: break
    }
    findLanguages()
    // A language is a folder of the hub.
    languages = languages.filter { isLanguageTag(languageTag($0)) }
    if !isLanguageTag(languageTag(language)) { language = "en" }
    if let written = address, let scheme = written.firstRange(of: "://") {
      let path = written[scheme.upperBound...].drop { $0 != "/" }
      if base.isEmpty, path.count > 1 { base = String(path.hasSuffix("/") ? path.dropLast() : path) }
      if !written.hasSuffix("/") { address = written + "/" }
    } else {
      address = nil
    }
    if base == "/" { base = "" }
  }

  private mutating func readJekyll() {
    for path in ["_config.yml", "_config.yaml"] {
      settings += fields(at: path)
    }
    title = settings.text("title", "name")
    summary = settings.text("description")
    base = settings.text("baseurl") ?? ""
    address = settings.text("url").map { $0 + (base.hasPrefix("/") ? base : "") }
    language = settings.text("lang", "locale", "language").map { String($0.prefix { $0 != "_" }) } ?? language
  }

  private mutating func readHugo() {
    for path in files.keys.sorted() where path.contains(/^(?:config\/_default\/)?(?:hugo|config|languages)\.[a-z]+$/) {
      guard let text = text(of: path).map(normalized) else { continue }
      let read = path.hasSuffix(".toml") ? foreignValue(ofTOML: text) : foreignValue(ofYAML: text)
      guard let fields = read?.fields else { continue }
      settings += path.contains("languages.") ? [ForeignField("languages", .fields(fields))] : fields
    }
    title = settings.text("title")
    address = settings.text("baseurl")
    summary = settings["params"]?["description"]?.text
    language =
      settings.text("defaultcontentlanguage") ?? settings.text("languagecode").map { String($0.prefix(2)) } ?? language
    languages = settings["languages"]?.fields?.map(\.name).filter { $0 != language } ?? []
    if title == nil { title = settings["languages"]?[language]?["title"]?.text }
    staticFolders = ["static", "assets", "content", ""]
    feeds = ["\(settings["outputformats"]?["RSS"]?["baseName"]?.text ?? "index").xml"].filter { $0 != "feed.xml" }
  }

  /// Eleventy's own settings name no title; sites keep theirs among their data.
  private mutating func readEleventy() {
    feeds = ["feed/feed.xml"]
    let names = ["site", "metadata"].flatMap { name in ["json", "yaml", "yml"].map { "\(name).\($0)" } }
    for path in ["_data/", "src/_data/", "data/"].flatMap({ folder in names.map { folder + $0 } }) {
      settings += fields(at: path)
    }
    title = settings.text("title", "name")
    summary = settings.text("description")
    address = settings.text("url", "host", "baseurl")
    language =
      settings.text("language", "lang", "locale").map { String($0.prefix { $0 != "-" && $0 != "_" }) } ?? language
    let scripts = ["eleventy.config.js", ".eleventy.js"]
    readScript(scripts)
    let folders = scripts.compactMap {
      text(of: $0)?.firstMatch(of: /\bincludes\s*:\s*["']([A-Za-z0-9_\/-]{1,100})["']/)?.1
    }
    if let folder = folders.first { includesFolder = String(folder) }
  }

  private mutating func readMkDocs() {
    for path in ["mkdocs.yml", "mkdocs.yaml"] {
      settings += fields(at: path)
    }
    // `!ENV [NAME, value]` takes its value from the machine, and else its last one.
    func value(_ name: String) -> String? { settings.text(name) ?? settings.texts(name).last }
    title = value("site_name")
    summary = value("site_description")
    address = value("site_url")
    language = settings["theme"]?["language"]?.text ?? language
    staticFolders = [settings.text("docs_dir") ?? "docs", settings["theme"]?["custom_dir"]?.text, ""].compactMap(\.self)
  }

  /// The fields of a file in YAML or JSON; where it cannot be read in whole, those of its parts that can be.
  private mutating func fields(at path: String) -> [ForeignField] {
    // Marks such as `!ENV` say by what program a value is made; the value stands behind them.
    let plain = text(of: path).map {
      normalized($0).replacing(/([:-])[ \t\n]+!{1,2}[A-Za-z][^\s\[\]{},]*/) { "\($0.1) " }
    }
    guard let text = plain else { return [] }
    if let fields = foreignValue(ofYAML: text)?.fields { return fields }
    passedOver.append("\(path) in part, since it is no plain YAML")
    var parts: [String] = []
    for line in text.split(separator: "\n") {
      if line.first?.isLetter == true || parts.isEmpty { parts.append("") }
      parts[parts.count - 1] += line + "\n"
    }
    return parts.flatMap { foreignValue(ofYAML: $0)?.fields ?? [] }
  }

  /// Settings that are a program are searched for their plain texts.
  private mutating func readScript(_ paths: [String]) {
    for path in paths {
      guard let text = text(of: path) else { continue }
      func value(_ name: String) -> String? {
        guard
          let pattern = try? Regex(
            "(?m)^\\s*[\"']?\(name)[\"']?\\s*:\\s*([\"'`])([^\"'`\\n]{1,300})\\1",
            as: (Substring, Substring, Substring).self),
          let match = text.firstMatch(of: pattern)
        else { return nil }
        return String(match.2)
      }
      title = title ?? value("title")
      summary = summary ?? value("tagline") ?? value("description")
      address = address ?? value("url")
      language = value("defaultLocale") ?? value("language") ?? language
      if generator == .docusaurus, let path = value("baseUrl"), path.count > 1 {
        base = path.hasSuffix("/") ? String(path.dropLast()) : path
      }
      if let match = text.firstMatch(of: /locales\s*:\s*\[([^\]]{1,500})\]/) {
        languages = match.1.matches(of: /["']([A-Za-z-]{2,10})["']/).map { String($0.1) }.filter { $0 != language }
      }
    }
  }

  /// Languages that folders, endings or fields of pages name, where the settings do not.
  private mutating func findLanguages() {
    guard languages.isEmpty, generator != .obsidian, generator != .wordpress else { return }
    let isCode = /(?:[a-z]{2}|zh-[a-zA-Z]{2,4}|pt-[bB][rR])/
    var found: Set<String> = []
    for path in files.keys where path.hasSuffix(".md") || path.hasSuffix(".mdx") {
      let stem = withoutEnding(path)
      if let dot = stem.lastIndex(of: ".") {
        let ending = stem[stem.index(after: dot)...]
        if ending.wholeMatch(of: isCode) != nil, isLanguage(ending) { found.insert(String(ending)) }
      }
      let parts = path.split(separator: "/")
      for part in parts.dropLast().prefix(2) where part.wholeMatch(of: isCode) != nil && isLanguage(part) {
        found.insert(String(part))
      }
    }
    languages = found.subtracting([language]).sorted()
  }

  private func isLanguage(_ code: Substring) -> Bool {
    let known = """
      ar bg bn ca cs da de el en es et eu fa fi fil fr gl he hi hr hu hy id it ja ka kk km ko lt lv mk ml mn mr ms my nb ne nl nn \
      no pa pl pt ro ru si sk sl sq sr sv sw ta te th tr uk ur uz vi zh
      """
    return known.split(separator: " ").contains(code.prefix { $0 != "-" })
  }
}
