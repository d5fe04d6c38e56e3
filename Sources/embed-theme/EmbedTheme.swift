import Foundation

/// Writes the text files of a folder as one Swift file: `embed-theme FOLDER TYPE OUTPUT`.
@main
struct EmbedTheme {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4 else {
      FileHandle.standardError.write(Data("usage: embed-theme FOLDER TYPE OUTPUT\n".utf8))
      exit(64)
    }
    let (folder, type, output) = (arguments[1], arguments[2], arguments[3])
    let names = (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []).sorted()
    var swift = "/// Every file of a folder with its path there.\n"
    swift += "enum \(type) {\n  static let files: [(path: String, text: String)] = [\n"
    for name in names where !name.split(separator: "/").contains(where: { $0.hasPrefix(".") || $0.hasSuffix("~") }) {
      let path = "\(folder)/\(name)"
      guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8) else {
        continue
      }
      swift += "    (\"\(name)\", ####\"\"\"\n\(text)\n\"\"\"####),\n"
    }
    swift += "  ]\n}\n"
    try swift.write(toFile: output, atomically: true, encoding: .utf8)
  }
}
