import Content
import Formats

/// Where a file of the site lies below the output folder, such as `issues/itrs.html`; checked once, so that whoever holds
/// one can write there without leaving the folder.
package struct OutputPath: Sendable {
  package let text: String
  /// How many bytes of `text` stand before the last part: the folders, each with its slash.
  private let folderLength: Int
  /// Whether every byte may stand in an address as it is, which also means that the text is ASCII.
  private let isPlain: Bool

  /// Refuses whatever is not a plain relative path: empty parts, `.` and `..`, backslashes, control characters, parts of
  /// more than 200 bytes, and parts that begin with `.hubwright` in any case, which are the writer's own; also more than
  /// 1,000 bytes in all (macOS takes 1,024 with the output folder) or 40 parts (whose folders are open all at once).
  package init?(_ text: String) {
    var text = text
    guard let shape = text.withUTF8({ Shape(of: $0) }) else { return nil }
    self.init(checked: text, folderLength: shape.folderLength, isPlain: shape.isPlain)
  }

  /// The path that bytes spell in UTF-8, for records read from disk.
  package init?(utf8 bytes: ArraySlice<UInt8>) {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.utf8.elementsEqual(bytes) else { return nil }
    self.init(text)
  }

  private init(checked text: String, folderLength: Int, isPlain: Bool) {
    self.text = text
    self.folderLength = folderLength
    self.isPlain = isPlain
  }

  /// The last part: the file's own name.
  package var name: String {
    folderLength == 0 ? text : String(decoding: text.utf8.dropFirst(folderLength), as: UTF8.self)
  }

  /// The folder that holds the file; nil is the output folder itself.
  package var folder: OutputPath? {
    guard folderLength > 0 else { return nil }
    let folder = String(decoding: text.utf8.prefix(folderLength - 1), as: UTF8.self)
    let lastSlash = folder.utf8.lastIndex(of: slash)
    let parentLength = lastSlash.map { folder.utf8.distance(from: folder.startIndex, to: $0) + 1 }
    return OutputPath(checked: folder, folderLength: parentLength ?? 0, isPlain: isPlain)
  }

  /// Every folder on the way to the file, nearest first.
  package var folders: some Sequence<OutputPath> { sequence(first: self, next: \.folder).dropFirst() }

  package func isInside(_ folder: OutputPath) -> Bool {
    text.utf8.count > folder.text.utf8.count && text.utf8.starts(with: folder.text.utf8)
      && text.utf8.dropFirst(folder.text.utf8.count).first == slash
  }

  /// Why a part of the path cannot stand on every disk, as a sentence goes on; nil where all can. A path of an earlier build may be such.
  package var reasonAgainstName: String? {
    text.split(separator: "/").lazy.compactMap { reasonAgainst(fileName: $0) }.first
  }

  /// What a file system that ignores case and the ways to compose an accented letter takes the path for: equal strings
  /// (Swift compares by canonical equivalence) are one file there.
  package var keyIgnoringCase: String { text.lowercased() }
}

extension OutputPath: Hashable, Comparable, CustomStringConvertible {
  package var description: String { text }

  /// By bytes: texts that Swift holds equal can still be two files.
  package static func == (left: OutputPath, right: OutputPath) -> Bool {
    if left.isPlain && right.isPlain { return left.text == right.text }
    return left.text.utf8.elementsEqual(right.text.utf8)
  }

  package static func < (left: OutputPath, right: OutputPath) -> Bool {
    if left.isPlain && right.isPlain { return left.text < right.text }
    return left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

extension OutputPath {
  /// The address of `target` as `page` writes it, such as `../issues/itrs.html`: right online, in a sub-folder and on disk.
  ///
  /// All but the unreserved characters of RFC 3986 §2.3 are percent-encoded, so that a link needs no further escaping in
  /// HTML, XML, CSS or Markdown, and its first part is never taken for a scheme.
  package static func relativeLink(from page: OutputPath, to target: OutputPath) -> String {
    var pageText = page.text
    var targetText = target.text
    return pageText.withUTF8 { from in
      targetText.withUTF8 { to in
        let shared = sharedFolderLength(from[..<page.folderLength], to[..<target.folderLength])
        var climbs = 0
        for byte in from[shared..<page.folderLength] where byte == slash { climbs += 1 }
        let rest = UnsafeBufferPointer(rebasing: to[shared...])
        return link(climbing: climbs, to: rest, isPlain: target.isPlain)
      }
    }
  }

  /// How many bytes of whole folders two paths begin with in common.
  private static func sharedFolderLength(
    _ left: Slice<UnsafeBufferPointer<UInt8>>, _ right: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Int {
    var length = 0
    for index in 0..<min(left.count, right.count) {
      guard left[index] == right[index] else { break }
      if left[index] == slash { length = index + 1 }
    }
    return length
  }

  private static func link(climbing climbs: Int, to rest: UnsafeBufferPointer<UInt8>, isPlain: Bool) -> String {
    guard isPlain else { return String(repeating: "../", count: climbs) + percentEncodedPath(rest) }
    return String(unsafeUninitializedCapacity: climbs * 3 + rest.count) { link in
      var end = 0
      func append(_ byte: UInt8) {
        link[end] = byte
        end += 1
      }
      for _ in 0..<climbs {
        append(dot)
        append(dot)
        append(slash)
      }
      return UnsafeMutableBufferPointer(rebasing: link[end...]).update(fromContentsOf: rest) + end
    }
  }
}

/// What the check of a path finds besides that it is one.
private struct Shape {
  var folderLength = 0
  var isPlain = true

  init?(of bytes: UnsafeBufferPointer<UInt8>) {
    guard !bytes.isEmpty, bytes.count <= 1_000 else { return nil }
    var parts = 1
    for (index, byte) in bytes.enumerated() {
      if byte == slash {
        guard Self.isPart(bytes[folderLength..<index]) else { return nil }
        folderLength = index + 1
        parts += 1
      } else if !byte.isUnreserved {
        let isLateControl = byte & 0xE0 == 0x80 && index > 0 && bytes[index - 1] == 0xC2  // U+0080 to U+009F
        guard byte >= 0x20, byte != 0x7F, byte != UInt8(ascii: "\\"), !isLateControl else { return nil }
        isPlain = false
      }
    }
    guard Self.isPart(bytes[folderLength...]), parts <= 40 else { return nil }
  }

  private static func isPart(_ part: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard (1...200).contains(part.count) else { return false }
    guard part.first == dot else { return true }
    let isDots = part.count == 1 || (part.count == 2 && part.last == dot)
    let start = part.prefix(reservedPrefix.count).map { (65...90).contains($0) ? $0 | 0x20 : $0 }
    return !isDots && start != reservedPrefix
  }
}

private let slash = UInt8(ascii: "/")
private let dot = UInt8(ascii: ".")
private let reservedPrefix = Array(".hubwright".utf8)
