/// How to do a thing, in steps.
package final class Guide: DocumentFields {
  package static let kind = Kind("guide", of: Guide.self, noun: "a guide", isForGood: true, isFoundByLinks: true)

  package static let route = ReferenceField<Guide, Route>("route", meaning: "The route that it explains.")

  package let series: SeriesPart?
  package let audience: String?
  package let leadTime: String?
  package let route: Reference<Route>?

  package init(reading fields: inout FieldReader) {
    series = fields.seriesPart()
    audience = fields.text("for", "Who the guide is for.")
    leadTime = fields.text("lead_time", "How long before it has to be begun.")
    route = fields.reference(Self.route)
  }
}
