import TestSupport

/// Changes of the fields of a YAML file, or of what stands before a Markdown body.
enum FieldMutation: CaseIterable {
  case value, takenValue, name, duplicate, remove, add, list, group, block, indent, nest

  func change(_ text: inout [UInt8], isWhollyFields: Bool, corpus: Corpus, _ generator: inout SeededGenerator) {
    var parts = lines(of: text)
    let end = isWhollyFields ? parts.count : (parts.dropFirst().firstIndex { $0 == Array("---".utf8) } ?? 0)
    let places = parts.indices.filter { $0 < end && FieldLine(parts[$0]) != nil }
    guard let place = places.randomElement(using: &generator), let line = FieldLine(parts[place]) else { return }
    let value = Self.values.randomElement(using: &generator) ?? ""
    let field = corpus.fields.randomElement(using: &generator) ?? "title"
    let inner = String(repeating: " ", count: line.indent.count)
    let changed: String
    switch self {
    case .value: changed = "\(line.indent)\(line.name): \(value)"
    case .takenValue:
      let taken = FieldLine(corpus.line(&generator))?.value ?? value
      changed = "\(line.indent)\(line.name): \(taken)"
    case .name: changed = "\(line.indent)\(field): \(line.value)"
    case .duplicate: changed = "\(line.indent)\(line.name): \(line.value)\n\(inner)\(line.name): \(value)"
    case .remove: changed = ""
    case .add: changed = "\(line.indent)\(line.name): \(line.value)\n\(inner)\(field): \(value)"
    case .list: changed = "\(line.indent)\(line.name): [\(line.value), \(value)]"
    case .group: changed = "\(line.indent)\(line.name): {\(field): \(line.value), \(line.name): \(value)}"
    case .block: changed = "\(line.indent)\(line.name): |\n\(inner)  \(line.value)\n\(inner)  \(value)"
    case .indent: changed = " \(line.indent)\(line.name): \(line.value)"
    case .nest:
      changed = "\(line.indent)\(line.name):\n\(inner)  - \(field): \(line.value)\n\(inner)    \(line.name): \(value)"
    }
    parts[place] = Array(changed.utf8)
    text = parts.joinedLines
  }

  static let values = [
    "", "''", "\"\"", "[]", "{}", "~", "null", "yes", "no", "true", "off", "0", "-1", "1e9", "0x1F", "1_000",
    "9223372036854775808", "-0", ".inf",
    ".nan", "3.14", "12.", "2026", "2026-02", "2026-02-29", "2026-13-45", "9999-12-31", "0001-01-01", "0000-00-00",
    "2026-10-25T02:30",
    "2026-03-29 02:30", "2026-11-30T24:00", "2026-11-30T23:59:60Z", "2026-11-30T10:00+14:00", "24:00", "3 March 2026",
    "03/04/2026", "2026-Q3",
    "&a x", "*a", "!!str x", "!!binary AA==", "!x y", "|", ">-", "|9", "? x", "@x", "`x`", "%x", "#MeToo", "It is #1",
    "a: b", "a\\nb", "\"a\\nb\"",
    "\"\\u0000\"", "\"\\uD800\"", "\"\\x07\"", "'it''s'", "\"unclosed", "'unclosed", "[unclosed", "{a: b", "[[nested]]",
    "[a, [b, {c: d}]]",
    "https://example.org/water", "http://", "https://", "https://[::1]/", "https://ex ample.org", "javascript:alert(1)",
    "mailto:a@b.c",
    "//example.org", "https://example.org/\u{E9}?q=%zz#a#b", "https://user:pass@example.org:99999/", "ftp://x/",
    "data:text/html,x", "/", ".", "..",
    "../x", "/etc/passwd", "a/../b", "a//b", "a\\b", "con", "aux.md", "x:1", "q?", "name.", "name ", ".hidden",
    "index.html", "404.html", "feed.xml",
    "sitemap.xml", "data/x.json", "assets/style.css", "search.html", "?p=123", "/2019/05/one/", "\u{65E5}\u{672C}",
    "e\u{301}t\u{E9}", "\u{202E}abc",
    "\u{200B}", "en", "xx", "ar", "de-CH-1996", "zh-Hant", "Europe/Zurich", "Europe/Nowhere", "Africa/Casablanca",
    "Asia/Tehran", "UTC", "Etc/GMT+12",
    "America/Los_Angeles", "Pacific/Apia", "ch", "Switzerland", "draft", "published", "confirmed", "cancelled",
    "memory", "inferred", "private",
    "[a, a]", "[x: y]", "- a", "[water-levels]", "{id: x, title: X}", "[{id: a}, {id: a}]",
    "{title: X, url: https://example.org/}", "<b>x</b>",
    "</title>", "]]>", "&#xFFFF;", "&#1;", "{{title}}", "[x](y.md)", "[[x]]", "*x*", "![x](y.png)", "a b.png",
    "lake.jpg", "river.png",
    String(repeating: "w", count: 300), String(repeating: "\u{1F30A}", count: 120),
    String(repeating: "long words ", count: 400),
  ]
}
