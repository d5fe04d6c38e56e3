import Explaining
import Formats
import Foundation
import Reports

/// Writes the JSON Schemas for editors, and that of the reports, into a folder; throws a `CommandRefusal` where the folder holds anything but
/// earlier ones, such as a hub.
package func writeSchemas(to folder: String) throws {
  let own = Set(EditorSchema.all.map(\.name) + ["report.json"])
  let found = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  guard found.allSatisfy(own.contains) else {
    throw CommandRefusal(
      "'\(folder)' holds other files than schemas; name a new folder, such as '\(folder)/.hubwright/schemas'.")
  }
  for schema in EditorSchema.all { try write(schema.json.encoded(layout: .lines), to: "\(folder)/\(schema.name)") }
  try write(reportSchema.encoded(layout: .lines), to: "\(folder)/report.json")
}

/// Writes the sources of the writers' handbook into a folder, as a hub to be built; throws a `CommandRefusal` where the folder holds anything but an
/// earlier handbook, such as another hub.
package func writeHandbook(to folder: String) throws {
  let own = Set(Handbook.files.map(\.path))
  let found = (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String }) ?? []
  let foreign = found.filter { path in !own.contains(path) && !own.contains { $0.hasPrefix(path + "/") } }
  guard foreign.isEmpty else {
    throw CommandRefusal("'\(folder)' holds other files, and nothing is written over; name a new folder.")
  }
  for file in Handbook.files { try write(Array(file.text.utf8), to: "\(folder)/\(file.path)") }
}

private func write(_ bytes: [UInt8], to path: String) throws {
  let file = URL(filePath: path)
  try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
  try Data(bytes).write(to: file, options: .atomic)
}
