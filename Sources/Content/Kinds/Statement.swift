/// A joint letter.
package final class Statement: DocumentFields {
  package static let kind = Kind("statement", of: Statement.self, noun: "a statement", needsDate: true, isNews: true)

  package let series: SeriesPart?
  package let addressee: String?
  package let signatories: [String]

  package init(reading fields: inout FieldReader) {
    series = fields.seriesPart()
    addressee = fields.text("addressee", "Whom it is addressed to.")
    signatories = fields.texts("signatories", "Who signed it.")
  }
}
