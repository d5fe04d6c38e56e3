import Foundation

/// A colour of the screen (sRGB, CSS Color 4), without transparency.
package struct Colour: Sendable, Hashable {
  /// Red, green and blue, each from 0 to 255.
  private let parts: [UInt8]

  package init(_ number: UInt32) {
    parts = [UInt8(number >> 16 & 0xFF), UInt8(number >> 8 & 0xFF), UInt8(number & 0xFF)]
  }

  private init(parts: [UInt8]) { self.parts = parts }

  /// Reads `#0c4a86` or `#048`; nil for anything else.
  package init?(text: String) {
    let digits = text.utf8.dropFirst()
    guard text.utf8.first == UInt8(ascii: "#"), digits.count == 6 || digits.count == 3,
      digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }), let number = UInt32(text.dropFirst(), radix: 16)
    else { return nil }
    let shifts: [UInt32] = digits.count == 3 ? [8, 4, 0] : [16, 8, 0]
    let isShort = digits.count == 3
    self.init(
      parts: shifts.map { shift -> UInt8 in
        let part = number >> shift
        return isShort ? UInt8(part & 0xF) * 17 : UInt8(part & 0xFF)
      })
  }

  /// With six digits.
  package var text: String {
    "#" + parts.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// From 0, black, to 1, white (WCAG 2.2, relative luminance).
  private var luminance: Double {
    let weights = [0.2126, 0.7152, 0.0722]
    return zip(parts, weights).reduce(0) { sum, part in sum + Self.linear(part.0) * part.1 }
  }

  /// From 1 to 21 (WCAG 2.2, contrast ratio).
  package func contrast(with other: Colour) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// The nearest on the way to black or to white, whichever is farther from the ground, that has the contrast.
  package func standingOut(from ground: Colour, by contrast: Double) -> Colour {
    let black = Colour(0)
    let white = Colour(0xFFFFFF)
    let end = ground.contrast(with: black) >= ground.contrast(with: white) ? black : white
    for share in 0...100 {
      let mixed = mixed(with: end, share: share)
      if mixed.contrast(with: ground) >= contrast { return mixed }
    }
    return end
  }

  /// A colour between two, of which the other has so many parts of a hundred.
  private func mixed(with other: Colour, share: Int) -> Colour {
    let mixed = zip(parts, other.parts).map { own, other -> UInt8 in
      let sum: Int = Int(own) * (100 - share) + Int(other) * share
      return UInt8((sum + 50) / 100)
    }
    return Colour(parts: mixed)
  }

  private static func linear(_ part: UInt8) -> Double { linearParts[Int(part)] }

  /// Of each of the 256 values.
  private static let linearParts: [Double] = (0...255).map { part in
    let share = Double(part) / 255
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
  }
}
