import Templating

/// A row of issues.
struct IssueView: TemplateView {
  var title = ""
  var address = ""
  var stance = ""
  var summary = ""

  static let shape = ViewShape<Self>(
    "Issue",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("stance") { $0.stance },
      .text("summary") { $0.summary },
    ])
}

/// Issues of one stance.
struct IssueGroupView: TemplateView {
  var id = ""
  var title = ""
  var summary = ""
  var issues: [IssueView] = []

  static let shape = ViewShape<Self>(
    "IssueGroup",
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .text("summary") { $0.summary },
      .list("issues") { $0.issues },
    ])
}

/// A row of resolutions.
struct ResolutionView: TemplateView {
  var title = ""
  var shortTitle = ""
  var address = ""
  var lastRevision = ""
  var topic = ""
  /// Where it was revised before, for those who search for an older revision.
  var earlierRevisions = ""
  var isUnconfirmed = false

  static let shape = ViewShape<Self>(
    "Resolution",
    [
      .text("title") { $0.title },
      .text("short_title") { $0.shortTitle },
      .text("address") { $0.address },
      .text("last_revision") { $0.lastRevision },
      .text("topic") { $0.topic },
      .text("earlier_revisions") { $0.earlierRevisions },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
    ])
}

/// Texts of one body.
struct ResolutionGroupView: TemplateView {
  var id = ""
  var title = ""
  var resolutions: [ResolutionView] = []

  static let shape = ViewShape<Self>(
    "ResolutionGroup",
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .list("resolutions") { $0.resolutions },
    ])
}

/// A stage in the history of a text: it was adopted, revised, or proposals touched it.
struct RevisionView: TemplateView {
  var year = ""
  var text = ""
  var place = ""
  var meeting: LinkView?
  var isUnconfirmed = false
  /// What was proposed there, with what it came to, and where it is listed.
  var proposals: LinkView?

  static let shape = ViewShape<Self>(
    "Revision",
    [
      .text("year") { $0.year },
      .text("text") { $0.text },
      .text("place") { $0.place },
      .group("meeting") { $0.meeting },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
      .group("proposals") { $0.proposals },
    ])
}
