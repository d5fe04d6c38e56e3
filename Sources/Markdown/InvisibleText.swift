extension String {
  /// Whether a reader sees nothing of it: joiners, soft hyphens, spaces of any width.
  package var isInvisible: Bool {
    guard let first = utf8.first else { return true }
    guard first >= 0x80 || isBlank(first) else { return false }
    return unicodeScalars.allSatisfy { scalar in
      scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.isWhitespace || scalar == "\u{2800}"
    }
  }
}
