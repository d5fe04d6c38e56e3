/// How large a picture is shown, in CSS pixels, as the head of its file says.
package struct PictureSize: Sendable, Equatable {
  package let width: Int
  package let height: Int

  init?(width: Int, height: Int) {
    guard width > 0, height > 0, width <= 100_000, height <= 100_000 else { return nil }
    self.width = width
    self.height = height
  }

  /// Reads PNG, GIF, JPEG, WebP and SVG; nil for another format, and for a head that is broken or does not say.
  package init?(ofHead head: [UInt8]) {
    let head = HeadReader(bytes: head)
    let size =
      head.pngSize ?? head.gifSize ?? head.jpegSize ?? head.webPSize ?? head.vectorSize
    guard let size else { return nil }
    self.init(width: size.width, height: size.height)
  }

  /// So many bytes of a file hold its size, unless it begins with more pictures of itself than is sane.
  package static let headLength = 256 << 10
}

/// Reads numbers at places of a file's first bytes.
private struct HeadReader {
  typealias Size = (width: Int, height: Int)

  let bytes: [UInt8]

  private func holds(_ text: StaticString, at offset: Int) -> Bool {
    offset + text.utf8CodeUnitCount <= bytes.count
      && bytes[offset..<(offset + text.utf8CodeUnitCount)].elementsEqual(
        UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private func bigEndian(_ count: Int, at offset: Int) -> Int? {
    guard offset >= 0, offset + count <= bytes.count else { return nil }
    return bytes[offset..<(offset + count)].reduce(0) { $0 << 8 | Int($1) }
  }

  private func littleEndian(_ count: Int, at offset: Int) -> Int? {
    guard offset >= 0, offset + count <= bytes.count else { return nil }
    return bytes[offset..<(offset + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// PNG (ISO/IEC 15948): the first chunk is IHDR.
  var pngSize: Size? {
    guard bytes.first == 0x89, holds("PNG\r\n", at: 1), holds("IHDR", at: 12),
      let width = bigEndian(4, at: 16), let height = bigEndian(4, at: 20)
    else { return nil }
    return (width, height)
  }

  var gifSize: Size? {
    guard holds("GIF8", at: 0), let width = littleEndian(2, at: 6), let height = littleEndian(2, at: 8) else {
      return nil
    }
    return (width, height)
  }

  /// JPEG (ISO/IEC 10918-1, B.2.2 has the frame): segments follow one another until one that begins a frame.
  var jpegSize: Size? {
    guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
    var offset = 2
    while offset + 4 <= bytes.count {
      guard bytes[offset] == 0xFF else { return nil }
      let marker = bytes[offset + 1]
      if marker == 0xFF {
        offset += 1
      } else if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
        guard let height = bigEndian(2, at: offset + 5), let width = bigEndian(2, at: offset + 7) else { return nil }
        return (width, height)
      } else {
        guard let length = bigEndian(2, at: offset + 2), length >= 2 else { return nil }
        offset += 2 + length
      }
    }
    return nil
  }

  /// WebP (RFC 9649): lossy, lossless or extended.
  var webPSize: Size? {
    guard holds("RIFF", at: 0), holds("WEBP", at: 8) else { return nil }
    if holds("VP8 ", at: 12) {
      guard let width = littleEndian(2, at: 26), let height = littleEndian(2, at: 28) else { return nil }
      return (width & 0x3FFF, height & 0x3FFF)
    }
    if holds("VP8L", at: 12) {
      guard let bits = littleEndian(4, at: 21) else { return nil }
      return ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    }
    guard holds("VP8X", at: 12), let width = littleEndian(3, at: 24), let height = littleEndian(3, at: 27) else {
      return nil
    }
    return (width + 1, height + 1)
  }

  /// SVG: the width and height of its root element, or those of its view box.
  var vectorSize: Size? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let start = text.firstRange(of: "<svg"), let end = text[start.upperBound...].firstIndex(of: ">") else {
      return nil
    }
    let tag = text[start.upperBound..<end]
    if let width = Self.length("width", in: tag), let height = Self.length("height", in: tag) { return (width, height) }
    let box = Self.attribute("viewBox", in: tag)?.split { $0 == " " || $0 == "," }.compactMap { Double($0) } ?? []
    return box.count == 4 ? Self.whole(box[2]).flatMap { width in Self.whole(box[3]).map { (width, $0) } } : nil
  }

  /// A length in pixels; others depend on where the picture stands.
  private static func length(_ name: String, in tag: Substring) -> Int? {
    guard let text = attribute(name, in: tag) else { return nil }
    return Double(text.hasSuffix("px") ? text.dropLast(2) : text).flatMap(whole)
  }

  private static func whole(_ length: Double) -> Int? {
    length.isFinite && length >= 1 && length <= 100_000 ? Int(length.rounded()) : nil
  }

  private static func attribute(_ name: String, in tag: Substring) -> Substring? {
    for quote in ["\"", "'"] {
      for space in [" ", "\n", "\t"] {
        guard let start = tag.firstRange(of: "\(space)\(name)=\(quote)") else { continue }
        return tag[start.upperBound...].prefix { String($0) != quote }
      }
    }
    return nil
  }
}
