import Foundation

/// Why a folder cannot take the site of a hub, in a sentence; nil where it can.
///
/// A site among the sources would be read as one, and sources below the site's folder would stand in the way of its files.
package func reasonAgainst(output: String, ofHub hub: String) -> String? {
  let place = withoutLinks(output)
  for source in ["site-content", "templates"].map({ "\(hub)/\($0)" }) {
    let folder = withoutLinks(source)
    if isSame(place, orInside: folder) {
      return "'\(output)' lies in '\(source)', which holds the hub's sources; name another folder with --output."
    }
    if isSame(folder, orInside: place) {
      return "'\(output)' holds '\(source)', the hub's sources; name another folder with --output."
    }
  }
  if let history = place.split(separator: "/").first(where: { [".git", ".hg", ".svn"].contains($0) }) {
    return "'\(output)' lies in '\(history)', which keeps the history of files; name another folder with --output."
  }
  return isSame(withoutLinks(hub), orInside: place)
    ? "'\(output)' holds the hub itself; name another folder with --output." : nil
}

private func isSame(_ path: String, orInside folder: String) -> Bool {
  path == folder || path.hasPrefix(folder == "/" ? folder : folder + "/")
}

/// A path without symbolic links and without `..`, as far as it is there.
private func withoutLinks(_ path: String) -> String {
  var url = URL(filePath: path).standardizedFileURL
  var rest: [String] = []
  while url.path != "/" {
    if let resolved = realpath(url.path, nil) {
      defer { free(resolved) }
      return ([String(cString: resolved)] + rest).joined(separator: "/").replacing("//", with: "/")
    }
    rest.insert(url.lastPathComponent, at: 0)
    url.deleteLastPathComponent()
  }
  return "/" + rest.joined(separator: "/")
}
