import Diagnostics

/// A mention of something that `hub.yaml` declares: a region, a type of meeting, a series.
package struct Named: Sendable {
  package let id: String
  package let vocabulary: Vocabulary
  package let place: SourceRange

  /// The lists of `hub.yaml` that fields may refer to.
  package enum Vocabulary: String, Sendable, CaseIterable {
    case regions
    case meetingTypes = "meeting_types"
    case series
  }
}

extension FieldReader {
  mutating func named(
    _ name: String, in vocabulary: Named.Vocabulary, required: Bool = false, _ meaning: StaticString
  ) -> Named? {
    guard let node = node(name, .text, isRequired: required, meaning) else { return nil }
    return named(at: node, name, vocabulary)
  }

  mutating func named(all name: String, in vocabulary: Named.Vocabulary, _ meaning: StaticString) -> [Named] {
    list(name, .text, false, meaning) { $0.named(at: $1, name, vocabulary) }
  }

  private mutating func named(at node: YAMLNode, _ name: String, _ vocabulary: Named.Vocabulary) -> Named? {
    guard let id = node.text else {
      reportWrongType(name, .text, at: node)
      return nil
    }
    let named = Named(id: id, vocabulary: vocabulary, place: source.range(of: node))
    names.append(named)
    return named
  }
}
