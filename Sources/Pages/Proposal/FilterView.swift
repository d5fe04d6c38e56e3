import Content
import Linking
import Sites
import Templating

/// A choice by which a list can be narrowed down.
///
/// A script that offers it shows and hides what is on the page; without scripts the pages of each issue, actor, text, meeting, form and
/// outcome do the same.
package struct FilterView: TemplateView {
  package var name = ""
  package var title = ""
  package var options: [FilterOptionView] = []

  package init(name: String = "", title: String = "", options: [FilterOptionView] = []) {
    self.name = name
    self.title = title
    self.options = options
  }

  package static let shape = ViewShape<Self>(
    "Filter",
    [
      .text("name") { $0.name },
      .text("title") { $0.title },
      .list("options") { $0.options },
    ])
}

package struct FilterOptionView: TemplateView {
  package var value = ""
  package var title = ""
  package var count = ""

  package init(value: String = "", title: String = "", count: String = "") {
    self.value = value
    self.title = title
    self.count = count
  }

  package static let shape = ViewShape<Self>(
    "FilterOption",
    [
      .text("value") { $0.value },
      .text("title") { $0.title },
      .text("count") { $0.count },
    ])
}

extension FilterView {
  /// For each choice how many proposals it leaves; a dimension in which all are alike offers none.
  static func each(for proposals: [TrackedProposal], on site: Site) -> [FilterView] {
    let unnamed = [(PositionKeysView.unnamed, site.words[.proposersNotNamed])]
    let actors =
      counted(proposals, \.proposers, on: site, title: site.title(of:))
      + counted(proposals, unnamed) { $0.proposers.isEmpty ? PositionKeysView.unnamed : "" }
    let forms = Proposal.Form.allCases.map { ($0.rawValue, site.words[$0.word]) }
    let outcomes = Proposal.ProposalOutcome.allCases.map { ($0.rawValue, site.words[$0.word]) }
    let all: [(name: String, word: Word, options: [FilterOptionView])] = [
      ("issue", .kindIssue, counted(proposals, { [$0.issue] }, on: site, title: site.title(of:))),
      ("actor", .proposer, actors),
      ("text", .kindResolution, counted(proposals, \.texts, on: site, title: site.citedTitle(of:))),
      ("meeting", .kindMeeting, counted(proposals, { [$0.meeting] }, on: site, title: site.title(of:))),
      ("form", .form, counted(proposals, forms) { $0.fields.form.rawValue }),
      ("outcome", .result, counted(proposals, outcomes) { $0.state.outcome.rawValue }),
    ]
    return all.filter { $0.options.count > 1 }.map {
      FilterView(name: $0.name, title: site.words[$0.word], options: $0.options)
    }
  }

  /// None for a list that is seen at a glance.
  package static func each(ifMany proposals: [PageOf<Proposal>], on site: Site) -> [FilterView] {
    proposals.count < 8 ? [] : each(for: TrackedProposal.each(proposals, on: site), on: site)
  }
}

private func counted<Some: SomePage>(
  _ proposals: [TrackedProposal], _ key: (TrackedProposal) -> [Some], on site: Site, title: (Some) -> String
) -> [FilterOptionView] {
  let pages = proposals.flatMap(key)
  var counts: [Int: Int] = [:]
  for page in pages { counts[page.index, default: 0] += 1 }
  return site.lists.order.sorted(pages.eachOnce).map { page in
    FilterOptionView(value: page.document.id.name, title: title(page), count: String(counts[page.index] ?? 0))
  }
}

private func counted(
  _ proposals: [TrackedProposal], _ choices: [(value: String, title: String)], _ key: (TrackedProposal) -> String
) -> [FilterOptionView] {
  let counts = Dictionary(grouping: proposals, by: key).mapValues(\.count)
  return choices.compactMap { value, title in
    counts[value].map { FilterOptionView(value: value, title: title, count: String($0)) }
  }
}
