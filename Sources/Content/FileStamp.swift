import Foundation

/// What a file system says of a file without its content being read: another stamp is another state of the file.
package struct FileStamp: Sendable, Equatable {
  /// Bytes.
  package let size: Int
  /// The number of the file, which a file that is renamed into its place does not share.
  let node: UInt64
  /// Nanoseconds since 1970 at which the content, the name or the permissions last changed; no program can set it back.
  package let changed: Int64

  init(of status: stat) {
    size = Int(status.st_size)
    node = UInt64(status.st_ino)
    changed = Int64(status.st_ctim.tv_sec) * 1_000_000_000 + Int64(status.st_ctim.tv_nsec)
  }

  /// Of what a path leads to; nil where nothing is there.
  package init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(of: status)
  }

  /// All of it, for a digest.
  package var text: String { "\(size) \(node) \(changed)" }
}
