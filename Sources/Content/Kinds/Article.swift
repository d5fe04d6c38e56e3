/// Prose of no kind of its own.
package final class Article: DocumentFields {
  package static let kind = Kind("article", of: Article.self, noun: "an article", isForGood: true, isFoundByLinks: true)

  package let series: SeriesPart?

  package init(reading fields: inout FieldReader) {
    series = fields.seriesPart()
  }
}
