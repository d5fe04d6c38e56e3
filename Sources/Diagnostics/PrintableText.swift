/// A text on one line that cannot drive the terminal: control characters and those that turn the direction of writing are shown as
/// spaces, and what goes on for longer than anybody reads is cut.
package func printableText(_ text: some StringProtocol, atMost limit: Int = 500) -> String {
  var shown = String.UnicodeScalarView()
  for (count, scalar) in text.unicodeScalars.enumerated() {
    guard count < limit else {
      shown.append("…")
      break
    }
    shown.append(printable(scalar))
  }
  return String(shown)
}

func printable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.properties.generalCategory {
  case .control, .lineSeparator, .paragraphSeparator, .surrogate: " "
  case .format: isJoiner(scalar) ? scalar : " "
  default: scalar
  }
}

/// Joiners are part of how words of many scripts are written, and of emoji.
private func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value == 0x200C || scalar.value == 0x200D
}

/// How many columns of a terminal a scalar takes: none for combining marks, two for the wide ones of East Asia and emoji.
///
/// After UAX #11; what is ambiguous there is narrow, as terminals outside East Asia have it.
func columnCount(of scalar: Unicode.Scalar) -> Int {
  guard scalar.value >= 0x300 else { return 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark: return 0
  case .format: return isJoiner(scalar) ? 0 : 1
  default: break
  }
  if scalar.properties.isEmojiPresentation { return 2 }
  return wideRanges.contains { $0.contains(scalar.value) } ? 2 : 1
}

/// Hangul, Han, kana, Yi, their punctuation, and full-width forms.
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
  0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
  0x1_F300...0x1_F64F, 0x1_F900...0x1_F9FF, 0x2_0000...0x3_FFFD,
]
