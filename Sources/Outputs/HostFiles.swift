import CivilTime
import Content
import Diagnostics
import Formats
import Linking
import OutputFiles
import Sites

/// The files that the hosts of a hub read, as far as `hub.yaml` names hosts; readers are handed none of them.
func hostFiles(_ sites: [Site]) -> [OutputFile] {
  guard let main = sites.first else { return [] }
  let hosts = Set(main.graph.hub.hosts)
  let rules = HostRules(of: sites)
  func file(_ path: String, _ isNeeded: Bool, _ text: @escaping @Sendable (HostRules) -> String) -> [OutputFile] {
    guard isNeeded else { return [] }
    return [OutputFile(path: PageAddress.path(path), turn: .first, copy: .nothing) { _ in Array(text(rules).utf8) }]
  }
  return file("_redirects", hosts.contains(where: \.readsRedirectList), redirectList)
    + file("_headers", hosts.contains(where: \.readsHeaderList), headerList)
    + file(".htaccess", hosts.contains(.apache), apacheRules)
    + file(".nginx.conf", hosts.contains(.nginx), nginxRules)
    + file(".Caddyfile", hosts.contains(.caddy), caddyRules) + securityText(main)
}

/// The texts among the files, each once more as gzip beside it, for servers that then need not pack it for every reader.
func packedTwins(of files: [OutputFile]) -> [OutputFile] {
  files.compactMap { file in
    guard let ending = file.path.name.split(separator: ".").last, packedEndings.contains(String(ending)),
      let path = OutputPath(file.path.text + ".gz")
    else { return nil }
    return OutputFile(path: path, turn: .twin, copy: .nothing) { (finished) throws(DiagnosticFound) -> [UInt8] in
      try finished.packed(file.path)?.gzipped() ?? []
    }
  }
}

/// The endings of texts, which pack well; pictures and archives are packed by themselves.
let packedEndings = ["css", "csv", "html", "ics", "js", "json", "svg", "txt", "xml"]

/// How to report a weakness of the site (RFC 9116); it says of itself that it holds for half a year.
private func securityText(_ site: Site) -> [OutputFile] {
  guard let contact = site.graph.hub.securityContact else { return [] }
  let path = PageAddress.path(".well-known/security.txt")
  return [
    OutputFile(path: path) {
      var lines = [
        "Contact: \(contact)", "Expires: \(site.today.adding(days: 180).isoText)T00:00:00Z",
        "Preferred-Languages: \(site.languages.joined(separator: ", "))",
      ]
      // No other address may stand there (RFC 9116, section 2.5.2).
      let own = site.absoluteAddress(of: path)
      if own.hasPrefix("https://") { lines.append("Canonical: \(own)") }
      return Array(lines.map { $0 + "\n" }.joined().utf8)
    }
  ]
}

/// What is the same for every host: which address leads where, and what is said with every answer.
struct HostRules: Sendable {
  struct Redirect: Sendable {
    /// Below the site's own place, as written; a folder's is that of its index, which leads on from both.
    let paths: [String]
    /// Without the question mark; nil where the path alone decides.
    let query: String?
    /// From the host's root on, percent-encoded.
    let target: String
  }

  /// The site's place on its host, with a slash at both ends.
  let base: String
  let redirects: [Redirect]
  let headers: [(name: String, value: String)]
  /// Whether texts also lie packed beside themselves, as `page.html.gz`.
  let hasPackedTwins: Bool

  init(of sites: [Site]) {
    let address = sites.first?.address ?? "/"
    let base = hostFolder(of: address)
    self.base = base
    hasPackedTwins = sites.first?.graph.hub.hasPackedTwins ?? false
    redirects = sites.flatMap { Self.redirects(of: $0, below: base) }
    headers = Self.headers(isSecure: address.hasPrefix("https://"))
  }

  private static func redirects(of site: Site, below base: String) -> [Redirect] {
    var redirects: [Redirect] = []
    for page in site.graph.pages where page.document.language == site.language.code {
      let target = page.address.absolute(below: base)
      let common = page.document.common
      redirects += common.aliases.map { Redirect(fromPath: $0.path, to: target) }
      redirects += common.queryAliases.map { Redirect(fromQuery: $0.path, to: target) }
    }
    guard site.language.isMain else { return redirects }
    return redirects + site.graph.hub.feedAliases.map { Redirect(fromPath: $0.path, to: base + "feed.xml") }
  }

  /// What securityheaders.com asks for, and that every copy is asked about anew: names of files do not change with what is in them.
  private static func headers(isSecure: Bool) -> [(name: String, value: String)] {
    var headers: [(name: String, value: String)] = [
      (
        name: "Content-Security-Policy",
        value: "default-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'; object-src 'none'"
      ),
      (name: "X-Content-Type-Options", value: "nosniff"), (name: "X-Frame-Options", value: "SAMEORIGIN"),
      (name: "Referrer-Policy", value: "same-origin"),
      (name: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
      (name: "Cross-Origin-Opener-Policy", value: "same-origin"), (name: "Cache-Control", value: "no-cache"),
    ]
    if isSecure { headers.append((name: "Strict-Transport-Security", value: "max-age=31536000")) }
    return headers
  }
}

extension HostRules.Redirect {
  fileprivate init(fromPath path: String, to target: String) {
    let folder = path.hasSuffix("/index.html") ? [String(path.dropLast("index.html".count))] : []
    self.init(paths: folder + [path], query: nil, target: target)
  }

  /// `index.php?id=4`, or `?p=123` for the home page.
  fileprivate init(fromQuery written: String, to target: String) {
    let parts = written.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    self.init(paths: [String(parts[0])], query: parts.count > 1 ? String(parts[1]) : "", target: target)
  }
}

// MARK: Lists that hosts read

/// `_redirects` of Netlify, Cloudflare Pages and GitLab Pages; none of them tells queries apart in the same way, so that queries are left out.
private func redirectList(_ rules: HostRules) -> String {
  rules.redirects.filter { $0.query == nil }.flatMap { redirect in
    redirect.paths.map { "\(rules.base)\(percentEncodedPath($0.utf8)) \(redirect.target) 301\n" }
  }.joined()
}

/// `_headers` of Netlify and Cloudflare Pages.
private func headerList(_ rules: HostRules) -> String {
  "\(rules.base)*\n" + rules.headers.map { "  \($0.name): \($0.value)\n" }.joined()
}
