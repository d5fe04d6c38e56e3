import Diagnostics
import Foundation

/// Writes mended sources back, each whole or not at all; gives those that have changed since they were read, and so were left alone.
package func writeMended(_ files: [MendedFile], inHub hub: String) throws -> [MendedFile] {
  try files.filter { file in
    let path = "\(hub)/\(file.source.path)"
    // A byte-order mark is no part of the text, and stays where there is one.
    let found = FileManager.default.contents(atPath: path)
    guard let mark = ["", "\u{FEFF}"].first(where: { found == Data(($0 + file.source.text).utf8) }) else { return true }
    try Data((mark + file.text).utf8).write(to: URL(filePath: path).resolvingSymlinksInPath(), options: .atomic)
    return false
  }
}
