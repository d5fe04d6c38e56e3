import Explaining
import Foundation
import TestSupport

/// The files of a hub by their paths, relative to its folder.
struct FuzzedHub {
  var files: [String: [UInt8]] = [:]

  static let description = "site-content/hub.yaml"

  /// Sorted, so that a seed draws the same in every run.
  func paths(where isMeant: (String) -> Bool = { _ in true }) -> [String] {
    files.keys.filter(isMeant).sorted()
  }

  /// Writes the hub to a folder; a file whose path no file system takes is left out.
  func write(to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for path in paths() {
      let file = URL(fileURLWithPath: "\(folder)/\(path)")
      try? FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try? Data(files[path] ?? []).write(to: file)
    }
  }

  /// All regular files below a folder, each by `prefix` and its path there.
  init(readingFrom folder: String, as prefix: String = "") {
    for case let name as String in FileManager.default.enumerator(atPath: folder) ?? .init() {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder), !isFolder.boolValue,
        let data = FileManager.default.contents(atPath: "\(folder)/\(name)")
      else { continue }
      files[prefix + name] = [UInt8](data)
    }
  }

  init(files: [String: [UInt8]]) {
    self.files = files
  }

  /// A hub of texts; the last of one path counts, and a description is added where there is none.
  init(_ files: [(path: String, text: String)]) {
    for file in files { self.files[file.path] = Array(file.text.utf8) }
    if self.files[Self.description] == nil { self.files[Self.description] = Array(Example.hubFile.utf8) }
  }
}

/// What mutations begin with: small hubs, calendars, and the templates that a hub may replace.
struct Corpus {
  /// Hubs of one feature each.
  let small: [FuzzedHub]
  /// Hubs that hold something of every kind.
  let rich: [FuzzedHub]
  let templates: FuzzedHub
  let calendars: FuzzedHub
  /// Every text of the hubs, to take lines and values from.
  let texts: [[UInt8]]
  let fields: [String]

  /// Reads the corpus from the repository at `root`.
  init(root: String) {
    var small: [FuzzedHub] = []
    for example in Example.all {
      // A file that is described and not written, as by its bytes, is left out.
      let wrong = example.wrong.filter { !$0.path.contains(": ") }.map { (path: $0.path, text: $0.plainText) }
      let right = example.right.filter { !$0.path.contains(": ") }.map { (path: $0.path, text: $0.plainText) }
      small += [FuzzedHub(wrong), FuzzedHub(wrong + right)]
    }
    let texts = FuzzedHub(readingFrom: "\(root)/Tests/fuzz/hubs")
    let own = texts.paths().map { path in
      let files = HubFolder.files(in: String(decoding: texts.files[path] ?? [], as: UTF8.self))
      return FuzzedHub(files.map { (path: $0.name, text: $0.text) })
    }
    let folders = ["Tests/Fixtures/sample-hub", "Tests/Fixtures/search-hub", "skeleton"]
    self.small = small
    rich = own + folders.map { FuzzedHub(readingFrom: "\(root)/\($0)") }
    templates = FuzzedHub(readingFrom: "\(root)/templates", as: "templates/")
    calendars = FuzzedHub(readingFrom: "\(root)/Tests/fuzz/calendars")
    self.texts = (small + rich).flatMap { hub in
      hub.paths { isText($0) && $0.hasPrefix("site-content/") }.compactMap { hub.files[$0] }
    }
    fields = Set(self.texts.flatMap { lines(of: $0).compactMap { FieldLine($0)?.name } }).sorted()
  }

  /// A hub to begin with.
  func hub(_ generator: inout SeededGenerator) -> FuzzedHub {
    let hubs = Int.random(in: 0..<3, using: &generator) == 0 ? rich : small
    return hubs.randomElement(using: &generator) ?? FuzzedHub([])
  }

  /// A line of some text of the corpus.
  func line(_ generator: inout SeededGenerator) -> [UInt8] {
    lines(of: texts.randomElement(using: &generator) ?? []).randomElement(using: &generator) ?? []
  }
}

/// Whether a file's name says that it holds text.
func isText(_ path: String) -> Bool {
  [".md", ".yaml", ".txt", ".mustache"].contains { path.hasSuffix($0) }
}

/// A text cut at its line feeds, which belong to no line.
func lines(of text: [UInt8]) -> [[UInt8]] {
  text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
}

extension [[UInt8]] {
  var joinedLines: [UInt8] { [UInt8](joined(separator: [UInt8(ascii: "\n")])) }
}

/// A line such as `  - title: The ITRs`, taken apart.
struct FieldLine {
  /// Spaces, and a dash where the line begins an entry of a list.
  let indent: String
  let name: String
  let value: String

  init?(_ line: [UInt8]) {
    let text = String(decoding: line, as: UTF8.self)
    let start = text.prefix { $0 == " " || $0 == "-" }
    let rest = text.dropFirst(start.count)
    guard let colon = rest.firstIndex(of: ":"), colon > rest.startIndex, rest.count < 2_000 else { return nil }
    let name = rest[..<colon]
    guard name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }) else { return nil }
    indent = String(start)
    self.name = String(name)
    value = rest[rest.index(after: colon)...].trimmingCharacters(in: .whitespaces)
  }
}
