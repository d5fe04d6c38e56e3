extension [UInt8] {
  mutating func append(text: String) {
    append(contentsOf: text.utf8)
  }

  mutating func append(text: StaticString) {
    text.withUTF8Buffer { append(contentsOf: $0) }
  }

  /// Two upper-case digits.
  mutating func appendHexadecimal(_ byte: UInt8) {
    for digit in [byte >> 4, byte & 0x0F] {
      append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
    }
  }
}

// MARK: Escaping

/// What is written instead of some octets of a text.
struct OctetReplacement {
  let text: String
  let octetCount: Int

  init(_ text: String, octetCount: Int = 1) {
    self.text = text
    self.octetCount = octetCount
  }
}

extension [UInt8] {
  /// Appends a text in which `replacement` has its way at any octet; what it leaves alone is copied in long runs.
  ///
  /// `isPlain` may say of eight octets at once that `replacement` leaves all of them alone.
  @inline(__always)
  mutating func append(
    text: String, passingOver isPlain: (UInt64) -> Bool = { _ in false },
    replacement: (UnsafeBufferPointer<UInt8>, Int) -> OctetReplacement?
  ) {
    var text = text
    text.withUTF8 { octets in
      var runStart = 0
      var index = 0
      while index < octets.count {
        if index + 8 <= octets.count,
          isPlain(UnsafeRawBufferPointer(octets).loadUnaligned(fromByteOffset: index, as: UInt64.self))
        {
          index += 8
          continue
        }
        guard let found = replacement(octets, index) else {
          index += 1
          continue
        }
        append(contentsOf: octets[runStart..<index])
        append(text: found.text)
        index += found.octetCount
        runStart = index
      }
      append(contentsOf: octets[runStart...])
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  func hasOctet(_ octet: UInt8, at index: Int) -> Bool {
    index < count && self[index] == octet
  }
}

extension [[UInt8]] {
  /// All in one, each copied as a whole.
  package var joinedBytes: [UInt8] {
    guard count != 1 else { return self[0] }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(reduce(0) { $0 + $1.count })
    for piece in self { bytes += piece }
    return bytes
  }
}
