/// Why a file is no picture that browsers show whole, as its name, its first and its last bytes tell; nothing is decoded.
package enum PictureFlaw: Sendable, Equatable {
  case empty
  /// Its end is missing.
  case cutShort
  /// It holds something else than its name says, "a PDF", and the ending that its name would have to have where it is a picture.
  case other(what: String, ending: String?)
  /// Its name is that of no picture.
  case noPicture(ending: String)

  /// So many bytes from the end are looked through for the mark of the end, behind which programs leave remarks.
  package static let tailLength = 64 << 10

  /// Nil where nothing is wrong, and for formats whose ends bear no mark.
  package init?(ofFile path: String, head: [UInt8], tail: [UInt8], size: Int) {
    let ending = path.split(separator: "/").last?.split(separator: ".").dropFirst().last?.lowercased() ?? ""
    guard let expected = Format(ending: ending) else {
      self = .noPicture(ending: ending)
      return
    }
    guard size > 0 else {
      self = .empty
      return
    }
    let found = Format(ofHead: head)
    guard found == expected else {
      self = .other(what: found?.name ?? Self.content(of: head), ending: found?.ending)
      return
    }
    guard expected.isWhole(head: head, tail: tail, size: size) else {
      self = .cutShort
      return
    }
    return nil
  }

  /// What a file that is no picture holds, as far as its beginning tells.
  private static func content(of head: [UInt8]) -> String {
    if head.starts(with: "%PDF".utf8) { return "a PDF" }
    if head.starts(with: "PK".utf8) { return "a packed file" }
    if head.count > 12, head[4..<8].elementsEqual("ftyp".utf8) { return "a picture or film that browsers do not show" }
    if head.starts(with: "II*".utf8) || head.starts(with: "MM".utf8) { return "a TIFF picture" }
    let isText = head.prefix(512).allSatisfy { $0 >= 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    return isText ? "a text" : "something else"
  }
}

/// The pictures that browsers show.
private enum Format {
  case png, jpeg, gif, webP, svg, avif, bitmap, icon

  init?(ending: String) {
    switch ending {
    case "png", "apng": self = .png
    case "jpg", "jpeg", "jfif": self = .jpeg
    case "gif": self = .gif
    case "webp": self = .webP
    case "svg": self = .svg
    case "avif": self = .avif
    case "bmp": self = .bitmap
    case "ico": self = .icon
    default: return nil
    }
  }

  init?(ofHead head: [UInt8]) {
    func holds(_ text: StaticString, at offset: Int) -> Bool {
      let text = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
      return offset + text.count <= head.count && head[offset..<(offset + text.count)].elementsEqual(text)
    }
    if head.first == 0x89, holds("PNG\r\n", at: 1) {
      self = .png
    } else if head.starts(with: [0xFF, 0xD8]) {
      self = .jpeg
    } else if holds("GIF8", at: 0) {
      self = .gif
    } else if holds("RIFF", at: 0), holds("WEBP", at: 8) {
      self = .webP
    } else if holds("ftypavi", at: 4) || holds("ftypmif1", at: 4) {
      self = .avif
    } else if holds("BM", at: 0) {
      self = .bitmap
    } else if head.starts(with: [0, 0, 1, 0]) {
      self = .icon
    } else if String(decoding: head, as: UTF8.self).firstRange(of: "<svg") != nil
      || String(decoding: head, as: UTF8.self).firstRange(of: ":svg") != nil
    {
      self = .svg
    } else {
      return nil
    }
  }

  var ending: String {
    switch self {
    case .png: "png"
    case .jpeg: "jpg"
    case .gif: "gif"
    case .webP: "webp"
    case .svg: "svg"
    case .avif: "avif"
    case .bitmap: "bmp"
    case .icon: "ico"
    }
  }

  var name: String {
    switch self {
    case .png: "a PNG picture"
    case .jpeg: "a JPEG picture"
    case .gif: "a GIF picture"
    case .webP: "a WebP picture"
    case .svg: "a drawing (SVG)"
    case .avif: "an AVIF picture"
    case .bitmap: "a BMP picture"
    case .icon: "an icon"
    }
  }

  /// Whether the mark with which a file ends is there: IEND (ISO/IEC 15948, 11.2.5), EOI (ISO/IEC 10918-1, B.1.1.3), the trailer of
  /// GIF89a; WebP says its length (RFC 9649, 2.4).
  func isWhole(head: [UInt8], tail: [UInt8], size: Int) -> Bool {
    switch self {
    case .png: tail.holdsPart("IEND")
    case .jpeg: zip(tail, tail.dropFirst()).contains { $0 == 0xFF && $1 == 0xD9 }
    case .gif: tail.last { $0 != 0 } == UInt8(ascii: ";")
    case .webP:
      head.count >= 8 && head[4..<8].reversed().reduce(0) { $0 << 8 | Int($1) } + 8 <= size
    case .svg, .avif, .bitmap, .icon: true
    }
  }
}

extension [UInt8] {
  fileprivate func holdsPart(_ text: StaticString) -> Bool {
    let text = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    guard count >= text.count else { return false }
    return (0...(count - text.count)).contains { self[$0..<($0 + text.count)].elementsEqual(text) }
  }
}
