import Content
import Diagnostics
import Foundation
import Linking
import Outputs

/// What earlier builds of a hub read, so that only files that changed are read again; a build is the same with it and without it.
package struct BuildMemory: Sendable {
  var reading = ReadingMemory()
  fileprivate var theme: ThemeMemory?

  package init() {}
}

private struct ThemeMemory: Sendable {
  let files: [String: FileStamp]
  let theme: Theme
  let diagnostics: [Diagnostic]
}

/// Reads a hub's `templates` folder, unless no file of it is another than when it was read last.
///
/// Files that changed within the last second are never taken for known, since a file system counts time in ticks.
func readTheme(
  in folder: String, shownAs name: String, memory: inout BuildMemory
) -> (theme: Theme, diagnostics: [Diagnostic]) {
  let found = ContentFolder.find(in: folder, shownAs: name).folder
  let files = Dictionary(
    (found.texts + found.assets).map { ($0.location, $0.stamp) }, uniquingKeysWith: { first, _ in first })
  if let known = memory.theme, known.files == files { return (known.theme, known.diagnostics) }
  let (theme, diagnostics) = readTheme(in: folder, shownAs: name)
  let now = Int64(Date.now.timeIntervalSince1970 * 1_000_000_000)
  let isSettled = files.values.allSatisfy { $0.changed < now - 1_000_000_000 }
  memory.theme = isSettled ? ThemeMemory(files: files, theme: theme, diagnostics: diagnostics) : nil
  return (theme, diagnostics)
}

/// Reads a hub's `templates` folder over the default theme: a file of the hub takes the place of the default one of its name.
private func readTheme(in folder: String, shownAs name: String) -> (theme: Theme, diagnostics: [Diagnostic]) {
  var templates: [String: SourceFile] = [:]
  var words: [String: SourceFile] = [:]
  var assets: [String: [UInt8]] = [:]
  func add(_ path: String, _ file: @autoclosure () -> SourceFile?, bytes: @autoclosure () -> [UInt8]) {
    if path.hasPrefix("assets/") {
      assets[path] = bytes()
    } else if path.hasPrefix("strings/"), path.hasSuffix(".yaml") {
      words[String(path.dropFirst("strings/".count).dropLast(".yaml".count))] = file()
    } else if path.hasSuffix(".mustache") {
      templates[String(path.dropLast(".mustache".count))] = file()
    }
  }
  for (path, text) in DefaultTheme.files {
    add(path, SourceFile(path: "templates/\(path)", text: text), bytes: Array(text.utf8))
  }
  guard FileManager.default.fileExists(atPath: folder) else { return (theme(templates, words, assets), []) }
  var (found, diagnostics) = ContentFolder.find(in: folder, shownAs: name)
  for file in found.texts + found.assets {
    add(
      file.path,
      {
        switch readText(file.location, size: file.size, shownAs: "\(name)/\(file.path)") {
        case .success(let source): return source
        case .failure(let fault):
          diagnostics.append(fault.diagnostic)
          return nil
        }
      }(), bytes: FileManager.default.contents(atPath: file.location).map { [UInt8]($0) } ?? [])
  }
  return (theme(templates, words, assets), diagnostics)
}

private func theme(
  _ templates: [String: SourceFile], _ words: [String: SourceFile], _ assets: [String: [UInt8]]
) -> Theme {
  Theme(
    templates: templates, words: words,
    assets: assets.sorted { $0.key < $1.key }.compactMap { path, bytes in
      OutputPath(path).map { Theme.Asset(path: $0, bytes: bytes) }
    })
}
