import Formats

/// What a template can be filled with: a Swift value whose fields are listed once, by the names that templates use.
package protocol TemplateView: Sendable {
  static var shape: ViewShape<Self> { get }
}

/// The fields of one type of view.
package struct ViewShape<View: TemplateView>: Sendable {
  package let erased: TemplateShape
  let values: [@Sendable (View) -> TemplateValue]

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

  package static func text(_ name: String, _ value: @escaping @Sendable (View) -> String?) -> Self {
    ViewField(name: name, kind: .text) { .text(value($0) ?? "") }
  }

  package static func html(_ name: String, _ value: @escaping @Sendable (View) -> HTMLBytes) -> Self {
    ViewField(name: name, kind: .html) { .html(value($0)) }
  }

  package static func flag(_ name: String, _ value: @escaping @Sendable (View) -> Bool) -> Self {
    ViewField(name: name, kind: .flag) { .flag(value($0)) }
  }

  package static func texts(_ name: String, _ value: @escaping @Sendable (View) -> [String]) -> Self {
    ViewField(name: name, kind: .list { TextItem.shape.erased }) { view in
      .list(value(view).map { FilledView(TextItem(text: $0)) })
    }
  }

  package static func list<Item: TemplateView>(
    _ name: String, _ value: @escaping @Sendable (View) -> [Item]
  ) -> Self {
    ViewField(name: name, kind: .list { Item.shape.erased }) { view in .list(value(view).map(FilledView.init)) }
  }

  package static func group<Item: TemplateView>(
    _ name: String, _ value: @escaping @Sendable (View) -> Item?
  ) -> Self {
    ViewField(name: name, kind: .group { Item.shape.erased }) { view in .group(value(view).map(FilledView.init)) }
  }
}

/// A text in a list of texts, which templates write as `{{.}}`.
struct TextItem: TemplateView {
  let text: String

  static let shape = ViewShape<Self>("text", [.text(".") { $0.text }])
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

  enum Kind: Sendable {
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
enum TemplateValue: Sendable {
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
  let shape: TemplateShape
  let values: [TemplateValue]

  package init<View: TemplateView>(_ view: View) {
    let shape = View.shape
    self.shape = shape.erased
    values = shape.values.map { $0(view) }
  }
}
