import Linking

extension Page {
  /// Where its links lead, in their order; nil for one that leads nowhere.
  var targets: [LinkTarget?] {
    links.map { link in
      switch link {
      case .file(_, let target): target
      case .wikilink(_, let page, let anchor): .page(page, anchor: anchor)
      case .image(_, let file): .asset(file)
      case .broken: nil
      }
    }
  }
}
