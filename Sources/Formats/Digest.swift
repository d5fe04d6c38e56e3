/// A digest of 64 bits that tells octets apart and finds accidents, and holds nothing against forgery: FNV-1a
/// (draft-eastlake-fnv). It goes on from an earlier one where that is given.
@inlinable
package func fnv1a(_ octets: some Sequence<UInt8>, after digest: UInt64 = 0xCBF2_9CE4_8422_2325) -> UInt64 {
  octets.reduce(digest) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
}

extension UnsignedInteger where Self: FixedWidthInteger {
  /// The number in lower-case hexadecimal digits, with zeros before them where it has fewer than `digits`.
  package func hexadecimal(digits: Int) -> String {
    let text = String(self, radix: 16)
    return String(repeating: "0", count: Swift.max(0, digits - text.utf8.count)) + text
  }
}
