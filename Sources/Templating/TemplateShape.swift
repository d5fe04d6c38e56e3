// What fills a view is public, since only then the compiler makes it for the types of each view in other modules: called
// through generic detours it took longer than all else that renders a page.

/// What a template can be filled with: a Swift value whose fields are listed once, by the names that templates use.
public protocol TemplateView: Sendable {
  static var shape: ViewShape<Self> { get }
}

/// The fields of one type of view.
public struct ViewShape<View: TemplateView>: Sendable {
  public let erased: TemplateShape
  /// In the order of the shape's fields.
  public let readers: [ViewReader<View>]

  public init(_ name: String, _ fields: [ViewField<View>]) {
    erased = TemplateShape(name: name, fields: fields.map { TemplateShape.Field(name: $0.name, kind: $0.kind) })
    readers = fields.map(\.reader)
  }
}

/// What asks a view for the value of a field.
///
/// It holds the very function that the field was given: one around it would be an object whose references all threads count.
public enum ViewReader<View>: Sendable {
  case text(@Sendable (View) -> String?)
  case html(@Sendable (View) -> [UInt8])
  case flag(@Sendable (View) -> Bool)
  case views(@Sendable (View) -> TemplateValue)

  @inlinable
  public func callAsFunction(_ view: View) -> TemplateValue {
    switch self {
    case .text(let text): .text(text(view) ?? "")
    case .html(let html): .html(html(view))
    case .flag(let flag): .flag(flag(view))
    case .views(let views): views(view)
    }
  }
}

/// One field of a view: its name in templates, what it holds, and where it comes from.
public struct ViewField<View: TemplateView>: Sendable {
  let name: String
  let kind: TemplateShape.Kind
  let reader: ViewReader<View>

  public init(_ name: String, _ kind: TemplateShape.Kind, _ reader: ViewReader<View>) {
    self.name = name
    self.kind = kind
    self.reader = reader
  }

  @inlinable
  public static func text(_ name: String, _ value: @escaping @Sendable (View) -> String?) -> Self {
    ViewField(name, .text, .text(value))
  }

  @inlinable
  public static func html(_ name: String, _ value: @escaping @Sendable (View) -> [UInt8]) -> Self {
    ViewField(name, .html, .html(value))
  }

  @inlinable
  public static func flag(_ name: String, _ value: @escaping @Sendable (View) -> Bool) -> Self {
    ViewField(name, .flag, .flag(value))
  }

  @inlinable
  public static func texts(_ name: String, _ value: @escaping @Sendable (View) -> [String]) -> Self {
    ViewField(
      name, .list { TextItem.shape.erased },
      .views { view in
        let texts = value(view)
        return .list(count: texts.count) { FilledView(TextItem(text: texts[$0])) }
      })
  }

  @inlinable
  public static func list<Item: TemplateView>(
    _ name: String, _ value: @escaping @Sendable (View) -> [Item]
  ) -> Self {
    ViewField(
      name, .list { Item.shape.erased },
      .views { view in
        let items = value(view)
        return .list(count: items.count) { FilledView(items[$0]) }
      })
  }

  @inlinable
  public static func group<Item: TemplateView>(
    _ name: String, _ value: @escaping @Sendable (View) -> Item?
  ) -> Self {
    ViewField(name, .group { Item.shape.erased }, .views { view in .group(value(view).map { FilledView($0) }) })
  }
}

/// A text in a list of texts, which templates write as `{{.}}`.
public struct TextItem: TemplateView {
  @usableFromInline let text: String

  @inlinable
  public init(text: String) { self.text = text }

  public static let shape = ViewShape<Self>("text", [.text(".") { $0.text }])
}

/// The names and kinds of a view's fields, without its type.
public final class TemplateShape: Sendable {
  let name: String
  let fields: [Field]
  /// The index of the field with each interned name, or -1.
  private let indices: [Int32]

  struct Field: Sendable {
    let name: String
    let kind: Kind
  }

  public enum Kind: Sendable {
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
public enum TemplateValue: Sendable {
  case text(String)
  case html([UInt8])
  case flag(Bool)
  /// The items are filled one by one, when they are written.
  case list(count: Int, @Sendable (_ index: Int) -> FilledView)
  case group(FilledView?)

  /// Whether a section on the value is shown: there is something in it.
  var isShown: Bool {
    switch self {
    case .text(let text): !text.isEmpty
    case .html(let html): !html.isEmpty
    case .flag(let flag): flag
    case .list(let count, _): count > 0
    case .group(let view): view != nil
    }
  }
}

/// A view without its type; its fields are read when a template names them.
public struct FilledView: Sendable {
  let shape: TemplateShape
  let value: @Sendable (_ index: Int) -> TemplateValue

  @inlinable
  public init<View: TemplateView>(_ view: View) {
    let shape = View.shape
    let readers = shape.readers
    self.init(shape: shape.erased) { readers[$0](view) }
  }

  @usableFromInline
  init(shape: TemplateShape, value: @escaping @Sendable (_ index: Int) -> TemplateValue) {
    self.shape = shape
    self.value = value
  }
}

/// A view of one type, ready to fill a template.
public struct Filled<View: TemplateView>: Sendable {
  @usableFromInline let erased: FilledView

  @inlinable
  public init(_ view: View) {
    erased = FilledView(view)
  }
}
