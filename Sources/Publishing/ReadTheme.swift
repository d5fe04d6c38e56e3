import Content
import Diagnostics
import Foundation
import Linking
import OutputFiles
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
///
/// A template is known by its file's name, in whatever folder below `templates` it lies; styles and scripts lie in `assets`.
private func readTheme(in folder: String, shownAs name: String) -> (theme: Theme, diagnostics: [Diagnostic]) {
  var status = stat()
  guard lstat(folder, &status) == 0 else { return (defaultTheme, []) }
  var (found, diagnostics) = ContentFolder.find(in: folder, shownAs: name)
  var own = ThemeFiles()
  for file in found.texts + found.assets + found.declared {
    own.add(
      file.path,
      text: value(of: readText(file.location, size: file.size, shownAs: "\(name)/\(file.path)"), &diagnostics),
      bytes: value(of: themeAsset(file), &diagnostics))
  }
  return (theme(own), diagnostics + own.diagnostics)
}

/// The value, or nil with its diagnostic among the others.
private func value<Value>(of result: Result<Value, DiagnosticFound>, _ diagnostics: inout [Diagnostic]) -> Value? {
  switch result {
  case .success(let value): return value
  case .failure(let fault):
    diagnostics.append(fault.diagnostic)
    return nil
  }
}

private func themeAsset(_ file: ContentFolder.ContentFile) -> Result<[UInt8], DiagnosticFound> {
  let path = OutputPath(file.path)
  let reason = path?.reasonAgainstName
  guard path != nil, reason == nil else {
    let fault = Diagnostic(
      .invalidFileName,
      "a file that is published has a name that every system can hold" + (reason.map { ", and \($0)" } ?? ""),
      at: file.place,
      help: "Rename it with letters, digits and hyphens")
    return .failure(DiagnosticFound(diagnostic: fault))
  }
  return readAsset(file)
}

/// The files of a theme while they are read, by what they are known by.
private struct ThemeFiles {
  private(set) var templates: [String: SourceFile] = [:]
  private(set) var words: [String: SourceFile] = [:]
  private(set) var assets: [String: [UInt8]] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  /// `path` leads from the theme's folder to the file; of two templates of one name the first counts.
  mutating func add(_ path: String, text: @autoclosure () -> SourceFile?, bytes: @autoclosure () -> [UInt8]?) {
    if path.hasPrefix("assets/") {
      assets[path] = path.hasSuffix(".css") ? bytes().map(withoutComments) : bytes()
    } else if path.hasPrefix("strings/"), path.hasSuffix(".yaml") {
      words[String(path.dropFirst("strings/".count).dropLast(".yaml".count))] = text()
    } else if path.hasSuffix(".mustache"), let file = text() {
      let name = String((path.split(separator: "/").last ?? "").dropLast(".mustache".count))
      guard let first = templates[name] else {
        templates[name] = file
        return
      }
      diagnostics.append(
        Diagnostic(
          .unusedTemplate, "a template is known by its file's name, and '\(first.path)' has the same",
          at: .start(of: file),
          help: "Remove one of the two, or rename it"))
    }
  }

  func replaced(by other: ThemeFiles) -> ThemeFiles {
    var files = self
    files.templates.merge(other.templates) { _, own in own }
    files.assets.merge(other.assets) { _, own in own }
    return files
  }
}

/// The files of a hub over those of the default theme, whose words stand where the files of a hub have none.
private func theme(_ own: ThemeFiles) -> Theme {
  let files = defaultFiles.replaced(by: own)
  return Theme(
    templates: files.templates, own: Set(own.templates.keys), words: own.words, standardWords: defaultFiles.words,
    assets: files.assets.sorted { $0.key < $1.key }.compactMap { path, bytes in
      OutputPath(path).map { Theme.Asset(path: $0, bytes: bytes) }
    })
}

private let defaultFiles: ThemeFiles = {
  var files = ThemeFiles()
  for (path, text) in DefaultTheme.files {
    files.add(path, text: SourceFile(path: "templates/\(path)", text: text), bytes: Array(text.utf8))
  }
  return files
}()

/// One value, so that its templates and words are read once, however many hubs a process builds.
private let defaultTheme = theme(ThemeFiles())
