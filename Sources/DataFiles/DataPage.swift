import Content
import Linking
import Pages
import Sites
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
  /// What holds or describes all of it.
  var wholes: [LinkView] = []

  static let shape = ViewShape<Self>(
    "DataPage", [.list("data_sets") { $0.dataSets }, .list("wholes") { $0.wholes }])
}

/// The data dictionary: every file, and every column with what it holds and means.
func dataPage(_ sets: [DataSet], on site: Site, from place: Place) -> FinishedPage<DataPage> {
  let views = sets.map { set in
    DataSetView(
      id: set.paths.name, title: set.heading, count: String(set.facts.value.count),
      files: [("CSV", set.paths.table), ("JSON", set.paths.json), ("JSON Schema", set.paths.schema)].map {
        LinkView(title: $0.0, address: site.link(to: $0.1, from: place))
      },
      columns: set.facts.value.columns.map { column in
        DataColumnView(name: column.name, type: column.words, meaning: column.meaning)
      })
  }
  let wholes =
    [("Data Package", DataPaths.dataPackage), ("CSV on the Web", DataPaths.tableMetadata)]
    + (PopoloFile(site: site).isEmpty ? [] : [("Popolo", DataPaths.popolo)])
  let links = wholes.map { LinkView(title: $0.0, address: site.link(to: $0.1, from: place)) }
  let head = PageHead(
    kind: "data", title: site.words[.indexData], summary: site.words[.summaryData], isInEveryLanguage: false)
  return FinishedPage(Filled(DataPage(dataSets: views, wholes: links)), head: head)
}
