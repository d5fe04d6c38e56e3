import Diagnostics

/// The fields of a translation, joined from what it words itself and what its original says, field by field by the rule
/// that the kind gives each.
struct TranslatedFields {
  let source: YAMLSource
  let original: YAMLSource
  /// Where the original begins, for what it does not say.
  let originalPlace: SourceRange
  /// Where the translation begins, at which what it inherits is said to stand.
  let place: YAMLMark
  /// What the translated texts are part of: "a translation".
  let noun: String
  /// Whether a translation may repeat what its original says.
  let mayRepeat: Bool
  private(set) var diagnostics: [Diagnostic] = []

  init(
    source: YAMLSource, original: YAMLSource, originalPlace: SourceRange, place: YAMLMark,
    noun: String = "a translation", mayRepeat: Bool = true
  ) {
    self.source = source
    self.original = original
    self.originalPlace = originalPlace
    self.place = place
    self.noun = noun
    self.mayRepeat = mayRepeat
  }

  /// The whole fields of the translation; those that nobody describes stay, to be reported when they are read.
  mutating func joined(
    _ written: [YAMLField], over inherited: [YAMLField], as descriptions: [FieldDescription]
  ) -> [YAMLField] {
    let known = Set(descriptions.map(\.name))
    let unknown = written.filter { !known.contains($0.name) }
    return unknown
      + descriptions.compactMap { description in
        let own = written.first { $0.name == description.name && !$0.value.isEmpty }
        let above = inherited.first { $0.name == description.name && !$0.value.isEmpty }
        guard let value = joined(own?.value, over: above?.value, as: description) else { return nil }
        return YAMLField(
          name: description.name, nameMark: own?.nameMark ?? place.inherited, value: value)
      }
  }

  private mutating func joined(
    _ own: YAMLNode?, over above: YAMLNode?, as description: FieldDescription
  ) -> YAMLNode? {
    switch description.sharing {
    case .own: return own
    case .varies: return own ?? above.map(inherited)
    case .shared:
      guard let own else { return above.map(inherited) }
      guard let above, mayRepeat || description.isKey, own.says(above) else {
        reportContradiction(description.name, own, above)
        return above.map(inherited)
      }
      return own
    case .byPart:
      guard let own else { return above.map(inherited) }
      return joinedParts(own, over: above, as: description)
    }
  }

  private func inherited(_ node: YAMLNode) -> YAMLNode { node.inherited(at: place.inherited) }
}

// MARK: Groups

extension TranslatedFields {
  /// A value of another shape than the field's stays, to be reported when it is read.
  private mutating func joinedParts(
    _ own: YAMLNode, over above: YAMLNode?, as description: FieldDescription
  ) -> YAMLNode {
    let fields = description.shape.fields ?? []
    guard case .list(let items) = own.content else { return joinedItem(own, over: above, as: fields) }
    guard case .list(let originals)? = above?.content else {
      return YAMLNode(content: .list(items.map { joinedItem($0, over: nil, as: fields) }), mark: own.mark)
    }
    let matches = matches(of: items, among: originals, as: fields)
    guard let matches else {
      if items.count != originals.count { reportCount(description.name, own, items.count, above, originals.count) }
      let pairs = zip(items, originals).map { joinedItem($0, over: $1, as: fields) }
      return YAMLNode(content: .list(pairs), mark: own.mark)
    }
    return YAMLNode(
      content: .list(
        originals.indices.map { position in
          matches[position].map { joinedItem($0, over: originals[position], as: fields) }
            ?? inherited(originals[position])
        }), mark: own.mark)
  }

  /// The items of a translated list by the positions of their originals, where each is named by its id; nil where some are not.
  private mutating func matches(
    of items: [YAMLNode], among originals: [YAMLNode], as fields: [FieldDescription]
  ) -> [Int: YAMLNode]? {
    guard let key = fields.first(where: \.isKey)?.name else { return nil }
    let names = items.map { $0.field(key)?.text }
    guard names.allSatisfy({ $0 != nil }) else { return nil }
    let known = originals.map { $0.field(key)?.text }
    var matches: [Int: YAMLNode] = [:]
    for (item, name) in zip(items, names) {
      if let position = known.firstIndex(of: name) {
        matches[position] = item
      } else if let name {
        let nearest = nearestName(to: name, among: known.compactMap(\.self))
        diagnostics.append(
          Diagnostic(
            .contradictsOriginal, "\(noun) words items of its original's list, and none has the \(key) '\(name)'",
            at: source.range(of: item.field(key) ?? item),
            notes: [Note("the original begins here", at: originalPlace)],
            help: nearest.map { "Write '\($0)'" } ?? "Add it to the original first, or take it out"))
      }
    }
    return matches
  }

  /// A text in the place of a group is worded for the first field that the group needs.
  private mutating func joinedItem(
    _ own: YAMLNode, over above: YAMLNode?, as fields: [FieldDescription]
  ) -> YAMLNode {
    func asFields(_ node: YAMLNode?) -> [YAMLField]? {
      switch node?.content {
      case .fields(let fields)?: return fields
      case .text?:
        guard let first = fields.first(where: \.isRequired), let node else { return nil }
        return [YAMLField(name: first.name, nameMark: node.mark, value: node)]
      default: return nil
      }
    }
    if case .text = own.content {
      guard case .fields? = above?.content, let written = asFields(own), let above = asFields(above) else { return own }
      return YAMLNode(content: .fields(joined(written, over: above, as: fields)), mark: own.mark)
    }
    guard let written = asFields(own) else { return own }
    return YAMLNode(content: .fields(joined(written, over: asFields(above) ?? [], as: fields)), mark: own.mark)
  }
}

// MARK: Contradictions

extension TranslatedFields {
  private mutating func reportContradiction(_ name: String, _ own: YAMLNode, _ above: YAMLNode?) {
    let notes = above.map { Note("the original says it here", at: original.range(of: $0)) }
    guard mayRepeat else {
      return add(
        "\(noun) holds texts, and '\(name)' is a fact that holds for every language", at: own, notes,
        help: above == nil ? "Write it in the original, or take it out" : "Take it out; the original says it")
    }
    guard let above else {
      return add(
        "\(noun) says what its original says, and the original has no '\(name)'", at: own, nil,
        help: "Write it in the original, or take it out")
    }
    let values = [own, above].compactMap(\.shownText)
    add(
      values.count == 2
        ? "\(noun) says what its original says, and '\(name)' is '\(values[0])' here and '\(values[1])' there"
        : "\(noun) says what its original says, and '\(name)' is another here", at: own, notes,
      help: "Take it out, since the original's holds for every language, or correct the original")
  }

  private mutating func reportCount(
    _ name: String, _ own: YAMLNode, _ count: Int, _ above: YAMLNode?, _ originalCount: Int
  ) {
    add(
      "\(noun) has its original's items, and '\(name)' has \(count) here and \(originalCount) there", at: own,
      Note("the original's are here", at: above.map(original.range) ?? originalPlace),
      help: "Give each item in the original's order")
  }

  /// Without a note the place is where the original begins.
  private mutating func add(_ message: String, at node: YAMLNode, _ note: Note?, help: String) {
    diagnostics.append(
      Diagnostic(
        .contradictsOriginal, message, at: source.range(of: node),
        notes: [note ?? Note("the original begins here", at: originalPlace)], help: help))
  }
}

extension FieldDescription {
  /// Whether items of a list are told apart by the field.
  var isKey: Bool {
    guard case .identifier = shape else { return false }
    return sharing == .shared
  }
}

// MARK: Values

extension YAMLMark {
  /// A place that a value has only by inheritance; nothing that is written has no length.
  var inherited: YAMLMark { YAMLMark(line: line, column: column, length: 0) }

  var isInherited: Bool { length == 0 }
}

extension SourceRange {
  /// Whether it is the place of what a translation has from its original, where it is reported.
  package var isInherited: Bool { start == end }
}

extension YAMLNode {
  fileprivate func field(_ name: String) -> YAMLNode? {
    guard case .fields(let fields) = content else { return nil }
    return fields.value(of: name)
  }

  fileprivate func inherited(at mark: YAMLMark) -> YAMLNode {
    switch content {
    case .empty, .text: YAMLNode(content: content, mark: mark)
    case .list(let items): YAMLNode(content: .list(items.map { $0.inherited(at: mark) }), mark: mark)
    case .fields(let fields):
      YAMLNode(
        content: .fields(
          fields.map { YAMLField(name: $0.name, nameMark: mark, value: $0.value.inherited(at: mark)) }), mark: mark)
    }
  }

  /// Whether two values are one: the same text, or lists of the same items, in whatever order and however often.
  fileprivate func says(_ other: YAMLNode) -> Bool {
    switch (content, other.content) {
    case (.empty, .empty): true
    case (.text(let own), .text(let other)): own == other
    case (.list(let own), .list(let other)):
      own.allSatisfy { item in other.contains(where: item.says) }
        && other.allSatisfy { item in own.contains(where: item.says) }
    case (.fields(let own), .fields(let other)):
      own.count == other.count && own.allSatisfy { field in other.value(of: field.name).map(field.value.says) ?? false }
    default: false
    }
  }

  /// What a message quotes; nil for what is too long to be quoted.
  fileprivate var shownText: String? {
    switch content {
    case .text(let text): return shortened(text)
    case .list(let items):
      let texts = items.compactMap(\.text)
      return texts.count == items.count ? shortened("[\(texts.joined(separator: ", "))]") : nil
    case .empty, .fields: return nil
    }
  }
}
