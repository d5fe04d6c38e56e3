import Content
import Diagnostics

/// A value of a field as a writer types it, on the line of the field's name.
package struct WrongValue: Sendable {
  package let yaml: String
  package let code: DiagnosticCode
}

extension FieldShape {
  /// A value that the field takes.
  package var rightValue: String {
    switch self {
    case .text, .textOrGroup, .declared: "Some words"
    case .number: "12"
    case .flag: "true"
    case .date: "2026-11-09"
    case .moment: "2026-11"
    case .address: "https://rivers.example.org/page"
    case .identifier: "session-12"
    case .language: "fr"
    case .timeZone: "Europe/Vienna"
    case .deadlineRule: "4 months before the opening"
    case .oldAddress(.page): "old/page.html"
    case .oldAddress(.feed): "old/feed.xml"
    case .oldAddress(.query): "'?p=123'"
    case .pattern: "'Resolution {number}'"
    case .position: "'48.2347, 16.4158'"
    case .hostName: "rivers.example.org"
    case .colour: "'#0c4a86'"
    case .code(let form): form.example
    case .choice(let choices): choices.first ?? "word"
    case .reference(let kinds): kinds.first?.exampleID ?? "session-12"
    case .list(let item): "[\(item.rightValue)]"
    case .group(let fields): "{\(fields.sample.map { "\($0.name): \($0.shape.rightValue)" }.joined(separator: ", "))}"
    }
  }

  /// A value that somebody may well write, and what is said of it.
  package var wrongValue: WrongValue {
    switch self {
    case .text, .textOrGroup, .reference, .pattern, .declared: WrongValue(yaml: "[\(rightValue)]", code: .wrongType)
    case .number: WrongValue(yaml: "twelve", code: .wrongType)
    case .flag: WrongValue(yaml: "yes", code: .wrongType)
    case .date: WrongValue(yaml: "9 November 2026", code: .invalidDate)
    case .moment: WrongValue(yaml: "November 2026", code: .invalidDate)
    case .address: WrongValue(yaml: "rivers.example.org/page", code: .invalidAddress)
    case .identifier: WrongValue(yaml: "Session 12", code: .invalidID)
    case .language: WrongValue(yaml: "French", code: .invalidChoice)
    case .timeZone: WrongValue(yaml: "Viennese time", code: .invalidTimeZone)
    case .deadlineRule: WrongValue(yaml: "four months before", code: .invalidRule)
    case .oldAddress: WrongValue(yaml: "/old/page", code: .invalidAddress)
    case .position: WrongValue(yaml: "Vienna", code: .wrongType)
    case .hostName: WrongValue(yaml: "https://rivers.example.org/", code: .invalidAddress)
    case .colour: WrongValue(yaml: "dark blue", code: .wrongType)
    case .code(let form): WrongValue(yaml: form.slip, code: .wrongType)
    case .choice: WrongValue(yaml: "something-else", code: .invalidChoice)
    case .list(let item): WrongValue(yaml: item.rightValue, code: .wrongType)
    case .group: WrongValue(yaml: "Some words", code: .wrongType)
    }
  }
}

extension Kind {
  /// The least that a document of the kind holds, as the front matter of its file.
  package var sample: [FieldDescription] { fields.filter(\.isRequired) }
}

extension [FieldDescription] {
  /// What a group holds at least: what it requires, and its first field besides that says something, since many require one of several.
  fileprivate var sample: [FieldDescription] {
    let first = firstIndex { field in
      if case .identifier = field.shape { return false }
      return !field.isRequired
    }
    return enumerated().filter { $0.element.isRequired || $0.offset == first }.map(\.element)
  }
}

extension [FieldDescription] {
  /// The fields with right values, one a line.
  package var sampleLines: String { map { "\($0.name): \($0.shape.rightValue)\n" }.joined() }
}
