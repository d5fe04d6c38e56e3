import Content
import Diagnostics
import Formats
import Linking
import Markdown
import OutputFiles
import Sites

/// Holds finished files against the hub's budget of bytes; each is looked at by itself, when it is made.
struct BudgetReview: Sendable {
  private let budget: ByteBudget
  /// Where faults are told that no document is to blame for.
  private let hub: SourceRange
  /// Style sheets and scripts by path, in bytes as a host sends them with gzip.
  private let assets: [String: Int]

  init(_ hub: HubDescription, theme: Theme) {
    budget = hub.budget
    self.hub = .start(of: hub.file)
    assets = theme.findings.assetSizes {
      let counted = theme.assets.filter { $0.path.name.hasSuffix(".css") || $0.path.name.hasSuffix(".js") }
      return Dictionary(
        counted.map { ($0.path.text, PackedBytes(deflating: $0.bytes, .usual).gzipSize) },
        uniquingKeysWith: { first, _ in first })
    }
  }

  /// To an article, text beyond its first 10,000 bytes, which are some 1,500 words, may add half of its own size, and each
  /// block that records fill two kilobytes.
  private func allowance(for page: Page?) -> Int {
    guard let page, page.document.kind.isArticle else { return budget.records }
    return budget.page + max(0, page.document.body.html.count - 10_000) / 2 + page.document.blocks.count * 2_000
  }

  /// What is wrong with the size of a finished file.
  func faults(of file: OutputFile, _ size: FileSize) -> [Diagnostic] {
    switch file.weight {
    case .page(let page): faults(of: size, at: file.path, of: page)
    case .book(let page): faults(ofBook: file.path, size: size.count, about: page)
    case .copy: faults(ofCopy: file.path, size: size.count)
    case nil: []
    }
  }

  /// A page with the styles and scripts that it names; `page` is nil for one that is no document's.
  private func faults(of file: FileSize, at path: OutputPath, of page: Page?) -> [Diagnostic] {
    let place = page?.document.place ?? hub
    let loaded = LoadedFiles(of: file.bytes)
    let styles = sizes(of: loaded.styles)
    let scripts = sizes(of: loaded.scripts)
    var faults: [Diagnostic] = []
    let allowed = allowance(for: page)
    let styleSize = styles.reduce(0) { $0 + $1.size }
    let parts = [Part(name: "its HTML", size: file.gzipped(upTo: allowed - styleSize))] + styles
    let setting = page?.document.kind.isArticle == true ? "page" : "records"
    faults += fault("a page with its styles takes", path.text, parts, allowed: allowed, setting, at: place)
    faults += fault("a page's scripts take", path.text, scripts, allowed: budget.script, "script", at: place)
    return faults
  }

  private func faults(ofBook path: OutputPath, size: Int, about page: Page?) -> [Diagnostic] {
    fault(
      "a book takes", path.text, [Part(name: "the file", size: size)], allowed: budget.pack, "pack",
      at: page?.document.place ?? hub)
  }

  private func faults(ofCopy path: OutputPath, size: Int) -> [Diagnostic] {
    fault(
      "the offline copy takes", path.text, [Part(name: "the file", size: size)], allowed: budget.copy, "copy", at: hub)
  }

  /// Something that readers load, and how large it is.
  private struct Part {
    let name: String
    let size: Int
  }

  private func sizes(of paths: [String]) -> [Part] {
    paths.compactMap { path in assets[path].map { Part(name: path, size: $0) } }
  }

  private func fault(
    _ what: String, _ name: String, _ parts: [Part], allowed: Int, _ setting: String, at place: SourceRange
  ) -> [Diagnostic] {
    let total = parts.reduce(0) { $0 + $1.size }
    guard total > allowed else { return [] }
    let largest = parts.sorted { ($1.size, $0.name) < ($0.size, $1.name) }.prefix(4)
      .map { "\($0.name) \(kilobytes($0.size))" }.joined(separator: ", ")
    return [
      Diagnostic(
        .overBudget, "\(what) at most \(kilobytes(allowed)) to load, and \(name) takes \(kilobytes(total))",
        at: place,
        help: "Make it smaller (\(largest)), or raise '\(setting)' under 'budget' in hub.yaml")
    ]
  }
}

// MARK: Pictures, fonts and other hosts

extension BudgetReview {
  /// Faults that are known before a page is made: the pictures of each document, and what the theme brings.
  func standingFaults(_ graph: ContentGraph, _ theme: Theme) -> [Diagnostic] {
    let sizes = Dictionary(graph.assets.map { ($0.path, $0.file.size) }, uniquingKeysWith: { first, _ in first })
    let fonts = theme.assets.filter { asset in
      ["woff", "woff2", "ttf", "otf"].contains(asset.path.name.split(separator: ".").last.map(String.init) ?? "")
    }.map { Part(name: $0.path.text, size: $0.bytes.count) }
    return graph.pages.flatMap { pictureFaults(of: $0, sizes) }
      + fault("the theme's fonts take", "the theme", fonts, allowed: budget.fonts, "fonts", at: hub)
      + theme.styleSheets.compactMap(requestFault)
  }

  private func pictureFaults(of page: Page, _ sizes: [OutputPath: Int]) -> [Diagnostic] {
    let pictures = Set(page.links.compactMap(\.picture) + [page.picture].compactMap { $0 }).sorted()
    guard !pictures.isEmpty else { return [] }
    let parts = pictures.map { Part(name: $0.text, size: sizes[$0] ?? 0) }.sorted {
      ($1.size, $0.name) < ($0.size, $1.name)
    }
    let total = parts.reduce(0) { $0 + $1.size }
    guard total > budget.images, let largest = parts.first else { return [] }
    let others = parts.dropFirst().prefix(3).map { ", \($0.name) \(kilobytes($0.size))" }.joined()
    return [
      Diagnostic(
        .overBudget,
        "a page's pictures take at most \(kilobytes(budget.images)) to load, and \(page.address.path.text) takes \(kilobytes(total))",
        at: page.shownPictures.first { $0.path.text == largest.name }?.place ?? page.document.place,
        help: "Make it smaller (\(largest.name) \(kilobytes(largest.size))\(others))"
          + (isPhotograph(largest.name)
            ? ": 1,600 pixels wide, as JPEG or WebP, are enough, and 'hubwright check --fix' saves it so; or raise"
            : ", or raise") + " 'images' under 'budget' in hub.yaml")
    ]
  }

  private static let loads: [ByteMark] = [
    "url(http", "url(\"http", "url('http", "url(//", "@import \"http", "@import 'http",
  ]

  /// A style sheet that loads something from another host would tell it who reads the hub.
  private func requestFault(_ sheet: SourceFile) -> Diagnostic? {
    let bytes = Array(sheet.text.utf8)
    let found: [Int] = bytes.withUnsafeBytes { bytes in Self.loads.compactMap { $0.offset(in: bytes, from: 0) } }
    if let first = found.min() {
      let position = SourcePosition(line: sheet.position(ofByte: first).line, column: 1)
      return Diagnostic(
        .requestElsewhere, "a page loads nothing from other hosts",
        at: SourceRange(file: sheet, start: position, end: position),
        help: "Put the file into templates/assets, and name it relative to the style sheet")
    }
    return nil
  }

  private func kilobytes(_ bytes: Int) -> String {
    if bytes < 1_000_000 { return "\((bytes + 999) / 1_000) kB" }
    let tenths = (bytes + 99_999) / 100_000
    return tenths.isMultiple(of: 10) ? "\(tenths / 10) MB" : "\(tenths / 10).\(tenths % 10) MB"
  }
}

extension Theme {
  fileprivate var styleSheets: [SourceFile] {
    assets.filter { $0.path.name.hasSuffix(".css") }.map {
      SourceFile(path: "templates/\($0.path.text)", text: String(decoding: $0.bytes, as: UTF8.self))
    }
  }
}

/// The style sheets and scripts that a page of our own templates names, from the root of the site.
private struct LoadedFiles {
  let styles: [String]
  let scripts: [String]

  private static let styleMark: ByteMark = "<link rel=\"stylesheet\" href=\""
  private static let scriptMark: ByteMark = "<script src=\""

  init(of page: [UInt8]) {
    styles = Self.addresses(in: page.prefix(8_192), after: Self.styleMark)
    scripts = Self.addresses(in: page[...], after: Self.scriptMark)
  }

  private static func addresses(in bytes: ArraySlice<UInt8>, after mark: ByteMark) -> [String] {
    bytes.withUnsafeBytes { bytes in
      var found: [String] = []
      var start = 0
      while let place = mark.offset(in: bytes, from: start) {
        start = place + mark.bytes.count
        var address = bytes[start...].prefix { $0 != UInt8(ascii: "\"") }
        while address.starts(with: "../".utf8) { address = address.dropFirst(3) }
        found.append(String(decoding: address, as: UTF8.self))
      }
      return found
    }
  }
}
