import Foundation

/// The repository's own files, as the rules read them.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The text files below folders, sorted by path; hidden ones are passed over.
  static func files(below folders: String..., suffixes: [String] = [".swift"]) -> [RepositoryFile] {
    folders.flatMap { folder -> [RepositoryFile] in
      let paths =
        FileManager.default.enumerator(atPath: root.appending(path: folder).path)?.compactMap { $0 as? String } ?? []
      return paths.filter { path in
        suffixes.contains { path.hasSuffix($0) } && !path.contains("/.") && !path.hasPrefix(".")
      }
      .sorted().compactMap { file("\(folder)/\($0)") }
    }
  }

  static func file(_ path: String) -> RepositoryFile? {
    guard let text = try? String(contentsOf: root.appending(path: path), encoding: .utf8) else { return nil }
    return RepositoryFile(path: path, text: text)
  }

  static func contains(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path)
  }
}

/// A file with its path from the root of the repository.
struct RepositoryFile: Sendable {
  let path: String
  let text: String

  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// The target that a source belongs to: the folder below `Sources`.
  var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

  /// The modules that a source imports, whatever stands before the word.
  var imports: [String] {
    text.matches(
      of: /(?m)^[ \t]*(?:@testable |package |internal |private |public )*import (?:(?:struct|enum|func|class) )?(\w+)/
    )
    .map { String($0.1) }
  }

  /// How many lines the declarations and extensions of each type take that stand at the file's margin.
  var linesOfTypes: [(name: String, count: Int)] {
    var types: [(name: String, count: Int)] = []
    var isOpen = false
    for line in lines {
      let declaration = line.prefixMatch(of: /(?:@?\w+ )*(?:struct|class|enum|protocol|extension) \[?(\w+)/)
      if let declaration, line.hasSuffix("{") || line.hasSuffix("}") {
        types.append((String(declaration.1), 0))
        isOpen = true
      }
      if isOpen { types[types.count - 1].count += 1 }
      if line == "}" || declaration != nil && line.hasSuffix("}") { isOpen = false }
    }
    return types
  }

  /// "path:line: text" of every line that holds a match and is not all comment.
  func lines(matching pattern: Regex<Substring>) -> [String] {
    lines.enumerated().compactMap { index, line in
      let isComment = line.drop { $0 == " " }.hasPrefix("//")
      return !isComment && line.contains(pattern) ? "\(path):\(index + 1): \(line)" : nil
    }
  }
}
