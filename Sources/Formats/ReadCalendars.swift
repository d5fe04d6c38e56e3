import Diagnostics

/// The calendars of a file, and the lines of it that are nothing a calendar has.
package struct CalendarFile: Sendable {
  package let calendars: [CalendarComponent]
  package let leftOut: [CalendarFault]
}

/// Reads the calendars of a file (RFC 5545, section 3.4), each with its parts; a fault of form from which on nothing can be
/// trusted is the failure.
///
/// Lines may end with CRLF, as they have to, with LF or with CR. What many programs get wrong and what changes nothing is let
/// through: no VERSION, and lines that are none, such as the rest of a text that was not folded.
package func readCalendars(_ bytes: [UInt8]) -> Result<CalendarFile, CalendarFault> {
  var reader = CalendarReader()
  do {
    for line in LogicalLines(bytes) { try reader.add(line) }
    return .success(CalendarFile(calendars: try reader.finished(), leftOut: reader.leftOut))
  } catch let fault as CalendarFault {
    return .failure(fault)
  } catch {
    return .failure(CalendarFault(line: 1, message: "the file can be read"))
  }
}

/// Lines with their continuations joined; octets, since programs fold within characters.
private struct LogicalLines: Sequence, IteratorProtocol {
  struct Line {
    var bytes: [UInt8]
    let number: Int
  }

  private let bytes: [UInt8]
  private let lineEnd: UInt8
  private var position: Int
  private var number = 0
  /// How many more lines the last one took.
  private var returns = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    lineEnd = bytes.contains(UInt8(ascii: "\n")) ? UInt8(ascii: "\n") : UInt8(ascii: "\r")
  }

  mutating func next() -> Line? {
    guard position < bytes.count else { return nil }
    var line = Line(bytes: Array(physicalLine()), number: number)
    while position < bytes.count, bytes[position] == UInt8(ascii: " ") || bytes[position] == UInt8(ascii: "\t") {
      line.bytes.append(contentsOf: physicalLine().dropFirst())
    }
    return line
  }

  private mutating func physicalLine() -> ArraySlice<UInt8> {
    let end = bytes[position...].firstIndex(of: lineEnd) ?? bytes.count
    var line = bytes[position..<end]
    if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
    position = end + 1
    // A carriage return within it ends a line for editors, by which its place is found.
    number += 1 + returns
    returns = lineEnd == UInt8(ascii: "\r") ? 0 : line.count { $0 == UInt8(ascii: "\r") }
    return line
  }
}

/// Builds components out of lines.
private struct CalendarReader {
  private static let deepest = 8
  /// Without what one of these says, meetings would be invented, lost or made public, so that a line that looks like one is a fault.
  private static let needed: Set<String> = [
    "BEGIN", "END", "CLASS", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "UID",
    "STATUS",
    "SUMMARY", "SEQUENCE", "TZID", "TZOFFSETFROM", "TZOFFSETTO",
  ]
  private(set) var leftOut: [CalendarFault] = []
  private var calendars: [CalendarComponent] = []
  /// The components that are not closed yet, the outermost first.
  private var open: [CalendarComponent] = []
  private var lastLine = 1

  mutating func add(_ line: LogicalLines.Line) throws {
    lastLine = line.number
    var line = line
    let isControl = { (byte: UInt8) in byte < 0x20 && byte != UInt8(ascii: "\t") || byte == 0x7F }
    if line.bytes.contains(where: isControl) {
      line.bytes.removeAll(where: isControl)
      leftOut.append(CalendarFault(line: line.number, message: "a line holds no control characters"))
    }
    guard !line.bytes.isEmpty else { return }
    let property: CalendarProperty
    switch try Self.property(line) {
    case .success(let found): property = found
    case .failure(let fault):
      guard !open.isEmpty, !Self.needed.contains(Self.firstWord(of: line)) else { throw fault }
      return leftOut.append(fault)
    }
    switch property.name {
    case "BEGIN": try begin(property)
    case "END": try end(property)
    default:
      guard !open.isEmpty else {
        throw CalendarFault(
          line: line.number, message: "a calendar begins with BEGIN:VCALENDAR, not with \(property.name)")
      }
      open[open.count - 1].properties.append(property)
    }
  }

  func finished() throws -> [CalendarComponent] {
    if let component = open.last {
      throw CalendarFault(line: component.line, message: "BEGIN:\(component.name) has no END:\(component.name)")
    }
    guard !calendars.isEmpty else {
      throw CalendarFault(line: lastLine, message: "a calendar has a BEGIN:VCALENDAR, and this file none")
    }
    return calendars
  }

  private mutating func begin(_ property: CalendarProperty) throws {
    let name = property.value.trimmed.uppercased()
    guard isName(name.utf8) else {
      throw CalendarFault(line: property.line, message: "BEGIN names a component, not '\(shortened(property.value))'")
    }
    guard open.isEmpty == (name == "VCALENDAR") else {
      throw CalendarFault(
        line: property.line,
        message: open.isEmpty ? "a calendar begins with BEGIN:VCALENDAR" : "a calendar holds no other calendar")
    }
    guard open.count < Self.deepest else {
      throw CalendarFault(line: property.line, message: "components stand at most \(Self.deepest) deep in each other")
    }
    open.append(CalendarComponent(name: name, line: property.line))
  }

  private mutating func end(_ property: CalendarProperty) throws {
    guard let component = open.popLast(), component.name == property.value.trimmed.uppercased() else {
      throw CalendarFault(
        line: property.line, message: "END:\(shortened(property.value)) closes the component that was begun last")
    }
    if component.name == "VCALENDAR" {
      // The calendars of before 1998 tell times and series in another way.
      if let version = component.property("VERSION"), version.value.trimmed == "1.0" {
        throw CalendarFault(line: version.line, message: "a calendar says VERSION:2.0, and this '1.0'")
      }
      calendars.append(component)
    } else {
      open[open.count - 1].components.append(component)
    }
  }

  // MARK: Lines

  /// In upper case, up to the first sign that no name has.
  private static func firstWord(of line: LogicalLines.Line) -> String {
    String(decoding: line.bytes.prefix { isName(CollectionOfOne($0)) }, as: UTF8.self).uppercased()
  }

  /// A failure is a line that is no property; a file that is no UTF-8 is thrown.
  private static func property(_ line: LogicalLines.Line) throws -> Result<CalendarProperty, CalendarFault> {
    func fault(_ message: String) -> CalendarFault { CalendarFault(line: line.number, message: message) }
    guard let text = String(validating: line.bytes, as: UTF8.self) else {
      throw fault("a calendar is written in UTF-8")
    }
    var rest = line.bytes[...]
    let name = rest.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: ";") }
    rest = rest.dropFirst(name.count)
    guard isName(name), !rest.isEmpty else {
      return .failure(fault("a line consists of a name, a colon and a value, not '\(shortened(text))'"))
    }
    var parameters: [CalendarProperty.Parameter] = []
    while rest.first == UInt8(ascii: ";") {
      rest = rest.dropFirst()
      guard let parameter = Self.parameter(&rest) else {
        return .failure(
          fault("a parameter consists of a name, an equals sign and values, and a quoted one ends with a quote"))
      }
      parameters.append(parameter)
    }
    guard rest.first == UInt8(ascii: ":") else { return .failure(fault("a colon stands before the value")) }
    return .success(
      CalendarProperty(
        name: String(decoding: name, as: UTF8.self).uppercased(), parameters: parameters,
        value: String(decoding: rest.dropFirst(), as: UTF8.self), line: line.number))
  }

  private static func parameter(_ rest: inout ArraySlice<UInt8>) -> CalendarProperty.Parameter? {
    let name = rest.prefix { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: ";") }
    rest = rest.dropFirst(name.count)
    guard isName(name), rest.first == UInt8(ascii: "=") else { return nil }
    var values: [String] = []
    repeat {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "\"") {
        let value = rest.dropFirst().prefix { $0 != UInt8(ascii: "\"") }
        rest = rest.dropFirst(value.count + 1)
        guard rest.first == UInt8(ascii: "\"") else { return nil }
        rest = rest.dropFirst()
        values.append(withoutCarets(value))
      } else {
        let value = rest.prefix { !":;,\"".utf8.contains($0) }
        rest = rest.dropFirst(value.count)
        values.append(withoutCarets(value))
      }
    } while rest.first == UInt8(ascii: ",")
    return CalendarProperty.Parameter(name: String(decoding: name, as: UTF8.self).uppercased(), values: values)
  }

  /// Line ends, quotes and carets in parameters (RFC 6868).
  private static func withoutCarets(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.contains("^") else { return text }
    var result = ""
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped {
        switch scalar {
        case "n": result += "\n"
        case "'": result += "\""
        case "^": result += "^"
        default: result += "^\(scalar)"
        }
        isEscaped = false
      } else if scalar == "^" {
        isEscaped = true
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return isEscaped ? result + "^" : result
  }
}

/// Letters, digits and hyphens (RFC 5545, section 3.1); the underscore that some programs write is let through.
private func isName(_ bytes: some Sequence<UInt8>) -> Bool {
  var isEmpty = true
  for byte in bytes {
    isEmpty = false
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      continue
    default: return false
    }
  }
  return !isEmpty
}
