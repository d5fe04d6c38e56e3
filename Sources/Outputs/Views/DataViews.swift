import Templating

/// The files of one kind of record, and what is in them.
struct DataSetView: TemplateView {
  var id = ""
  var title = ""
  var count = ""
  var files: [LinkView] = []
  var columns: [DataColumnView] = []

  static let shape = ViewShape<Self>(
    "DataSet",
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .text("count") { $0.count },
      .list("files") { $0.files },
      .list("columns") { $0.columns },
    ])
}

/// A column of a table, or a field of a record.
struct DataColumnView: TemplateView {
  var name = ""
  var type = ""
  var meaning = ""

  static let shape = ViewShape<Self>(
    "DataColumn",
    [
      .text("name") { $0.name },
      .text("type") { $0.type },
      .text("meaning") { $0.meaning },
    ])
}

/// What only the template `data` has.
struct DataPage: TemplateView {
  var dataSets: [DataSetView] = []

  static let shape = ViewShape<Self>("DataPage", [.list("data_sets") { $0.dataSets }])
}
