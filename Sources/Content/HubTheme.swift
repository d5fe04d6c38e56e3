import Diagnostics

/// What a hub changes of the look of its pages, as `theme` in `hub.yaml` says it; everything else is the default theme's.
package struct HubTheme: Sendable {
  /// Each colour that differs in light, by its name.
  package let light: [String: Colour]
  package let dark: [String: Colour]
  /// Families of type, as CSS names them: of texts, and of what is around them.
  package let reading: String?
  package let interface: String?
  /// How wide a text is, in rem; nil for the default.
  package let width: Int?
  /// Of corners, in pixels.
  package let radius: Int?
  package let logo: Image?
  package let favicon: Image?

  /// A file of the hub.
  package struct Image: Sendable {
    package let file: String
    package let place: SourceRange
  }

  /// The colours that every page is drawn with, with what they are of.
  package enum Token: String, Sendable, CaseIterable {
    case paper, wash, ink, quiet, line, follow, due

    var meaning: StaticString {
      switch self {
      case .paper: "What pages stand on."
      case .wash: "What a part stands on that is set off."
      case .ink: "Of texts."
      case .quiet: "Of what is less loud, such as captions."
      case .line: "Of lines between parts."
      case .follow: "Of links."
      case .due: "Of what is due."
      }
    }

    /// As the default theme's style has it; a test holds the two against each other.
    package func standard(isDark: Bool) -> Colour {
      let (light, dark): (UInt32, UInt32) =
        switch self {
        case .paper: (0xFDFCF9, 0x16181A)
        case .wash: (0xF3F0E9, 0x202326)
        case .ink: (0x1B1B19, 0xE4E0D6)
        case .quiet: (0x54514A, 0xB3AEA2)
        case .line: (0xD6D1C6, 0x3C4044)
        case .follow: (0x0C4A86, 0x9DC3EE)
        case .due: (0x9A2B12, 0xF2A283)
        }
      return Colour(isDark ? dark : light)
    }

    /// What stands on paper and on what is set off, and is read.
    static let read: [Token] = [.ink, .quiet, .follow, .due]
  }

  /// The contrast that a text of ordinary size needs (WCAG 2.2, 1.4.3).
  static let neededContrast = 4.5
}

extension HubTheme {
  static func read(_ fields: inout FieldReader) -> HubTheme? {
    let light = fields.colours("light", isDark: false, "The colours by day.")
    let dark = fields.colours("dark", isDark: true, "The colours by night, where a reader's device asks for them.")
    let reading = fields.typeFamilies(
      "reading", "The families of type of texts, as CSS names them, the first that a device has.")
    let interface = fields.typeFamilies("interface", "The families of type of menus, labels and tables.")
    let width = fields.number("width", "How wide a text is, in rem, from 20 to 60; 33 unless it says otherwise.")
    let radius = fields.number("radius", "How round corners are, in pixels, to 24; 0 unless it says otherwise.")
    fields.requireRange(width, 20...60, of: "width")
    fields.requireRange(radius, 0...24, of: "radius")
    let logo = fields.image(
      "logo", [".svg", ".png", ".webp"], "The picture before the hub's name, relative to hub.yaml.")
    let favicon = fields.image("favicon", [".svg"], "The picture of its tabs and bookmarks, an SVG.")
    return HubTheme(
      light: light, dark: dark, reading: reading, interface: interface, width: width, radius: radius, logo: logo,
      favicon: favicon)
  }
}

extension FieldReader {
  /// Colours by their names, with the contrast that what is read has on what it stands on.
  fileprivate mutating func colours(_ name: String, isDark: Bool, _ meaning: StaticString) -> [String: Colour] {
    group(name, "a set of colours", meaning) { fields -> [String: Colour]? in
      var colours: [String: Colour] = [:]
      for token in HubTheme.Token.allCases {
        let text = fields.scalar(token.rawValue, .colour, .wrongType, false, token.meaning) { Colour(text: $0) }
        colours[token.rawValue] = text
      }
      fields.checkContrast(of: colours, isDark: isDark)
      return colours
    } ?? [:]
  }

  /// Only pairs of which the hub gives at least one: the default theme's own are tested with it.
  private mutating func checkContrast(of colours: [String: Colour], isDark: Bool) {
    // A translation has them from its original, where they are reported.
    guard !place.isInherited else { return }
    for token in HubTheme.Token.read {
      for ground in [HubTheme.Token.paper, .wash] {
        let (own, below) = (colours[token.rawValue], colours[ground.rawValue])
        guard own != nil || below != nil else { continue }
        let text = own ?? token.standard(isDark: isDark)
        let paper = below ?? ground.standard(isDark: isDark)
        let contrast = text.contrast(with: paper)
        guard contrast < HubTheme.neededContrast else { continue }
        let named = own == nil ? ground : token
        let help =
          own == nil
          ? "Give '\(token.rawValue)' a colour that stands out from it, too"
          : "Write '\(text.standingOut(from: paper, by: HubTheme.neededContrast).text)', which has enough"
        diagnostics.append(
          Diagnostic(
            .lowContrast,
            "'\(token.rawValue)' (\(text.text)) on '\(ground.rawValue)' (\(paper.text)) has a contrast of "
              + "\(twoPlaces(contrast)), and what is read needs 4.5",
            at: place(of: named.rawValue) ?? place, help: help))
      }
    }
  }

  fileprivate mutating func typeFamilies(_ name: String, _ meaning: StaticString) -> String? {
    scalar(name, .text, .wrongType, false, meaning) { text in
      // What could end the rule, or ask for a file, is no name of a family.
      let isUnsafe = text.contains { "{};:()<>\\/@".contains($0) }
      // A quote that stays open would take in the rules that follow.
      return isUnsafe || text.wholeMatch(of: /(?:[^"']|"[^"']*"|'[^"']*')*/) == nil ? nil : text
    }
  }

  fileprivate mutating func image(_ name: String, _ endings: [String], _ meaning: StaticString) -> HubTheme.Image? {
    let file = scalar(name, .text, .wrongType, false, meaning) { $0 }
    guard let file, let place = place(of: name) else { return nil }
    guard endings.contains(where: { file.lowercased().hasSuffix($0) }) else {
      diagnostics.append(
        Diagnostic(
          .wrongType, "'\(name)' holds the name of a file that ends in \(endings.joined(separator: " or "))",
          at: place, help: "Name another file"))
      return nil
    }
    return HubTheme.Image(file: file, place: place)
  }

  fileprivate mutating func requireRange(_ number: Int?, _ range: ClosedRange<Int>, of name: String) {
    guard let number, !range.contains(number) else { return }
    diagnostics.append(
      Diagnostic(
        .wrongType, "'\(name)' holds a number from \(range.lowerBound) to \(range.upperBound), not \(number)",
        at: place(of: name) ?? place, help: "Write a number within these"))
  }
}

/// To two places, rounded down, so that 4.499 does not look like enough.
private func twoPlaces(_ number: Double) -> String {
  let hundredths = Int(number * 100)
  let rest = hundredths % 100
  return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
}
