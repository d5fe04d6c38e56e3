/// A publication elsewhere.
package struct PublicationFields: Sendable {
  package let publisher: Reference?
  package let publisherName: String?
  package let author: String?
  package let type: String?
  package let address: String?
  package let language: String?
  package let seriesName: String?
  package let number: Int?

  init(reading fields: inout FieldReader) {
    publisher = fields.reference("publisher", .actor, meaning: "Who published it.")
    publisherName = fields.text("publisher_name", "Who published it, where that is no record of the hub.")
    author = fields.text("author", "Who wrote it.")
    type = fields.text("type", "What type of publication it is.")
    address = fields.address("url", "Where it can be read.")
    language = fields.text("language", "The language it is in.")
    seriesName = fields.text("series_name", "The series that it is part of.")
    number = fields.number("number", "Its number in that series.")
  }
}

/// An entry of the glossary.
package struct TermFields: Sendable {
  package let abbreviation: String?
  package let meaning: String
  package let category: String?
  package let see: [Reference]

  init?(reading fields: inout FieldReader) {
    abbreviation = fields.text("abbreviation", "Its abbreviation.")
    let meaning = fields.text("meaning", required: true, "What it means, in one sentence.")
    category = fields.text("category", "The group of terms it belongs to.")
    see = fields.references("see", .term, meaning: "Terms to look up as well.")
    guard let meaning else { return nil }
    self.meaning = meaning
  }
}
