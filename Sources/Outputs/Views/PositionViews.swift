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

/// Positions on one issue or at one meeting.
struct PositionGroupView: TemplateView {
  var id = ""
  var title = ""
  var address = ""
  var dates = ""
  /// How many positions there are, and what they came to.
  var text = ""
  var debates: [DebateView] = []
  var sets: [PositionSetView] = []

  static let shape = ViewShape<Self>(
    "PositionGroup",
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("dates") { $0.dates },
      .text("text") { $0.text },
      .list("debates") { $0.debates },
      .list("sets") { $0.sets },
    ])
}

/// Positions that oppose each other, on two sides.
struct DebateView: TemplateView {
  var sides: [PositionSetView] = []

  static let shape = ViewShape<Self>("Debate", [.list("sides") { $0.sides }])
}

/// Positions that belong together, such as those that ask for the same; without a title where all of a group do.
struct PositionSetView: TemplateView {
  var title = ""
  var positions: [PositionView] = []

  static let shape = ViewShape<Self>(
    "PositionSet",
    [
      .text("title") { $0.title },
      .list("positions") { $0.positions },
    ])
}

/// Positions, grouped, apart from others.
struct PositionsPartView: TemplateView {
  /// How many there are, and what they came to.
  var text = ""
  var filters: [FilterView] = []
  var total = ""
  var positionGroups: [PositionGroupView] = []

  static let shape = ViewShape<Self>(
    "PositionsPart",
    [
      .text("text") { $0.text },
      .list("filters") { $0.filters },
      .text("total") { $0.total },
      .list("position_groups") { $0.positionGroups },
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
