import OutputFiles
import Outputs
import Publishing
import Testing

/// Every operation of a build fails, or is the last, in one run each.
@Suite struct InterruptionTests {
  /// What was built before, and what is built when the disk fails.
  struct Step: Sendable, CustomTestStringConvertible {
    let name: String
    let before: [String: String]?
    let after: [String: String]
    var strangers: [String: String] = [:]

    var testDescription: String { name }
  }

  static let steps = [
    Step(name: "first build", before: nil, after: ["index.html": "home", "a/b.html": "b", "c/d/e.html": "e"]),
    Step(
      name: "change, addition and removal",
      before: ["index.html": "old", "a/b.html": "b", "a/old.html": "gone", "x/y/z.html": "gone too"],
      after: ["index.html": "new", "a/b.html": "b", "a/new.html": "new", "n/m/o.html": "new too"]),
    Step(
      name: "file to folder and folder to file",
      before: ["a": "file", "b/c/d": "d", "b/e": "e", "k": "same"],
      after: ["a/x/y": "y", "a/z": "z", "b": "file", "k": "same"]),
    Step(
      name: "change of letter case", before: ["About.html": "about", "b": "b"],
      after: ["about.html": "about", "b": "B"]),
    Step(name: "all removed", before: ["a/b": "b", "c": "c"], after: [:]),
    Step(
      name: "strangers' files", before: ["a.html": "a"], after: ["index.html": "home", "a.html": "A", "d/e": "e"],
      strangers: ["index.html": "a stranger's", "d/own.txt": "another's"]),
  ]

  /// Builds a site up to `step` and hands it on with a disk that fails.
  private func attempt(
    _ step: Step, on disk: FailingFileSystem, jobs: Int = 1,
    _ check: (ScratchFolder, Snapshot, WriteFailure) throws -> Void
  ) throws -> Bool {
    let scratch = try ScratchFolder()
    if let before = step.before { _ = try build(before, in: scratch) }
    for (name, text) in step.strangers { try scratch.place(name, text) }
    let old = try scratch.pages()
    do {
      _ = try writeSite(
        plan(step.after), of: SiteOwnership(replacesOthers: true), to: scratch.site, jobs: jobs, fileSystem: disk)
      disk.endProcess()
      try expectClean(step.after, in: scratch, strangers: step.strangers)
      return true
    } catch let failure as WriteFailure {
      disk.endProcess()
      try check(scratch, old, failure)
      return false
    }
  }

  private func build(_ files: [String: String], in scratch: ScratchFolder) throws -> WriteSummary {
    try writeSite(
      plan(files), of: SiteOwnership(replacesOthers: true), to: scratch.site, jobs: 1, fileSystem: FailingFileSystem())
  }

  /// The folder holds what a first build into an empty one would leave there, byte for byte, and what strangers put there.
  private func expectClean(
    _ files: [String: String], in scratch: ScratchFolder, strangers: [String: String],
    _ location: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let clean = try ScratchFolder()
    _ = try build(files, in: clean)
    let others = strangers.filter { files[$0.key] == nil }
    let expected = try clean.snapshot().merging(tree(others)) { built, _ in built }
    let surprises = differences(try scratch.snapshot(), expected)
    #expect(surprises.isEmpty, "\(surprises)", sourceLocation: location)
    let wrongPages = differences(try scratch.pages(), try tree(files.merging(others) { built, _ in built }))
    #expect(wrongPages.isEmpty, "\(wrongPages)", sourceLocation: location)
  }

  /// Each file is the old or the new one, whole.
  private func expectWhole(_ scratch: ScratchFolder, _ old: Snapshot, _ step: Step, _ number: Int) throws {
    let new = try tree(step.after)
    for (path, entry) in try scratch.pages() {
      #expect(entry == old[path] || entry == new[path], "\(path) after operation \(number)")
    }
    for (path, entry) in old where new[path] == entry {
      #expect(try scratch.pages()[path] == entry, "\(path) after operation \(number)")
    }
  }

  @Test(arguments: steps) func survivesTheFailureOfAnyOperation(_ step: Step) throws {
    for number in 1... {
      let isDone = try attempt(step, on: FailingFileSystem(.once(number))) { scratch, old, failure in
        #expect(failure.sentence.hasPrefix("Input/output error: "))
        if failure.siteIsUnchanged { #expect(try scratch.pages() == old, "operation \(number)") }
        try expectWhole(scratch, old, step, number)
        _ = try build(step.after, in: scratch)
        try expectClean(step.after, in: scratch, strangers: step.strangers)
      }
      if isDone, try operationCount(of: step) < number { break }
    }
  }

  @Test(arguments: steps) func leavesTheOldSiteAndNothingElseWhenTheDiskIsFull(_ step: Step) throws {
    for number in 1... {
      let isDone = try attempt(step, on: FailingFileSystem(.diskFull(number))) { scratch, old, failure in
        #expect(failure.sentence.hasPrefix("The disk is full: "))
        if failure.siteIsUnchanged {
          #expect(try scratch.pages() == old, "operation \(number)")
          let own = try scratch.snapshot().keys.filter { $0.contains(".hubwright-") }
          #expect(Set(own).isSubset(of: [".hubwright-lock", ".hubwright-manifest"]), "operation \(number)")
        } else {
          // Only a folder in the place of a file has to wait for the removal of the file.
          #expect(failure.operation == .make && step.name.hasPrefix("file to folder"))
        }
        _ = try build(step.after, in: scratch)
        try expectClean(step.after, in: scratch, strangers: step.strangers)
      }
      if isDone, try operationCount(of: step) < number { break }
    }
  }

  @Test(arguments: steps) func mendsWhatABuildKilledAtAnyOperationLeft(_ step: Step) throws {
    for number in 1...(try operationCount(of: step) + 1) {
      _ = try attempt(step, on: FailingFileSystem(.kill(number))) { scratch, old, _ in
        try expectWhole(scratch, old, step, number)
        _ = try build(step.after, in: scratch)
        try expectClean(step.after, in: scratch, strangers: step.strangers)
      }
    }
  }

  @Test(arguments: steps) func goesBackAfterABuildKilledAtAnyOperation(_ step: Step) throws {
    let back = step.before ?? [:]
    for number in 1...(try operationCount(of: step) + 1) {
      let disk = FailingFileSystem(.kill(number))
      _ = try attempt(step, on: disk) { scratch, _, _ in
        let replaced = step.strangers.filter { step.after[$0.key] != nil && scratch.text($0.key) != $0.value }
        _ = try build(back, in: scratch)
        // A stranger's file stays as long as it was not replaced; then it is the build's, and goes.
        let strangers = step.strangers.filter { replaced[$0.key] == nil }
        try expectClean(back, in: scratch, strangers: strangers)
      }
    }
  }

  @Test(arguments: steps) func mendsWhatTwoKilledBuildsLeft(_ step: Step) throws {
    let other = ["index.html": "third", "a/new.html": "third", "third/t.html": "third", "x": "file", "b/c": "file"]
    let last = try operationCount(of: step)
    for number in stride(from: 5, through: last, by: 5) {
      for second in stride(from: 1 + number % 11, through: 120, by: 11) {
        var isSecondDone = false
        _ = try attempt(step, on: FailingFileSystem(.kill(number))) { scratch, _, _ in
          let disk = FailingFileSystem(.kill(second))
          isSecondDone =
            (try? writeSite(
              plan(other), of: SiteOwnership(replacesOthers: true), to: scratch.site, jobs: 1, fileSystem: disk)) != nil
          disk.endProcess()
          let replaced = step.strangers.filter { scratch.text($0.key) != $0.value }
          let final = second % 2 == 0 ? ["index.html": "final", "z/z": "z"] : ["z/y": "y", "a": "file"]
          _ = try build(final, in: scratch)
          try expectClean(final, in: scratch, strangers: step.strangers.filter { replaced[$0.key] == nil })
        }
        if isSecondDone { break }
      }
    }
  }

  @Test(arguments: steps) func mendsWhatAKilledBuildOfSeveralJobsLeft(_ step: Step) throws {
    for number in 1...(try operationCount(of: step) + 1) {
      _ = try attempt(step, on: FailingFileSystem(.kill(number)), jobs: 3) { scratch, old, _ in
        try expectWhole(scratch, old, step, number)
        _ = try build(step.after, in: scratch)
        try expectClean(step.after, in: scratch, strangers: step.strangers)
      }
    }
  }

  private func operationCount(of step: Step) throws -> Int {
    let disk = FailingFileSystem()
    #expect(try attempt(step, on: disk) { _, _, _ in })
    #expect(disk.openCount == 0)
    return disk.operationCount
  }
}
