import Content
import Formats

/// Where a document is read: on a page of its own, or at a place on another.
package struct PageAddress: Sendable, Hashable {
  package let path: OutputPath
  package let fragment: String?

  package init(path: OutputPath, fragment: String? = nil) {
    self.path = path
    self.fragment = fragment
  }

  /// The address as a page writes it: relative, with `index.html` written out, so that it is right online and on disk.
  package func link(from page: OutputPath) -> String {
    if path == page, let fragment { return "#" + fragment.percentEncodedValue }
    let link = OutputPath.relativeLink(from: page, to: path)
    return fragment.map { "\(link)#\($0.percentEncodedValue)" } ?? link
  }

  /// The address below the hub's canonical one, for formats that demand absolute addresses.
  package func absolute(below base: String) -> String {
    let home = OutputPath.relativeLink(from: Self.root, to: path)
    // `index.html` is left out, since a host answers for the folder.
    let plain = home == "index.html" ? "" : home.hasSuffix("/index.html") ? String(home.dropLast(10)) : home
    return base + plain + (fragment.map { "#" + $0.percentEncodedValue } ?? "")
  }

  private static let root: OutputPath = path("index.html")

  /// A path that code spells out itself, from checked ids and names of its own.
  package static func path(_ text: String) -> OutputPath {
    guard let path = OutputPath(text) else { preconditionFailure("'\(text)' is no path of a page") }
    return path
  }
}

extension OutputPath {
  /// The page with which a host answers where it has none.
  package static let notFoundPage: OutputPath = PageAddress.path("404.html")
}

/// The folder of its host in which the site of an address lies, with a slash at either end: `/` or `/hub/`.
package func hostFolder(of address: String) -> String {
  guard let scheme = address.firstRange(of: "://") else { return "/" }
  let path = address[scheme.upperBound...].drop { $0 != "/" }
  return path.isEmpty ? "/" : String(path).percentEncodedAddress
}
