/// A bloc or organisation that takes part.
package struct ActorFields: Sendable {
  package let type: ActorType
  package let abbreviation: String?
  package let region: Named?
  package let membersCount: Int?
  package let membersNote: String?
  package let members: [Reference]
  package let standing: String?
  package let address: String?

  package enum ActorType: String, Sendable, CaseIterable {
    case regionalBloc = "regional-bloc"
    case bloc
    case regionalOrganisation = "regional-organisation"
    case internationalOrganisation = "international-organisation"
    case unAgency = "un-agency"
    case technicalCommunity = "technical-community"
    case civilSociety = "civil-society"
    case research
    case forum
    case observatory
    case group
    case company
    case office
  }

  init?(reading fields: inout FieldReader) {
    let type = fields.choice("type", ActorType.self, required: true, "What type of actor it is.")
    abbreviation = fields.text("abbreviation", "Its abbreviation.")
    region = fields.named("region", in: .regions, "Its region, as declared in hub.yaml.")
    membersCount = fields.number("members_count", "How many members it has.")
    membersNote = fields.text("members_note", "A caveat on the number of members.")
    members = fields.references(
      "members", .country, .actor, meaning: "Its members, where countries do not name it.")
    standing = fields.text("standing", "Its status in the process.")
    address = fields.address("url", "Its site.")
    guard let type else { return nil }
    self.type = type
  }
}

/// A member state.
package struct CountryFields: Sendable {
  package let alpha3: String?
  package let region: Named?
  package let organisations: [Reference]
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

  init(reading fields: inout FieldReader) {
    alpha3 = fields.text("alpha3", "Its three-letter code (ISO 3166-1).")
    region = fields.named("region", in: .regions, "Its region, as declared in hub.yaml.")
    organisations = fields.references(
      "organisations", .actor, meaning: "The regional organisations and blocs it belongs to.")
    administration = fields.group(
      "administration", "an administration", "The body that leads for it in the process.", Administration.read)
    regulator = fields.group("regulator", "a regulator", "The national regulator.") { regulator in
      let name = regulator.text("name", required: true, "Its name.")
      let confidence = regulator.confidence()
      let sources = regulator.sources()
      return name.map { Regulator(name: $0, confidence: confidence, sources: sources) }
    }
  }
}

/// Somebody who writes, speaks or holds office.
package struct PersonFields: Sendable {
  package let role: String?
  package let affiliation: Reference?
  package let affiliationName: String?
  package let address: String?
  package let country: Reference?

  init(reading fields: inout FieldReader) {
    role = fields.text("role", "Their role.")
    affiliation = fields.reference("affiliation", .actor, meaning: "The organisation they belong to.")
    affiliationName = fields.text("affiliation_name", "Its name, where it is no record of the hub.")
    address = fields.address("url", "Their public page.")
    country = fields.reference("country", .country, meaning: "Their country, where it matters to the office.")
  }
}
