import Digests

/// What an edition is called: the digest of its manifest's lines, of which twelve digits in groups are enough for people, such as `3f9a-12bc-5d6e`.
package struct EditionName: Sendable, Equatable {
  package let digest: FileDigest

  package init(_ digest: FileDigest) { self.digest = digest }

  /// Of a manifest as it stands in a file; nil where the manifest is none.
  package init?(ofManifest bytes: [UInt8]) {
    let line = bytes.dropLast().suffix(64)
    guard let digest = FileDigest(hexadecimal: line) else { return nil }
    self.digest = digest
  }

  package var short: String {
    let digits = Array(digest.hexadecimal.prefix(12))
    return [digits[0..<4], digits[4..<8], digits[8..<12]].map { String($0) }.joined(separator: "-")
  }

  /// Whether a person's text means this edition: at least twelve of its digits, from the first on, with hyphens or without, in any case.
  package func isMeant(by text: String) -> Bool {
    let digits = text.lowercased().filter { $0 != "-" }
    return digits.count >= 12 && digest.hexadecimal.hasPrefix(digits)
  }
}
