import Diagnostics
import Foundation

/// Writes a template of the default theme into a hub, for its own copy to be changed; returns its path.
///
/// `name` is that of the template, such as `own-footer`, or of a style or script, such as `style.css`. Nothing that is there is written over.
package func writeNewTemplate(_ name: String, in hub: String) throws -> String {
  let known = DefaultTheme.files.filter { !$0.path.hasPrefix("strings/") }
  guard let file = known.first(where: { templateName($0.path) == templateName(name) }) else {
    let nearest = nearestName(to: name, among: known.map { templateName($0.path) })
    throw CommandRefusal(
      "The default theme has no template '\(name)'"
        + (nearest.map { "; write '\($0)'." } ?? "; 'hubwright explain templates' lists them."))
  }
  guard FileManager.default.fileExists(atPath: "\(hub)/site-content/hub.yaml") else {
    throw CommandRefusal("There is no hub in '\(hub)'.")
  }
  let path = "templates/\(file.path)"
  guard !FileManager.default.fileExists(atPath: "\(hub)/\(path)") else {
    throw CommandRefusal("There is a file '\(path)' already, and nothing is written over.")
  }
  try writeNewFile(file.text, to: "\(hub)/\(path)")
  return path
}

/// The name by which pages know a template; that of any other file with its ending.
private func templateName(_ path: String) -> String {
  let name = path.split(separator: "/").last.map(String.init) ?? ""
  return name.hasSuffix(".mustache") ? String(name.dropLast(".mustache".count)) : name
}
