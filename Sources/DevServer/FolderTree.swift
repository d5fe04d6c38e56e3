import Foundation

/// Visits a folder and all below it, each once, through symbolic links too.
///
/// `visit` gets each path with what the system says of what is there, nil where a link leads to nothing, and the places that a
/// link leads to, one after the other.
func visitTree(_ root: String, _ visit: (_ path: String, _ status: stat?, _ targets: [String]) -> Void) {
  var waiting = [root]
  var visited: Set<[UInt64]> = []
  while let path = waiting.popLast() {
    let targets = targets(ofLink: path)
    var status = stat()
    guard stat(path, &status) == 0 else {
      if !targets.isEmpty { visit(path, nil, targets) }
      continue
    }
    visit(path, status, targets)
    guard status.isFolder,
      visited.insert([UInt64(truncatingIfNeeded: status.st_dev), UInt64(status.st_ino)]).inserted
    else { continue }
    // A folder that goes away meanwhile, or may not be read, has nothing to watch.
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { continue }
    for name in names where !isPassedOver(name) { waiting.append("\(path)/\(name)") }
  }
}

/// Where a symbolic link leads: every further link on the way, and at last what is none; nowhere where it is no link.
func targets(ofLink path: String) -> [String] {
  guard isLink(path) else { return [] }
  var targets: [String] = []
  // The system goes up from where a folder really lies.
  var place = URL(filePath: folder(of: path)).resolvingSymlinksInPath().path
  var rest = [path.split(separator: "/").last ?? ""]
  while let part = rest.first, targets.count < 40 {
    rest.removeFirst()
    guard part != ".." else {
      place = folder(of: place)
      continue
    }
    let next = place == "/" ? "/\(part)" : "\(place)/\(part)"
    guard isLink(next), let target = try? FileManager.default.destinationOfSymbolicLink(atPath: next) else {
      place = next
      continue
    }
    targets.append(next)
    rest = target.split(separator: "/").filter { $0 != "." } + rest
    if target.hasPrefix("/") { place = "/" }
  }
  return targets.dropFirst() + [place]
}

/// The path of the folder that holds a file.
func folder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

private func isLink(_ path: String) -> Bool {
  var status = stat()
  return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
}

extension stat {
  var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
}
