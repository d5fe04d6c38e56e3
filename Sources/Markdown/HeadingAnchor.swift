/// Gives the headings of one page their anchors, as git forges do, so that a link written against the forge's page works here too.
///
/// Letters, marks and digits of every script are kept in lower case, spaces become hyphens, other signs go; a repeated heading gets
/// `-1`, `-2`, and so does one with the name of a part that the page itself has.
struct HeadingAnchors {
  /// The last number that each anchor was given.
  private var numbers: [String: Int] = [:]
  private let reserved: Set<String>

  /// `reserved` are the ids of what stands on the page besides the text.
  init(reserved: Set<String> = []) {
    self.reserved = reserved
  }

  /// Whether the page itself has an id, or would have it with enough sources, which it numbers as `source-1`.
  func isReserved(_ anchor: String) -> Bool {
    if reserved.contains(anchor) { return true }
    let number = anchor.utf8.dropFirst("source-".utf8.count)
    return anchor.hasPrefix("source-") && !number.isEmpty && number.allSatisfy { (48...57).contains($0) }
  }

  /// Takes an anchor that a writer gives; false where the page has it already.
  mutating func take(_ anchor: String) -> Bool {
    guard !isTaken(anchor) else { return false }
    numbers[anchor] = 0
    return true
  }

  private func isTaken(_ anchor: String) -> Bool { numbers[anchor] != nil || isReserved(anchor) }

  /// The anchor of a heading whose words have this slug.
  mutating func anchor(of slug: String) -> String {
    var anchor = slug
    while isTaken(anchor) {
      let number = numbers[slug, default: 0] + 1
      numbers[slug] = number
      anchor = "\(slug)-\(number)"
    }
    numbers[anchor] = 0
    return anchor
  }

  static func slug(of heading: String) -> String {
    var slug: [UInt8] = []
    for byte in heading.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
        UInt8(ascii: "_"):
        slug.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): slug.append(byte | 0x20)
      case UInt8(ascii: " "): slug.append(UInt8(ascii: "-"))
      case 0x80...: return slugBeyondASCII(of: heading)
      default: break
      }
    }
    return slug.isEmpty ? "section" : String(decoding: slug, as: UTF8.self)
  }

  private static func slugBeyondASCII(of heading: String) -> String {
    var slug = String.UnicodeScalarView()
    for scalar in heading.lowercased().unicodeScalars {
      if scalar == " " {
        slug.append("-")
      } else if scalar == "-" || isWord(scalar) {
        slug.append(scalar)
      }
    }
    return slug.isEmpty ? "section" : composed(String(slug))
  }

  /// What `\p{Word}` means on the forges: letters, marks, decimal digits and connecting punctuation.
  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation:
      true
    default: false
    }
  }
}
