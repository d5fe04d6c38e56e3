/// The room that text is likely to take, for places that must be known before any font is: a little more than most
/// interface faces need.
enum TextWidth {
  static func estimate(_ text: String, size: Double) -> Double {
    text.unicodeScalars.reduce(0) { $0 + share(of: $1) } * size
  }

  /// The text, or as much of its beginning as there is room for, with an ellipsis.
  static func shortened(_ text: String, to width: Double, size: Double) -> String {
    guard estimate(text, size: size) > width else { return text }
    var kept = ""
    var taken = share(of: "…") * size
    for character in text {
      taken += character.unicodeScalars.reduce(0) { $0 + share(of: $1) } * size
      if taken > width { break }
      kept.append(character)
    }
    while kept.last?.isWhitespace == true { kept.removeLast() }
    return kept + "…"
  }

  /// The width of a letter, as a share of the size of the type.
  private static func share(of scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "I", ".", ",", ":", ";", "'", "|", "!", " ", "(", ")", "[", "]": 0.32
    case "f", "r", "t", "-", "/": 0.4
    case "m", "w", "M", "W", "…": 0.9
    case "a"..."z", "0"..."9": 0.59
    case "A"..."Z": 0.7
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format, .control: 0
      default: scalar.value >= 0x1100 ? 1 : 0.65
      }
    }
  }
}
