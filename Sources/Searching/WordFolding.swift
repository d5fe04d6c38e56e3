import Foundation

/// A word as it is compared: in lower case, without accents, harakat and tatweel, the forms of one Arabic letter as one, digits as
/// ASCII, compatibility forms resolved.
func folded(_ word: String) -> String {
  var scalars = String.UnicodeScalarView()
  for scalar in word.lowercased().decomposedStringWithCompatibilityMapping.unicodeScalars where !isDropped(scalar) {
    if let replacement = replacements[scalar] {
      scalars.append(contentsOf: replacement.unicodeScalars)
    } else {
      scalars.append(scalar)
    }
  }
  return String(scalars).precomposedStringWithCanonicalMapping
}

/// A part of a folded run of letters, digits and marks.
struct WordPiece: Equatable {
  enum Kind {
    case number
    /// Signs of scripts that set no spaces between words.
    case unspaced
    case word

    init(_ scalar: Unicode.Scalar) {
      self = scalar.isDigit ? .number : scalar.isOfUnspacedScript ? .unspaced : .word
    }
  }

  let text: String
  let kind: Kind
}

/// A run, folded and cut where its kind changes. `templates/assets/search-index.js` does the same to what readers type: the audit
/// holds the two against each other for every sign of Unicode.
func foldedPieces(of run: String) -> [WordPiece] {
  var pieces: [WordPiece] = []
  var rest = folded(run).unicodeScalars[...]
  while let first = rest.first {
    let kind = WordPiece.Kind(first)
    let piece = rest.prefix { WordPiece.Kind($0) == kind }
    pieces.append(WordPiece(text: String(piece), kind: kind))
    rest = rest.dropFirst(piece.count)
  }
  return pieces
}

/// Marks that readers leave out: those of Latin, Greek and Cyrillic, Hebrew points, Arabic marks. In other scripts marks are letters.
private func isDropped(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x300...0x36F, 0x591...0x5C7, 0x610...0x61A, 0x640, 0x64B...0x65F, 0x670, 0x6D6...0x6ED: true
  default: false
  }
}

private let replacements: [Unicode.Scalar: String] = {
  var table: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ς": "σ",
    "ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك",
  ]
  for digit in 0...9 {
    for zero: UInt32 in [0x660, 0x6F0] { table[Unicode.Scalar(zero + UInt32(digit)) ?? "0"] = String(digit) }
  }
  return table
}()

extension Unicode.Scalar {
  /// Whether it belongs to a word: letters, digits and marks of any script.
  var isOfWord: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      true
    default: false
    }
  }

  /// Whether its script sets no spaces between words, so that pairs of signs are searched instead: Chinese, Japanese, Korean
  /// (whose words take endings), Thai, Lao, Burmese, Khmer.
  var isUnspaced: Bool { isOfUnspacedScript && isOfWord }

  var isOfUnspacedScript: Bool {
    switch value {
    case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005, 0x3007, 0x3041...0x30FF, 0x31F0...0x31FF,
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3:
      true
    default: false
    }
  }

  /// Whether it certainly stays as it is when a run of signs without spaces is folded.
  var isFoldedSign: Bool {
    switch value {
    case 0x3041...0x3096, 0x30A1...0x30FE, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3: true
    default: false
    }
  }

  var isDigit: Bool { ("0"..."9").contains(self) }
}
