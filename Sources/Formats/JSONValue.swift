/// A JSON text (RFC 8259) as a value; members of an object keep the order in which they are given.
package enum JSONValue: Sendable, Equatable {
  /// Names are expected to differ; they are written as given.
  case object([Member])
  case array([JSONValue])
  case string(String)
  case integer(Int)
  /// Infinities and what is not a number have no form in JSON and are written as null.
  case number(Double)
  case bool(Bool)
  case null

  package struct Member: Sendable, Equatable {
    package let name: String
    package let value: JSONValue

    package init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// An object of those members that have a value.
  package static func object(present members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .object(members.compactMap { name, value in value.map { Member(name, $0) } })
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(floatLiteral value: Double) { self = .number(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
}

extension JSONValue {
  /// Where a JSON text will stand, which decides what has to be escaped.
  package enum Place: Sendable {
    case file
    /// In an HTML `script` element: no `<`, `>` or `&`, so that nothing in a text can end it or begin a comment, and
    /// no U+2028 or U+2029, which older JavaScript takes for line ends.
    case scriptElement
  }

  package enum Layout: Sendable {
    case compact
    /// One member or element a line, indented by two spaces.
    case lines
  }

  package func encoded(for place: Place = .file, layout: Layout = .compact) -> [UInt8] {
    var writer = JSONWriter(place: place, layout: layout)
    writer.write(self)
    return writer.bytes
  }
}
