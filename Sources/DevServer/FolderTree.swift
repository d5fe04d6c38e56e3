import Foundation

/// Visits a folder and all below it, each once, through symbolic links too.
///
/// `visit` gets each path with what the system says of it.
func visitTree(_ root: String, _ visit: (_ path: String, _ status: stat) -> Void) {
  var waiting = [root]
  var visited: Set<[UInt64]> = []
  while let path = waiting.popLast() {
    var status = stat()
    guard stat(path, &status) == 0 else { continue }
    visit(path, status)
    guard status.st_mode & S_IFMT == S_IFDIR,
      visited.insert([UInt64(truncatingIfNeeded: status.st_dev), UInt64(status.st_ino)]).inserted
    else { continue }
    // A folder that goes away meanwhile, or may not be read, has nothing to watch.
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { continue }
    for name in names where !isPassedOver(name) { waiting.append("\(path)/\(name)") }
  }
}
