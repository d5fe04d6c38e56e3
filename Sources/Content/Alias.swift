import Diagnostics
import Foundation

/// An address within the hub at which something was found before.
package struct Alias: Sendable {
  package let form: Form
  /// The path of the file that stands there now; a folder's is its `index.html`.
  package let path: String
  package let place: SourceRange

  package enum Form: Sendable {
    /// A page or a folder, from which readers are led on.
    case page
    /// A feed, which programs read, so that it stands there too: they follow no page that leads on.
    case feed
    /// An address such as `?p=123` or `index.php?id=4`, as programs with a database have; its `path` holds the query.
    case query
  }

  /// Reads `old/page.html`, `2019/05/one/` or `old/rss.xml`, each with or without a slash before it, and with letters of any script, as
  /// they are or percent-encoded; nil for any other text.
  init?(_ written: String, at place: SourceRange) {
    var path = written.hasPrefix("/") ? String(written.dropFirst()) : written
    if let start = path.firstIndex(of: "?") {
      // Of a home page, of a folder's, or of a program.
      let asked = path[..<start].hasSuffix("/") ? path[..<start].dropLast() : path[..<start]
      guard Self.isQuery(path[start...].dropFirst()), asked.isEmpty || Self.isPath(String(asked)),
        // Servers put something else in the place of what begins so in a rule.
        !asked.contains(where: "${".contains)
      else { return nil }
      form = .query
      self.path = path
      self.place = place
      return
    }
    if path.contains("%") {
      guard let decoded = path.removingPercentEncoding else { return nil }
      path = decoded
    }
    if path.hasSuffix("/") { path += "index.html" }
    guard let form = Form(ofPath: path), Self.isPath(path) else { return nil }
    self.form = form
    self.path = path
    self.place = place
  }

  /// Names and values of letters, digits and a few marks (a part of RFC 3986 §3.4), since servers read them in rules.
  private static func isQuery(_ query: Substring) -> Bool {
    !query.isEmpty && query.utf8.count <= 200
      && query.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: "=&-_.".utf8.contains(byte)
        }
      }
  }

  /// Whether a text can be one of a document's `aliases`.
  package static func canBe(_ written: String) -> Bool {
    Self(written, at: .start(of: SourceFile(path: "", text: ""))) != nil
  }

  private static func isPath(_ path: String) -> Bool {
    guard path.utf8.count <= 500 else { return false }
    return path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty && part.utf8.count <= 200 && part.first != "."
        && part.unicodeScalars.allSatisfy { $0.value > 0x20 && !"\\?#%\"<>|:*".unicodeScalars.contains($0) }
    }
  }
}

extension Alias.Form {
  fileprivate init?(ofPath path: String) {
    if path.hasSuffix(".html") {
      self = .page
    } else if path.hasSuffix(".xml") || path.hasSuffix(".rss") || path.hasSuffix(".atom") {
      self = .feed
    } else {
      return nil
    }
  }
}
