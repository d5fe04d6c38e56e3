import Content
import Foundation
import Linking

/// The alphabetical order of pages, computed once: by the titles that readers see, without accents and case, then by id.
struct ReadingOrder: Sendable {
  /// By the pages' numbers.
  private let keys: [String]

  init(titles: [String]) {
    keys = titles.map(Self.key)
  }

  /// A title as it is sorted: accents, case and a leading quotation mark do not count.
  static func key(for title: String) -> String {
    let folded = title.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    return String(folded.drop { !$0.isLetter && !$0.isNumber })
  }

  func sorted(_ pages: [Page]) -> [Page] {
    pages.sorted { (keys[$0.index], $0.index) < (keys[$1.index], $1.index) }
  }

  /// The letter under which a page stands in a list from A to Z; nil for digits and signs.
  func letter(of page: Page) -> String? {
    guard let first = keys[page.index].first, first.isLetter else { return nil }
    return first.uppercased()
  }
}
