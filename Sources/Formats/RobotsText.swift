/// What crawlers are asked to leave alone (RFC 9309).
package struct RobotsText: Sendable {
  package let groups: [Group]
  /// Absolute addresses.
  package let sitemaps: [String]

  package init(groups: [Group] = [Group()], sitemaps: [String] = []) {
    self.groups = groups
    self.sitemaps = sitemaps
  }

  /// Rules for some crawlers; without rules they may visit everything.
  package struct Group: Sendable {
    package let crawlers: [String]
    package let disallowedPaths: [String]
    /// Exceptions from the disallowed paths: the longer path decides.
    package let allowedPaths: [String]

    package init(crawlers: [String] = ["*"], disallowedPaths: [String] = [], allowedPaths: [String] = []) {
      self.crawlers = crawlers
      self.disallowedPaths = disallowedPaths
      self.allowedPaths = allowedPaths
    }
  }

  package func encoded() -> [UInt8] {
    var lines: [String] = []
    for group in groups {
      lines += group.crawlers.map { line("User-agent", $0) }
      lines += group.allowedPaths.map { line("Allow", $0) }
      lines += group.disallowedPaths.map { line("Disallow", $0) }
      if group.allowedPaths.isEmpty && group.disallowedPaths.isEmpty { lines.append("Disallow:") }
      lines.append("")
    }
    lines += sitemaps.map { line("Sitemap", $0) }
    if lines.last == "" { lines.removeLast() }
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  /// A number sign would begin a comment, and a line end a rule of its own.
  private func line(_ name: String, _ value: String) -> String {
    let parts = value.percentEncodedAddress.split(separator: "#", omittingEmptySubsequences: false)
    return "\(name): \(parts.joined(separator: "%23"))"
  }
}
