/// Bytes that are looked for in files, by Horspool's method: most bytes of a file are never looked at.
package struct ByteMark: Sendable, ExpressibleByStringLiteral {
  package let bytes: [UInt8]
  /// How far the search goes on when each byte stands at the mark's end.
  private let steps: [Int]

  /// The mark is not empty.
  package init(stringLiteral text: String) {
    bytes = Array(text.utf8)
    var steps = Array(repeating: bytes.count, count: 256)
    for (index, byte) in bytes.dropLast().enumerated() { steps[Int(byte)] = bytes.count - 1 - index }
    self.steps = steps
  }

  /// Where the mark next stands.
  package func offset(in file: UnsafeRawBufferPointer, from start: Int) -> Int? {
    let last = bytes.count - 1
    var offset = start
    while offset + last < file.count {
      let byte = file[offset + last]
      if byte == bytes[last], file[offset..<(offset + last)].elementsEqual(bytes.dropLast()) { return offset }
      offset += steps[Int(byte)]
    }
    return nil
  }
}
