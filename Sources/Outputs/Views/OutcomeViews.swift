import Templating

/// What a meeting decided.
struct OutcomeView: TemplateView {
  var id = ""
  var title = ""
  var status = ""
  var resolution: LinkView?
  var issue: LinkView?
  var summary = ""
  var consequences = ""
  var nextSteps = ""
  var note = ""
  var rightsImpact = ""
  var citations: [CitationView] = []
  var isUnconfirmed = false

  static let shape = ViewShape<Self>(
    "Outcome",
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .text("status") { $0.status },
      .group("resolution") { $0.resolution },
      .group("issue") { $0.issue },
      .text("summary") { $0.summary },
      .text("consequences") { $0.consequences },
      .text("next_steps") { $0.nextSteps },
      .text("note") { $0.note },
      .text("rights_impact") { $0.rightsImpact },
      .list("citations") { $0.citations },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
    ])
}

/// Outcomes of one meeting or on one issue.
struct OutcomeGroupView: TemplateView {
  var title = ""
  var address = ""
  var dates = ""
  var outcomes: [OutcomeView] = []

  static let shape = ViewShape<Self>(
    "OutcomeGroup",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("dates") { $0.dates },
      .list("outcomes") { $0.outcomes },
    ])
}
