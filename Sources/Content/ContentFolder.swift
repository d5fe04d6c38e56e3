import Diagnostics
import Foundation

/// The files of a hub's `site-content`, found but not yet understood.
package struct ContentFolder: Sendable {
  /// Markdown and YAML files, sorted by path.
  package let texts: [ContentFile]
  /// Every other file, such as pictures, which is published as it is.
  package let assets: [ContentFile]

  package struct ContentFile: Sendable {
    /// Relative to the content folder, with `/` between its parts.
    package let path: String
    package let location: String
    package let size: Int
  }

  /// A text file may hold so many bytes.
  static let largestText = 2_000_000
  /// Folders may be nested so deep.
  static let deepest = 20

  /// Finds the files below a folder; hidden ones and editors' back-up copies are passed over.
  package static func find(in root: String, shownAs name: String) -> (folder: ContentFolder, diagnostics: [Diagnostic]) {
    var search = Search(root: root, name: name)
    search.visit("", depth: 0)
    search.texts.sort { $0.path < $1.path }
    search.assets.sort { $0.path < $1.path }
    return (ContentFolder(texts: search.texts, assets: search.assets), search.diagnostics)
  }

  private struct Search {
    let root: String
    let name: String
    var texts: [ContentFile] = []
    var assets: [ContentFile] = []
    var diagnostics: [Diagnostic] = []
    var visited: Set<FolderIdentity> = []

    struct FolderIdentity: Hashable {
      let device: UInt64
      let node: UInt64
    }

    mutating func visit(_ path: String, depth: Int) {
      let location = path.isEmpty ? root : "\(root)/\(path)"
      var status = stat()
      guard stat(location, &status) == 0 else { return report(path, "the folder can be read") }
      // A symbolic link may lead back to a folder above; each is read once.
      let identity = FolderIdentity(device: UInt64(truncatingIfNeeded: status.st_dev), node: UInt64(status.st_ino))
      guard visited.insert(identity).inserted, depth <= ContentFolder.deepest else {
        return report(path, "a folder stands in the hub once, and this link leads back to one that is already read")
      }
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: location) else {
        return report(path, "the folder can be read")
      }
      for name in names.sorted() where !name.hasPrefix(".") && !name.hasSuffix("~") {
        add(path.isEmpty ? name : "\(path)/\(name)", depth: depth)
      }
    }

    private mutating func add(_ path: String, depth: Int) {
      let location = "\(root)/\(path)"
      var status = stat()
      guard stat(location, &status) == 0 else { return report(path, "the file can be read, and this link leads nowhere") }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: visit(path, depth: depth + 1)
      case S_IFREG:
        let file = ContentFile(path: path, location: location, size: Int(status.st_size))
        if path.hasSuffix(".md") || path.hasSuffix(".yaml") || path.hasSuffix(".yml") {
          texts.append(file)
        } else {
          assets.append(file)
        }
      default: report(path, "a hub holds files and folders, and this is neither")
      }
    }

    private mutating func report(_ path: String, _ rule: String) {
      let shown = path.isEmpty ? name : "\(name)/\(path)"
      diagnostics.append(
        Diagnostic(
          .unreadableFile, rule, at: .start(of: SourceFile(path: shown, text: "")),
          help: "Check its permissions, or remove it"))
    }
  }
}

/// Reads a text file whole; the failure is a diagnostic on it.
package func readText(
  _ location: String, size: Int, shownAs path: String
) -> Result<SourceFile, DiagnosticFound> {
  func failure(_ code: DiagnosticCode, _ rule: String, _ help: String) -> Result<SourceFile, DiagnosticFound> {
    let place = SourceRange.start(of: SourceFile(path: path, text: ""))
    return .failure(DiagnosticFound(diagnostic: Diagnostic(code, rule, at: place, help: help)))
  }
  guard size <= ContentFolder.largestText else {
    return failure(
      .fileTooLarge, "a text holds at most two megabytes, and this has \(size / 1_000_000)",
      "Cut it into several files, or move it out of the hub")
  }
  let descriptor = open(location, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return failure(.unreadableFile, "the file can be read", "Check its permissions") }
  defer { close(descriptor) }
  var count = 0
  let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
    while count < size {
      let got = read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
      if got <= 0 { break }
      count += got
    }
    initialized = count
  }
  guard let text = String(validating: bytes, as: UTF8.self) else {
    let valid = String(decoding: bytes, as: UTF8.self)
    let offset = valid.utf8.count == bytes.count ? 0 : bytes.indices.first { index in
      String(validating: bytes[...index], as: UTF8.self) == nil && bytes[index] >= 0x80
    } ?? 0
    let line = 1 + bytes[..<offset].count { $0 == UInt8(ascii: "\n") }
    let start = SourcePosition(line: line, column: 1)
    let place = SourceRange(file: SourceFile(path: path, text: valid), start: start, end: start)
    return .failure(
      DiagnosticFound(
        diagnostic: Diagnostic(
          .invalidEncoding, "a text is written in UTF-8, and this line is not", at: place,
          help: "Save the file again as UTF-8")))
  }
  return .success(SourceFile(path: path, text: text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text))
}

/// A diagnostic in place of a value.
package struct DiagnosticFound: Error {
  package let diagnostic: Diagnostic
}
