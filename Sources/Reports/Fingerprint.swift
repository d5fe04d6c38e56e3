import Diagnostics
import Formats

/// Tells a fault from others by what it says and not by its line, so that it stays the same one when lines above it come and go.
func fingerprint(of diagnostic: Diagnostic) -> String {
  let texts = [
    diagnostic.code.rawValue, diagnostic.range.file.path, diagnostic.message, String(diagnostic.range.coveredText),
  ]
  // No text of UTF-8 holds the octet that ends each.
  return fnv1a(texts.flatMap { Array($0.utf8) + [0xFF] }).hexadecimal(digits: 16)
}
