/// A publication elsewhere.
package final class Publication: DocumentFields {
  package static let kind = Kind(
    "publication", of: Publication.self, noun: "a publication", folder: "library", place: .index,
    registers: [.wikidata, .symbol])

  package static let publisher = ReferenceField<Publication, Actor>("publisher", meaning: "Who published it.")

  package let publisher: Reference<Actor>?
  package let publisherName: String?
  package let author: String?
  package let type: String?
  package let address: String?
  package let language: String?
  package let seriesName: String?
  package let number: Int?

  package init(reading fields: inout FieldReader) {
    publisher = fields.reference(Self.publisher)
    publisherName = fields.text("publisher_name", "Who published it, where that is no record of the hub.")
    author = fields.text("author", "Who wrote it.")
    type = fields.text("type", "What type of publication it is.")
    address = fields.address("url", "Where it can be read.")
    language = fields.text("language", "The language it is in.")
    seriesName = fields.text("series_name", "The series that it is part of.")
    number = fields.number("number", "Its number in that series.")
  }
}
