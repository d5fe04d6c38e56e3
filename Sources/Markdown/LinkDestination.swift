/// Where a link in a text leads, before it is resolved.
package enum LinkDestination: Sendable, Equatable {
  /// An address outside the hub, or `mailto:` and `tel:`.
  case external(String)
  /// A file of the hub, relative to the one that links, and an anchor on it; the path is empty for the same page.
  case file(path: String, anchor: String?)
  /// A scheme that could run code or leave the hub unseen, such as `javascript:`.
  case dangerous(scheme: String)

  static let allowedSchemes: Set<String> = ["http", "https", "mailto", "tel"]

  init(_ written: String) {
    // Browsers drop white space and control characters before they look for a scheme, so the check does too.
    let squeezed = String(String.UnicodeScalarView(written.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }))
    let start = squeezed.prefix { !"/?#".contains($0) }
    if let colon = start.firstIndex(of: ":") {
      let scheme = start[..<colon].lowercased()
      self = Self.allowedSchemes.contains(scheme) ? .external(squeezed) : .dangerous(scheme: scheme)
    } else if squeezed.hasPrefix("//") || squeezed.hasPrefix("/\\") || squeezed.hasPrefix("\\") {
      self = .dangerous(scheme: "//")
    } else if let hash = written.firstIndex(of: "#") {
      self = .file(
        path: Self.decoded(written[..<hash]), anchor: Self.decoded(written[written.index(after: hash)...]))
    } else {
      self = .file(path: Self.decoded(written[...]), anchor: nil)
    }
  }

  /// Undoes percent-encoding, since editors write `%20` for a space in a file's name.
  private static func decoded(_ text: Substring) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16),
        rest.count >= 2
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
