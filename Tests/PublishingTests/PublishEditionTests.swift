import Content
import Digests
import Editions
import Foundation
import Linking
import Publishing
import Testing

/// Publishes to real places by real programs: a folder, a repository of git, rsync and rclone.
struct PublishEditionTests {
  /// A built site of such files, with its list.
  private func site(_ files: [String: String], in scratch: ScratchFolder, _ name: String) throws -> String {
    let folder = "\(scratch.path)/\(name)"
    for (path, text) in files { try write(text, "\(folder)/\(path)") }
    let listed = try files.map { path, text in
      EditionManifest.File(path: try #require(OutputPath(path)), digest: FileDigest(of: [Array(text.utf8)]))
    }
    let manifest = EditionManifest(title: "A hub", address: "https://hub.example/", day: "2031-03-15", files: listed)
    try Data(manifest.encoded()).write(to: URL(filePath: "\(folder)/SHA256SUMS"))
    return folder
  }

  private func write(_ text: String, _ path: String) throws {
    let url = URL(filePath: path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  private static let first = [
    "index.html": "1", "assets/style.css": "a", "guides/old.html": "o", "guides/ä b.html": "ä", "_x.txt": "x",
  ]
  private static let second = ["index.html": "2", "assets/style.css": "b", "guides/ä b.html": "ä", "_x.txt": "x"]

  enum Engine: String, CaseIterable { case folder, git, rsync, rclone }

  private func place(_ engine: Engine, in scratch: ScratchFolder) throws -> PublishTarget.Place? {
    let there = "\(scratch.path)/there"
    switch engine {
    case .folder: return .folder(there)
    case .git:
      guard try shell("git init --quiet --bare '\(there)'") else { return nil }
      return .git(address: there, branch: "pages")
    case .rsync: return try shell("rsync --version") ? .rsync(there) : nil
    case .rclone: return try shell("rclone version") ? .rclone(":local:\(there)") : nil
    }
  }

  private func shell(_ line: String) throws -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "\(line) >/dev/null 2>&1"]
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  /// What a reader finds there, but for the list.
  private func found(_ engine: Engine, in scratch: ScratchFolder) throws -> [String: String] {
    var folder = "\(scratch.path)/there"
    if engine == .git {
      folder = "\(scratch.path)/seen-\(UUID().uuidString)"
      guard try shell("git clone --quiet --branch pages '\(scratch.path)/there' '\(folder)' && rm -rf '\(folder)/.git'")
      else { return [:] }
    }
    var files: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      guard let bytes = FileManager.default.contents(atPath: "\(folder)/\(path)"), path != "SHA256SUMS",
        !path.hasSuffix("-lock")
      else { continue }
      files[path] = String(decoding: bytes, as: UTF8.self)
    }
    return files
  }

  @Test(arguments: Engine.allCases)
  func sendsOnlyWhatChanged(_ engine: Engine) throws {
    let scratch = try ScratchFolder()
    guard let place = try place(engine, in: scratch) else { return }
    let target = PublishTarget(id: "web", place: place)
    let one = try site(Self.first, in: scratch, "one")
    let all = try publishEdition(in: one, to: target, isDry: false, jobs: 1)
    #expect(all.steps.sent.sorted() == Self.first.keys.sorted())
    #expect(try found(engine, in: scratch) == Self.first)
    #expect(try publishEdition(in: one, to: target, isDry: false, jobs: 1).steps.isEmpty)

    let two = try site(Self.second, in: scratch, "two")
    let shown = try publishEdition(in: two, to: target, isDry: true, jobs: 1)
    #expect(try found(engine, in: scratch) == Self.first)
    let changed = try publishEdition(in: two, to: target, isDry: false, jobs: 1)
    #expect(changed.steps == shown.steps)
    #expect(changed.steps.assets == ["assets/style.css"])
    #expect(changed.steps.pages == ["index.html"])
    #expect(changed.steps.removals == ["guides/old.html"])
    #expect(try found(engine, in: scratch) == Self.second)
  }

  @Test(arguments: Engine.allCases)
  func leavesAloneWhatItDidNotSend(_ engine: Engine) throws {
    let scratch = try ScratchFolder()
    guard engine != .git, let place = try place(engine, in: scratch) else { return }
    try write("c", "\(scratch.path)/there/CNAME")
    let one = try site(["index.html": "1"], in: scratch, "one")
    _ = try publishEdition(in: one, to: PublishTarget(id: "web", place: place), isDry: false, jobs: 1)
    #expect(try found(engine, in: scratch) == ["CNAME": "c", "index.html": "1"])
  }

  @Test(arguments: Engine.allCases)
  func replacesASiteOfOthersOnlyWhereThatIsAskedFor(_ engine: Engine) throws {
    let scratch = try ScratchFolder()
    guard engine != .git, let place = try place(engine, in: scratch) else { return }
    try write("theirs", "\(scratch.path)/there/index.html")
    let one = try site(["index.html": "1"], in: scratch, "one")
    let target = PublishTarget(id: "web", place: place)
    let failure = #expect(throws: PublishFailure.self) {
      try publishEdition(in: one, to: target, isDry: false, jobs: 1)
    }
    #expect(failure?.sentence.contains("no publish sent") == true)
    #expect(try found(engine, in: scratch) == ["index.html": "theirs"])
    _ = try publishEdition(in: one, to: target, isDry: false, isForced: true, jobs: 1)
    #expect(try found(engine, in: scratch) == ["index.html": "1"])
  }

  @Test(arguments: Engine.allCases)
  func sendsEveryFileAgainWhereThatIsAskedFor(_ engine: Engine) throws {
    let scratch = try ScratchFolder()
    guard let place = try place(engine, in: scratch) else { return }
    let one = try site(Self.first, in: scratch, "one")
    let target = PublishTarget(id: "web", place: place)
    _ = try publishEdition(in: one, to: target, isDry: false, jobs: 1)
    if engine != .git { try write("damaged", "\(scratch.path)/there/index.html") }
    _ = try publishEdition(in: one, to: target, isDry: false, isForced: true, jobs: 1)
    #expect(try found(engine, in: scratch) == Self.first)
  }

  /// A journal that is there says that an earlier publish may have left anything in its files.
  @Test(arguments: Engine.allCases)
  func goesOnAfterAnInterruption(_ engine: Engine) throws {
    let scratch = try ScratchFolder()
    guard engine != .git, let place = try place(engine, in: scratch) else { return }
    let target = PublishTarget(id: "web", place: place)
    let one = try site(Self.first, in: scratch, "one")
    _ = try publishEdition(in: one, to: target, isDry: false, jobs: 1)
    // As if an edition between the two had been sent in part: a page changed, another came, and the list is the old one.
    let there = "\(scratch.path)/there"
    try write("half", "\(there)/_x.txt")
    try write("new", "\(there)/between.html")
    try write("hubwright-publishing 1 somebody\n_x.txt\nbetween.html\nend\n", "\(there)/.hubwright-publishing")
    _ = try publishEdition(
      in: try site(Self.second, in: scratch, "two"), to: target, isDry: false, jobs: 1)
    #expect(try found(engine, in: scratch) == Self.second)
  }

  @Test func sendsAllWhereTheListOrTheJournalIsDamaged() throws {
    let scratch = try ScratchFolder()
    let target = PublishTarget(id: "web", place: .folder("\(scratch.path)/there"))
    let one = try site(Self.first, in: scratch, "one")
    _ = try publishEdition(in: one, to: target, isDry: false, jobs: 1)
    try write("x", "\(scratch.path)/there/.hubwright-publishing")
    let all = try publishEdition(in: one, to: target, isDry: false, jobs: 1).steps
    #expect(all.sent.count == Self.first.count)
    #expect(try found(.folder, in: scratch) == Self.first)
  }

  @Test func refusesASiteThatIsNotAsItWasBuilt() throws {
    let scratch = try ScratchFolder()
    let one = try site(Self.first, in: scratch, "one")
    try write("other", "\(one)/index.html")
    let failure = #expect(throws: PublishFailure.self) {
      try publishEdition(
        in: one, to: PublishTarget(id: "web", place: .folder("\(scratch.path)/there")), isDry: false, jobs: 1)
    }
    #expect(failure?.sentence == "\(one) is not as it was built (index.html): build it again.")
  }

  @Test func aBranchKeepsItsHistoryAndWhatOthersPut() throws {
    let scratch = try ScratchFolder()
    guard let place = try place(.git, in: scratch) else { return }
    let target = PublishTarget(id: "pages", place: place)
    _ = try publishEdition(in: try site(Self.first, in: scratch, "one"), to: target, isDry: false, jobs: 1)
    let clone = "\(scratch.path)/clone"
    #expect(
      try shell(
        "git clone --quiet --branch pages '\(scratch.path)/there' '\(clone)' && cd '\(clone)' && echo c >CNAME && git add CNAME && "
          + "git -c user.name=a -c user.email=a@b commit --quiet -m x && git push --quiet origin pages"))
    _ = try publishEdition(in: try site(Self.second, in: scratch, "two"), to: target, isDry: false, jobs: 1)
    #expect(try found(.git, in: scratch) == Self.second.merging(["CNAME": "c\n"]) { $1 })
    #expect(try shell("cd '\(clone)' && git pull --quiet && test $(git log --oneline | wc -l) = 3"))
  }

  @Test func aSecondPublishToAFolderWaitsForNobody() throws {
    let scratch = try ScratchFolder()
    let one = try site(Self.first, in: scratch, "one")
    let there = "\(scratch.path)/there"
    let target = PublishTarget(id: "web", place: .folder(there))
    _ = try publishEdition(in: one, to: target, isDry: false, jobs: 1)
    let holder = try Process.run(
      URL(filePath: "/bin/sh"),
      arguments: [
        "-c", "exec 9>'\(there)/.hubwright-publishing-lock'; flock 9; touch '\(scratch.path)/held'; exec sleep 60",
      ])
    defer { holder.terminate() }
    while !FileManager.default.fileExists(atPath: "\(scratch.path)/held") { usleep(10_000) }
    let failure = #expect(throws: PublishFailure.self) {
      try publishEdition(in: one, to: target, isDry: false, jobs: 1)
    }
    #expect(
      failure?.sentence == "Another publish is writing to \(there); start again when it has finished.")
  }
}
