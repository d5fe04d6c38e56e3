import Content

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
    if path == page, let fragment { return "#" + encoded(fragment) }
    let link = OutputPath.relativeLink(from: page, to: path)
    return fragment.map { "\(link)#\(encoded($0))" } ?? link
  }

  /// The address below the hub's canonical one, for formats that demand absolute addresses.
  package func absolute(below base: String) -> String {
    let home = OutputPath.relativeLink(from: Self.root, to: path)
    // `index.html` is left out, since a host answers for the folder.
    let plain = home == "index.html" ? "" : home.hasSuffix("/index.html") ? String(home.dropLast(10)) : home
    return base + plain + (fragment.map { "#" + encoded($0) } ?? "")
  }

  private static let root: OutputPath = path("index.html")

  /// A path that code spells out itself, from checked ids and names of its own.
  package static func path(_ text: String) -> OutputPath {
    guard let path = OutputPath(text) else { preconditionFailure("'\(text)' is no path of a page") }
    return path
  }
}

/// A fragment with all but letters, digits and the marks that are safe in addresses and attributes percent-encoded.
private func encoded(_ fragment: String) -> String {
  guard !fragment.utf8.allSatisfy(isPlain) else { return fragment }
  var text = ""
  for byte in fragment.utf8 {
    if isPlain(byte) {
      text.unicodeScalars.append(UnicodeScalar(byte))
    } else {
      text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
  }
  return text
}

private func isPlain(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
    true
  default: false
  }
}
