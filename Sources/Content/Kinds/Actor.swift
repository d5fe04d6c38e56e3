/// A bloc or organisation that takes part.
package final class Actor: DocumentFields {
  package static let kind = Kind(
    "actor", of: Actor.self, noun: "an actor", folder: "actors",
    anchors: ["issues", "positions", "library", "people", "members"], otherIDs: ["supported", "bloc-positions"],
    registers: [.wikidata], exampleID: "river-network")

  package static let members = ReferenceField<Actor, Member>(
    "members", meaning: "Its members, where countries do not name it.")
  package static let body = ReferenceField<Actor, Body>(
    "body", meaning: "The body in which its members prepare what they propose.")

  package let type: ActorType
  package let abbreviation: String?
  package let region: Named?
  package let membersCount: Int?
  package let membersNote: String?
  package let members: [Reference<Member>]
  package let standing: String?
  package let body: Reference<Body>?
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

  package init?(reading fields: inout FieldReader) {
    let type = fields.choice("type", ActorType.self, required: true, "What type of actor it is.")
    abbreviation = fields.text("abbreviation", "Its abbreviation.")
    region = fields.named("region", in: .regions, "Its region, as declared in hub.yaml.")
    membersCount = fields.number("members_count", "How many members it has.")
    membersNote = fields.text("members_note", "A caveat on the number of members.")
    members = fields.references(Self.members)
    standing = fields.text("standing", "Its status in the process.")
    body = fields.reference(Self.body)
    address = fields.address("url", "Its site.")
    guard let type else { return nil }
    self.type = type
  }

  package func explainedTexts(in document: Document) -> [String?] { [abbreviation, document.title] }
}
