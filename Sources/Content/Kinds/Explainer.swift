/// Explains a body, a process or an issue.
package final class Explainer: DocumentFields {
  package static let kind = Kind(
    "explainer", of: Explainer.self, noun: "an explainer", isForGood: true, isFoundByLinks: true)

  package let series: SeriesPart?

  package init(reading fields: inout FieldReader) {
    series = fields.seriesPart()
  }
}
