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

  /// A text that lies elsewhere is watched where it lies, however it is saved, and so is each link on the way to it.
  @Test(.timeLimit(.minutes(1)), arguments: Way.allCases)
  func followsSymbolicLinks(_ way: Way) throws {
    let hub = try hub()
    try hub.write("common/texts/one.md", "One")
    try hub.write("common/texts/two.md", "Two")
    try hub.write("common/others/one.md", "Another")
    try hub.write("common/folder/deep/three.md", "Three")
    try link("common/current", to: "texts", in: hub)
    try link("site-content/issues/linked.md", to: "../../common/current/one.md", in: hub)
    try link("site-content/more", to: "../common/folder", in: hub)
    try link("site-content/issues/late.md", to: "../../common/later/late.md", in: hub)
    try hub.write("common/later/other.md", "Other")
    let watcher = try watcher(way, hub)
    let changes: [(String, () throws -> Void)] = [
      ("written over", { try overwrite("common/texts/one.md", "One more time", in: hub) }),
      ("replaced", { try replace("common/texts/one.md", "Another one", in: hub) }),
      ("replaced again", { try replace("common/texts/one.md", "And another one", in: hub) }),
      (
        "a link on the way",
        {
          try hub.remove("common/current")
          try link("common/current", to: "others", in: hub)
        }
      ), ("behind it", { try replace("common/others/one.md", "Yet another one", in: hub) }),
      ("in a linked folder", { try hub.write("common/folder/deep/three.md", "Three and more") }),
      ("a new link", { try link("site-content/issues/two.md", to: "../../common/texts/two.md", in: hub) }),
      ("behind the new link", { try overwrite("common/texts/two.md", "Two and more", in: hub) }),
      ("what a link leads to appears", { try hub.write("common/later/late.md", "Late") }),
    ]
    for (name, change) in changes {
      while watcher.waitForChange(atMost: 30) {}
      try change()
      #expect(watcher.waitForChanges(atMost: 5_000), "\(name)")
    }
    while watcher.waitForChange(atMost: 30) {}
    try hub.write("common/texts/stranger.md", "No link leads here")
    #expect(!watcher.waitForChange(atMost: 100))
  }

  private func link(_ path: String, to target: String, in hub: HubFolder) throws {
    try FileManager.default.createSymbolicLink(atPath: "\(hub.path)/\(path)", withDestinationPath: target)
  }

  /// Puts a new file in the place of the old one, as most programs save.
  private func replace(_ path: String, _ text: String, in hub: HubFolder) throws {
    try Data(text.utf8).write(to: URL(filePath: "\(hub.path)/\(path)"), options: .atomic)
  }

  /// Writes into the file that is there, as some programs save.
  private func overwrite(_ path: String, _ text: String, in hub: HubFolder) throws {
    let file = try FileHandle(forWritingTo: URL(filePath: "\(hub.path)/\(path)"))
    try file.write(contentsOf: Data(text.utf8))
    try file.close()
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
