/// A template with the types of the views that fill it, outermost first.
///
/// Only a table makes one, so that each was checked with its views before it is filled.
package struct Template<each View: TemplateView>: Sendable {
  /// Its place in the table.
  let number: Int
}

/// The templates that a program fills, each with the shapes of its views.
package struct TemplateTable: Sendable {
  private(set) var entries: [(name: String, shapes: [TemplateShape])] = []

  package init() {}

  /// Adds a template by the name of its file; the views follow from the type that is asked for.
  package mutating func template<each View: TemplateView>(_ name: String) -> Template<repeat each View> {
    var shapes: [TemplateShape] = []
    for shape in repeat (each View).shape.erased { shapes.append(shape) }
    entries.append((name, shapes))
    return Template(number: entries.count - 1)
  }
}
