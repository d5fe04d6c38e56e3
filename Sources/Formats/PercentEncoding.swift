extension String {
  /// The text as a value within the query of an address: all but unreserved characters (RFC 3986 §2.3) is encoded.
  package var percentEncodedValue: String {
    var bytes: [UInt8] = []
    for octet in utf8 {
      switch octet {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        bytes.append(octet)
      default:
        bytes.append(UInt8(ascii: "%"))
        bytes.appendHexadecimal(octet)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text as a URI (RFC 3986): what may not stand in one is percent-encoded, what is encoded already stays.
  ///
  /// Line ends and controls are encoded too, so that no address can begin a line of its own.
  var percentEncodedAddress: String {
    let octets = Array(utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(octets.count)
    for (index, octet) in octets.enumerated() {
      let isEncodedAlready = octets[(index + 1)...].prefix(2).count(where: isHexadecimalDigit) == 2
      if isAllowedInAddress(octet), octet != UInt8(ascii: "%") || isEncodedAlready {
        bytes.append(octet)
      } else {
        bytes.append(UInt8(ascii: "%"))
        bytes.appendHexadecimal(octet)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

private func isAllowedInAddress(_ octet: UInt8) -> Bool {
  switch octet {
  case 0x00...0x20, 0x7F...0xFF: false
  case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "^"): false
  case UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"): false
  default: true
  }
}

private func isHexadecimalDigit(_ octet: UInt8) -> Bool {
  switch octet {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): true
  case UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
  default: false
  }
}
