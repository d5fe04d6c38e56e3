import Templating

/// The page that searches all others.
struct SearchPage: TemplateView {
  /// The folder of the index.
  var indexAddress = ""
  var filters: [FilterView] = []

  static let shape = ViewShape<Self>(
    "SearchPage",
    [
      .text("index_address") { $0.indexAddress },
      .list("filters") { $0.filters },
    ])
}
