/// A page of the hub itself, such as that on who publishes it.
package final class StandingPage: DocumentFields {
  package static let kind = Kind("page", of: StandingPage.self, noun: "a page", hasIndex: false, isForGood: true)

  package let series: SeriesPart?

  package init(reading fields: inout FieldReader) {
    series = fields.seriesPart()
  }
}
