import Formats
import Sites
import Templating

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
