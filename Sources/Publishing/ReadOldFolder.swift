import Content
import Foundation
import Migrating

/// The files of an old site.
struct OldFolder {
  /// The folder that their paths begin in.
  let root: String
  var files: [OldFile] = []
  /// Those that cannot be brought over, each with the reason.
  var unread: [String] = []
}

private let largestExport = 500_000_000

/// Reads a folder; of WordPress the export, which comes first, and the uploads that lie beside it.
func readOldSite(_ old: String, _ generator: OldGenerator) throws -> OldFolder {
  var isFolder: ObjCBool = false
  let isThere = FileManager.default.fileExists(atPath: old, isDirectory: &isFolder)
  guard generator == .wordpress else {
    guard isThere, isFolder.boolValue else { throw CommandRefusal("'\(old)' is no folder; name that of the site.") }
    var folder = OldFolder(root: old)
    try folder.visit("")
    return folder
  }
  guard isThere, !isFolder.boolValue else {
    throw CommandRefusal("'\(old)' is no file; name the export of WordPress (.xml).")
  }
  let data = try Data(contentsOf: URL(filePath: old))
  guard data.count <= largestExport else {
    throw CommandRefusal("The export is larger than 500 megabytes; export it in parts.")
  }
  var folder = OldFolder(root: URL(filePath: old).deletingLastPathComponent().path)
  folder.files.append(OldFile(path: "export.xml", text: String(decoding: data, as: UTF8.self)))
  let uploads = "wp-content/uploads"
  if FileManager.default.fileExists(atPath: "\(folder.root)/\(uploads)") { try folder.visit(uploads) }
  return folder
}

extension OldFolder {
  private static let deepest = 20
  private static let texts = [
    ".md", ".markdown", ".mdx", ".html", ".yml", ".yaml", ".toml", ".json", ".js", ".ts", ".txt",
  ]

  /// Reads texts, and names other files; hidden files and links, which may lead out of the folder, are passed over.
  fileprivate mutating func visit(_ folder: String, depth: Int = 0) throws {
    guard depth < Self.deepest else { return unread.append("\(folder) (more than \(Self.deepest) folders deep)") }
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? root : "\(root)/\(folder)")
      .sorted()
    {
      let isPassedOver = name.hasPrefix(".") && ![".eleventy.js", ".authors.yml"].contains(name)
      guard !isPassedOver, !["node_modules", "_site", "vendor"].contains(name) else { continue }
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(root)/\(path)")
      switch attributes[.type] as? FileAttributeType {
      case .typeDirectory?: try visit(path, depth: depth + 1)
      case .typeRegular?: try add(path, size: attributes[.size] as? Int ?? 0)
      default: break
      }
    }
  }

  private mutating func add(_ path: String, size: Int) throws {
    guard Self.texts.contains(where: path.hasSuffix) else { return files.append(OldFile(path: path, text: nil)) }
    guard size <= ContentFolder.largestText else { return unread.append("\(path) (larger than two megabytes)") }
    let data = try Data(contentsOf: URL(filePath: "\(root)/\(path)"))
    // Texts from before UTF-8 are mostly in Windows' western letters.
    let text = String(data: data, encoding: .utf8) ?? String(data: data, encoding: .windowsCP1252)
    if text == nil { unread.append("\(path) (no text in UTF-8)") }
    files.append(OldFile(path: path, text: text))
  }
}
