import Diagnostics
import Formats

extension FieldReader {
  /// An address outside the hub.
  mutating func address(_ name: String, required: Bool = false, _ meaning: StaticString) -> String? {
    scalar(name, .address, .invalidAddress, required, meaning) { isWebAddress($0) ? $0 : nil }
  }

  /// An address of the web that nobody on the way can change.
  mutating func secureAddress(_ name: String, _ meaning: StaticString) -> String? {
    scalar(name, .address, .invalidAddress, false, meaning) {
      isWebAddress($0) && $0.hasPrefix("https://") ? $0 : nil
    }
  }

  /// A word that becomes part of an address.
  mutating func identifier(_ name: String, required: Bool = false, _ meaning: StaticString) -> String? {
    guard let word = scalar(name, .identifier, .invalidID, required, meaning, { isIdentifier($0) ? $0 : nil })
    else { return nil }
    guard isReserved(word), let node = node(name, .identifier, isRequired: false, "") else { return word }
    report(
      .invalidID, "no address has a part that cannot stand on every disk, and \(reasonAgainst(fileName: word) ?? "")",
      at: node, help: "Write another word, such as '\(word)-1'")
    return nil
  }

  /// Old addresses of pages, or of feeds.
  mutating func oldAddresses(_ name: String, _ form: Alias.Form, _ meaning: StaticString) -> [Alias] {
    list(name, .oldAddress(form), false, meaning) { reader, node in
      guard let written = node.text else {
        reader.reportWrongType(name, .oldAddress(form), at: node)
        return nil
      }
      let alias = Alias(written, at: reader.source.range(of: node))
      if let alias, alias.form == form || (alias.form == .query && form == .page) { return alias }
      reader.report(
        .invalidAddress, "'\(name)' holds \(FieldShape.oldAddress(form).words), not '\(shortened(written))'", at: node,
        help: written.contains("#") || (written.contains("?") && form == .feed)
          ? "Write the path alone, without '?' or '#' and what follows: hosts find a page by its path"
          : written.contains("?")
            ? "Write names and values of letters and digits behind '?', such as ?p=123"
            : alias?.form == .feed
              ? "Write it under 'feed_aliases' in hub.yaml, where the addresses of feeds stand"
              : "Write \(FieldShape.oldAddress(form).words)")
      return nil
    }
  }
}

/// Whether a text is an address on the web: a scheme, a host, and no sign that needs encoding (RFC 3986 §2, but
/// letters of any script).
package func isWebAddress(_ text: String) -> Bool {
  let bytes = text.utf8
  let rest: Substring.UTF8View
  if bytes.starts(with: "https://".utf8) {
    rest = bytes.dropFirst(8)
  } else if bytes.starts(with: "http://".utf8) {
    rest = bytes.dropFirst(7)
  } else {
    return false
  }
  guard let first = rest.first, !"/?#:@.".utf8.contains(first),
    endsInPort(rest.prefix(while: { !"/?#".utf8.contains($0) }))
  else {
    return false
  }
  return rest.allSatisfy { byte in
    switch byte {
    case ...0x20, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "^"),
      UInt8(ascii: "`"), UInt8(ascii: "{")...UInt8(ascii: "}"), 0x7F:
      false
    default: true
    }
  }
}

/// The host of an address, without `www.`, as a name for a link.
package func hostName(of address: String) -> String {
  let host = address.drop { $0 != "/" }.dropFirst(2).prefix { !"/?#:".contains($0) }
  return host.hasPrefix("www.") ? String(host.dropFirst(4)) : String(host)
}

/// Whether a text can be an id: lower-case ASCII letters, digits, and hyphens after the first sign; at most 150 bytes,
/// so that every path that is made of it is short enough for a file system.
package func isIdentifier(_ text: some StringProtocol) -> Bool {
  guard let first = text.utf8.first, first != UInt8(ascii: "-"), text.utf8.count <= 150 else { return false }
  return text.utf8.allSatisfy { byte in
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || byte == UInt8(ascii: "-")
  }
}
