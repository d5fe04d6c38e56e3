import Diagnostics
import Formats
import Foundation

/// A file that is published as it is: all that is to be known of it, while its bytes stay on disk until they are asked for.
package struct AssetFile: Sendable {
  /// Where it stands in the site, with `/` between its parts and every letter composed (Unicode's form NFC), as links to it are.
  package let path: String
  /// Where it lies in the content folder, composed likewise: what documents call it by.
  package let contentPath: String
  /// Where the file itself is, and what the system says of it.
  let file: ContentFolder.ContentFile
  /// The checksum of its bytes (CRC-32), by which a change is noticed.
  let checksum: UInt32
  /// How large it is shown, where it is a picture that says so.
  package let picture: PictureSize?
  /// Why browsers would show no picture, or not all of one, where a page shows the file.
  package let pictureFlaw: PictureFlaw?
  /// Whether it is published whether a page leads to it or not.
  package let isDeclared: Bool

  /// In bytes.
  package var size: Int { file.size }
  /// The file as a whole, for what is wrong with it.
  package var place: SourceRange { file.place }

  /// The bytes as they were when the content was read; the failure says that they are no more.
  package func bytes() throws(DiagnosticFound) -> [UInt8] {
    guard let bytes = readBytes(file.location, count: size + 1) else { throw file.unreadable }
    guard bytes.count == size, checksum == crc32(of: bytes[...]) else {
      let fault = Diagnostic(
        .unreadableFile, "a file stays as it is while the site is built, and this one has changed", at: place,
        help: "Build once more")
      throw DiagnosticFound(diagnostic: fault)
    }
    return bytes
  }
}

/// The path of a file as a link writes it, composed: of the two spellings of an accented letter systems and keyboards choose either.
package func composed(_ path: String) -> String {
  path.utf8.allSatisfy { $0 < 0x80 } ? path : path.precomposedStringWithCanonicalMapping
}

/// A path relative to the content folder, from one that a document in a folder writes; nil where it leads out.
package func contentPath(_ written: String, fromFolder folder: String) -> String? {
  guard !written.hasPrefix("/") else { return nil }
  var parts: [Substring] = folder.isEmpty ? [] : [folder[...]]
  for part in written.split(separator: "/") where part != "." {
    if part == ".." {
      guard parts.popLast() != nil else { return nil }
    } else {
      parts.append(part)
    }
  }
  return composed(parts.joined(separator: "/"))
}

extension ContentFolder.ContentFile {
  var unreadable: DiagnosticFound {
    DiagnosticFound(
      diagnostic: Diagnostic(.unreadableFile, "the file can be read", at: place, help: "Check its permissions"))
  }
}

/// Reads a file of the theme whole; a drawing is held to what one of the content is.
package func readAsset(_ file: ContentFolder.ContentFile) -> Result<[UInt8], DiagnosticFound> {
  AssetRequest(file: file, isDeclared: false).read().flatMap { asset in
    Result { () throws(DiagnosticFound) in try asset.bytes() }
  }
}
