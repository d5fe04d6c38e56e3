import Formats
import OutputFiles
import Pages
import Sites
import Templating

/// The hub's records for those who want to work with them: of each form a CSV, a JSON and its schema, what describes all tables to
/// programs, and a page that explains them.
package func dataFiles(in table: inout TemplateTable) -> FilePlanner {
  let page = PageMaker("data", dataPage).writer(in: &table)
  return { site in
    let sets = DataSet.all(in: site)
    guard !sets.isEmpty else { return [] }
    let descriptions = [
      OutputFile(path: DataPaths.dataPackage) {
        DataPackage(sets: sets, site: site).json.encoded(layout: .lines)
      },
      OutputFile(path: DataPaths.tableMetadata) {
        TableMetadata(sets: sets, site: site).json.encoded(layout: .lines)
      },
    ]
    let people = PopoloFile(site: site)
    let popolo =
      people.isEmpty ? [] : [OutputFile(path: DataPaths.popolo) { people.json.encoded(layout: .lines) }]
    let index = OutputFile(path: DataPaths.index) {
      page.page(about: sets, on: site, at: Place(DataPaths.index))
    }
    return sets.flatMap { $0.files(in: site) } + descriptions + popolo + [index]
  }
}
