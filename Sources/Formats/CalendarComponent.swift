/// A part of an iCalendar file in the form in which it was written (RFC 5545, section 3.6): nothing is understood of it yet.
package struct CalendarComponent: Sendable {
  /// In upper case, such as `VEVENT`.
  package let name: String
  /// The line of its BEGIN, from 1.
  package let line: Int
  package internal(set) var properties: [CalendarProperty] = []
  package internal(set) var components: [CalendarComponent] = []

  package func property(_ name: String) -> CalendarProperty? { properties.first { $0.name == name } }

  /// The first property of a name that says something: an empty one is as good as none.
  package func stated(_ name: String) -> CalendarProperty? { all(name).first }

  package func all(_ name: String) -> [CalendarProperty] {
    properties.filter { $0.name == name && !$0.value.trimmed.isEmpty }
  }

  package func components(_ name: String) -> [CalendarComponent] { components.filter { $0.name == name } }
}

/// A line of a calendar with its folded parts joined: `NAME;PARAMETER=value:VALUE`.
package struct CalendarProperty: Sendable {
  /// In upper case.
  package let name: String
  package let parameters: [Parameter]
  /// As it was written, escapes included.
  package let value: String
  /// The line it begins on.
  package let line: Int

  package struct Parameter: Sendable {
    package let name: String
    package let values: [String]
  }

  package func parameter(_ name: String) -> String? {
    parameters.first { $0.name == name }?.values.first
  }
}

/// Why a file is no calendar; the one fault from which on nothing in it can be trusted.
package struct CalendarFault: Error, Sendable, Equatable {
  package let line: Int
  package let message: String

  package init(line: Int, message: String) {
    self.line = line
    self.message = message
  }
}
