import CivilTime
import Content
import Diagnostics

/// On which days each document of an index is shown, where some come or go.
struct Timetable: Sendable {
  let today: CivilDate
  /// By the documents' numbers.
  let days: [ShownDays]
}

/// How a text or a field names a document.
enum Naming {
  case link, wikilink
  case field(AnyReferenceField)
}

// MARK: What is not shown on every day

/// A link to what is not shown on a day is no error, since nobody may have touched the hub on that day: it is shown as its words alone,
/// and the writer is told beforehand.
extension LinkResolver {
  /// Reports that a document which is there is not shown on a day on which what names it is.
  func reportAbsence(
    of number: Int, _ naming: Naming, _ faults: inout LinkFaults, at place: () -> SourceRange
  ) {
    guard let timetable else { return }
    let target = timetable.days[number]
    guard target != .always,
      let gap = source(of: faults, naming).firstGap(in: target, from: timetable.today)
    else { return }
    let id = index.documents[number].id
    let isNow = gap.day == timetable.today
    let what = consequence(naming, faults.source)
    switch gap.reason {
    case .expired(let day):
      faults.add(
        Diagnostic(
          .hiddenTarget,
          isNow
            ? "'\(id)' is left out since \(day.isoText), and \(what)"
            : "'\(id)' is left out from \(day.isoText) on, and then \(what)", at: place(),
          help: "Take the \(naming.noun) out by then, or give '\(id.name)' a later 'expire'"))
    case .notYetPublished(let day):
      faults.add(
        Diagnostic(
          .hiddenTarget,
          isNow
            ? "'\(id)' is left out until \(day.isoText), and until then \(what)"
            : "this is published on \(gap.day.isoText) and '\(id)' on \(day.isoText), and until then \(what)",
          at: place(), help: "Give both the same 'publish', or leave it as it is if that is meant"))
    }
  }

  /// What is wrong with naming a document that is kept back: an error where only a writer can bring it.
  func fault(
    for hidden: HiddenDocument, _ id: DocumentID, _ naming: Naming, _ source: Document?, at place: SourceRange
  ) -> Diagnostic {
    let publish = source?.common.publish
    guard hidden.days != nil || publish != nil else {
      return Diagnostic(
        naming.code, "\(naming.rule), and '\(naming.isField ? id.name : id.description)' \(hidden.reason)", at: place,
        help: "Leave this document out until then as well, or take the \(naming.noun) out")
    }
    let what = consequence(naming, source)
    if hidden.days == nil, let publish, let timetable, publish > timetable.today {
      return Diagnostic(
        .hiddenTarget, "this is published on \(publish.isoText) and '\(id)' \(hidden.reason), and then \(what)",
        at: place, help: "Finish '\(id.name)' by then, or take the \(naming.noun) out")
    }
    return Diagnostic(
      .hiddenTarget, "'\(id)' \(hidden.reason), and \(what)", at: place,
      help: hidden.days == nil ? "Finish '\(id.name)', or take the \(naming.noun) out" : "Take the \(naming.noun) out")
  }

  /// The days on which what names a document is shown; where the document stands on the other's page, those that its own fields say.
  private func source(of faults: LinkFaults, _ naming: Naming) -> ShownDays {
    guard let document = faults.source else { return .always }
    if isOwner(naming, of: document) { return ShownDays(document.common) }
    return faults.sourceNumber.flatMap { timetable?.days[$0] } ?? .always
  }

  private func isOwner(_ naming: Naming, of document: Document) -> Bool {
    if case .field(let field) = naming, case .page(let owner) = document.kind.place { field == owner } else { false }
  }

  private func consequence(_ naming: Naming, _ source: Document?) -> String {
    if let source, isOwner(naming, of: source) { return "'\(source.id.name)' with it" }
    return switch naming {
    case .link, .wikilink: "the link is shown as plain text"
    case .field(let field): "what '\(field.name)' names is shown without a link, or left away"
    }
  }
}

extension Naming {
  fileprivate var noun: String { isField ? "name" : "link" }

  fileprivate var isField: Bool { if case .field = self { true } else { false } }

  fileprivate var code: DiagnosticCode {
    switch self {
    case .link: .unresolvedLink
    case .wikilink: .unresolvedWikilink
    case .field: .unresolvedReference
    }
  }

  fileprivate var rule: String {
    switch self {
    case .link: "a link leads to what readers see"
    case .wikilink: "a wikilink leads to what readers see"
    case .field(let field): "'\(field.name)' names what readers see"
    }
  }
}
