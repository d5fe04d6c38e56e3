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
    /// The path as the writer knows it, relative to the hub.
    package let shownPath: String
    package let location: String
    package let stamp: FileStamp

    package var size: Int { stamp.size }

    /// The file as a whole, for what is wrong with it.
    package var place: SourceRange { .start(of: SourceFile(path: shownPath, text: "")) }
  }

  /// A text file may hold so many bytes.
  package static let largestText = 2_000_000
  /// Folders may be nested so deep.
  static let deepest = 20

  /// Finds the files below a folder; hidden ones and editors' back-up copies are passed over.
  package static func find(in root: String, shownAs name: String) -> (folder: ContentFolder, diagnostics: [Diagnostic])
  {
    var search = Search(root: root, name: name)
    search.visitAll()
    let files = search.files.sorted { $0.path < $1.path }
    return (
      ContentFolder(texts: files.filter(\.isText), assets: files.filter { !$0.isText }),
      search.diagnostics.sorted(by: Diagnostic.inReadingOrder)
    )
  }
}

extension ContentFolder.ContentFile {
  fileprivate var isText: Bool { path.hasSuffix(".md") || path.hasSuffix(".yaml") || path.hasSuffix(".yml") }
}

/// A walk over a folder that reads each folder once, whatever symbolic links lead to it.
private struct Search {
  let root: String
  let name: String
  var files: [ContentFolder.ContentFile] = []
  var diagnostics: [Diagnostic] = []
  private var visited: Set<FolderIdentity> = []
  private var linkedFolders: [(path: String, depth: Int)] = []

  private struct FolderIdentity: Hashable {
    let device: UInt64
    let node: UInt64
  }

  init(root: String, name: String) {
    self.root = root
    self.name = name
  }

  /// Follows links to folders last, so that of a folder and a link to it the folder itself is read and the link is
  /// reported.
  mutating func visitAll() {
    visit("", depth: 0)
    while !linkedFolders.isEmpty {
      let (path, depth) = linkedFolders.removeFirst()
      visit(path, depth: depth)
    }
  }

  private mutating func visit(_ path: String, depth: Int) {
    guard depth <= ContentFolder.deepest else {
      return report(path, "folders are nested at most 20 deep", "Move it up")
    }
    var status = stat()
    let location = location(of: path)
    guard stat(location, &status) == 0, let names = try? FileManager.default.contentsOfDirectory(atPath: location)
    else {
      return report(path, "the folder is there and can be read", "Name the hub's folder, or check the permissions")
    }
    let identity = FolderIdentity(device: UInt64(truncatingIfNeeded: status.st_dev), node: UInt64(status.st_ino))
    guard visited.insert(identity).inserted else {
      return report(path, "a folder is read once, and this link leads to one that is read already", "Remove the link")
    }
    for name in names.sorted() where !name.hasPrefix(".") && !name.hasSuffix("~") {
      add(path.isEmpty ? name : "\(path)/\(name)", depth: depth + 1)
    }
  }

  private mutating func add(_ path: String, depth: Int) {
    let location = location(of: path)
    var status = stat()
    guard stat(location, &status) == 0 else {
      return report(path, "the file can be read, and this link leads nowhere or in a circle", "Mend or remove the link")
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      if isLink(location) { linkedFolders.append((path, depth)) } else { visit(path, depth: depth) }
    case S_IFREG:
      files.append(
        ContentFolder.ContentFile(
          path: path, shownPath: shownPath(of: path), location: location, stamp: FileStamp(of: status)))
    default: report(path, "a hub holds files and folders, and this is neither", "Remove it")
    }
  }

  private func isLink(_ location: String) -> Bool {
    var status = stat()
    return lstat(location, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  private func location(of path: String) -> String { path.isEmpty ? root : "\(root)/\(path)" }
  private func shownPath(of path: String) -> String { path.isEmpty ? name : "\(name)/\(path)" }

  private mutating func report(_ path: String, _ rule: String, _ help: String) {
    let place = SourceRange.start(of: SourceFile(path: shownPath(of: path), text: ""))
    diagnostics.append(Diagnostic(.unreadableFile, rule, at: place, help: help))
  }
}
