import Content

/// The anchors of the sections that are derived for a page, which links may name besides the headings of its text.
package enum PageAnchors {
  package static func derived(for kind: Kind) -> [String] {
    switch kind {
    case .issue: ["questions", "positions", "outcomes", "resolutions", "meetings", "read-more", "related"]
    case .meeting:
      ["deadlines", "take-part", "programme", "proposals", "outcomes", "elections", "coverage", "documents"]
    case .resolution: ["history", "proposals", "issues"]
    case .actor, .country: ["proposals", "members", "administration", "join"]
    case .body: ["parts", "meetings", "texts"]
    case .route: ["rights", "steps"]
    default: []
    }
  }
}
