import CivilTime
import Content
import Linking
import OutputFiles
import Outputs
import Publishing
import TestSupport
import Testing

/// How often an entry of a calendar was revised (RFC 5545, section 3.8.7.4).
@Suite struct SequenceTests {
  /// The numbers of the two meetings, after so many commits that changed their file.
  private static func sequences(commits: Int, _ fields: String = "") throws -> [String] {
    let folder = try HubFolder(
      """
      -- site-content/hub.yaml --
      \(BuiltSite.hub)
      -- site-content/meetings/m.yaml --
      - {id: a, title: A, type: group, start: 2031-05-10, confidence: memory\(fields)}
      -- site-content/meetings/b.md --
      ---
      title: B
      type: group
      start: 2031-05-12
      confidence: memory
      ---
      """)
    let log = (0..<commits).map {
      "\u{1}2031-01-\($0 + 10)\u{2}Ada\0\n\($0 == commits - 1 ? "A" : "M")\0site-content/meetings/m.yaml\0"
    }
    let history = SourceHistory(log: Array(log.joined().utf8))
    let day = try date("2031-03-15")
    let result = buildSite(
      BuildRequest(hub: folder.path, asOf: day, today: { _ in day }, jobs: 1, history: { .whole(history) }))
    let file = try #require(result.plan?.files.first { $0.path.text == "meetings.ics" })
    return String(decoding: try file.contents(), as: UTF8.self).events("SEQUENCE")
  }

  @Test func risesWithEachChangeThatGitTellsOf() throws {
    #expect(try Self.sequences(commits: 1) == [])
    #expect(try Self.sequences(commits: 2) == ["1"])
    #expect(try Self.sequences(commits: 4) == ["3"])
  }

  @Test func neverFallsBehindTheRecord() throws {
    #expect(try Self.sequences(commits: 2, ", sequence: 7") == ["7"])
    #expect(try Self.sequences(commits: 9, ", sequence: 7") == ["8"])
    #expect(try Self.sequences(commits: 0, ", sequence: 0") == ["0"])
  }
}
