import Foundation

/// Writes the text files of a folder as one Swift file: `embed-files FOLDER TYPE OUTPUT`.
@main
struct EmbedFiles {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4 else {
      FileHandle.standardError.write(Data("usage: embed-files FOLDER TYPE OUTPUT\n".utf8))
      exit(64)
    }
    let (folder, type, output) = (URL(filePath: arguments[1]), arguments[2], arguments[3])
    let names = (FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []).sorted()
    var swift = "/// Every file of a folder with its path there.\n"
    swift += "enum \(type) {\n  static let files: [(path: String, text: String)] = [\n"
    for name in names where !isPassedOver(name) {
      let file = folder.appending(path: name)
      guard try file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == false else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      swift += "    (\"\(name)\", ####\"\"\"\n\(text)\n\"\"\"####),\n"
    }
    swift += "  ]\n}\n"
    try swift.write(toFile: output, atomically: true, encoding: .utf8)
  }

  /// What editors and file managers leave beside the files that they show.
  private static func isPassedOver(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    return name.hasSuffix("~") || name.hasSuffix(".swp") || name.hasPrefix(".#") || name == ".DS_Store"
  }
}
