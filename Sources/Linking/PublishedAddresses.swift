import Content
import Diagnostics
import Markdown

/// The ledger of a hub: every address that was ever published, a page or a place on one, one a line.
package enum PublishedAddresses {
  package static let fileName = publishedFileName

  /// How many addresses a ledger holds.
  package static func count(in text: String) -> Int { lines(of: SourceFile(path: "", text: text)).count }

  private static let opening = """
    # Every address that was published, with its anchors. A build in which one is missing is refused.
    # 'hubwright record' adds new ones; take out a line only where nobody needs the address any more.

    """

  /// The ledger with the graph's addresses added to those it has; sorted by bytes, so that it reads the same whoever adds.
  package static func text(adding graph: ContentGraph, to ledger: SourceFile?) -> String {
    let known = ledger.map { lines(of: $0).map { String($0.address) } } ?? []
    let all = Set(known).union(addresses(of: graph))
    return opening + all.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { $0 + "\n" }.joined()
  }

  /// The addresses of documents and of indexes, with the anchors of headings and of records.
  package static func addresses(of graph: ContentGraph) -> Set<String> {
    var addresses: Set<String> = []
    for page in graph.pages {
      let path = page.address.path.text
      addresses.insert(path)
      if let anchor = page.address.fragment { addresses.insert("\(path)#\(anchor)") }
      for heading in page.document.body.headings where page.address.fragment == nil {
        addresses.insert("\(path)#\(heading.anchor)")
      }
    }
    return addresses.union(indexes(of: graph))
  }

  /// The home page and the lists of folders, in every language that has a page.
  static func indexes(of graph: ContentGraph) -> Set<String> {
    let folders = Set(graph.pages.filter { $0.document.kind.hasIndex }.map { $0.document.id.folder })
    let languages = Set(graph.pages.map(\.document.language)).union([graph.hub.language])
    return Set(
      languages.flatMap { language in
        let root = language == graph.hub.language ? "" : "\(language)/"
        return ["\(root)index.html"] + folders.map { "\(root)\($0)/index.html" }
      })
  }

  struct Line {
    let address: Substring
    /// Counted from 1.
    let number: Int

    var path: Substring { address.prefix { $0 != "#" } }
    var anchor: Substring { address.dropFirst(path.count).dropFirst() }
  }

  /// The addresses of a ledger; in any order and with repetitions, since git may have merged it line by line.
  static func lines(of ledger: SourceFile) -> [Line] {
    linesOf(ledger.text[...]).enumerated().compactMap { number, text in
      var line = text.utf8
      while let last = line.last, last == UInt8(ascii: " ") { line.removeLast() }
      guard let first = line.first, first != UInt8(ascii: "#") else { return nil }
      return Line(address: Substring(line), number: number + 1)
    }
  }
}
