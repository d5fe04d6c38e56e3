import Drawings
import Formats
import Templating

/// A drawing with the meaning of its marks.
struct DrawingView: TemplateView {
  /// For wide places and for narrow ones; a page shows one of them.
  var wide: HTMLBytes = []
  var narrow: HTMLBytes = []
  var keyGroups: [KeyGroupView] = []

  static let shape = ViewShape<Self>(
    "Drawing",
    [
      .html("wide") { $0.wide },
      .html("narrow") { $0.narrow },
      .list("key_groups") { $0.keyGroups },
    ])
}

/// Marks of one sort.
struct KeyGroupView: TemplateView {
  var title = ""
  var keys: [KeyView] = []

  static let shape = ViewShape<Self>(
    "KeyGroup",
    [
      .text("title") { $0.title },
      .list("keys") { $0.keys },
    ])
}

/// A mark and what it means.
struct KeyView: TemplateView {
  var mark: HTMLBytes = []
  var title = ""

  static let shape = ViewShape<Self>(
    "Key",
    [
      .html("mark") { $0.mark },
      .text("title") { $0.title },
    ])
}
