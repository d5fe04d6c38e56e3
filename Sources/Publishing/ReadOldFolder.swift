import Content
import Foundation
import Migrating

/// Reads the folder of an old site; what is no text is only named, and hidden files and links are passed over.
func readOldFolder(_ root: String) throws -> (files: [OldFile], tooLarge: [String]) {
  var files: [OldFile] = []
  var tooLarge: [String] = []
  try visit(root, "", depth: 0) { path, size in
    guard isOldText(path) else { return files.append(OldFile(path: path, text: nil)) }
    guard size <= ContentFolder.largestText else { return tooLarge.append(path) }
    let data = try Data(contentsOf: URL(filePath: "\(root)/\(path)"))
    files.append(OldFile(path: path, text: String(decoding: data, as: UTF8.self)))
  }
  return (files, tooLarge)
}

private func visit(_ root: String, _ folder: String, depth: Int, _ found: (String, Int) throws -> Void) throws {
  guard depth < 20 else { return }
  let place = folder.isEmpty ? root : "\(root)/\(folder)"
  for name in try FileManager.default.contentsOfDirectory(atPath: place).sorted() {
    let isPassedOver = name.hasPrefix(".") && ![".eleventy.js", ".authors.yml"].contains(name)
    guard !isPassedOver, !["node_modules", "_site", "vendor"].contains(name) else { continue }
    let path = folder.isEmpty ? name : "\(folder)/\(name)"
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(root)/\(path)")
    switch attributes[.type] as? FileAttributeType {
    case .typeDirectory?: try visit(root, path, depth: depth + 1, found)
    case .typeRegular?: try found(path, attributes[.size] as? Int ?? 0)
    default: break
    }
  }
}

private func isOldText(_ path: String) -> Bool {
  [".md", ".markdown", ".mdx", ".html", ".yml", ".yaml", ".toml", ".json", ".js", ".ts", ".txt"].contains(
    where: path.hasSuffix)
}
