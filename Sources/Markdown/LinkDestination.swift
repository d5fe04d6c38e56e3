import Formats

/// Where a link in a text leads, before it is resolved.
package enum LinkDestination: Sendable, Equatable {
  /// An address outside the hub, or `mailto:` and `tel:`, with what an address cannot hold percent-encoded.
  case external(String)
  /// A file of the hub, relative to the one that links, and an anchor on it; the path is empty for the same page.
  case file(path: String, anchor: String?)
  /// A scheme that could run code or leave the hub unseen, such as `javascript:`.
  case dangerous(scheme: String)
  /// An address that leads nowhere, such as `https:` without a host.
  case malformed(Flaw)

  package enum Flaw: Sendable, Equatable {
    case noHost
    case noPort
    case noMailbox
    case noNumber
  }

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
      case "https", "http":
        guard namesHost(squeezed[(colon + 1)...]) else { return .malformed(.noHost) }
        let host = squeezed[(colon + 3)...].prefix { !"/\\?#".utf8.contains($0) }
        return endsInPort(host) ? .external(encodedAddress(bytes)) : .malformed(.noPort)
      case "mailto": return isMail(bytes) ? .external(encodedAddress(bytes)) : .malformed(.noMailbox)
      case "tel": return isNumber(bytes) ? .external(encodedAddress(bytes)) : .malformed(.noNumber)
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

/// Whether what stands behind `mailto:` is a list of addresses, or fields that a reader's program fills in (RFC 6068, section 2).
private func isMail(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  let text = String(decoding: bytes, as: UTF8.self).drop { $0 != ":" }.dropFirst()
  let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
  let boxes = parts[0].split(separator: ",", omittingEmptySubsequences: false)
  if parts[0].isEmpty { return parts.count == 2 && parts[1].contains("=") }
  return boxes.allSatisfy { box in
    let sides = box.split(separator: "@", omittingEmptySubsequences: false)
    guard sides.count == 2, !sides[0].isEmpty, !box.contains("%20"), !box.contains(where: \.isWhitespace) else {
      return false
    }
    let labels = sides[1].split(separator: ".", omittingEmptySubsequences: false)
    return labels.count > 1
      && labels.allSatisfy { label in
        !label.isEmpty && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "%" }
      }
  }
}

/// Whether what stands behind `tel:` is a number: digits, with signs between them that are not read (RFC 3966, section 3).
private func isNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  let text = String(decoding: bytes, as: UTF8.self).drop { $0 != ":" }.dropFirst().prefix { $0 != ";" }
  let digits = text.filter { ("0"..."9").contains($0) }.count
  return (2...20).contains(digits)
    && text.dropFirst(text.first == "+" ? 1 : 0).allSatisfy { "0123456789-.()*#".contains($0) }
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
