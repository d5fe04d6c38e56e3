import Foundation

/// Rewrites the links and pictures of a text in which code is kept.
struct LinkConversion {
  let number: Int
  var links: OldLinks
  var kept: [String] = []
  var missing: [String] = []
  var hotlinks: [String] = []
  var undescribed: [String] = []

  private static var image: Regex<(Substring, Substring, Substring)> {
    /!\[((?:[^\[\]\n\\]|\\.|\[[^\[\]\n]{0,200}\]){0,500})\]\([ \t]*(<[^<>\n]{0,1000}>|[^\s()<>]{0,1000}(?:\([^\s()]{0,300}\)[^\s()]{0,300})?)(?:[ \t]+(?:"[^"\n]{0,500}"|'[^'\n]{0,500}'|=[0-9x%]{1,12}))?[ \t]*\)/
  }
  private static var link: Regex<(Substring, Substring, Substring, Substring, Substring?)> {
    /(\\?)\[((?:[^\[\]\\]|\\.|\[[^\[\]\n]{0,200}\]){0,800})\]\([ \t]*(<[^<>\n]{0,1000}>|[^\s()<>]{0,1000}(?:\([^\s()]{0,300}\)[^\s()]{0,300})?)([ \t]+(?:"[^"\n]{0,500}"|'[^'\n]{0,500}'))?[ \t]*\)/
  }
  private static var definition: Regex<(Substring, Substring, Substring, Substring)> {
    /(?m)^( {0,3}\[(?!\^)[^\[\]\n]{1,200}\]:[ \t]*)<?([^\s<>]{1,1000})>?([^\n]*)$/
  }

  /// Paragraph by paragraph, since no link goes on behind an empty line, and patterns are slow.
  mutating func convert(_ text: String) -> String {
    let paragraphs = text.split(separator: "\n\n", omittingEmptySubsequences: false)
    return paragraphs.map { $0.utf8.contains(UInt8(ascii: "[")) ? converted(String($0)) : String($0) }.joined(
      separator: "\n\n")
  }

  private mutating func converted(_ text: String) -> String {
    var text = text.replacing(Self.image) { match in
      keep(picture(alternative: match.1.trimmed, destination: Self.bare(match.2)))
    }
    text = text.replacing(Self.link) { match in
      guard match.1.isEmpty else { return String(match.0) }
      return linked(label: String(match.2), destination: Self.bare(match.3), title: match.4.map(String.init) ?? "")
    }
    text = text.replacing(Self.definition) { match in
      switch links.target(of: String(match.2), from: number) {
      case .written(let path), .file(let path), .outside(let path): return "\(match.1)\(path)\(match.3)"
      case .missing:
        missing.append(String(match.2))
        let address = (links.site.address ?? "https://example.org/") + match.2.drop { $0 == "/" || $0 == "." }
        return "\(match.1)\(address)\(match.3)"
      }
    }
    text = text.replacing(/\[\[(?!\])/, with: "\\[[")
    return restored(text)
  }

  private static func bare(_ written: Substring) -> String {
    let inner = written.hasPrefix("<") && written.hasSuffix(">") ? written.dropFirst().dropLast() : written
    return String(inner).replacing(" ", with: "%20")
  }

  private mutating func picture(alternative: String, destination: String) -> String {
    // The same picture for dark pages, beside one for light ones.
    if destination.hasSuffix("#only-dark") || destination.hasSuffix("#gh-dark-mode-only") { return "" }
    var alternative = alternative
    if alternative.isEmpty {
      undescribed.append(destination)
      let name = destination.split(separator: "/").last.map { $0.prefix { $0 != "." && $0 != "?" } } ?? "Picture"
      alternative = name.replacing("%20", with: " ").replacing(/[^\p{L}\p{N}]+/, with: " ").trimmed
      if alternative.isEmpty { alternative = "Picture" }
    }
    switch links.target(of: destination, from: number) {
    case .file(let path): return "![\(alternative)](\(path))"
    case .outside(let address):
      hotlinks.append(address)
      return address.hasPrefix("http") ? "[\(alternative)](\(address))" : alternative
    case .written, .missing:
      missing.append(destination)
      return alternative
    }
  }

  private mutating func linked(label: String, destination: String, title: String) -> String {
    // On one line, so that a link can be taken out of its line.
    var label = label.replacing(/\n[ \t]*(?!>)/, with: " ")
    // A picture that became a link would stand within this one.
    label = label.replacing(/\x{E000}(\d{1,9})\x{E002}/) { match in
      let text = Int(match.1).flatMap { kept.indices.contains($0) ? kept[$0] : nil } ?? ""
      guard text.hasPrefix("["), let end = text.firstRange(of: "](") else { return text }
      return String(text[text.index(after: text.startIndex)..<end.lowerBound])
    }
    if label.replacing(/[\s*_]/, with: "").isEmpty {
      label = destination.split(separator: "/").last.map(String.init) ?? "Link"
    }
    switch links.target(of: destination, from: number) {
    case .written(let path), .file(let path): return "[\(label)](\(path)\(title))"
    case .outside(let address):
      let isKnown = ["http://", "https://", "mailto:", "tel:"].contains { address.lowercased().hasPrefix($0) }
      guard isKnown, address.count > 8 else {
        missing.append(address)
        return label
      }
      return "[\(label)](\(address)\(title))"
    case .missing:
      missing.append(destination)
      return label
    }
  }

  private mutating func keep(_ text: String) -> String {
    kept.append(text)
    return "\u{E000}\(kept.count - 1)\u{E002}"
  }

  private func restored(_ text: String) -> String {
    text.replacing(/\x{E000}(\d{1,9})\x{E002}/) { match in
      Int(match.1).flatMap { kept.indices.contains($0) ? kept[$0] : nil } ?? ""
    }
  }
}
