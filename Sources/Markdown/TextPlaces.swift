/// Where each byte of a text node stands in the source, which escapes and entities make longer than the text.
struct TextPlaces {
  private let base: Int
  /// The offset of each byte and of the end; empty where the text stands in the source as it is.
  private let offsets: [Int32]
  private let source: UnsafeBufferPointer<UInt8>

  /// Nil where the text cannot be laid over the source.
  init?(of text: UnsafeBufferPointer<UInt8>, at start: Int, in source: UnsafeBufferPointer<UInt8>) {
    self.source = source
    base = start
    if source.holds(text, at: start) {
      offsets = []
    } else {
      guard let offsets = Self.offsets(of: text, from: start, in: source) else { return nil }
      self.offsets = offsets
    }
  }

  func offset(of index: Int) -> Int {
    offsets.isEmpty ? base + index : Int(offsets[index])
  }

  /// Whether a byte of the text was written as itself, and not with a backslash or as an entity.
  func isPlain(_ index: Int, _ byte: UInt8) -> Bool {
    offsets.isEmpty || source[Int(offsets[index])] == byte
  }

  private static func offsets(
    of text: UnsafeBufferPointer<UInt8>, from start: Int, in source: UnsafeBufferPointer<UInt8>
  ) -> [Int32]? {
    var offsets: [Int32] = []
    offsets.reserveCapacity(text.count + 1)
    var place = start
    var index = 0
    while index < text.count {
      guard place < source.count else { return nil }
      let byte = source[place]
      var written = 1
      var read = 1
      if byte == UInt8(ascii: "\\"), place + 1 < source.count, isPunctuation(source[place + 1]),
        source[place + 1] == text[index]
      {
        written = 2
      } else if byte == UInt8(ascii: "&"), let entity = entity(at: place, in: source), !text.holds(entity, at: index) {
        written = entity.count
        read = decodedLength(in: text, from: index, before: place + written < source.count ? source[place + written] : 0)
      } else if byte != text[index] {
        return nil
      }
      for _ in 0..<read where index < text.count {
        offsets.append(Int32(place))
        index += 1
      }
      place += written
    }
    offsets.append(Int32(place))
    return offsets
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      && !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// `&name;` or `&#1;`; the longest of HTML has 33 signs.
  private static func entity(at start: Int, in source: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    guard let end = source.firstOffset(of: UInt8(ascii: ";"), from: start, to: min(source.count, start + 40)) else {
      return nil
    }
    return UnsafeBufferPointer(rebasing: source[start...end])
  }

  /// How many bytes of the text an entity became: one scalar, or for a few of them two, told by what follows in the source.
  private static func decodedLength(in text: UnsafeBufferPointer<UInt8>, from index: Int, before next: UInt8) -> Int {
    let first = scalarLength(text[index])
    let second = index + first
    guard second < text.count, text[second] != next, next != UInt8(ascii: "\\"), next != UInt8(ascii: "&") else { return first }
    let both = first + scalarLength(text[second])
    return index + both < text.count && text[index + both] == next ? both : first
  }

  private static func scalarLength(_ lead: UInt8) -> Int {
    switch lead {
    case 0xF0...: 4
    case 0xE0...: 3
    case 0xC0...: 2
    default: 1
    }
  }
}
