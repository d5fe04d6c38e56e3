import CivilTime
import Content
import Foundation
import Publishing
import Testing

/// The history of a hub's files, as git itself tells it.
struct ReadHistoryTests {
  private let folder = "\(NSTemporaryDirectory())hubwright-git-\(UUID().uuidString)"

  @Test func readsARepository() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try makeRepository()
    guard case .whole(let history) = readHistory(of: "\(folder)/hub") else {
      Testing.Issue.record("no history")
      return
    }
    #expect(history.renames == ["site-content/issues/old.md": "site-content/issues/née.md"])
    let file = try #require(history.files["site-content/issues/née.md"])
    #expect(file.lastChange.isoText == "2026-01-02")
    #expect(file.contributors == ["Ada"])
  }

  @Test func noticesAShallowClone() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try makeRepository()
    try git("clone", "--quiet", "--depth", "1", "file://\(folder)", "\(folder)/clone")
    guard case .shallow = readHistory(of: "\(folder)/clone/hub") else {
      Testing.Issue.record("not shallow")
      return
    }
  }

  @Test func inventsNothingWithoutARepository() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    guard case .none = readHistory(of: folder) else {
      Testing.Issue.record("a history out of nothing")
      return
    }
  }

  /// A hub in a folder of a repository, with a file that was written, and then renamed by somebody else.
  private func makeRepository() throws {
    try FileManager.default.createDirectory(
      atPath: "\(folder)/hub/site-content/issues", withIntermediateDirectories: true)
    try git("init", "--quiet", folder)
    try "one\ntwo\nthree\n".write(
      toFile: "\(folder)/hub/site-content/issues/old.md", atomically: true, encoding: .utf8)
    try commit("Ada", day: "2026-01-02")
    try FileManager.default.moveItem(
      atPath: "\(folder)/hub/site-content/issues/old.md", toPath: "\(folder)/hub/site-content/issues/née.md")
    try commit("Ben", day: "2026-01-03")
  }

  private func commit(_ author: String, day: String) throws {
    try git("-C", folder, "add", "--all")
    try git(
      "-C", folder, "-c", "user.name=\(author)", "-c", "user.email=a@example.org", "commit", "--quiet", "--message",
      "x",
      "--date", "\(day)T12:00:00Z")
  }

  private func git(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git"] + arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }
}
