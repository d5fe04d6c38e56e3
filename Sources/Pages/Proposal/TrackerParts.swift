import Content
import Linking
import Sites
import Templating

/// The meetings at which something was proposed, the newest first, with their proposals.
package func trackedMeetings(on site: Site) -> [(meeting: PageOf<Meeting>, proposals: [PageOf<Proposal>])] {
  site.pages(of: Proposal.self).grouped(by: { site.page($0.fields.meeting) })
    .sorted { PageOf<Meeting>.isNewer($0.owner, $1.owner) }.map { ($0.owner, $0.members) }
}

/// The pages about one meeting's proposals, or about all, besides the one that is open.
func trackerLinks(for meeting: PageOf<Meeting>?, on site: Site, from place: Place) -> [LinkView] {
  [TrackerPath.list, .matrix, .texts].compactMap { kind -> LinkView? in
    guard meeting != nil || kind != .list else { return nil }
    let path = site.path(kind.path(of: meeting))
    return path == place.path ? nil : LinkView(title: site.words[kind.word], address: site.link(to: path, from: place))
  }
}

extension NoticeView {
  /// What readers have to know of a meeting before they read what became of its proposals; nil where sources report results.
  init?(of meeting: PageOf<Meeting>, _ counts: ProposalCounts, on site: Site) {
    let fields = meeting.fields
    let state = MeetingState(fields, by: site.clock)
    let text: String
    switch state {
    case .closed:
      guard counts.count(.unknown) == counts.total else { return nil }
      let day = site.dateText(fields.momentOfEnd, for: fields)
      self.init(label: site.words[.noticeClosed], text: site.words.text(.trackerUnreported, ["date": day]))
      return
    case .underWay: text = site.words[.trackerUnderWay]
    case .planned, .tentative, .confirmed, .movedOnline: text = site.words[.trackerBefore]
    case .postponed, .cancelled, .undated: return nil
    }
    self.init(label: site.words[state.word], text: text)
  }
}

/// The pages about the proposals of a meeting, or of all meetings.
enum TrackerPath {
  case list, matrix, texts

  /// The list of all proposals is the index of proposals, which is planned with the other indexes.
  func path(of meeting: PageOf<Meeting>?) -> String {
    let name = meeting?.document.id.name ?? "all"
    return switch self {
    case .list: "proposals/\(name).html"
    case .matrix: "proposals/\(name)-matrix.html"
    case .texts: "proposals/\(name)-texts.html"
    }
  }

  var word: Word {
    switch self {
    case .list: .tracker
    case .matrix: .matrixOfIssues
    case .texts: .matrixOfTexts
    }
  }
}

/// A line of the table that counts what became of proposals.
struct CountRowView: TemplateView {
  var title = ""
  var address = ""
  var reported = ""
  var inferred = ""
  var unconfirmed = ""
  var total = ""

  static let shape = ViewShape<Self>(
    "CountRow",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("reported") { $0.reported },
      .text("inferred") { $0.inferred },
      .text("unconfirmed") { $0.unconfirmed },
      .text("total") { $0.total },
    ])
}

/// The counts by outcome and certainty, with a last row that adds them up.
func countRows(_ counts: ProposalCounts, linked: Bool, on site: Site, from place: Place) -> [CountRowView] {
  func text(_ count: Int) -> String { count == 0 ? "" : String(count) }
  let rows = counts.outcomes.map { outcome in
    CountRowView(
      title: site.words[outcome.word],
      address: linked ? site.link(to: site.path("proposals/outcome-\(outcome.rawValue).html"), from: place) : "",
      reported: text(counts.count(outcome, .sourced)), inferred: text(counts.count(outcome, .inferred)),
      unconfirmed: text(counts.count(outcome, .memory)), total: String(counts.count(outcome)))
  }
  func sum(_ certainty: Proposal.OutcomeConfidence) -> String {
    text(counts.outcomes.reduce(0) { $0 + counts.count($1, certainty) })
  }
  return rows + [
    CountRowView(
      title: site.words[.total], reported: sum(.sourced), inferred: sum(.inferred), unconfirmed: sum(.memory),
      total: String(counts.total))
  ]
}

/// What proposals came to, in words: "2 adopted, 1 not accepted (inferred), 1 not known".
func resultsText(_ counts: ProposalCounts, on site: Site) -> String {
  site.words.joined(counts.states.map { "\(counts.count($0)) \(resultText($0, on: site))" })
}

/// What one proposal came to, in the middle of a sentence: "not accepted (inferred)".
func resultText(_ state: ProposalState, on site: Site) -> String {
  let outcome = site.words[state.outcome.word].lowercased()
  switch state.certainty {
  case .sourced, .none: return outcome
  case .inferred: return site.words.text(outcome, withNote: site.words[.inferred])
  case .memory: return site.words.text(outcome, withNote: site.words[.certaintyMemory])
  }
}
