import Foundation
import TestSupport
import Testing

@testable import DevServer

/// A change is noticed, whatever makes it.
@Suite(.serialized) struct FolderWatcherTests {
  enum Way: String, CaseIterable { case notices, looking }

  private func watcher(_ way: Way, _ hub: HubFolder) throws -> any FolderWatcher {
    switch way {
    case .notices: watchFolders(["site-content", "templates"], of: hub.path)
    case .looking: PollingWatcher(["site-content", "templates"].map { "\(hub.path)/\($0)" })
    }
  }

  private func hub() throws -> HubFolder {
    try HubFolder("-- site-content/hub.yaml --\ntitle: A\n-- site-content/issues/a.md --\nA\n")
  }

  @Test(.timeLimit(.minutes(1)), arguments: Way.allCases)
  func noticesEveryKindOfChange(_ way: Way) throws {
    let hub = try hub()
    let watcher = try watcher(way, hub)
    let changes: [(String, () throws -> Void)] = [
      ("edit", { try hub.write("site-content/issues/a.md", "B") }),
      ("new file", { try hub.write("site-content/issues/b.md", "B") }),
      ("new folder", { try hub.write("site-content/guides/deep/c.md", "B") }),
      ("edit in it", { try hub.write("site-content/guides/deep/c.md", "C, longer") }),
      ("removal", { try hub.remove("site-content/issues/b.md") }),
      ("renaming", { try move("issues/a.md", "issues/d.md", in: hub) }),
      ("templates appear", { try hub.write("templates/strings/en.yaml", "a: b") }),
      ("template edited", { try hub.write("templates/strings/en.yaml", "a: longer") }),
      ("folder replaced", { try replaceContent(of: hub) }),
      ("edit in the new one", { try hub.write("site-content/issues/a.md", "Longer than before") }),
    ]
    for (name, change) in changes {
      while watcher.waitForChange(atMost: 30) {}
      try change()
      #expect(watcher.waitForChanges(atMost: 5_000), "\(name)")
    }
  }

  @Test(.timeLimit(.minutes(1)), arguments: Way.allCases)
  func passesOverWhatNoHubReads(_ way: Way) throws {
    let hub = try hub()
    let watcher = try watcher(way, hub)
    try hub.write("public/index.html", "built")
    try hub.write("site-content/issues/.a.md.swp", "editor")
    try hub.write("site-content/issues/a.md~", "editor")
    #expect(!watcher.waitForChanges(atMost: 100) || way == .looking)
  }

  @Test(.timeLimit(.minutes(1))) func takesABurstForOneChange() throws {
    let hub = try hub()
    let watcher = try watcher(.notices, hub)
    for number in 0..<300 { try hub.write("site-content/issues/n\(number).md", "N") }
    #expect(watcher.waitForChanges(atMost: 5_000))
    #expect(!watcher.waitForChange(atMost: 50))
  }

  private func move(_ old: String, _ new: String, in hub: HubFolder) throws {
    let content = "\(hub.path)/site-content"
    try FileManager.default.moveItem(atPath: "\(content)/\(old)", toPath: "\(content)/\(new)")
  }

  private func replaceContent(of hub: HubFolder) throws {
    try FileManager.default.moveItem(atPath: "\(hub.path)/site-content", toPath: "\(hub.path)/old")
    try hub.write("site-content/hub.yaml", "title: B")
    try hub.write("site-content/issues/a.md", "A")
  }
}
