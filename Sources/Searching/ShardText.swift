/// A shard under construction: a script that hands one string, or one JSON value, to whoever asked for it.
///
///     hubwrightSearch("w7","…")
struct ShardText {
  private(set) var bytes: [UInt8] = []

  /// Digits of numbers: 44 that end one and 44 that go on. None of them is a sign that the format or a JavaScript string uses.
  private static let digits: [UInt8] = (UInt8(ascii: " ")...UInt8(ascii: "}")).filter { byte in
    !"\"\\|~!<=".utf8.contains(byte)
  }
  private static let base = 44

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  mutating func append(_ letters: some Sequence<UInt8>) { bytes.append(contentsOf: letters) }

  /// A number, its lowest digit first.
  mutating func append(number: Int) {
    var rest = number
    while rest >= Self.base {
      bytes.append(Self.digits[Self.base + rest % Self.base])
      rest /= Self.base
    }
    bytes.append(Self.digits[rest])
  }

  static func script(_ name: String, _ value: [UInt8]) -> [UInt8] {
    var script: [UInt8] = []
    script.append(contentsOf: "hubwrightSearch(\"\(name)\",".utf8)
    script.append(contentsOf: value)
    script.append(contentsOf: ");\n".utf8)
    return script
  }

  /// The text between quotes; what it is made of needs no escaping.
  var quoted: [UInt8] { [UInt8(ascii: "\"")] + bytes + [UInt8(ascii: "\"")] }
}
