import Content
import Linking

/// The numbered list of sources of one page; a source that several facts rest on stands there once.
struct SourceNumbers {
  private(set) var list: [Source] = []
  private var numbers: [Identity: Int] = [:]

  /// What makes two mentions one source: titles and dates do not where an entry, an address or a number tells what is meant.
  private struct Identity: Hashable {
    let publication: String?
    let address: String?
    let document: String?
    let title: String?

    init(_ source: Source) {
      publication = source.publication?.target
      address = source.address
      document = source.document
      title = publication == nil && address == nil && document == nil ? source.title : nil
    }
  }

  /// The number of a source, from 1, in the order in which they were first asked for.
  mutating func number(of source: Source) -> Int {
    let identity = Identity(source)
    if let number = numbers[identity] { return number }
    list.append(source)
    numbers[identity] = list.count
    return list.count
  }
}

extension PageComposer {
  /// The list at the end of the page.
  var sourceViews: [SourceView] {
    sources.list.enumerated().map { index, source in
      var view = SourceView(id: "source-\(index + 1)", document: source.document ?? "")
      view.consulted = source.consulted.map(edition.dates.text) ?? ""
      if let page = source.publication.flatMap(page), case .publication(let fields) = page.document.details {
        view.title = page.document.title
        view.address = fields.address ?? link(to: page)
        view.publisher = linkView(fields.publisher) ?? fields.publisherName.map { LinkView(title: $0) }
        view.date = dateText(page.document.common.date)
      } else {
        view.title = source.title ?? source.address.map(hostName) ?? source.document ?? ""
        view.address = source.address ?? ""
        if source.title == nil, source.address == nil { view.document = "" }
      }
      return view
    }
  }
}
