import CivilTime
import Content
import Diagnostics
import Foundation
import Linking
import Templating

/// The files that pages are made with: templates by name, words by language, and styles and scripts.
package struct Theme: Sendable {
  package let templates: [String: SourceFile]
  package let words: [String: SourceFile]
  package let assets: [Asset]

  package init(templates: [String: SourceFile], words: [String: SourceFile], assets: [Asset]) {
    self.templates = templates
    self.words = words
    self.assets = assets
  }

  /// A style, script or picture, published below `assets/`.
  package struct Asset: Sendable {
    package let path: OutputPath
    package let bytes: [UInt8]

    package init(path: OutputPath, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }
}

/// Turns a linked hub into the files of its site, each rendered when it is asked for.
///
/// The plan is nil where a template or a file of words is at fault; nothing can go wrong once it exists. `address` replaces the
/// hub's canonical address.
package func renderSite(
  _ graph: ContentGraph, theme: Theme, address: String? = nil
) -> (plan: OutputPlan?, diagnostics: [Diagnostic]) {
  var diagnostics: [Diagnostic] = []
  let editions = graph.hub.languages.compactMap { language -> Edition? in
    guard language == graph.hub.language || graph.pages.contains(where: { $0.document.language == language }) else { return nil }
    let (edition, faults) = edition(of: graph, in: language, theme: theme, address: address ?? graph.hub.address)
    diagnostics += faults
    return edition
  }
  guard !diagnostics.containsError else { return (nil, diagnostics) }
  var files = editions.flatMap { documentPages($0) + indexPages($0) + trackerPages($0) + feeds($0) }
  if let main = editions.first {
    files += [notFoundPage(main), calendar(main), sitemap(editions), robots(main), hostMarker()] + redirects(editions)
  }
  files += theme.assets.map { asset in OutputFile(path: asset.path) { asset.bytes } }
  files += graph.assets.map { asset in
    OutputFile(path: asset.path) { FileManager.default.contents(atPath: asset.location).map { [UInt8]($0) } ?? [] }
  }
  do {
    return (try OutputPlan(files), diagnostics)
  } catch {
    return (nil, diagnostics + error.collisions.map { diagnostic(for: $0, graph: graph) })
  }
}

private func edition(
  of graph: ContentGraph, in language: String, theme: Theme, address: String
) -> (edition: Edition?, diagnostics: [Diagnostic]) {
  guard let file = theme.words[language] else {
    let place = SourceRange.start(of: SourceFile(path: "templates/strings/\(language).yaml", text: ""))
    let diagnostic = Diagnostic(
      .missingWord, "the language '\(language)' has its interface words in templates/strings/\(language).yaml", at: place,
      help: "Copy templates/strings/en.yaml and translate it")
    return (nil, [diagnostic])
  }
  let (interfaceWords, readingFaults) = readInterfaceWords(file)
  guard let interfaceWords else { return (nil, readingFaults) }
  let (words, wordFaults) = Words.load(interfaceWords)
  guard let words, !readingFaults.containsError else { return (nil, readingFaults + wordFaults) }
  let (templates, templateFaults) = TemplateSet.load(theme.templates, words: words.all, views: TemplateUse.all)
  guard let templates else { return (nil, templateFaults) }
  return (Edition(graph: graph, language: language, words: words, templates: templates, address: address), [])
}

private func diagnostic(for collision: OutputCollision, graph: ContentGraph) -> Diagnostic {
  func place(_ path: OutputPath) -> SourceRange {
    let owner = graph.pages.first { $0.address.path == path || $0.document.common.aliases.contains { $0.path == path.text } }
    return owner?.document.place ?? .start(of: SourceFile(path: "site-content/\(path.text)", text: ""))
  }
  let rule: String =
    switch collision.reason {
    case .samePath: "one file is written to '\(collision.second.path)', and this would be a second"
    case .fileIsFolder: "'\(collision.first.path)' is a file, so that '\(collision.second.path)' cannot lie below it"
    case .differsOnlyInCase: "'\(collision.first.path)' and '\(collision.second.path)' differ only in case, and many disks hold them equal"
    }
  return Diagnostic(
    .duplicateAddress, rule, at: place(collision.second.path), notes: [Note("the first is here", at: place(collision.first.path))],
    help: "Rename one of the two")
}
