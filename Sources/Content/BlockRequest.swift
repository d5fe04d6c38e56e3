import Diagnostics
import Markdown

/// A derived block of a text, with its parameters read: what to show, and about what.
package struct BlockRequest: Sendable {
  package let name: BlockName
  package let issue: Reference<Issue>?
  package let meeting: Reference<Meeting>?
  package let only: [Reference<Route>]
  package let stance: Issue.Stance?
  package let section: String?
}

/// The tables and lists that a text can ask for.
package enum BlockName: String, Sendable, CaseIterable {
  case positions
  case outcomes
  case meeting
  case deadlines
  case timeline
  case routes
  case resolutions
  case elections
  case programme
  case issues
  case forumMap = "forum-map"
  case countries
  case library
  case articles
}

/// Whether a block takes a parameter.
private enum Need {
  case none, optional, required
}

extension BlockName {
  fileprivate var issue: Need {
    switch self {
    case .timeline, .resolutions: .required
    case .positions, .outcomes, .library, .articles: .optional
    default: .none
    }
  }

  fileprivate var meeting: Need {
    switch self {
    case .meeting, .deadlines, .elections, .programme: .required
    case .positions, .outcomes, .issues, .library: .optional
    default: .none
    }
  }
}

extension BlockRequest {
  private static let issue = ReferenceField<BlockRequest, Issue>("issue", meaning: "The issue to show.")
  private static let meeting = ReferenceField<BlockRequest, Meeting>("meeting", meaning: "The meeting to show.")
  private static let only = ReferenceField<BlockRequest, Route>("only", meaning: "The routes to show, where not all.")

  init(_ name: BlockName, sections: [String], reading fields: inout FieldReader) {
    self.name = name
    issue =
      name.issue == .none
      ? nil : fields.reference(Self.issue, required: name.issue == .required)
    meeting =
      name.meeting == .none
      ? nil
      : fields.reference(Self.meeting, required: name.meeting == .required)
    only = name == .routes ? fields.references(Self.only) : []
    stance = name == .issues ? fields.choice("stance", Issue.Stance.self, "The stance to show.") : nil
    section =
      name == .articles
      ? fields.word("section", among: sections, "The folder of the articles to show.") : nil
  }
}

extension FieldReader {
  /// Reads a derived block of the document's text; its references and faults join those of the document.
  mutating func block(_ block: DerivedBlock, of hub: HubDescription) -> BlockRequest? {
    let place = block.place.range(in: source.file)
    guard let name = BlockName(rawValue: block.name) else {
      let names = BlockName.allCases.map(\.rawValue)
      diagnostics.append(
        Diagnostic(
          .unknownBlock, "there is no derived block '\(shortened(block.name))'", at: place,
          help: nearestName(to: block.name, among: names).map { "Write '{\($0)}'" }
            ?? "Write one of " + names.joined(separator: ", ")))
      return nil
    }
    let yaml = YAMLSource(file: source.file, lineOffset: block.parametersLine - 1)
    guard let fields = parameters(of: block, in: yaml) else { return nil }
    var reader = FieldReader(fields, in: yaml, place: place, noun: "the block '\(block.name)'")
    let request = BlockRequest(name, sections: hub.sections.map(\.folder), reading: &reader)
    reader.reportUnknownFields()
    diagnostics += reader.diagnostics
    references += reader.references
    return request
  }

  private mutating func parameters(of block: DerivedBlock, in yaml: YAMLSource) -> [YAMLField]? {
    switch yaml.parse(block.parameters[...]) {
    case .success(nil): return []
    case .success(let node?):
      if case .fields(let fields) = node.content { return fields }
      if node.isEmpty { return [] }
      diagnostics.append(
        yaml.fault(.wrongType, "a derived block holds fields", at: node.mark, help: "Write 'issue: …' or 'meeting: …'")
          .diagnostic)
    case .failure(let fault): diagnostics.append(fault.diagnostic)
    }
    return nil
  }
}
