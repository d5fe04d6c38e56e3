/// Somebody who writes, speaks or holds office.
package final class Person: DocumentFields {
  package static let kind = Kind(
    "person", of: Person.self, noun: "a person", folder: "people", anchors: ["wrote", "spoke", "elected"],
    registers: [.wikidata], exampleID: "ana-example")

  package static let affiliation = ReferenceField<Person, Actor>(
    "affiliation", meaning: "The organisation they belong to.")
  package static let country = ReferenceField<Person, Country>(
    "country", meaning: "Their country, where it matters to the office.")

  package let role: String?
  package let affiliation: Reference<Actor>?
  package let affiliationName: String?
  package let address: String?
  package let country: Reference<Country>?

  package init(reading fields: inout FieldReader) {
    role = fields.text("role", "Their role.")
    affiliation = fields.reference(Self.affiliation)
    affiliationName = fields.text("affiliation_name", "Its name, where it is no record of the hub.")
    address = fields.address("url", "Their public page.")
    country = fields.reference(Self.country)
  }
}
