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
    case answers = "questions"
  }
}

extension FieldReader {
  mutating func named(
    _ name: String, in vocabulary: Named.Vocabulary, required: Bool = false, _ meaning: StaticString
  ) -> Named? {
    let node = sharing(.shared) { $0.node(name, .declared(vocabulary), isRequired: required, meaning) }
    return node.flatMap { named(at: $0, name, vocabulary) }
  }

  mutating func named(all name: String, in vocabulary: Named.Vocabulary, _ meaning: StaticString) -> [Named] {
    sharing(.shared) { $0.list(name, .declared(vocabulary), false, meaning) { $0.named(at: $1, name, vocabulary) } }
  }

  private mutating func named(at node: YAMLNode, _ name: String, _ vocabulary: Named.Vocabulary) -> Named? {
    guard let id = node.text else {
      reportWrongType(name, .declared(vocabulary), at: node)
      return nil
    }
    let named = Named(id: id, vocabulary: vocabulary, place: source.range(of: node))
    // What a translation has from its original is looked up there.
    if !node.mark.isInherited { names.append(named) }
    return named
  }
}
