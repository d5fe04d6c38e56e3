import Formats

/// Where a link in a text leads, before it is resolved.
package enum LinkDestination: Sendable, Equatable {
  /// An address outside the hub, or `mailto:` and `tel:`, with what an address cannot hold percent-encoded.
  case external(String)
  /// A file of the hub, relative to the one that links, and an anchor on it; the path is empty for the same page.
  case file(path: String, anchor: String?)
  /// A scheme that could run code or leave the hub unseen, such as `javascript:`.
  case dangerous(scheme: String)
  /// `https:` without a host.
  case malformed

  init(_ written: String) {
    var written = written
    self = written.withUTF8 { bytes in
      // Browsers drop white space and control characters before they look for a scheme, so the check does too.
      guard bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else {
        return bytes.filter { $0 > 0x20 && $0 != 0x7F }.withUnsafeBufferPointer { Self.read(bytes, withoutSpaces: $0) }
      }
      return Self.read(bytes, withoutSpaces: bytes)
    }
  }

  private static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, withoutSpaces squeezed: UnsafeBufferPointer<UInt8>
  ) -> LinkDestination {
    if let colon = schemeEnd(in: squeezed) {
      let scheme = String(decoding: squeezed[..<colon], as: UTF8.self).lowercased()
      switch scheme {
      case "https", "http": return namesHost(squeezed[(colon + 1)...]) ? .external(encodedAddress(bytes)) : .malformed
      case "mailto", "tel": return .external(encodedAddress(bytes))
      default: return .dangerous(scheme: scheme)
      }
    }
    if squeezed.starts(with: "//".utf8) || squeezed.starts(with: "/\\".utf8) || squeezed.starts(with: "\\".utf8) {
      return .dangerous(scheme: "//")
    }
    let hash = bytes.firstOffset(of: UInt8(ascii: "#"))
    return .file(
      path: decodedPath(bytes[..<(hash ?? bytes.count)]), anchor: hash.map { composed(decodedPath(bytes[($0 + 1)...])) }
    )
  }

  /// The colon behind a scheme: one that stands before every sign that ends the first part of a path.
  private static func schemeEnd(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: ":"): return index
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return nil
      default: break
      }
    }
    return nil
  }

  private static func namesHost(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard rest.starts(with: "//".utf8), let first = rest.dropFirst(2).first else { return false }
    return !"/\\?#:@".utf8.contains(first)
  }
}

/// Percent-encodes what the URL standard does not allow in an address; line breaks and tabs go, as they do in browsers.
private func encodedAddress(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
  guard bytes.contains(where: needsEncoding) else { return String(decoding: bytes, as: UTF8.self) }
  var encoded: [UInt8] = []
  var slashes = 0
  for (index, byte) in bytes.enumerated() {
    if byte == UInt8(ascii: "/") { slashes += 1 }
    switch byte {
    case 0x00..<0x20, 0x7F: break
    case UInt8(ascii: "%") where beginsPercentCode(bytes[index...]): encoded.append(byte)
    // Brackets stand around the number of a host, and nowhere else.
    case UInt8(ascii: "[") where slashes == 2, UInt8(ascii: "]") where slashes == 2: encoded.append(byte)
    case _ where needsEncoding(byte): encoded.appendPercentEncoded(byte)
    default: encoded.append(byte)
    }
  }
  return String(decoding: encoded, as: UTF8.self)
}

private func needsEncoding(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x00...0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "<"), UInt8(ascii: ">"),
    UInt8(ascii: "[")...UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{")...UInt8(ascii: "}"):
    true
  default: false
  }
}

/// Undoes percent-encoding, since editors write `%20` for a space in a file's name.
private func decodedPath(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> String {
  let text = UnsafeBufferPointer(rebasing: text)
  guard text.firstOffset(of: UInt8(ascii: "%")) != nil else { return String(decoding: text, as: UTF8.self) }
  return String(decoding: percentDecoded(text), as: UTF8.self)
}
