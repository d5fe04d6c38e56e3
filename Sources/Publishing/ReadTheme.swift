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
    (found.texts + found.assets + found.declared).map { ($0.location, $0.stamp) },
    uniquingKeysWith: { first, _ in first })
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
  func add(path: String, _ file: SourceFile) {
    if path.hasPrefix("strings/"), path.hasSuffix(".yaml") {
      words[String(path.dropFirst("strings/".count).dropLast(".yaml".count))] = file
    } else if path.hasSuffix(".mustache") {
      templates[String(path.dropLast(".mustache".count))] = file
    }
  }
  for (path, text) in DefaultTheme.files {
    if path.hasPrefix("assets/") { assets[path] = Array(text.utf8) }
    add(path: path, SourceFile(path: "templates/\(path)", text: text))
  }
  var status = stat()
  guard lstat(folder, &status) == 0 else { return (theme(templates, words, assets), []) }
  var (found, diagnostics) = ContentFolder.find(in: folder, shownAs: name)
  for file in found.texts + found.assets + found.declared {
    if file.path.hasPrefix("assets/") {
      switch themeAsset(file) {
      case .success(let bytes): assets[file.path] = bytes
      case .failure(let fault): diagnostics.append(fault.diagnostic)
      }
    } else if file.path.hasSuffix(".mustache") || file.path.hasPrefix("strings/") && file.path.hasSuffix(".yaml") {
      switch readText(file.location, size: file.size, shownAs: "\(name)/\(file.path)") {
      case .success(let source): add(path: file.path, source)
      case .failure(let fault): diagnostics.append(fault.diagnostic)
      }
    }
  }
  return (theme(templates, words, assets), diagnostics)
}

private func themeAsset(_ file: ContentFolder.ContentFile) -> Result<[UInt8], DiagnosticFound> {
  guard let path = OutputPath(file.path), path.reasonAgainstName == nil else {
    let fault = Diagnostic(
      .invalidFileName, "a file that is published has a name that every system can hold", at: file.place,
      help: "Rename it with letters, digits and hyphens")
    return .failure(DiagnosticFound(diagnostic: fault))
  }
  return readAsset(file)
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
