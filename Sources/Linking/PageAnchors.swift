import Content

/// The anchors of the sections that are derived for a page, which links may name besides the headings of its text.
package enum PageAnchors {
  package static func derived(for kind: Kind) -> [String] {
    switch kind {
    case .issue:
      [
        "key-questions", "positions", "outcomes", "next", "timeline", "resolutions", "read-more", "library", "related",
      ]
    case .meeting:
      [
        "deadlines", "preparation", "take-part", "invitation", "programme", "connected", "parts", "proposals",
        "proposers", "outcomes", "elections", "coverage",
        "library", "documents",
      ]
    case .resolution: ["history", "positions", "outcomes", "read-more"]
    case .actor: ["issues", "positions", "library", "people", "members"]
    case .country:
      ["administration", "take-part", "positions", "bloc-positions", "elected", "hosted", "read-more"]
    case .body: ["bodies", "resolutions", "read-more"]
    case .person: ["wrote", "spoke", "elected"]
    case .route: ["steps", "pros", "cons", "topics", "read-more"]
    default: []
    }
  }
}
