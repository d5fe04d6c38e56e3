import Formats
import Templating

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

/// A choice by which a list can be narrowed down.
struct FilterView: TemplateView {
  var name = ""
  var title = ""
  var options: [FilterOptionView] = []

  static let shape = ViewShape<Self>(
    "Filter",
    [
      .text("name") { $0.name },
      .text("title") { $0.title },
      .list("options") { $0.options },
    ])
}

struct FilterOptionView: TemplateView {
  var value = ""
  var title = ""
  var count = ""

  static let shape = ViewShape<Self>(
    "FilterOption",
    [
      .text("value") { $0.value },
      .text("title") { $0.title },
      .text("count") { $0.count },
    ])
}

/// A meeting with what was proposed at it, as a row.
struct TrackedMeetingView: TemplateView {
  var title = ""
  var address = ""
  var dates = ""
  var text = ""
  var links: [LinkView] = []

  static let shape = ViewShape<Self>(
    "TrackedMeeting",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("dates") { $0.dates },
      .text("text") { $0.text },
      .list("links") { $0.links },
    ])
}

/// A line of a matrix: an issue or a text, with a cell for each actor.
struct MatrixRowView: TemplateView {
  var key = ""
  var title = ""
  var address = ""
  var total: MatrixCellView?
  var cells: [MatrixCellView] = []

  static let shape = ViewShape<Self>(
    "MatrixRow",
    [
      .text("key") { $0.key },
      .text("title") { $0.title },
      .text("address") { $0.address },
      .group("total") { $0.total },
      .list("cells") { $0.cells },
    ])
}

/// A column of a matrix, with the id by which it is filtered.
struct MatrixColumnView: TemplateView {
  var key = ""
  var title = ""
  var address = ""

  static let shape = ViewShape<Self>(
    "MatrixColumn",
    [
      .text("key") { $0.key },
      .text("title") { $0.title },
      .text("address") { $0.address },
    ])
}

/// How many asks an actor has on a row's issue or text, and what they came to; empty where it has none.
struct MatrixCellView: TemplateView {
  /// The column's name, for lists on narrow screens.
  var column = ""
  var address = ""
  var count = ""
  var text = ""

  static let shape = ViewShape<Self>(
    "MatrixCell",
    [
      .text("column") { $0.column },
      .text("address") { $0.address },
      .text("count") { $0.count },
      .text("text") { $0.text },
    ])
}

/// What only the template `tracker` has.
struct TrackerPage: TemplateView {
  var meeting: LinkView?
  var dates = ""
  var links: [LinkView] = []
  var countRows: [CountRowView] = []
  var filters: [FilterView] = []
  var total = ""
  /// Whether there are so many positions that only those in sight should be laid out.
  var isLong = false
  var positionGroups: [PositionGroupView] = []

  static let shape = ViewShape<Self>(
    "TrackerPage",
    [
      .group("meeting") { $0.meeting },
      .text("dates") { $0.dates },
      .list("links") { $0.links },
      .list("count_rows") { $0.countRows },
      .list("filters") { $0.filters },
      .text("total") { $0.total },
      .flag("is_long") { $0.isLong },
      .list("position_groups") { $0.positionGroups },
    ])
}

/// What only the template `matrix` has.
struct MatrixPage: TemplateView {
  var meeting: LinkView?
  var dates = ""
  var links: [LinkView] = []
  var corner = ""
  /// What the rows are filtered by.
  var rowDimension = ""
  var columns: [MatrixColumnView] = []
  var rows: [MatrixRowView] = []
  var totals: [MatrixCellView] = []
  var sum: MatrixCellView?
  var filters: [FilterView] = []
  var total = ""
  /// JSON.
  var data: HTMLBytes = []

  static let shape = ViewShape<Self>(
    "MatrixPage",
    [
      .group("meeting") { $0.meeting },
      .text("dates") { $0.dates },
      .list("links") { $0.links },
      .text("corner") { $0.corner },
      .list("columns") { $0.columns },
      .list("rows") { $0.rows },
      .text("row_dimension") { $0.rowDimension },
      .list("totals") { $0.totals },
      .group("sum") { $0.sum },
      .list("filters") { $0.filters },
      .text("total") { $0.total },
      .html("data") { $0.data },
    ])
}

/// What only the template `proposals` has.
struct ProposalsPage: TemplateView {
  var links: [LinkView] = []
  var trackedMeetings: [TrackedMeetingView] = []
  var countRows: [CountRowView] = []
  var issues: [FilterOptionLinkView] = []
  var actors: [FilterOptionLinkView] = []
  var forms: [FilterOptionLinkView] = []

  static let shape = ViewShape<Self>(
    "ProposalsPage",
    [
      .list("links") { $0.links },
      .list("tracked_meetings") { $0.trackedMeetings },
      .list("count_rows") { $0.countRows },
      .list("issues") { $0.issues },
      .list("actors") { $0.actors },
      .list("forms") { $0.forms },
    ])
}

/// A link to a narrowed list, with how much it holds.
struct FilterOptionLinkView: TemplateView {
  var title = ""
  var address = ""
  var count = ""

  static let shape = ViewShape<Self>(
    "FilterOptionLink",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("count") { $0.count },
    ])
}
