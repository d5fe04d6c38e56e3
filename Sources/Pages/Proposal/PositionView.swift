import Content
import Linking
import Sites
import Templating

/// What somebody asks for.
struct PositionView: TemplateView {
  /// The ids that a filter compares, where the page has one.
  var keys: PositionKeysView?
  var id = ""
  var proposers: [LinkView] = []
  var supporters: [LinkView] = []
  var asks = ""
  var form = ""
  var touches: [LinkView] = []
  var attribution = ""
  var note = ""
  var issue: LinkView?
  var result: ResultView?
  var citations: [CitationView] = []
  var isUnconfirmed = false

  static let shape = ViewShape<Self>(
    "Position",
    [
      .group("keys") { $0.keys },
      .text("id") { $0.id },
      .list("proposers") { $0.proposers },
      .list("supporters") { $0.supporters },
      .text("asks") { $0.asks },
      .text("form") { $0.form },
      .list("touches") { $0.touches },
      .text("attribution") { $0.attribution },
      .text("note") { $0.note },
      .group("issue") { $0.issue },
      .group("result") { $0.result },
      .list("citations") { $0.citations },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
    ])
}

/// What became of a position, and how sure that is.
struct ResultView: TemplateView {
  var title = ""
  var certainty = ""
  var isCertain = false
  var note = ""
  var citations: [CitationView] = []

  static let shape = ViewShape<Self>(
    "Result",
    [
      .text("title") { $0.title },
      .text("certainty") { $0.certainty },
      .flag("is_certain") { $0.isCertain },
      .text("note") { $0.note },
      .list("citations") { $0.citations },
    ])
}

/// What a proposal is filtered by: the ids of its issue, meeting, actors and texts (with spaces between), its form and its outcome.
struct PositionKeysView: TemplateView {
  var issueKey = ""
  var meetingKey = ""
  var actorKeys = ""
  var textKeys = ""
  var formKey = ""
  var outcomeKey = ""

  static let shape = ViewShape<Self>(
    "PositionKeys",
    [
      .text("issue_key") { $0.issueKey },
      .text("meeting_key") { $0.meetingKey },
      .text("actor_keys") { $0.actorKeys },
      .text("text_keys") { $0.textKeys },
      .text("form_key") { $0.formKey },
      .text("outcome_key") { $0.outcomeKey },
    ])
}

/// How a list of positions is shown on its page.
package struct PositionStyle {
  /// Whether each position has its place on this page, and so its anchor.
  package var isAtHome = false
  var namesIssue = false
  /// Whether the list is the page's own, so that its groups have anchors and it may be narrowed down.
  package var isMain = false
  /// Whether each position carries the ids that a filter compares.
  var hasKeys = false
  /// Whether each group is folded under a line that counts its results, the unknown ones too, which are then not said again of each.
  var isFolded = false

  static let onMeeting = PositionStyle(isFolded: true)
  static let onIssue = PositionStyle(isAtHome: true, isMain: true)
  static let withIssue = PositionStyle(namesIssue: true, isMain: true)
  static let onTracker = PositionStyle(isMain: true, hasKeys: true)

  package init(
    isAtHome: Bool = false, namesIssue: Bool = false, isMain: Bool = false, hasKeys: Bool = false,
    isFolded: Bool = false
  ) {
    self.isAtHome = isAtHome
    self.namesIssue = namesIssue
    self.isMain = isMain
    self.hasKeys = hasKeys
    self.isFolded = isFolded
  }
}

extension PositionView {
  init(
    _ page: PageOf<Proposal>, _ style: PositionStyle, on site: Site, from place: Place,
    citing citations: inout Citations
  ) {
    guard let proposal = TrackedProposal(page, on: site) else {
      self.init()
      return
    }
    let fields = proposal.fields
    self.init()
    keys = style.hasKeys ? PositionKeysView(of: proposal) : nil
    id = style.isAtHome ? page.anchor : ""
    proposers = LinkView.each(fields.proposers, isShort: true, on: site, from: place)
    supporters = LinkView.each(fields.supporters, isShort: true, on: site, from: place)
    asks = fields.asks
    form = site.words[fields.form.word]
    touches =
      proposal.texts.map { LinkView(title: site.citedTitle(of: $0), address: site.link(to: $0, from: place)) }
      + fields.touchesOther.map { LinkView(title: $0) }
    attribution = fields.attribution ?? ""
    note = page.document.common.note ?? ""
    if style.namesIssue {
      issue = LinkView(title: proposal.issue.document.title, address: site.link(to: page, from: place))
    }
    self.citations = citations.cite(page.document.common.sources, from: place)
    isUnconfirmed = page.document.common.confidence.isUnconfirmed
    if !style.isFolded || proposal.state.certaintyWord != nil {
      result = ResultView(proposal, on: site, from: place, citing: &citations)
    }
  }
}

extension ResultView {
  fileprivate init(_ proposal: TrackedProposal, on site: Site, from place: Place, citing citations: inout Citations) {
    let state = proposal.state
    guard let certainty = state.certaintyWord else {
      self.init(title: site.words[.resultUnknown])
      return
    }
    self.init(
      title: site.words[state.outcome.word], certainty: site.words[certainty], isCertain: state.certainty == .sourced,
      citations: citations.cite(proposal.fields.outcomeSources, from: place))
  }
}

extension PositionKeysView {
  /// Stands for whoever made a proposal where no source names them; no id begins so.
  static let unnamed = "-"

  init(of proposal: TrackedProposal) {
    func ids(_ pages: [some SomePage]) -> String { pages.map { $0.document.id.name }.joined(separator: " ") }
    self.init(
      issueKey: proposal.issue.document.id.name, meetingKey: proposal.meeting.document.id.name,
      actorKeys: proposal.proposers.isEmpty ? Self.unnamed : ids(proposal.proposers), textKeys: ids(proposal.texts),
      formKey: proposal.fields.form.rawValue, outcomeKey: proposal.state.outcome.rawValue)
  }
}
