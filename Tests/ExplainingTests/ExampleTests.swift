import Diagnostics
import Explaining
import Foundation
import TestSupport
import Testing

/// Every fault that can be explained happens as it is explained.
///
/// With `UPDATE_GOLDENS=1` in the environment the messages are written into the examples, for a reader to review.
struct ExampleTests {
  private static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1"

  /// What no hub by itself shows: it takes a network, a calendar from elsewhere, a machine without time zones or a cut history. Tests of
  /// their own show it.
  private static let elsewhere: Set<DiagnosticCode> = [
    .deadLink, .movedLink, .unreadableSource, .missingTimeZoneData, .shallowHistory,
  ]

  @Test func everyCodeHasAnExample() {
    let missing = Set(DiagnosticCode.allCases).subtracting(
      Example.all.filter { $0.name == $0.code.rawValue }.map(\.code)
    ).subtracting(Self.elsewhere)
    #expect(missing.map { "examples/\($0.rawValue).txt" }.sorted() == [])
  }

  @Test func everyFileIsAnExample() {
    #expect(Example.strays == [])
  }

  @Test func thereAreManyExamples() {
    #expect(Example.all.count >= 80)
  }

  @Test(arguments: Example.all.map(\.name))
  func findsJustWhatTheExampleSays(_ name: String) throws {
    let example = try #require(Example.all.first { $0.name == name })
    let found = try BrokenHub(example.wrong).findings()
    if Self.isUpdating, found != example.expected { return try update(name, found) }
    #expect(found == example.expected)
    #expect(found.contains { $0.contains(" \(example.code.rawValue): ") })
  }

  @Test(arguments: Example.all.filter { !$0.right.isEmpty }.map(\.name))
  func findsNothingInTheHubThatIsRight(_ name: String) throws {
    let example = try #require(Example.all.first { $0.name == name })
    let replaced = Set(example.right.map { $0.path.split(separator: ":")[0] })
    let kept = example.wrong.filter { !replaced.contains($0.path.split(separator: ":")[0]) }
    #expect(try BrokenHub(kept + example.right.filter { !$0.path.hasSuffix(": absent") }).findings() == [])
  }

  private func update(_ name: String, _ found: [String]) throws {
    let file = fixture("../../examples/\(name).txt")
    let text = try String(contentsOf: file, encoding: .utf8)
    let parts = text.components(separatedBy: "-- expected --\n")
    let rest =
      parts.count > 1 ? parts[1].range(of: "-- right --\n").map { String(parts[1][$0.lowerBound...]) } ?? "" : ""
    let new = parts[0] + "-- expected --\n" + found.map { $0 + "\n" }.joined() + rest
    try new.write(to: file, atomically: true, encoding: .utf8)
  }
}
