import Formats
import TestSupport
import Testing

@testable import Searching

struct WordFoldingTests {
  /// The audit lets a browser fold the same signs, and compares.
  @Test func foldsEverySignAsWrittenDown() throws {
    var lines = ""
    for range in Self.assigned {
      let words = range.map { scalar -> String in
        let pieces = scalar.isOfWord ? foldedPieces(of: String(Character(scalar))) : []
        return pieces.map { ($0.kind == .unspaced ? "~" : "") + $0.text }.joined(separator: " ") + "\n"
      }
      let (first, last) = (range[0].value, range[range.count - 1].value)
      let digest = fnv1a(words.joined().utf8).hexadecimal(digits: 16)
      lines += "\(first.hexadecimal(digits: 4)) \(last.hexadecimal(digits: 4)) \(digest)\n"
    }
    var goldens = Goldens("folded-signs")
    try goldens.compare("digests.txt", Array(lines.utf8))
    try goldens.finish()
    #expect(goldens.faults == [])
  }

  /// The characters of Unicode 15.0, which all browsers of these years know, in runs without a gap, of 4,096 at most.
  private static let assigned: [[Unicode.Scalar]] = {
    var ranges: [[Unicode.Scalar]] = []
    for scalar in (0...0x10FFFF as ClosedRange<UInt32>).lazy.compactMap(Unicode.Scalar.init) {
      guard let age = scalar.properties.age, age.major <= 15, age.minor == 0 || age.major < 15,
        scalar.properties.generalCategory != .privateUse, scalar.properties.generalCategory != .unassigned
      else { continue }
      if let last = ranges.last?.last, last.value + 1 == scalar.value, scalar.value % 4_096 != 0 {
        ranges[ranges.count - 1].append(scalar)
      } else {
        ranges.append([scalar])
      }
    }
    return ranges
  }()
}
