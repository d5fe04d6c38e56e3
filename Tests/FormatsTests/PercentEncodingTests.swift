import Testing

@testable import Formats

struct PercentEncodingTests {
  @Test(arguments: [
    ("a-Z_0.9~", "a-Z_0.9~"), ("a b&c=d/é", "a%20b%26c%3Dd%2F%C3%A9"), ("100%", "100%25"), ("", ""),
  ])
  func encodesAValue(_ text: String, _ encoded: String) {
    #expect(text.percentEncodedValue == encoded)
    #expect(String(decoding: percentDecoded(encoded.utf8), as: UTF8.self) == text)
  }

  @Test func keepsTheSlashesOfAPath() {
    #expect(percentEncodedPath("a b/ü.html".utf8) == "a%20b/%C3%BC.html")
  }

  @Test(arguments: [
    ("https://example.org/a b?c=[d]#é", "https://example.org/a%20b?c=[d]#%C3%A9"), ("a%20b%zz", "a%20b%25zz"),
    ("a\r\nEND:VCALENDAR", "a%0D%0AEND:VCALENDAR"), ("100%", "100%25"), ("%4", "%254"),
  ])
  func encodesAnAddressOnce(_ address: String, _ encoded: String) {
    #expect(address.percentEncodedAddress == encoded)
    #expect(encoded.percentEncodedAddress == encoded)
  }

  @Test(arguments: [
    ("%41%6a%4A", "AjJ"), ("%C3%A9", "é"), ("%", "%"), ("%4", "%4"), ("%+4%4+% 4", "%+4%4+% 4"), ("%%41", "%A"),
    ("100%25", "100%"),
  ])
  func decodesWhatIsACode(_ encoded: String, _ text: String) {
    #expect(String(decoding: percentDecoded(encoded.utf8), as: UTF8.self) == text)
  }
}

struct DigestTests {
  /// The vectors of draft-eastlake-fnv.
  @Test(arguments: [("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8")])
  func isFNV1a(_ text: String, _ digits: String) {
    #expect(fnv1a(text.utf8).hexadecimal(digits: 16) == digits)
  }

  @Test func goesOnFromAnEarlierOne() {
    #expect(fnv1a("bar".utf8, after: fnv1a("foo".utf8)) == fnv1a("foobar".utf8))
  }

  @Test func writesAllDigits() {
    #expect(UInt64(0xAB).hexadecimal(digits: 4) == "00ab")
    #expect(UInt64(0xABCDE).hexadecimal(digits: 4) == "abcde")
  }
}
