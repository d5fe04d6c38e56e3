import TestSupport

/// What part of a hub is changed.
enum HubMutation: CaseIterable {
  case text, moreText, fields, moreFields, markdown, moreMarkdown, template, words, map, ledger, description, name,
    stray, merge

  func change(_ hub: inout FuzzedHub, corpus: Corpus, _ generator: inout SeededGenerator) {
    switch self {
    case .text, .moreText: changeText(of: hub.paths(where: isText), in: &hub, corpus: corpus, &generator)
    case .fields, .moreFields:
      let paths = hub.paths { $0.hasSuffix(".yaml") || $0.hasSuffix(".md") }
      changeFields(of: paths, in: &hub, corpus: corpus, &generator)
    case .markdown, .moreMarkdown: changeBody(in: &hub, corpus: corpus, &generator)
    case .template: changeTheme(ending: ".mustache", in: &hub, corpus: corpus, &generator)
    case .words: changeTheme(ending: ".yaml", in: &hub, corpus: corpus, &generator)
    case .map:
      if hub.files[Self.mapPath] == nil {
        hub.files[Self.mapPath] = corpus.rich.compactMap { $0.files[Self.mapPath] }.first
      }
      changeFields(of: [Self.mapPath], in: &hub, corpus: corpus, &generator)
    case .ledger: changeLedger(in: &hub, &generator)
    case .description: changeFields(of: [FuzzedHub.description], in: &hub, corpus: corpus, &generator)
    case .name: changeName(in: &hub, &generator)
    case .stray: addStray(to: &hub, &generator)
    case .merge:
      let other = corpus.hub(&generator)
      for path in other.paths() where hub.files[path] == nil { hub.files[path] = other.files[path] }
    }
  }

  private static let mapPath = "site-content/map.yaml"

  private func changeText(
    of paths: [String], in hub: inout FuzzedHub, corpus: Corpus, _ generator: inout SeededGenerator
  ) {
    guard let path = paths.randomElement(using: &generator), var text = hub.files[path],
      let mutation = TextMutation.allCases.randomElement(using: &generator)
    else { return }
    mutation.change(&text, corpus: corpus, &generator)
    hub.files[path] = text
  }

  private func changeFields(
    of paths: [String], in hub: inout FuzzedHub, corpus: Corpus, _ generator: inout SeededGenerator
  ) {
    guard let path = paths.randomElement(using: &generator), var text = hub.files[path],
      let mutation = FieldMutation.allCases.randomElement(using: &generator)
    else { return }
    mutation.change(&text, isWhollyFields: path.hasSuffix(".yaml"), corpus: corpus, &generator)
    hub.files[path] = text
  }

  private func changeBody(in hub: inout FuzzedHub, corpus: Corpus, _ generator: inout SeededGenerator) {
    guard let path = hub.paths(where: { $0.hasSuffix(".md") }).randomElement(using: &generator),
      var text = hub.files[path], let mutation = MarkdownMutation.allCases.randomElement(using: &generator)
    else { return }
    mutation.change(&text, corpus: corpus, &generator)
    hub.files[path] = text
  }

  /// Takes a file of the default theme into the hub, and changes it there.
  private func changeTheme(
    ending: String, in hub: inout FuzzedHub, corpus: Corpus, _ generator: inout SeededGenerator
  ) {
    let own = hub.paths { $0.hasPrefix("templates/") && $0.hasSuffix(ending) }
    let path: String?
    if !own.isEmpty, Bool.random(using: &generator) {
      path = own.randomElement(using: &generator)
    } else {
      path = corpus.templates.paths { $0.hasSuffix(ending) }.randomElement(using: &generator)
    }
    guard let path else { return }
    var text = hub.files[path] ?? corpus.templates.files[path] ?? []
    switch Int.random(in: 0..<3, using: &generator) {
    case 0:
      TextMutation.allCases.randomElement(using: &generator)?.change(&text, corpus: corpus, &generator)
    case 1 where ending == ".yaml":
      FieldMutation.allCases.randomElement(using: &generator)?
        .change(&text, isWhollyFields: true, corpus: corpus, &generator)
    default:
      let place = Int.random(in: 0...text.count, using: &generator)
      text.insert(contentsOf: Array((Self.tags.randomElement(using: &generator) ?? "").utf8), at: place)
    }
    hub.files[path] = text
  }

  private static let tags = [
    "{{title}}", "{{{title}}}", "{{&title}}", "{{#title}}", "{{/title}}", "{{^title}}", "{{>link}}", "{{>article}}",
    "{{> none}}", "{{!x}}", "{{!--",
    "{{=<% %>=}}", "{{.}}", "{{a.b.c}}", "{{words.sources}}", "{{words.none}}", "{{", "}}", "{{}}", "{{ }}", "{{#.}}",
    "{{#a}}{{#b}}{{/a}}{{/b}}",
    "{name}", "{", "}", "{{#items}}", "<script>", "<b>", "\"", "'", "<!--", "\r", "\0", "{count}",
  ]

  private func changeLedger(in hub: inout FuzzedHub, _ generator: inout SeededGenerator) {
    let path = "site-content/published.txt"
    var parts = lines(of: hub.files[path] ?? Array("index.html\nsitemap.xml\n".utf8))
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let value = FieldMutation.values.randomElement(using: &generator) ?? ""
      let line = Bool.random(using: &generator) ? value : value + ".html"
      parts.insert(Array(line.utf8), at: Int.random(in: 0...parts.count, using: &generator))
    }
    if Bool.random(using: &generator) { parts.sort { $0.lexicographicallyPrecedes($1) } }
    hub.files[path] = parts.joinedLines
  }

  private func changeName(in hub: inout FuzzedHub, _ generator: inout SeededGenerator) {
    guard let path = hub.paths().randomElement(using: &generator), let text = hub.files[path] else { return }
    if Bool.random(using: &generator) { hub.files[path] = nil }
    let folders = path.split(separator: "/").dropLast().joined(separator: "/")
    let ending = path.split(separator: ".").last ?? "md"
    let name = Self.names.randomElement(using: &generator) ?? "x"
    let other = hub.paths().randomElement(using: &generator).map {
      $0.split(separator: "/").dropLast().joined(separator: "/")
    }
    hub.files["\(Bool.random(using: &generator) ? folders : other ?? folders)/\(name).\(ending)"] = text
  }

  private func addStray(to hub: inout FuzzedHub, _ generator: inout SeededGenerator) {
    let folders = hub.paths().map { $0.split(separator: "/").dropLast().joined(separator: "/") }
    let ending = Self.endings.randomElement(using: &generator) ?? "txt"
    let name = Self.names.randomElement(using: &generator) ?? "x"
    let kind = Self.contents.randomElement(using: &generator) ?? ""
    hub.files["\(folders.randomElement(using: &generator) ?? "site-content")/\(name).\(ending)"] = Array(kind.utf8)
  }

  private static let names = [
    "con", "aux", "nul", "com1", "x:1", "q?", "dot.", "space ", "Über uns", "u\u{308}ber", "\u{65E5}\u{672C}", "a b",
    "index", "404", "search", ".hidden", "_x",
    "a.fr", "a.ar", "a.xx", "x.en.fr", "A", "a", "feed", "sitemap", "hub", "map", "published", "-", "--help", "%2e",
    "a#b", "a&b", "a<b", "a\"b", "a'b",
    "\u{202E}x", "\u{1F600}", "\n", "imported-x", String(repeating: "n", count: 100),
  ]

  private static let endings = [
    "md", "yaml", "yml", "txt", "png", "jpg", "svg", "html", "ics", "csv", "json", "pdf", "MD", "docx", "mustache",
    "md.orig",
  ]

  private static let contents = [
    "", "\u{89}PNG", "GIF89a\0\0\0\0", "\u{FF}\u{D8}", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    "<svg><script>alert(1)</script></svg>", "<html>",
    "---\ntitle: X\n---\n\nText.\n", "---\r\ntitle: X\r\n---\r\n\r\nText.\r", "---\n---\n", "---\n", "title: X\n",
    "- id: x\n  title: X\n", "- 1\n", "[]", "{", "\t",
    "\u{FEFF}---\ntitle: X\n---\n", "---\ntitle: X\ndraft: true\n---\n", "x",
  ]
}
