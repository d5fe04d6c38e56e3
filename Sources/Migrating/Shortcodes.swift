import Content
import Foundation

/// The words of a shortcode or an include: those with a name, and those without.
struct ShortcodeWords {
  var named: [String: String] = [:]
  var plain: [String] = []

  init(_ text: some StringProtocol) {
    for match in String(text).matches(
      of: /(?:([A-Za-z_-]{1,40})(?:\s*=\s*|:\s+))?(?:"([^"]*)"|'([^']*)'|([^\s"'=|,]+))/)
    {
      let value = String(match.2 ?? match.3 ?? match.4 ?? "")
      if let name = match.1 { named[String(name).lowercased()] = value } else { plain.append(value) }
    }
  }

  subscript(_ names: String...) -> String? { names.lazy.compactMap { named[$0] }.first }

  /// A picture, where the words name one.
  var picture: String? {
    guard let file = self["src", "image_path", "image", "url", "file", "link"] ?? plain.first,
      [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif"].contains(where: file.lowercased().hasSuffix)
    else { return nil }
    let caption = self["caption", "title"].map { "\n\n*\($0)*" } ?? ""
    // `{% image "bank.png" "wide" "The bank" %}` says last what it shows.
    let last = plain.count > 1 ? plain.last : nil
    return
      "![\(self["alt", "image_alt", "image_alt_text", "caption", "title"] ?? last ?? "")](\(file.replacing(" ", with: "%20")))\(caption)"
  }

  /// A link to a film, which pages do not load.
  func video(_ name: String) -> String? {
    guard let id = self["id", "video_id", "video", "url", "src"] ?? plain.first else { return nil }
    let title = self["title", "caption"] ?? "Video"
    if id.hasPrefix("http") { return name.contains("vid") || name.contains("tube") ? "[\(title)](\(id))" : nil }
    if name.contains("youtube") { return "[\(title)](https://www.youtube.com/watch?v=\(id))" }
    return name.contains("vimeo") ? "[\(title)](https://vimeo.com/\(id))" : nil
  }
}

extension BodyConversion {
  // MARK: Liquid

  mutating func withoutLiquid(_ text: String) -> String {
    guard text.contains("{%") || text.contains("{{") else { return text }
    var text = text
    // Patterns that look for an end are slow where there is none.
    if text.contains("endcomment") {
      text = text.replacing(/(?s)\{%-?\s*comment\s*-?%\}.*?\{%-?\s*endcomment\s*-?%\}/, with: "")
    }
    if text.contains("endraw") {
      text = text.replacing(/(?s)\{%-?\s*raw\s*-?%\}(.*?)\{%-?\s*endraw\s*-?%\}/) { keep(String($0.1)) }
    }
    text = text.replacing(/(?s)\{%-?\s*highlight\s+([A-Za-z0-9+#_-]+)[^%]*%\}(.*?)\{%-?\s*endhighlight\s*-?%\}/) {
      fence(String($0.2), language: String($0.1))
    }
    text = text.replacing(/\{%-?\s*link\s+([^%\s]+)\s*-?%\}/) { "/\($0.1)" }
    text = text.replacing(/\{%-?\s*post_url\s+([^%\s]+)\s*-?%\}/) { "/_posts/\($0.1).md" }
    text = text.replacing(/\{%-?\s*(?:include|include_relative)\s+([^\s%]+)([^%]*)-?%\}/) { match in
      included(String(match.1), ShortcodeWords(match.2), written: String(match.0))
    }
    text = text.replacing(/\{%-?\s*([a-z_]*(?:youtube|vimeo|figure|image|img|picture|photo)[a-z_]*)\s+([^%]*)-?%\}/) {
      match in
      let words = ShortcodeWords(match.2)
      return words.video(String(match.1)) ?? words.picture ?? leave(String(match.0))
    }
    // Words that stand as they are in both languages, such as `{{ site.title }}`.
    text = text.replacing(/\{\{-?\s*([^{}]{1,300}?)\s*-?\}\}/) { match in
      value(String(match.1)) ?? named(String(match.1)) ?? leave(String(match.0))
    }
    text = text.replacing(/(?m)^[ \t]*\{%-?\s*(?:assign|capture|endcapture|toc|break)[^%]*%\}[ \t]*$/) {
      leave(String($0.0))
    }
    return text.replacing(/\{%[^%\n]{0,300}%\}/) { leave(String($0.0)) }
  }

  /// A word of the page's own for a filter that only its site has, such as `{{ "ann-lee" | team_link }}`: a picture goes, a name stays.
  private mutating func named(_ written: String) -> String? {
    if let film = written.wholeMatch(of: /["'](https:[^\s"'<>()]+)["']\s*\|\s*embed(?::\s*["']([^"']*)["'])?/) {
      let address = film.1.replacing(/youtube(?:-nocookie)?\.com\/embed\//, with: "youtube.com/watch?v=")
      return "[\(film.2.map(String.init) ?? "Video")](\(address))"
    }
    guard let match = written.wholeMatch(of: /["']([\p{L}\p{N} ._-]{1,80})["']\s*\|\s*([a-z_]{1,40})/) else {
      return nil
    }
    notes.append("The filter '\(match.2)' was taken out.")
    let isPicture = ["photo", "image", "icon", "picture", "avatar"].contains { match.2.contains($0) }
    return isPicture
      ? "" : match.1.split { "-_".contains($0) }.map { String($0).capitalizedFirst }.joined(separator: " ")
  }

  private func value(_ written: String) -> String? {
    let parts = written.split(separator: "|").map { $0.trimmed }
    guard let first = parts.first else { return "" }
    for filter in parts.dropFirst() {
      let name = filter.prefix { $0 != ":" }.trimmed
      guard ["relative_url", "absolute_url", "prepend", "url", "escape", "strip", "default"].contains(name) else {
        return nil
      }
    }
    if let quoted = first.wholeMatch(of: /["']([^"']*)["']/) { return String(quoted.1) }
    switch first {
    case "site.baseurl", "site.url", "base_path", "site.github.url", "baseurl": return ""
    case "site.title": return site.title
    case "page.title", "title": return page.fields.text("title")
    case "site.description": return site.summary
    default:
      let path = first.split(separator: ".").map(String.init)
      if path.count == 1, site.generator == .eleventy { return page.fields.text(first) }
      guard path.count == 2 else { return nil }
      return path[0] == "page" ? page.fields.text(path[1]) : path[0] == "site" ? site.settings.text(path[1]) : nil
    }
  }

  private mutating func included(_ file: String, _ words: ShortcodeWords, written: String) -> String {
    if let quote = words["quote"] {
      let speaker = words["attribution", "author", "name", "cite"].map { "\n\n— \($0)" } ?? ""
      return "\n\n"
        + (quote + speaker).split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? ">" : "> \($0)" }.joined(separator: "\n") + "\n\n"
    }
    if let link = words.video(file.lowercased()) ?? words.picture { return link }
    let name = file.trimmingCharacters(in: ["\"", "'"])
    return included("\(site.includesFolder)/\(name)", written: written)
  }

  /// A template that is nothing but text; what has conditions, parameters or nothing but scripts is left to people.
  private mutating func included(_ path: String, written: String) -> String {
    guard !path.contains(".."), let text = site.text(of: path), including.count < 5, !including.contains(path),
      text.utf8.count < 20_000, text.firstMatch(of: /\{%-?\s*(?:if|for|assign|case|unless|capture)/) == nil,
      text.firstMatch(of: /include\.[a-z]|<form|\{\{-?\s*(?:\.|\$|if\b|with\b|range\b)/) == nil
    else { return leave(written, isBlock: true) }
    including.append(path)
    defer { including.removeLast() }
    let result = converted(keepingFences(normalized(text)))
    return result.trimmed.isEmpty ? leave(written, isBlock: true) : result
  }

  // MARK: Hugo

  mutating func withoutShortcodes(_ text: String) -> String {
    guard text.contains("{{") else { return text }
    var text = text.replacing(
      /(?s)\{\{[<%]\s*highlight\s+([A-Za-z0-9+#_-]+)[^>%]*[>%]\}\}(.*?)\{\{[<%]\s*\/\s*highlight\s*[>%]\}\}/
    ) {
      fence(String($0.2), language: String($0.1))
    }
    text = text.replacing(/\{\{[<%]\s*(?:ref|relref)\s+([^{}]{1,300}?)\s*[>%]\}\}/) { match in
      ShortcodeWords(match.1).plain.first ?? ""
    }
    text = replaceAlertShortcodes(text)
    text = text.replacing(
      /(?s)\{\{[<%]\s*(?:details|expand|accordion|tab)\b([^{}]{0,300}?)[>%]\}\}(.*?)\{\{[<%]\s*\/\s*(?:details|expand|accordion|tab)\s*[>%]\}\}/
    ) {
      let words = ShortcodeWords($0.1)
      return "\n\n\((words["summary", "title", "name"] ?? words.plain.first).map { "**\($0)**\n\n" } ?? "")\($0.2)\n\n"
    }
    let ends = text.matches(of: /\{\{[<%]\s*\/\s*([A-Za-z0-9_\/.-]+)\s*[>%]\}\}/).map { $0.1.lowercased() }
    let paired = Set(ends)
    return text.replacing(/\{\{[<%]\s*(\/?)\s*([A-Za-z0-9_\/.-]+)([^{}]{0,1000}?)\/?\s*[>%]\}\}/) { match in
      let (name, words) = (String(match.2).lowercased(), ShortcodeWords(match.3))
      if let text = shortcode(name, words) { return text }
      if paired.contains(name) { return match.1.isEmpty ? opened(name, words) : "\n\n" }
      let folders = ["layouts"] + site.settings.texts("theme").map { "themes/\($0)/layouts" }
      let path = folders.map { "\($0)/shortcodes/\(name).html" }.first { site.text(of: $0) != nil }
      return path.map { included($0, written: String(match.0)) } ?? leave(String(match.0))
    }
  }

  /// What stands for a shortcode that Hugo or most of its themes have; nil for another.
  private func shortcode(_ name: String, _ words: ShortcodeWords) -> String? {
    if let link = words.video(name) { return link }
    switch name {
    case "figure", "img", "image": return words.picture
    case "tweet", "x", "twitter":
      guard let id = words["id"], let user = words["user"] else { return nil }
      return "[@\(user)](https://x.com/\(user)/status/\(id))"
    case "gist":
      guard words.plain.count > 1 else { return nil }
      return "[Code](https://gist.github.com/\(words.plain[0])/\(words.plain[1]))"
    case "param":
      return words.plain.first.flatMap { page.fields.text($0) ?? site.settings["params"]?[$0]?.text }
    case "rawhtml", "raw", "tabs", "center", "row", "column", "columns", "lead", "div", "section": return ""
    default: return nil
    }
  }

  /// The beginning of a pair of shortcodes that nobody knows, of which the text between them stays, below its name.
  private mutating func opened(_ name: String, _ words: ShortcodeWords) -> String {
    notes.append("The shortcode '\(name)' was taken out, and the text in it stays.")
    return "\n\n" + (words["title", "name", "label", "summary", "heading", "caption"].map { "**\($0)**\n\n" } ?? "")
  }

  private mutating func replaceAlertShortcodes(_ text: String) -> String {
    text.replacing(
      /(?s)\{\{[<%]\s*(notice|alert|admonition|callout|hint|note|warning|tip|info|caution|important|danger)\b([^{}]{0,300}?)[>%]\}\}(.*?)\{\{[<%]\s*\/\s*\1\s*[>%]\}\}/
    ) {
      let words = ShortcodeWords($0.2)
      let kinds = [words["type", "level", "color", "style"], words.plain.first, String($0.1)].compactMap(\.self)
      let kind = kinds.first { Self.alert($0) != nil } ?? "note"
      return "\n\n" + Self.alertText(kind, title: words["title"], String($0.3)) + "\n\n"
    }
  }

  // MARK: WordPress

  mutating func withoutWordPressCodes(_ text: String) -> String {
    var text = text.replacing(/(?s)\\?\[caption[^\]]{0,500}\](.*?)\\?\[\/caption\\?\]/) { match in
      let inner = String(match.1)
      guard let end = inner.lastIndex(of: ")") else { return inner }
      let words = inner[inner.index(after: end)...].trimmed
      return inner[...end] + (words.isEmpty ? "" : "\n\n*\(words)*\n\n")
    }
    text = text.replacing(/\\?\[(?:embed|youtube|video)[^\]]{0,300}\](https?:[^\s\[\]]+)\\?\[\/[a-z]{1,10}\\?\]/) {
      "<\($0.1)>"
    }
    return text.replacing(
      /\\?\[(\/?(?:gallery|contact-form|contact-form-7|audio|playlist|vc_[a-z_]+|et_pb_[a-z_]+))\b[^\]]{0,1000}\]/
    ) {
      leave(String($0.0))
    }
  }
}
