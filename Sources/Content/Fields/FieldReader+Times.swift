import Diagnostics
import Foundation

extension FieldReader {
  mutating func timeZone(_ name: String, required: Bool = false, _ meaning: StaticString) -> String? {
    guard let node = node(name, .timeZone, isRequired: required, meaning) else { return nil }
    guard let written = node.text else {
      reportWrongType(name, .timeZone, at: node)
      return nil
    }
    guard isTimeZone(written) else {
      let nearest = nearestMatch(to: written, among: TimeZone.knownTimeZoneIdentifiers)
      report(
        .invalidTimeZone, "no time zone is named '\(shortened(written))'", at: node,
        help: nearest.map { "Write '\($0.name)'" } ?? "Write a name such as Europe/Zurich",
        edits: mend(node, to: nearest))
      return nil
    }
    return written
  }

  mutating func deadlineRule(_ name: String, _ meaning: StaticString) -> DeadlineRule? {
    guard let node = node(name, .deadlineRule, isRequired: false, meaning) else { return nil }
    guard let text = node.text, let rule = DeadlineRule(text: text) else {
      report(
        .invalidRule, "a rule counts days, weeks, months or years before or after the opening or the close", at: node,
        help: "Write it like '4 months before the opening'")
      return nil
    }
    return rule
  }

  /// A place on the globe: latitude and longitude in degrees, with a comma between.
  mutating func position(_ name: String, _ meaning: StaticString) -> Meeting.Position? {
    guard let node = node(name, .position, isRequired: false, meaning) else { return nil }
    let parts = (node.text ?? "").split(separator: ",", omittingEmptySubsequences: false)
      .map { Double($0.trimmingCharacters(in: .whitespaces)) }
    guard parts.count == 2, let latitude = parts[0], let longitude = parts[1], (-90...90).contains(latitude),
      (-180...180).contains(longitude)
    else {
      report(
        .wrongType, "a position is a latitude from -90 to 90 and a longitude from -180 to 180", at: node,
        help: "Write it like '46.2217, 6.1372'")
      return nil
    }
    return Meeting.Position(latitude: latitude, longitude: longitude)
  }

  /// Reports times without their zone: hours that nobody could keep.
  mutating func requireTimeZone(_ timeZone: String?, hasTimes: Bool) {
    guard hasTimes, timeZone == nil, !has("time_zone") else { return }
    diagnostics.append(
      Diagnostic(
        .missingField, "\(noun) with times has the field 'time_zone'", at: place,
        help: "Add a line such as 'time_zone: Europe/Zurich', or write days alone"))
  }

  /// Reports an end that lies before its start, as far as both are known.
  mutating func requireOrder(_ start: Moment?, _ end: Moment?, of field: String) {
    guard let start, let end, let node = node(field, .moment, isRequired: false, "") else { return }
    let isBefore: Bool
    if case .time(let first) = start, case .time(let last) = end {
      isBefore = last < first
    } else {
      isBefore = end.lastDay < start.firstDay
    }
    if isBefore {
      report(
        .endsBeforeItStarts, "the end, \(end.isoText), lies before the start, \(start.isoText)", at: node,
        help: "Correct one of the two dates")
    }
  }
}

/// Whether a text is the name of a zone in the IANA database; abbreviations, of which several may mean one, are none.
package func isTimeZone(_ name: String) -> Bool {
  (name.contains("/") || name == "UTC") && TimeZone(identifier: name) != nil
}

extension Moment? {
  /// Whether the hour is known.
  var isTime: Bool { self?.hasTime == true }
}
