import Formats
import Testing

@Test(
  arguments: [
    ("", []), ("a", [0]), ("ba", [1]), ("aa", [0, 1]), ("bbb", []),
  ] as [(String, [Int])])
func findsASingleByte(_ text: String, expected: [Int]) { #expect(places(of: "a", in: text) == expected) }

@Test(
  arguments: [
    ("abab", [0, 2]), ("aab", [1]), ("ababab", [0, 2, 4]), ("a", []), ("ba", []), ("xxabyyab", [2, 6]), ("é ab", [3]),
  ] as [(String, [Int])])
func findsEachPlace(_ text: String, expected: [Int]) { #expect(places(of: "ab", in: text) == expected) }

@Test func findsPlacesThatOverlap() {
  #expect(places(of: "anan", in: "banananan") == [1, 3, 5])
}

private func places(of mark: ByteMark, in text: String) -> [Int] {
  Array(text.utf8).withUnsafeBytes { bytes in
    var found: [Int] = []
    while let place = mark.offset(in: bytes, from: found.last.map { $0 + 1 } ?? 0) { found.append(place) }
    return found
  }
}
