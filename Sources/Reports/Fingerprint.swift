import Diagnostics

/// Tells a fault from others by what it says and not by its line, so that it stays the same one when lines above it come and go.
func fingerprint(of diagnostic: Diagnostic) -> String {
  // FNV-1a, of 64 bits.
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  func mix(_ text: some StringProtocol) {
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ 0xFF) &* 0x100_0000_01B3
  }
  mix(diagnostic.code.rawValue)
  mix(diagnostic.range.file.path)
  mix(diagnostic.message)
  mix(diagnostic.range.coveredText)
  let digits = String(hash, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
