/// What stands on both sides of marks that are to be written, by which CommonMark decides what they mean (0.31.2, section 6.2).
struct MarkNeighbours {
  private enum Side {
    /// A space, or the end of a line.
    case space
    case punctuation
    case letter
    /// A sign that versions of CommonMark read otherwise.
    case uncertain

    init(_ scalar: Unicode.Scalar?) {
      guard let scalar else {
        self = .space
        return
      }
      switch scalar.properties.generalCategory {
      case .spaceSeparator, .control, .lineSeparator, .paragraphSeparator: self = .space
      case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
        .finalPunctuation, .otherPunctuation:
        self = .punctuation
      case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
        self = scalar.isASCII ? .punctuation : .uncertain
      case .format: self = .uncertain
      default: self = .letter
      }
    }
  }

  private let before: Unicode.Scalar?
  private let first: Unicode.Scalar?
  private let last: Unicode.Scalar?
  private let after: Unicode.Scalar?
  /// Whether a wikilink is open before the marks, in whose words none are read.
  private let isInWikilink: Bool

  /// `before` and `after` reach to the ends of the line.
  init(before: some Collection<UInt8>, inside: some Collection<UInt8>, after: some Collection<UInt8>) {
    let start = String(decoding: before, as: UTF8.self)
    let inside = String(decoding: inside, as: UTF8.self).unicodeScalars
    self.before = start.unicodeScalars.last
    first = inside.first
    last = inside.last
    self.after = String(decoding: after, as: UTF8.self).unicodeScalars.first
    isInWikilink = start.split(separator: "]]", omittingEmptySubsequences: false).last?.contains("[[") ?? false
  }

  /// Whether a pair of marks with nothing of their kind between them is read as emphasis.
  ///
  /// Where letters stand on both sides of marks, these could close what others opened: then only marks that are `areAlone` do.
  func letMarksStand(_ mark: String, areAlone: Bool) -> Bool {
    let sides = [before, first, last, after].map(Side.init)
    let others: [Unicode.Scalar?] = [mark.unicodeScalars.first, "\\", "<", ">"]
    guard !isInWikilink, !sides.contains(.uncertain), !others.contains(before), !others.contains(after),
      first != nil, sides[1] != .space, sides[2] != .space
    else { return false }
    let opens = sides[1] == .letter || sides[0] != .letter
    let closes = sides[2] == .letter || sides[3] != .letter
    let mayClose = sides[0] != .space && (sides[0] == .letter || sides[1] != .letter)
    let mayOpen = sides[3] != .space && (sides[3] == .letter || sides[2] != .letter)
    return opens && closes && (areAlone || !mayClose && !mayOpen)
  }

  /// Whether words between brackets are read as those of a link.
  var letLinkStand: Bool {
    !isInWikilink && !["!", "[", "]", "\\", "<", ">"].contains(before) && !["^", "!"].contains(first)
      && !["(", "[", "<"].contains(after)
  }
}
