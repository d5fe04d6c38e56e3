import Foundation

/// Looks at every file twice a second: for systems and file systems that give no notice.
final class PollingWatcher: FolderWatcher {
  private let folders: [String]
  private var seen: [String: [Int64]]

  init(_ folders: [String]) {
    self.folders = folders
    seen = Self.look(at: folders)
  }

  func waitForChange(atMost milliseconds: Int?) -> Bool {
    let step = 500
    var left = milliseconds ?? Int.max
    while true {
      let found = Self.look(at: folders)
      if found != seen {
        seen = found
        return true
      }
      guard left > 0 else { return false }
      Thread.sleep(forTimeInterval: Double(min(step, left)) / 1_000)
      left -= min(step, left)
    }
  }

  private static func look(at folders: [String]) -> [String: [Int64]] {
    var found: [String: [Int64]] = [:]
    for folder in folders {
      visitTree(folder) { path, status, _ in
        guard let status else { return }
        found[path] = [
          Int64(status.st_size), Int64(bitPattern: UInt64(status.st_ino)), Int64(status.st_ctim.tv_sec),
          Int64(status.st_ctim.tv_nsec),
        ]
      }
    }
    return found
  }
}
