import Content
import Linking

/// Where the records of one kind are published as data.
package struct DataPaths: Sendable {
  package let kind: Kind

  /// The page that explains them.
  package static let index = PageAddress.path("data/index.html")

  package init(kind: Kind) {
    self.kind = kind
  }

  /// Those of the kinds of which a hub has records.
  package static func all(on site: Site) -> [DataPaths] { all(in: site.graph) }

  static func all(in graph: ContentGraph) -> [DataPaths] {
    Kind.records.filter { !graph.pages(of: $0).isEmpty }.map(DataPaths.init)
  }

  package var name: String { kind.recordFolder ?? kind.rawValue }
  package var table: OutputPath { PageAddress.path("data/\(name).csv") }
  package var json: OutputPath { PageAddress.path("data/\(name).json") }
  package var schema: OutputPath { PageAddress.path("data/\(name).schema.json") }
}
