import Markdown

/// Where a link leads within the hub.
package enum LinkTarget: Sendable, Equatable {
  case page(Int, anchor: String?)
  /// The index of a folder.
  case index(OutputPath)
  case asset(OutputPath)
}

/// A link of a text together with where it leads.
package enum ResolvedLink: Sendable {
  case file(FileLink, leadingTo: LinkTarget)
  case wikilink(Wikilink, page: Int, anchor: String?)
  case image(BodyImage, showing: OutputPath)
  /// It leads nowhere, which was reported.
  case broken(BodyLink)

  init(_ written: BodyLink, leadingTo target: LinkTarget?) {
    switch (written, target) {
    case (.file(let link), let target?): self = .file(link, leadingTo: target)
    case (.wikilink(let link), .page(let page, let anchor)?): self = .wikilink(link, page: page, anchor: anchor)
    case (.image(let image), .asset(let file)?): self = .image(image, showing: file)
    case (.file, nil), (.wikilink, _), (.image, _): self = .broken(written)
    }
  }

  /// The page that it leads to.
  package var page: Int? {
    switch self {
    case .file(_, .page(let page, _)), .wikilink(_, let page, _): page
    case .file(_, .index), .file(_, .asset), .image, .broken: nil
    }
  }

  /// The file that it leads to or shows.
  package var asset: OutputPath? {
    switch self {
    case .file(_, .asset(let path)), .image(_, let path): path
    case .file(_, .page), .file(_, .index), .wikilink, .broken: nil
    }
  }

  /// The picture that it shows.
  package var picture: OutputPath? {
    if case .image(_, let path) = self { path } else { nil }
  }
}

/// The links of a text in the order in which they stand there.
///
/// Each is put together when it is asked for, so that what the text says of it is kept once.
package struct ResolvedLinks: RandomAccessCollection, Sendable {
  private let written: [BodyLink]
  private let targets: [LinkTarget?]

  init(_ written: [BodyLink], resolvedBy target: (BodyLink) -> LinkTarget?) {
    self.written = written
    targets = written.map(target)
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { written.count }

  package subscript(number: Int) -> ResolvedLink { ResolvedLink(written[number], leadingTo: targets[number]) }

  /// The places on pages that links name.
  package var anchors: [(page: Int, anchor: String, place: BodyPlace)] {
    zip(targets, written).compactMap { target, link in
      if case .page(let page, let anchor?)? = target { (page, anchor, link.place) } else { nil }
    }
  }
}
