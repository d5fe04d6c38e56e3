import Content
import Linking

/// What a page or a book rests on: its sources, numbered in the order in which they are first cited, and the glossary's terms that
/// its texts mention.
package struct Citations: Sendable {
  /// A source that several facts rest on stands here once.
  package private(set) var sources: [Source] = []
  /// In the order of their first mention.
  package private(set) var terms: [PageOf<Term>] = []
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

  /// `sources` are those of a whole page, which come first.
  package init(_ sources: [Source] = []) {
    add(sources)
  }

  /// Adds sources that no single fact points to.
  package mutating func add(_ sources: [Source]) {
    for source in sources { number(of: source) }
  }

  package mutating func add(_ term: PageOf<Term>) {
    terms.append(term)
  }

  /// The number of a source, from 1.
  @discardableResult package mutating func number(of source: Source) -> Int {
    let identity = Identity(source)
    if let number = numbers[identity] { return number }
    sources.append(source)
    numbers[identity] = sources.count
    return sources.count
  }
}
