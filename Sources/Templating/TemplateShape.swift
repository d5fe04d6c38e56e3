import Formats

// What fills a view is inlinable, so that it is compiled for the types of each view: called through generic detours it took
// longer than all else that renders a page.

/// What a template can be filled with: a Swift value whose fields are listed once, by the names that templates use.
package protocol TemplateView: Sendable {
  static var shape: ViewShape<Self> { get }
}

/// The fields of one type of view.
package struct ViewShape<View: TemplateView>: Sendable {
  package let erased: TemplateShape
  package let values: [@Sendable (View) -> TemplateValue]

  package init(_ name: String, _ fields: [ViewField<View>]) {
    erased = TemplateShape(name: name, fields: fields.map { TemplateShape.Field(name: $0.name, kind: $0.kind) })
    values = fields.map(\.value)
  }
}

/// One field of a view: its name in templates, what it holds, and where it comes from.
package struct ViewField<View: TemplateView>: Sendable {
  let name: String
  let kind: TemplateShape.Kind
  let value: @Sendable (View) -> TemplateValue

  package init(_ name: String, _ kind: TemplateShape.Kind, _ value: @escaping @Sendable (View) -> TemplateValue) {
    self.name = name
    self.kind = kind
    self.value = value
  }

  @inlinable
  package static func text(_ name: String, _ value: @escaping @Sendable (View) -> String?) -> Self {
    ViewField(name, .text) { .text(value($0) ?? "") }
  }

  @inlinable
  package static func html(_ name: String, _ value: @escaping @Sendable (View) -> HTMLBytes) -> Self {
    ViewField(name, .html) { .html(value($0)) }
  }

  @inlinable
  package static func flag(_ name: String, _ value: @escaping @Sendable (View) -> Bool) -> Self {
    ViewField(name, .flag) { .flag(value($0)) }
  }

  @inlinable
  package static func texts(_ name: String, _ value: @escaping @Sendable (View) -> [String]) -> Self {
    ViewField(name, .list { TextItem.shape.erased }) { view in
      .list(value(view).map { FilledView(TextItem(text: $0)) })
    }
  }

  @inlinable
  package static func list<Item: TemplateView>(
    _ name: String, _ value: @escaping @Sendable (View) -> [Item]
  ) -> Self {
    ViewField(name, .list { Item.shape.erased }) { view in .list(value(view).map(FilledView.init)) }
  }

  @inlinable
  package static func group<Item: TemplateView>(
    _ name: String, _ value: @escaping @Sendable (View) -> Item?
  ) -> Self {
    ViewField(name, .group { Item.shape.erased }) { view in .group(value(view).map(FilledView.init)) }
  }
}

/// A text in a list of texts, which templates write as `{{.}}`.
package struct TextItem: TemplateView {
  let text: String

  package init(text: String) { self.text = text }

  package static let shape = ViewShape<Self>("text", [.text(".") { $0.text }])
}

/// The names and kinds of a view's fields, without its type.
package final class TemplateShape: Sendable {
  let name: String
  let fields: [Field]
  /// The index of the field with each interned name, or -1.
  private let indices: [Int32]

  struct Field: Sendable {
    let name: String
    let kind: Kind
  }

  package enum Kind: Sendable {
    case text
    case html
    case flag
    /// The shape is given by a function, since a view may hold views of its own type.
    case list(@Sendable () -> TemplateShape)
    case group(@Sendable () -> TemplateShape)
  }

  init(name: String, fields: [Field]) {
    self.name = name
    self.fields = fields
    let names = fields.map { TemplateName.number(of: $0.name) }
    var indices = Array(repeating: Int32(-1), count: (names.max() ?? -1) + 1)
    for (index, name) in names.enumerated() { indices[name] = Int32(index) }
    self.indices = indices
  }

  @inline(__always)
  func index(of name: Int) -> Int? {
    guard name < indices.count, indices[name] >= 0 else { return nil }
    return Int(indices[name])
  }
}

/// What a field holds in one view.
package enum TemplateValue: Sendable {
  case text(String)
  case html(HTMLBytes)
  case flag(Bool)
  case list([FilledView])
  case group(FilledView?)

  /// Whether a section on the value is shown: there is something in it.
  var isShown: Bool {
    switch self {
    case .text(let text): !text.isEmpty
    case .html(let html): !html.isEmpty
    case .flag(let flag): flag
    case .list(let items): !items.isEmpty
    case .group(let view): view != nil
    }
  }
}

/// A view with the values of its fields.
package struct FilledView: Sendable {
  package let shape: TemplateShape
  package let values: [TemplateValue]

  @inlinable
  package init<View: TemplateView>(_ view: View) {
    let shape = View.shape
    self.shape = shape.erased
    values = shape.values.map { $0(view) }
  }
}
