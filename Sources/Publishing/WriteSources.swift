import Authoring
import Foundation

/// Writes a file of a hub's sources that is not there yet; throws where anything is.
package func writeNewFile(_ text: String, to path: String, isProgram: Bool = false) throws {
  let file = URL(filePath: path)
  try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
  try Data(text.utf8).write(to: file, options: .withoutOverwriting)
  if isProgram { try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path) }
}

/// Makes a change of a hub's sources, and takes it back unless `isGood` says that it holds; returns whether it does.
package func apply(_ change: SourceChange, in hub: String, isGood: () -> Bool) throws -> Bool {
  func write(_ text: String, _ path: String, movedFrom other: String) throws {
    if path != other { try FileManager.default.moveItem(atPath: "\(hub)/\(other)", toPath: "\(hub)/\(path)") }
    try Data(text.utf8).write(to: URL(filePath: "\(hub)/\(path)"), options: .atomic)
  }
  for file in change.files {
    try FileManager.default.createDirectory(
      at: URL(filePath: "\(hub)/\(file.newPath)").deletingLastPathComponent(), withIntermediateDirectories: true)
    try write(file.newText, file.newPath, movedFrom: file.path)
  }
  if isGood() { return true }
  for file in change.files { try write(file.text, file.path, movedFrom: file.newPath) }
  return false
}
