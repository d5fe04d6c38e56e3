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

  static let shape = ViewShape<Self>("DataPage", [.list("data_sets") { $0.dataSets }])
}

/// The data dictionary: every file, and every column with what it holds and means.
func dataPage(_ sets: [DataSet], on site: Site, from place: Place) -> FinishedPage<DataPage> {
  let views = sets.map { set in
    return DataSetView(
      id: set.kind.recordFolder ?? set.kind.rawValue, title: site.words[site.language.kinds[set.kind].heading],
      count: String(set.records.count),
      files: [
        LinkView(title: "CSV", address: site.link(to: set.paths.table, from: place)),
        LinkView(title: "JSON", address: site.link(to: set.paths.json, from: place)),
        LinkView(title: "JSON Schema", address: site.link(to: set.paths.schema, from: place)),
      ],
      columns: set.recordTable(in: site).columns.map { column in
        DataColumnView(
          name: column.name, type: column.description.shape.words, meaning: column.description.meaning)
      })
  }
  let head = PageHead(
    kind: "data", title: site.words[.indexData], summary: site.words[.summaryData], isInEveryLanguage: false)
  return FinishedPage(Filled(DataPage(dataSets: views)), head: head)
}
