import Content
import Diagnostics
import Formats
import Foundation
import Linking

/// What `check --fix` does about pictures that take long to load: files to be written beside the originals, the links to them, and what is left to a person.
package struct SmallerPictures: Sendable {
  package struct File: Sendable {
    /// As the writer knows them.
    package let original: String
    package let path: String
    package let bytes: [UInt8]
    package let originalSize: Int
  }

  package private(set) var files: [File] = []
  /// One for each place that shows a picture that has become smaller, with the edit that names the new one.
  package private(set) var diagnostics: [Diagnostic] = []
  /// Sentences on what could not be mended.
  package private(set) var remarks: [String] = []

  package init() {}

  /// Looks at the pictures of pages that are over the hub's budget; nothing is written. `searchPath` names the folders in which the machine keeps programs.
  package static func find(for graph: ContentGraph, in hub: String, programsOn searchPath: String) -> SmallerPictures {
    var found = SmallerPictures()
    let heavy = heavyPictures(of: graph)
    guard !heavy.isEmpty else { return found }
    guard let program = PictureProgram.find(on: searchPath) else {
      let names = heavy.map(\.file.place.file.path).joined(separator: ", ")
      found.remarks = [
        "\(heavy.count == 1 ? "The picture" : "The pictures") \(names) would be made smaller by a program that this machine lacks: "
          + "install \(PictureProgram.installation)"
      ]
      return found
    }
    for asset in heavy { found.add(asset, of: graph, in: hub, by: program) }
    return found
  }

  private mutating func add(
    _ asset: ContentGraph.Asset, of graph: ContentGraph, in hub: String, by program: PictureProgram
  ) {
    let path = asset.file.place.file.path
    let limit = graph.hub.budget.images
    let bytes: [UInt8]
    do throws(DiagnosticFound) { bytes = try asset.file.bytes() } catch { return }
    guard let (smaller, ending) = smallest(bytes, of: path, limit: limit, by: program),
      smaller.count < bytes.count / 4 * 3
    else {
      remarks.append("\(path) could not be made smaller: save it anew by hand, or take a part of it")
      return
    }
    guard let target = freePath(beside: path, ending: ending, in: hub) else {
      remarks.append("\(path) was left as it is: there is a smaller one beside it, which no page shows")
      return
    }
    files.append(File(original: path, path: target, bytes: smaller, originalSize: bytes.count))
    for page in graph.pages { addEdits(on: page, from: asset.path, path, to: target) }
  }

  /// The picture at the greatest width at which it keeps to the limit, or the smallest that there is; a photograph that was saved as PNG becomes WebP where
  /// that does not.
  private func smallest(
    _ bytes: [UInt8], of path: String, limit: Int, by program: PictureProgram
  ) -> (bytes: [UInt8], ending: String)? {
    guard let format = format(of: path) else { return nil }
    var best: (bytes: [UInt8], ending: String)?
    for ending in format == "png" ? ["png", "webp"] : [format] {
      for width in [1_600, 1_200, 800] {
        guard let smaller = program.smaller(bytes, format, as: ending, width: width),
          PictureSize(ofHead: smaller) != nil
        else { break }
        if smaller.count <= limit { return (smaller, ending) }
        if best.map({ smaller.count < $0.bytes.count }) ?? true { best = (smaller, ending) }
      }
    }
    return best
  }

  private mutating func addEdits(on page: Page, from picture: OutputPath, _ path: String, to target: String) {
    for (shown, range) in page.shownPictures where shown == picture {
      guard let edit = edit(of: range, from: path.fileName, to: target.fileName) else {
        remarks.append(
          "\(range.file.path):\(range.start.line): name \(target.fileName) there yourself; the place is written in a way that cannot be changed safely"
        )
        continue
      }
      diagnostics.append(
        Diagnostic(.overBudget, "a smaller picture is shown", at: range, help: "Name \(target.fileName)", edits: [edit])
      )
    }
  }
}

/// The pictures that make pages too heavy, by their paths: those of more than a third of what a page may show.
private func heavyPictures(of graph: ContentGraph) -> [ContentGraph.Asset] {
  let limit = graph.hub.budget.images
  var heavy: Set<OutputPath> = []
  for page in graph.pages {
    let pictures = Set(page.links.compactMap(\.picture) + [page.picture].compactMap(\.self)).compactMap(graph.asset)
    guard pictures.reduce(0, { $0 + $1.file.size }) > limit else { continue }
    heavy.formUnion(pictures.filter { $0.file.size > limit / 3 && format(of: $0.path.text) != nil }.map(\.path))
  }
  return heavy.sorted().compactMap(graph.asset)
}

/// What programs know the picture's format by; nil for one that they would spoil, such as a moving GIF.
private func format(of path: String) -> String? {
  switch path.split(separator: ".").last?.lowercased() {
  case "jpg", "jpeg": "jpg"
  case "png": "png"
  case "webp": "webp"
  default: nil
  }
}

/// `lake-small.jpg` beside `Lake.JPG`; nil where there is such a file, which may be another's work.
private func freePath(beside path: String, ending: String, in hub: String) -> String? {
  let name = path.fileName
  let stem = identifier(ofTitle: String(name[..<(name.lastIndex(of: ".") ?? name.endIndex)])) ?? "picture"
  let target = "\(path.dropLast(name.count))\(stem)-small.\(ending)"
  return FileManager.default.fileExists(atPath: "\(hub)/\(target)") ? nil : target
}

/// The edit by which a place names another file of the same folder; nil where the place does not end with the file's name.
private func edit(of range: SourceRange, from name: String, to other: String) -> Edit? {
  let covered = range.coveredText
  // An address that is written with escapes is covered together with its image.
  let address: Substring
  if covered.hasPrefix("!["), let start = covered.range(of: "](", options: .backwards)?.upperBound {
    address = covered[start...].drop { $0 == "<" || $0 == " " }.prefix { !"> )".contains($0) }
  } else {
    address = covered.drop { "'\"".contains($0) }.prefix { !"'\"".contains($0) }
  }
  let written = address[(address.lastIndex(of: "/").map(address.index(after:)) ?? address.startIndex)...]
  guard composed(String(decoding: percentDecoded(written.utf8), as: UTF8.self)) == composed(name) || written == name
  else { return nil }
  return Edit(range, to: covered.replacingCharacters(in: written.startIndex..<written.endIndex, with: other))
}

extension String {
  fileprivate var fileName: String { String(self[(lastIndex(of: "/").map(index(after:)) ?? startIndex)...]) }
}

/// Writes the smaller pictures beside the originals, which stay; throws where a file is there or cannot be written.
package func writePictures(_ files: [SmallerPictures.File], inHub hub: String) throws {
  for file in files {
    try Data(file.bytes).write(to: URL(filePath: "\(hub)/\(file.path)"), options: .withoutOverwriting)
  }
}
