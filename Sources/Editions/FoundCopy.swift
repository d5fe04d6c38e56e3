import Digests
import Linking

/// What a copy of a site was found to hold.
package struct FoundCopy: Sendable {
  /// A file's digest, or why it has none, as a sentence goes on after its path.
  package enum File: Sendable, Equatable {
    case whole(FileDigest)
    case unreadable(String)
  }

  package var files: [String: File]
  /// What is wrong with the copy as a whole, such as that an archive was packed by another program.
  package var faults: [String]
  /// Whether it can be told which files there are besides those of the edition: a host does not tell.
  package let isListed: Bool

  package init(files: [String: File] = [:], faults: [String] = [], isListed: Bool = true) {
    self.files = files
    self.faults = faults
    self.isListed = isListed
  }
}

/// How a copy differs from its edition, in the order of paths.
package struct EditionDifference: Sendable, Equatable {
  package var changed: [String] = []
  package var missing: [String] = []
  package var added: [String] = []
  /// With the reason behind each path.
  package var unreadable: [String] = []
  /// Files for a host alone that a host does not hand out, as it should.
  package var keptByHost: [String] = []
  /// What systems leave behind in folders that they open.
  package var leftBySystems: [String] = []

  package var isNone: Bool { changed.isEmpty && missing.isEmpty && added.isEmpty && unreadable.isEmpty }

  package init(of copy: FoundCopy, from manifest: EditionManifest) {
    for file in manifest.files {
      let path = file.path.text
      switch copy.files[path] {
      case .whole(file.digest): break
      // A host led on, to what is held against its own line.
      case let found where !copy.isListed && file.target.map { copy.files[$0.text] == found } ?? false: break
      case .whole: changed.append(path)
      case .unreadable(let reason): unreadable.append("\(path) \(reason)")
      case nil:
        if !copy.isListed, Self.isForHosts(file.path) { keptByHost.append(path) } else { missing.append(path) }
      }
    }
    let known = Set(manifest.files.map(\.path.text))
    for path in copy.files.keys.sorted() where !known.contains(path) && !Self.isOwn(path) {
      if Self.isLeftBySystem(path) { leftBySystems.append(path) } else { added.append(path) }
    }
  }

  /// The manifest, its signature, and what the writer of a site keeps in its folder.
  private static func isOwn(_ path: String) -> Bool {
    path == EditionManifest.fileName || path == EditionManifest.signatureName
      || path.split(separator: "/").contains { $0.lowercased().hasPrefix(".hubwright-") }
  }

  /// Hosts read these files and answer no reader with them.
  private static func isForHosts(_ path: OutputPath) -> Bool {
    path.name.hasPrefix(".") || ["_headers", "_redirects", "CNAME"].contains(path.text)
  }

  private static func isLeftBySystem(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    let folders: Set<Substring> = [
      "System Volume Information", "$RECYCLE.BIN", ".Trashes", ".fseventsd", ".Spotlight-V100", "lost+found",
    ]
    guard let name = parts.last, let first = parts.first else { return false }
    return folders.contains(first) || first.hasPrefix(".Trash-") || name.hasPrefix("._")
      || [".DS_Store", "Thumbs.db", "desktop.ini", ".directory"].contains(name)
  }
}
