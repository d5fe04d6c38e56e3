import Formats
import Testing

@Test(
  arguments: [
    ("", []), ("a", []), ("ba", []), ("ab", [0]), ("abab", [0, 2]), ("aab", [1]), ("ababab", [0, 2, 4]),
    ("xxabyyab", [2, 6]), ("é ab", [3]), ("a b a b a b", []), ("0123456ab01234567ab", [7, 17]),
    ("aaaaaaaaaaaaaaaaaaab", [18]), ("bbbbbbbbbbbbbbbb", []),
  ] as [(String, [Int])])
func findsEachPlace(_ text: String, expected: [Int]) { #expect(places(of: "ab", in: text) == expected) }

@Test func findsPlacesThatOverlap() {
  #expect(places(of: "anan", in: "banananan") == [1, 3, 5])
}

@Test func findsALongMarkAtEveryPlace() {
  for (count, filling) in (0...90).flatMap({ count in ["s", "<", "r", "<sr"].map { (count, $0) } }) {
    let before = String(repeating: filling, count: count)
    #expect(places(of: "<script src=", in: before + "<script src=" + before) == [before.utf8.count])
  }
}

private func places(of mark: ByteMark, in text: String) -> [Int] {
  Array(text.utf8).withUnsafeBytes { bytes in
    var found: [Int] = []
    while let place = mark.offset(in: bytes, from: found.last.map { $0 + 1 } ?? 0) { found.append(place) }
    return found
  }
}
