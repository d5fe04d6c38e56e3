import Diagnostics
import Formats

/// Which field of a meeting each column of a table holds.
struct TableHeads {
  /// By column; nil where no field has that name.
  let fields: [String?]
  /// The field that was most likely meant by each name that is none.
  let suggestions: [String: String]

  /// Names are read whatever their case and the spaces around and within them; a name in another language is only offered its field,
  /// since `Ort` may be the city or the room.
  init(_ heads: [String], isField: (String) -> Bool, names: [String]) {
    var suggestions: [String: String] = [:]
    fields = heads.map { head in
      let plain = head.trimmed.lowercased().replacing(" ", with: "_")
      if isField(plain) { return plain }
      let word = head.trimmed.lowercased()
      suggestions[head] = Self.words.first { $0.value.contains(word) }?.key ?? nearestName(to: plain, among: names)
      return nil
    }
    self.suggestions = suggestions
  }

  /// What tables in English, German and French, and those of other programs, call the fields.
  private static let words: [String: [String]] = [
    "title": [
      "name", "subject", "event", "titel", "betreff", "bezeichnung", "veranstaltung", "sitzung", "titre", "nom",
      "objet",
      "événement", "réunion",
    ],
    "start": [
      "date", "day", "from", "begin", "start date", "datum", "tag", "beginn", "anfang", "von", "début", "jour", "du",
    ],
    "end": ["until", "to", "finish", "end date", "ende", "bis", "fin", "au"],
    "type": ["kind", "category", "typ", "art", "kategorie", "genre", "catégorie"],
    "city": ["place", "town", "stadt", "ort", "ville", "lieu"],
    "country": ["state", "land", "staat", "pays", "état"],
    "venue": ["location", "room", "building", "address", "raum", "saal", "gebäude", "salle", "bâtiment", "adresse"],
    "url": ["link", "website", "web", "webseite", "site", "site web", "lien"],
    "languages": ["language", "sprache", "sprachen", "langue", "langues"],
    "time_zone": ["zone", "timezone", "tz", "zeitzone", "fuseau", "fuseau horaire"],
    "summary": ["description", "details", "beschreibung", "zusammenfassung", "résumé"],
    "status": ["stand", "statut"],
    "tags": ["keywords", "schlagwörter", "stichwörter", "mots-clés"],
    "sources": ["source", "quelle", "quellen"],
  ]
}
