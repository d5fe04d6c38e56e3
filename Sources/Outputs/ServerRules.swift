import Formats

/// `.htaccess` of Apache 2.4, for a host that lets a site's folder say these things (`AllowOverride FileInfo Indexes`).
func apacheRules(_ rules: HostRules) -> String {
  var lines = [
    "# Rules of this site for Apache 2.4; the build writes them anew.", "DirectoryIndex index.html",
    "ErrorDocument 404 \(rules.base)404.html", "AddDefaultCharset UTF-8", "AddType text/calendar;charset=UTF-8 .ics",
    "AddType application/epub+zip .epub", "<IfModule mod_headers.c>",
  ]
  lines += rules.headers.map { "  Header always set \($0.name) \"\($0.value)\"" }
  lines += [
    "</IfModule>", "<IfModule mod_deflate.c>",
    "  AddOutputFilterByType DEFLATE \(compressedTypes.joined(separator: " "))", "</IfModule>",
    "<IfModule mod_rewrite.c>", "  RewriteEngine On", "  RewriteBase \(rules.base)",
    #"  RewriteRule (^|/)\.(?!well-known/) - [R=404,L]"#,
  ]
  if rules.hasPackedTwins { lines += apachePacked }
  for redirect in rules.redirects {
    // A percent sign would stand for a part of the condition before.
    let target = redirect.target.replacing("%", with: #"\%"#)
    for path in redirect.paths {
      if let query = redirect.query { lines.append("  RewriteCond %{QUERY_STRING} ^\(regularExpression(query))$") }
      lines.append("  RewriteRule ^\(regularExpression(path))$ \(target) [R=301,NE,QSD,L]")
    }
  }
  lines.append("</IfModule>")
  if rules.hasPackedTwins { lines += apachePackedTypes }
  return text(lines)
}

/// Answers with `page.html.gz` whoever takes gzip; mod_deflate leaves alone what is packed.
private let apachePacked = [
  #"  RewriteCond %{HTTP:Accept-Encoding} \bgzip\b"#, "  RewriteCond %{REQUEST_FILENAME}.gz -f",
  #"  RewriteRule ^(.+\.(\#(endings)))$ $1.gz [E=no-gzip:1]"#,
]

/// Says of `page.html.gz` that it is HTML, packed, and of both that there are two; other archives stay what they are.
private let apachePackedTypes = [
  #"<FilesMatch "\.(\#(endings))\.gz$">"#, "  RemoveType .gz", "  AddEncoding gzip .gz", "</FilesMatch>",
  #"<FilesMatch "\.(\#(endings))(\.gz)?$">"#, "  <IfModule mod_headers.c>",
  "    Header merge Vary Accept-Encoding", "  </IfModule>", "</FilesMatch>",
]

private let endings = packedEndings.joined(separator: "|")

/// What a `server` of nginx includes.
func nginxRules(_ rules: HostRules) -> String {
  var lines = [
    "# Rules of this site for nginx, to be included in its server block; the build writes them anew.",
    "index index.html;", "error_page 404 \(rules.base)404.html;", "charset utf-8;", "gzip on;", "gzip_vary on;",
    "gzip_types \(compressedTypes.filter { $0 != "text/html" }.joined(separator: " "));",
  ]
  if rules.hasPackedTwins { lines.append("gzip_static on;") }
  lines += rules.headers.map { "add_header \($0.name) \"\($0.value)\" always;" }
  lines += [
    #"location ~ "/\.(?!well-known/)" { return 404; }"#, #"location ~ "\.ics$" { types { text/calendar ics; } }"#,
  ]
  let plain = rules.redirects.filter { $0.query == nil }
  lines += plain.flatMap { redirect in
    redirect.paths.map { "location = \"\(rules.base)\($0)\" { return 301 \"\(redirect.target)\"; }" }
  }
  let asked = rules.redirects.compactMap { redirect in redirect.query.map { (redirect, $0) } }
  if !asked.isEmpty { lines.append("set $hub_asked \"$uri?$args\";") }
  for (redirect, query) in asked {
    lines += redirect.paths.map {
      "if ($hub_asked = \"\(rules.base)\($0)?\(query)\") { return 301 \"\(redirect.target)\"; }"
    }
  }
  return text(lines)
}

/// What a site of Caddy 2 imports.
func caddyRules(_ rules: HostRules) -> String {
  var lines = [
    "# Rules of this site for Caddy 2, to be imported into its block; the build writes them anew.", "header {",
  ]
  lines += rules.headers.map { "\t\($0.name) \"\($0.value)\"" }
  lines += [
    "}", "encode zstd gzip", "@hub_hidden {", "\tpath */.*", "\tnot path \(rules.base).well-known/*", "}",
    "error @hub_hidden 404", "@hub_calendars path *.ics",
    "header @hub_calendars Content-Type \"text/calendar; charset=utf-8\"",
  ]
  for (number, redirect) in rules.redirects.enumerated() {
    let paths = redirect.paths.map { "\"\(rules.base)\($0)\"" }.joined(separator: " ")
    lines += ["@hub_old\(number) {", "\tpath \(paths)"]
    if let query = redirect.query { lines.append("\tquery \(query.split(separator: "&").joined(separator: " "))") }
    lines += ["}", "redir @hub_old\(number) \"\(redirect.target)\" 301"]
  }
  if rules.hasPackedTwins { lines += ["file_server {", "\tprecompressed gzip", "}"] }
  lines += [
    "handle_errors {", "\t@hub_missing expression {err.status_code} == 404",
    "\trewrite @hub_missing \(rules.base)404.html",
    rules.hasPackedTwins ? "\tfile_server @hub_missing {\n\t\tprecompressed gzip\n\t}" : "\tfile_server @hub_missing",
    "}",
  ]
  return text(lines)
}

private let compressedTypes = [
  "text/html", "text/css", "text/plain", "text/csv", "text/calendar", "text/xml", "text/javascript",
  "application/javascript", "application/json", "application/xml", "application/atom+xml", "image/svg+xml",
]

/// A text as a regular expression that matches it alone.
private func regularExpression(_ text: String) -> String {
  text.map { #".+*?()[]{}^$|\"#.contains($0) ? "\\\($0)" : String($0) }.joined()
}

private func text(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }
