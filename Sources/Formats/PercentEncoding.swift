// Percent-encoding (RFC 3986, section 2.1): each place of an address allows other octets as they are.

extension UInt8 {
  /// Whether it means itself anywhere in an address: a letter, a digit, or one of four marks (RFC 3986, section 2.3).
  @inlinable
  package var isUnreserved: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      true
    default: false
    }
  }

  /// What it stands for as a hexadecimal digit; nil where it is none.
  package var hexadecimalValue: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

extension [UInt8] {
  package mutating func appendPercentEncoded(_ octet: UInt8) {
    append(UInt8(ascii: "%"))
    appendHexadecimal(octet)
  }
}

/// Text with all octets percent-encoded that may not stand as they are.
package func percentEncoded(_ octets: some Sequence<UInt8>, besides isPlain: (UInt8) -> Bool) -> String {
  var encoded: [UInt8] = []
  for octet in octets {
    if isPlain(octet) { encoded.append(octet) } else { encoded.appendPercentEncoded(octet) }
  }
  return String(decoding: encoded, as: UTF8.self)
}

/// A path as an address writes it: all but unreserved characters and the slashes between its parts is encoded.
package func percentEncodedPath(_ octets: some Sequence<UInt8>) -> String {
  percentEncoded(octets) { $0.isUnreserved || $0 == UInt8(ascii: "/") }
}

/// The octets with what is percent-encoded resolved; a percent sign that begins no code stays one.
package func percentDecoded(_ octets: some Collection<UInt8>) -> [UInt8] {
  var decoded: [UInt8] = []
  decoded.reserveCapacity(octets.count)
  var rest = octets[...]
  while let octet = rest.first {
    let isCode = beginsPercentCode(rest)
    decoded.append(isCode ? rest.dropFirst().prefix(2).reduce(0) { $0 << 4 | ($1.hexadecimalValue ?? 0) } : octet)
    rest = rest.dropFirst(isCode ? 3 : 1)
  }
  return decoded
}

extension String {
  /// The text as a value within the query of an address: all but unreserved characters is encoded.
  package var percentEncodedValue: String {
    utf8.allSatisfy(\.isUnreserved) ? self : percentEncoded(utf8, besides: \.isUnreserved)
  }

  /// The text as a URI (RFC 3986): what may not stand in one is percent-encoded, what is encoded already stays.
  ///
  /// Line ends and controls are encoded too, so that no address can begin a line of its own.
  package var percentEncodedAddress: String {
    let octets = Array(utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(octets.count)
    for (index, octet) in octets.enumerated() {
      if isAllowedInAddress(octet), octet != UInt8(ascii: "%") || beginsPercentCode(octets[index...]) {
        bytes.append(octet)
      } else {
        bytes.appendPercentEncoded(octet)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Whether octets begin with a percent sign and two hexadecimal digits.
package func beginsPercentCode(_ octets: some Collection<UInt8>) -> Bool {
  let digits = octets.dropFirst().prefix(2)
  return octets.first == UInt8(ascii: "%") && digits.count == 2 && digits.allSatisfy { $0.hexadecimalValue != nil }
}

private func isAllowedInAddress(_ octet: UInt8) -> Bool {
  switch octet {
  case 0x00...0x20, 0x7F...0xFF: false
  case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "^"): false
  case UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"): false
  default: true
  }
}
