import Content
import Linking

/// What the rows of an article have in common, wherever they stand; made once, since many pages list it.
final class ArticleRow: Sendable {
  let title: String
  let label: String
  let part: String
  let dateIso: String
  let summary: String
  /// Of title and summary, where that is not the site's own.
  let language: String

  init(_ page: Page, label: String, language: String) {
    let document = page.document
    title = document.title
    self.label = label
    part = document.fields.series?.part.map(String.init) ?? ""
    dateIso = document.common.date?.isoText ?? ""
    summary = document.common.summary ?? ""
    self.language = language
  }
}
