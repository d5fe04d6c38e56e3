import Content
import Foundation

/// The programs whose sites can be brought over.
package enum OldGenerator: String, CaseIterable, Sendable {
  case jekyll, hugo, eleventy, docusaurus, mkdocs, obsidian, wordpress
}

/// A file of the old site, with `/` between the parts of its path.
package struct OldFile: Sendable {
  package let path: String
  /// Nil for a file that is no text, which is copied where a page shows it.
  package let text: String?

  package init(path: String, text: String?) {
    self.path = path
    self.text = text
  }
}

/// What the settings of the old site and its folders say, apart from the program that built it.
struct OldSite {
  var generator: OldGenerator
  var title: String?
  var summary: String?
  /// With a slash at its end; nil where the settings do not say.
  var address: String?
  /// The path below its host that each of its links begins with, such as `/docs`; else empty.
  var base = ""
  var language = "en"
  /// Others than the main one, as its files write them.
  var languages: [String] = []
  var settings: [ForeignField] = []
  /// Folders whose files stand at the root of the site.
  var staticFolders: [String] = [""]
  /// Where the texts stand that pages take in.
  var includesFolder = "_includes"
  /// Addresses of its feeds, as its program has them unless it is told otherwise.
  var feeds: [String] = []
  /// Pages that are not read, each with the reason.
  var passedOver: [String] = []
  var files: [String: OldFile] = [:]

  init(_ generator: OldGenerator, files: [OldFile]) {
    self.generator = generator
    for file in files { self.files[file.path] = file }
  }

  func text(of path: String) -> String? { files[path]?.text }

  /// The part of an address below the old site: what follows its host; nil for an address elsewhere.
  func pathOnSite(_ address: String) -> String? {
    guard address.contains(/^[A-Za-z][A-Za-z0-9+.-]*:/) else { return address.hasPrefix("//") ? nil : address }
    guard let scheme = address.firstRange(of: "://") else { return nil }
    guard let own = self.address, let ownScheme = own.firstRange(of: "://") else { return nil }
    func host(_ text: Substring) -> Substring {
      let host = text.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
      return host.hasPrefix("www.") ? host.dropFirst(4) : host
    }
    let rest = address[scheme.upperBound...]
    guard host(rest) == host(own[ownScheme.upperBound...]) else { return nil }
    let path = rest.drop { $0 != "/" && $0 != "?" && $0 != "#" }
    return path.hasPrefix("/") ? String(path) : "/" + path
  }

  /// A path of the site without the folder that all of it lies in.
  func withoutBase(_ path: String) -> String {
    !base.isEmpty && (path == base || path.hasPrefix(base + "/")) ? String(path.dropFirst(base.count)) : path
  }
}

/// A page or post of the old site, as it was read.
struct OldPage {
  let path: String
  var fields: [ForeignField]
  var body: String
  /// Nil where it is in the main language.
  var language: String?
  /// What it shares with its translations.
  var key: String
  /// The last part of its name, from which its id is made.
  var name: String
  var isPost = false
  var isDraft = false
  var isHTML = false
  var day: String?
  /// Below the site, with a slash before each; the first is its own.
  var addresses: [String] = []
  /// What is to be told of it beyond its text.
  var notes: [String] = []
}

/// A text of the old site, cut into its fields and its body.
struct OldText {
  var fields: [ForeignField] = []
  var body: String
  var hasFields = false
  var isBroken = false

  /// Cuts at `---`, `+++` or a first object of JSON; fields that cannot be read in whole are read line by line.
  init(_ written: String) {
    let text = normalized(written)
    body = text
    if text.hasPrefix("{\n"), let end = text.firstRange(of: "\n}\n") {
      guard let fields = foreignValue(ofYAML: String(text[..<end.upperBound]))?.fields else { return }
      (self.fields, body, hasFields) = (fields, String(text[end.upperBound...]), true)
      return
    }
    guard let fence = ["---", "+++"].first(where: { text.hasPrefix($0 + "\n") || text.hasPrefix($0 + " \n") }) else {
      return
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let end = lines.dropFirst().firstIndex(where: { $0.trimmed == fence }) else {
      isBroken = true
      body = lines.dropFirst().joined(separator: "\n")
      return
    }
    hasFields = true
    body = lines[(end + 1)...].joined(separator: "\n")
    let inner = lines[1..<end].joined(separator: "\n") + "\n"
    let read = fence == "---" ? foreignValue(ofYAML: inner) : foreignValue(ofTOML: inner)
    if let fields = read?.fields {
      self.fields = fields
    } else {
      isBroken = !inner.trimmed.isEmpty
      fields = Self.fieldsByLine(inner)
    }
  }

  private static func fieldsByLine(_ text: String) -> [ForeignField] {
    text.split(separator: "\n").compactMap { line in
      guard let match = line.wholeMatch(of: /([A-Za-z_]{1,40}) {0,4}[:=] {0,4}(.+)/) else { return nil }
      let value = match.2.trimmed.trimmingCharacters(in: ["\"", "'"])
      return ForeignField(String(match.1), value.isEmpty ? .empty : .text(value))
    }
  }
}

/// With line feeds alone, and without the signs that the conversion keeps for itself or that no text holds.
func normalized(_ text: String) -> String {
  var scalars = String.UnicodeScalarView()
  for scalar in text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").unicodeScalars {
    let isControl = scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || (0x7F...0x9F).contains(scalar.value)
    if isControl || scalar == "\u{FEFF}" || (0xE000...0xE002).contains(scalar.value) { continue }
    scalars.append(scalar)
  }
  return String(scalars)
}
