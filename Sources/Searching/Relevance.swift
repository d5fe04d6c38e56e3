/// How much a word says about a document: BM25 over the text with its headings and summary, and more for the title and for names.
///
/// The weight of a word over all documents (its rarity) is left to whoever searches, who knows how many documents have it.
struct Relevance {
  /// The size of an average document, in bytes.
  let averageSize: Double

  /// Where a word stands in a document, and how often.
  struct Counts {
    var text = 0
    var headings = 0
    var summary = 0
    /// How many words the title has, if the word is one of them; else 0.
    var titleLength = 0
    /// How many words the shortest name has that the word is part of; else 0.
    var nameLength = 0
  }

  /// Levels are the square roots of relevance, so that small differences show where relevance is small.
  static let highestLevel = 15
  private static let highest = 12.0
  private static let saturation = 1.2
  private static let lengthInfluence = 0.6

  func level(_ counts: Counts, size: Int) -> Int {
    let length = 1 - Self.lengthInfluence + Self.lengthInfluence * Double(size) / max(1, averageSize)
    let frequency = Double(counts.text + 2 * counts.headings) / length + 2.5 * Double(counts.summary)
    var relevance = frequency * (Self.saturation + 1) / (frequency + Self.saturation)
    if counts.titleLength > 0 { relevance += 5 / (1 + 0.12 * Double(counts.titleLength)) }
    if counts.nameLength > 0 { relevance += 8 / Double(counts.nameLength) }
    let level = Double(Self.highestLevel) * (min(relevance, Self.highest) / Self.highest).squareRoot()
    return max(1, Int(level.rounded()))
  }
}
