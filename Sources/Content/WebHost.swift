/// A host, or the server on it, that a hub says it is published on: each takes rules for redirects and headers in a form of its own.
package enum WebHost: String, Sendable, CaseIterable {
  case apache, caddy, cloudflare, gitlab, netlify, nginx

  /// Reads redirects from a file `_redirects`, and answers with a file of the site before it looks there.
  package var readsRedirectList: Bool { [.cloudflare, .gitlab, .netlify].contains(self) }

  /// Reads headers from a file `_headers`.
  package var readsHeaderList: Bool { [.cloudflare, .netlify].contains(self) }

  /// Can tell `?p=123` from `?p=124`.
  package var answersQueries: Bool { [.apache, .caddy, .nginx].contains(self) }
}
