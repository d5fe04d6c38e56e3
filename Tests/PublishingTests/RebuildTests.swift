import OutputFiles
import Outputs
import Publishing
import Testing

/// Whatever was built before, and however it ended, a build leaves what a first one would.
@Suite struct RebuildTests {
  private static let paths = [
    "index.html", "a", "a/b", "a/b/c", "a/b/c/d", "a/e", "f/g", "f", "f/h/i", "F/x", "é/1", "e\u{301}/1", "K.svg",
    "k.svg",
    "z/z/z/z/z", "z/z",
  ]
  private static let texts = ["", "short", "SHORT", String(repeating: "long ", count: 40_000)]

  @Test(arguments: 0..<60) func leavesWhatACleanBuildWould(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let scratch = try ScratchFolder()
    for name in ["own.txt", "own/folder/x"] { try scratch.place(name, "a stranger's") }
    let strangers = try tree(["own.txt": "a stranger's", "own/folder/x": "a stranger's"])
    for _ in 0..<8 {
      let files = randomFiles(&random)
      let jobs = Int.random(in: 1...3, using: &random)
      let disk = FailingFileSystem(randomFault(&random))
      let isDone = (try? writeSite(plan(files), to: scratch.site, jobs: jobs, fileSystem: disk)) != nil
      disk.endProcess()
      guard isDone else { continue }
      let clean = try ScratchFolder()
      _ = try writeSite(plan(files), to: clean.site, jobs: 1, fileSystem: FailingFileSystem())
      let surprises = differences(
        try scratch.snapshot(), try clean.snapshot().merging(strangers) { built, _ in built })
      #expect(surprises.isEmpty, "\(surprises)")
      #expect(try scratch.pages() == tree(files).merging(strangers) { built, _ in built })
    }
  }

  /// As many of the paths as chance has it, without those that collide with one before.
  private func randomFiles(_ random: inout SeededGenerator) -> [String: String] {
    var files: [String: String] = [:]
    for path in Self.paths.shuffled(using: &random).prefix(Int.random(in: 0...12, using: &random)) {
      var more = files
      more[path] = Self.texts[Int.random(in: 0..<Self.texts.count, using: &random)]
      if (try? plan(more)) != nil { files = more }
    }
    return files
  }

  private func randomFault(_ random: inout SeededGenerator) -> FailingFileSystem.Fault {
    let number = Int.random(in: 1...160, using: &random)
    return switch Int.random(in: 0..<6, using: &random) {
    case 0: .once(number)
    case 1: .diskFull(number)
    case 2, 3: .kill(number)
    default: .none
    }
  }
}
