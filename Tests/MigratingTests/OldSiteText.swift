import Migrating

/// An old site written as one text, in which a line `-- path --` begins a file.
func migrated(
  _ generator: OldGenerator, _ site: String, markdown: ((String) -> String?)? = nil
) throws -> Migration {
  var files: [OldFile] = []
  var lines: [Substring] = []
  var path: String?
  func close() {
    guard let path else { return }
    let isText = ![".png", ".jpg", ".pdf"].contains(where: path.hasSuffix)
    files.append(OldFile(path: path, text: isText ? lines.joined(separator: "\n") : nil))
    lines = []
  }
  for line in site.split(separator: "\n", omittingEmptySubsequences: false) {
    if line.hasPrefix("-- "), line.hasSuffix(" --") {
      close()
      path = String(line.dropFirst(3).dropLast(3))
    } else {
      lines.append(line)
    }
  }
  close()
  return try migrate(MigrationRequest(generator, files: files, markdown: markdown))
}

extension Migration {
  /// A text of the hub; empty where there is none.
  subscript(_ path: String) -> String { texts.first { $0.path == path }?.text ?? "" }

  /// Its text without its fields and the empty lines around.
  func body(_ path: String) -> String {
    let parts = self[path].split(separator: "\n---\n", maxSplits: 1)
    return parts.count == 2
      ? parts[1].split(separator: "\n", omittingEmptySubsequences: false).drop { $0.isEmpty }.joined(separator: "\n")
      : ""
  }
}
