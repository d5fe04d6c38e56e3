import Diagnostics
import Foundation

/// A fault that a build finds in a migrated text.
package struct MigratedFault: Sendable {
  package let code: DiagnosticCode
  package let range: SourceRange
  package let message: String

  package init(_ fault: Diagnostic) { (code, range, message) = (fault.code, fault.range, fault.message) }
}

/// Takes out of a migrated text what a build refuses, and says what; each line is mended once, so that a build follows.
package func mended(_ text: MigratedText, of faults: [MigratedFault], isLast: Bool) -> MigratedText {
  var result = text
  var lines = text.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  let end = lines.dropFirst().firstIndex(of: "---") ?? 0
  if isLast, faults.contains(where: { $0.range.start.line > end + 1 }) {
    let body = lines[(end + 1)...].joined(separator: "\n").trimmed
    let longest = body.matches(of: /~+/).map { $0.0.count }.max() ?? 0
    let fence = String(repeating: "~", count: max(3, longest + 1))
    lines = Array(lines[...end]) + ["", "\(fence)text", body, fence, ""]
    if !lines[..<end].contains("draft: true") { lines.insert("draft: true", at: end) }
    result.notes.append("Its text is shown as code, since a build refuses it: \(faults[0].message).")
    result.text = lines.joined(separator: "\n")
    return result
  }
  var touched: Set<Int> = []
  var last: SourcePosition?
  // From the end of a line to its start, so that places stay right.
  for fault in faults.sorted(by: {
    ($0.range.start.line, $0.range.start.column) > ($1.range.start.line, $1.range.start.column)
  }) {
    let number = fault.range.start.line - 1
    guard lines.indices.contains(number), fault.range.start != last else { continue }
    last = fault.range.start
    if number <= end {
      guard !lines[number].hasPrefix("title:"), number > 0, number < end, touched.insert(number).inserted else {
        continue
      }
      result.notes.append("Left out: '\(lines[number].trimmed)' (\(fault.message)).")
      lines[number] = ""
    } else if let line = mended(lines[number], fault) {
      result.notes.append("Changed: \(fault.message).")
      lines[number] = line
    }
  }
  let fields = lines[..<end].enumerated().filter { !($0.element.isEmpty && touched.contains($0.offset)) }.map(\.element)
  result.text = withoutEmptyLists(fields + Array(lines[end...])).joined(separator: "\n")
  return result
}

private func withoutEmptyLists(_ lines: [String]) -> [String] {
  lines.enumerated().filter { number, line in
    !(["aliases:", "image:"].contains(line)
      && !(lines.indices.contains(number + 1) && lines[number + 1].hasPrefix("  ")))
  }.map(\.element)
}

/// A line without what is wrong in it; nil where nothing but the whole text would help.
private func mended(_ line: String, _ fault: MigratedFault) -> String? {
  let scalars = Array(line.unicodeScalars)
  let start = min(max(0, fault.range.start.column - 1), scalars.count)
  let end = min(
    scalars.count,
    fault.range.end.line == fault.range.start.line ? max(start, fault.range.end.column - 1) : scalars.count)
  func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
  let (before, covered, after) = (text(0..<start), text(start..<end), text(end..<scalars.count))
  // A link whose address stands elsewhere, such as `[words][name]`.
  if covered.hasPrefix("["), [.unresolvedAnchor, .unresolvedLink].contains(fault.code) {
    return before + covered.replacing(/^\[([^\]]*)\](?:\[[^\]]*\])?$/) { $0.1 } + after
  }
  switch fault.code {
  case .unresolvedAnchor:
    guard let hash = covered.firstIndex(of: "#") else { return nil }
    let path = String(covered[..<hash])
    return path.isEmpty ? unlinked(before, after) : before + path + after
  case .unresolvedLink, .dangerousLink, .invalidAddress, .hiddenTarget: return unlinked(before, after) ?? before + after
  case .rawHTML:
    // A sign that is written before '<' may belong to an address in front of it.
    let address = before.hasSuffix("\\") ? String(before.dropLast()) : before
    return address + "&lt;" + covered.dropFirst() + after
  case .unresolvedFootnote, .unresolvedWikilink: return before + "\\" + covered + after
  case .emptyLink, .nestedLink:
    return before + covered.replacing(/\]\([^)]*\)/, with: "").replacing("[", with: "") + after
  case .invalidHeading:
    return (before + covered + after).replacing(/\s*\{#[^}]*\}/, with: "").replacing(/^(\s*)#(?!#)/, with: "##")
  default: return nil
  }
}

/// A line without the link whose destination stood between the two parts.
private func unlinked(_ before: String, _ after: String) -> String? {
  guard before.hasSuffix("](") || before.hasSuffix("](<"), let bracket = before.ranges(of: "](").last else {
    return nil
  }
  var depth = 0
  var index = bracket.lowerBound
  while index > before.startIndex {
    index = before.index(before: index)
    if before[index] == "]" { depth += 1 }
    if before[index] == "[" {
      if depth == 0 { break }
      depth -= 1
    }
  }
  guard before[index] == "[", let close = after.firstIndex(of: ")") else { return nil }
  var head = before[..<index]
  if head.hasSuffix("!") { head.removeLast() }
  let label = String(before[before.index(after: index)..<bracket.lowerBound])
  return String(head) + label + String(after[after.index(after: close)...])
}
