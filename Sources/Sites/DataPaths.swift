import Content
import Linking

/// Where records of one form are published as data.
package struct DataPaths: Sendable {
  /// What their files are called, such as `meetings`.
  package let name: String

  /// The page that explains them.
  package static let index = PageAddress.path("data/index.html")
  /// All tables as a Data Package (datapackage.org).
  package static let dataPackage = PageAddress.path("data/datapackage.json")
  /// What the tables' columns hold, as CSV on the Web looks for it beside a table (W3C, Metadata Vocabulary for Tabular Data).
  package static let tableMetadata = PageAddress.path("data/csv-metadata.json")
  /// People, organisations and votes by the names of Popolo (popoloproject.com).
  package static let popolo = PageAddress.path("data/popolo.json")

  package init(kind: Kind) {
    name = kind.recordFolder ?? kind.rawValue
  }

  package init(name: String) {
    self.name = name
  }

  /// Those of the kinds of which a hub has records.
  package static func all(on site: Site) -> [DataPaths] { all(in: site.graph) }

  static func all(in graph: ContentGraph) -> [DataPaths] { kinds(in: graph).map(DataPaths.init) }

  /// The kinds of which a hub has records.
  package static func kinds(in graph: ContentGraph) -> [Kind] {
    Kind.records.filter { !graph.pages(of: $0).isEmpty }
  }

  package var table: OutputPath { PageAddress.path("data/\(name).csv") }
  package var json: OutputPath { PageAddress.path("data/\(name).json") }
  package var schema: OutputPath { PageAddress.path("data/\(name).schema.json") }
}
