import Foundation

/// Writes a file of a hub's content whole or not at all: whoever reads meanwhile sees the old text or the new one.
package func writeRecords(_ text: String, to path: String) throws {
  let file = URL(filePath: path)
  try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
  try Data(text.utf8).write(to: file, options: .atomic)
}
