/// A member state.
package final class Country: DocumentFields {
  package static let kind = Kind(
    "country", of: Country.self, noun: "a country", folder: "countries",
    anchors: ["administration", "take-part", "positions", "bloc-positions", "elected", "hosted", "read-more"],
    otherIDs: ["preparation", "letter", "supported"],
    registers: [.wikidata, .iso3166], exampleID: "at")

  package static let organisations = ReferenceField<Country, Actor>(
    "organisations", meaning: "The regional organisations and blocs it belongs to.")

  package let alpha3: String?
  package let otherNames: [String]
  package let region: Named?
  package let organisations: [Reference<Actor>]
  package let administration: Administration?
  package let regulator: Regulator?

  /// The body that leads for the state in the process.
  package struct Administration: Sendable {
    package let name: String
    package let role: String?
    package let asOf: Int?
    package let address: String?
    package let consultationAddress: String?
    package let civilSociety: String?
    package let note: String?
    package let confidence: Confidence
    package let sources: [Source]

    static func read(_ fields: inout FieldReader) -> Administration? {
      let name = fields.text("name", required: true, "Its name.")
      let role = fields.text("role", "What it does in the process.")
      let asOf = fields.number("as_of", "The year of the source.")
      let address = fields.address("url", "Its site.")
      let consultationAddress = fields.address("consultation_url", "Where it consults the public.")
      let civilSociety = fields.text("civil_society", "How it has dealt with civil society.")
      let note = fields.text("note", "A caveat that readers see.")
      let confidence = fields.confidence()
      let sources = fields.sources()
      return name.map {
        Administration(
          name: $0, role: role, asOf: asOf, address: address, consultationAddress: consultationAddress,
          civilSociety: civilSociety, note: note, confidence: confidence, sources: sources)
      }
    }
  }

  package struct Regulator: Sendable {
    package let name: String
    package let confidence: Confidence
    package let sources: [Source]
  }

  package init(reading fields: inout FieldReader) {
    alpha3 = fields.sharing(.shared) { $0.text("alpha3", "Its three-letter code (ISO 3166-1).") }
    otherNames = fields.texts("other_names", "Names under which readers may look for it.")
    region = fields.named("region", in: .regions, "Its region, as declared in hub.yaml.")
    organisations = fields.references(Self.organisations)
    administration = fields.group(
      "administration", "an administration", "The body that leads for it in the process.", Administration.read)
    regulator = fields.group("regulator", "a regulator", "The national regulator.") { regulator in
      let name = regulator.text("name", required: true, "Its name.")
      let confidence = regulator.confidence()
      let sources = regulator.sources()
      return name.map { Regulator(name: $0, confidence: confidence, sources: sources) }
    }
  }

  package func explainedTexts(in document: Document) -> [String?] { [alpha3, document.id.name.uppercased()] }
}
