/// An entry of the glossary.
package final class Term: DocumentFields {
  package static let kind = Kind(
    "term", of: Term.self, noun: "a glossary term", folder: "glossary", place: .index,
    registers: [.wikidata])

  package static let see = ReferenceField<Term, Term>("see", meaning: "Terms to look up as well.")

  package let abbreviation: String?
  package let meaning: String
  package let category: String?
  package let see: [Reference<Term>]

  package init?(reading fields: inout FieldReader) {
    abbreviation = fields.text("abbreviation", "Its abbreviation.")
    let meaning = fields.text("meaning", required: true, "What it means, in one sentence.")
    category = fields.text("category", "The group of terms it belongs to.")
    see = fields.references(Self.see)
    guard let meaning else { return nil }
    self.meaning = meaning
  }

  package func explainedTexts(in document: Document) -> [String?] { [abbreviation, document.title] }

  package func mentions(of document: Document, in hub: HubDescription) -> [String] {
    [document.title] + [Self.commonNoun(document.title), abbreviation].compactMap { $0 }
  }

  /// `Sector Member` as `sector member`, as it stands within a sentence, but nothing for `AI for Good` or `Internet`: a
  /// single capitalised word is left as it is written.
  private static func commonNoun(_ title: String) -> String? {
    let words = title.split(separator: " ")
    guard words.count > 1, words.allSatisfy({ $0.dropFirst().allSatisfy { !$0.isUppercase } }) else { return nil }
    return title.lowercased()
  }
}
