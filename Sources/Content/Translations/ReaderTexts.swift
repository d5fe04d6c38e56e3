/// What documents and the hub say in words, apart from the facts that hold in every language.

extension Document {
  /// The texts of its fields that a translation may word anew; none for articles of a hub in one language.
  package var readerTexts: [String] {
    var texts: [String] = []
    for description in kind.fieldsOfVersions {
      guard let value = written.value(of: description.name) else { continue }
      value.addTexts(described: description.shape, description.sharing, to: &texts)
    }
    return texts
  }

  /// The names that it has in its own language.
  package var ownNames: [String] { [title, common.short, abbreviation].compactMap(\.self) }
}

extension HubDescription {
  /// What it calls itself and its parts.
  package var readerTexts: [String] {
    let declared = Named.Vocabulary.allCases.flatMap(declared)
    return [title, summary].compactMap(\.self) + declared.map(\.title) + declared.compactMap(\.summary)
      + sections.map(\.title) + sections.compactMap(\.summary) + questions.map(\.title)
  }
}

extension YAMLNode {
  fileprivate func addTexts(described shape: FieldShape, _ sharing: FieldSharing, to texts: inout [String]) {
    switch (content, shape) {
    case (.text(let text), .text) where sharing == .varies: texts.append(text)
    case (.text(let text), .textOrGroup): texts.append(text)
    case (.list(let items), .list(let item)):
      for node in items { node.addTexts(described: item, sharing, to: &texts) }
    case (.fields(let fields), .group(let descriptions)), (.fields(let fields), .textOrGroup(let descriptions)):
      for description in descriptions {
        fields.value(of: description.name)?.addTexts(described: description.shape, description.sharing, to: &texts)
      }
    default: break
    }
  }
}
