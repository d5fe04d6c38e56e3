import Content
import Linking

/// What the rows of an article have in common, wherever they stand; made once, since many pages list it.
package final class ArticleRow: Sendable {
  package let title: String
  package let label: String
  package let part: String
  package let dateIso: String
  package let summary: String
  package let isUnconfirmed: Bool
  /// Of title and summary, where that is not the site's own.
  package let language: String

  package init(_ page: Page, label: String, language: String) {
    let document = page.document
    title = document.title
    self.label = label
    part = document.fields.series?.part.map(String.init) ?? ""
    dateIso = document.common.date?.isoText ?? ""
    summary = document.common.summary ?? ""
    isUnconfirmed = document.common.confidence.isUnconfirmed
    self.language = language
  }
}
