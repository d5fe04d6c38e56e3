import Diagnostics
import Foundation

/// The files of a hub's `site-content`, found but not yet understood; each list sorted by path.
package struct ContentFolder: Sendable {
  /// Markdown and YAML files.
  package let texts: [ContentFile]
  /// All below the folder `files`, hidden ones too, which the hub wants at the root of its site as they are.
  package let declared: [ContentFile]
  /// Every other file, such as pictures, which is published where a document names it.
  package let assets: [ContentFile]
  /// What belongs to a system or an editor, and to no hub: hidden files and folders, and back-up copies.
  package let passedOver: [ContentFile]

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
  /// The folder whose files are published at the root of the site.
  package static let declaredFolder = "files"

  /// Finds the files below a folder of a hub, which is the folder that holds this one; no symbolic link is followed out of the hub.
  package static func find(in root: String, shownAs name: String) -> (folder: ContentFolder, diagnostics: [Diagnostic])
  {
    var search = FolderSearch(root: root, name: name)
    search.visitAll()
    let files = search.files.sorted { $0.path < $1.path }
    let declared = files.filter(\.isDeclared)
    let others = files.filter { !$0.isDeclared }
    return (
      ContentFolder(
        texts: others.filter(\.isText), declared: declared, assets: others.filter { !$0.isText },
        passedOver: search.passedOver.sorted { $0.path < $1.path }),
      search.diagnostics.sorted(by: Diagnostic.inReadingOrder)
    )
  }
}

extension ContentFolder.ContentFile {
  fileprivate var isText: Bool { isTextName(path) }
  fileprivate var isDeclared: Bool { path.hasPrefix(ContentFolder.declaredFolder + "/") }
}

/// A walk over a folder that reads each folder once, whatever symbolic links lead to it.
private struct FolderSearch {
  let root: String
  let name: String
  var files: [ContentFolder.ContentFile] = []
  var passedOver: [ContentFolder.ContentFile] = []
  var diagnostics: [Diagnostic] = []
  private var visited: Set<FolderIdentity> = []
  private var linkedFolders: [(path: String, depth: Int)] = []
  /// The hub's folder without symbolic links; nil where there is no such folder.
  private let hub: String?

  private struct FolderIdentity: Hashable {
    let device: UInt64
    let node: UInt64
  }

  init(root: String, name: String) {
    self.root = root
    self.name = name
    hub = realPath(URL(filePath: root).deletingLastPathComponent().path)
  }

  /// Follows links to folders last, so that of a folder and a link to it the folder itself is read and the link is
  /// reported.
  mutating func visitAll() {
    guard isWithinHub(root) else { return reportLeaving("") }
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
    // Without the hub's folder its description is missing, which is said with the path that was tried.
    if path.isEmpty, stat(location, &status) != 0, errno == ENOENT { return }
    guard stat(location, &status) == 0, let names = try? FileManager.default.contentsOfDirectory(atPath: location)
    else {
      return report(path, "the folder is there and can be read", "Name the hub's folder, or check the permissions")
    }
    let identity = FolderIdentity(device: UInt64(truncatingIfNeeded: status.st_dev), node: UInt64(status.st_ino))
    guard visited.insert(identity).inserted else {
      return report(path, "a folder is read once, and this link leads to one that is read already", "Remove the link")
    }
    for name in names.sorted() { add(path.isEmpty ? name : "\(path)/\(name)", named: name, depth: depth + 1) }
  }

  private mutating func add(_ path: String, named name: String, depth: Int) {
    let isDeclared = path.hasPrefix(ContentFolder.declaredFolder + "/")
    var status = stat()
    let location = location(of: path)
    guard !isPassedOver(name, isDeclared: isDeclared) else {
      // What git keeps beside the sources is no stray.
      if !name.hasPrefix(".git"), lstat(location, &status) == 0 { passedOver.append(file(path, location, status)) }
      return
    }
    let isLink = lstat(location, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    guard stat(location, &status) == 0 else {
      return report(path, "the file can be read, and this link leads nowhere or in a circle", "Mend or remove the link")
    }
    if isLink {
      guard isWithinHub(location) else { return reportLeaving(path) }
      guard !leadsToWhatIsKeptBack(path, location) else {
        return report(
          path, "what is published lies in the hub for all to see, and this link leads to what is kept back",
          "Put a file of its own in the link's place, if it is meant for readers")
      }
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: if isLink { linkedFolders.append((path, depth)) } else { visit(path, depth: depth) }
    case S_IFREG: files.append(file(path, location, status))
    default: report(path, "a hub holds files and folders, and this is neither", "Remove it")
    }
  }

  private func file(_ path: String, _ location: String, _ status: stat) -> ContentFolder.ContentFile {
    ContentFolder.ContentFile(
      path: path, shownPath: shownPath(of: path), location: location, stamp: FileStamp(of: status))
  }

  /// Whatever links lie on its way, a file of the hub stands below the hub's own folder.
  private func isWithinHub(_ location: String) -> Bool {
    guard let hub, let target = realPath(location) else { return true }
    return target == hub || target.hasPrefix(hub.hasSuffix("/") ? hub : hub + "/")
  }

  /// Whether a link leads to what git, a system or an editor keeps in the hub, such as `.git/config`, or shows a source such as `hub.yaml`, or a draft, as it
  /// is written.
  private func leadsToWhatIsKeptBack(_ path: String, _ location: String) -> Bool {
    guard let hub, let target = realPath(location), target.hasPrefix(hub + "/"), let root = realPath(root) else {
      return false
    }
    let declared = "\(root)/\(ContentFolder.declaredFolder)/"
    let names = target.dropFirst(target.hasPrefix(declared) ? declared.count : hub.count + 1).split(separator: "/")
    if names.contains(where: { isPassedOver(String($0), isDeclared: target.hasPrefix(declared)) }) { return true }
    let isSource = target.hasPrefix(root + "/") && !target.hasPrefix(declared) && isTextName(target)
    return isSource && (!isTextName(path) || path.hasPrefix(ContentFolder.declaredFolder + "/"))
  }

  private func location(of path: String) -> String { path.isEmpty ? root : "\(root)/\(path)" }
  private func shownPath(of path: String) -> String { path.isEmpty ? name : "\(name)/\(path)" }

  private mutating func reportLeaving(_ path: String) {
    report(
      path, "what is published lies in the hub, and this link leads out of it",
      "Put the file itself in the link's place")
  }

  private mutating func report(_ path: String, _ rule: String, _ help: String) {
    let place = SourceRange.start(of: SourceFile(path: shownPath(of: path), text: ""))
    diagnostics.append(Diagnostic(.unreadableFile, rule, at: place, help: help))
  }
}

private func isTextName(_ path: String) -> Bool {
  path.hasSuffix(".md") || path.hasSuffix(".yaml") || path.hasSuffix(".yml")
}

/// Whether a name is one that systems and editors give to files of their own; `files` may hold other hidden ones.
private func isPassedOver(_ name: String, isDeclared: Bool) -> Bool {
  if name.hasPrefix(".") {
    return !isDeclared || name.hasPrefix(".git") || name.hasPrefix(".#") || name.hasPrefix("._") || name == ".DS_Store"
      || name.hasSuffix(".swp")
  }
  let lowered = name.lowercased()
  return name.hasSuffix("~") || name.hasPrefix("~$") || (name.hasPrefix("#") && name.hasSuffix("#"))
    || ["thumbs.db", "desktop.ini"].contains(lowered)
    || [".orig", ".rej", ".bak", ".tmp", ".swp"].contains { lowered.hasSuffix($0) }
}

/// A path without symbolic links; nil where nothing is there.
private func realPath(_ path: String) -> String? {
  guard let resolved = realpath(path, nil) else { return nil }
  defer { free(resolved) }
  return String(cString: resolved)
}
