import CCrypto

/// The SHA-256 of a file (FIPS 180-4), by OpenSSL's libcrypto, which uses the processor's own instructions for it.
package struct FileDigest: Sendable, Hashable {
  /// 32 octets.
  package let bytes: [UInt8]

  private static let size = 32

  /// Of the pieces one after the other.
  package init(of pieces: some Sequence<[UInt8]>) {
    var context = SHA256_CTX()
    // Their results say nothing: these functions cannot fail (SHA256_Init(3)).
    _ = SHA256_Init(&context)
    for piece in pieces { _ = piece.withUnsafeBytes { SHA256_Update(&context, $0.baseAddress, $0.count) } }
    bytes = [UInt8](unsafeUninitializedCapacity: Self.size) { buffer, count in
      _ = SHA256_Final(buffer.baseAddress, &context)
      count = Self.size
    }
  }

  /// What 64 lower-case hexadecimal digits spell; nil for any other text.
  package init?(hexadecimal text: some Collection<UInt8>) {
    guard text.count == 2 * Self.size else { return nil }
    var bytes: [UInt8] = []
    var high: UInt8?
    for sign in text {
      guard let digit = Self.value(of: sign) else { return nil }
      if let first = high {
        bytes.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    self.bytes = bytes
  }

  /// In 64 lower-case hexadecimal digits.
  package var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  private static func value(of sign: UInt8) -> UInt8? {
    switch sign {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): sign - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): sign - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
