import Foundation
import Linking
import OutputFiles
import Outputs
import Publishing
import Testing

@Suite struct WriteSiteTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func write(_ files: [String: String], jobs: Int = 1) throws -> WriteSummary {
    try writeSite(plan(files), of: SiteOwnership(replacesOthers: true), to: scratch.site, jobs: jobs)
  }

  @Test func writesAllFilesInTheirFolders() throws {
    let files = ["index.html": "home", "a/b/c.html": "deep", "é/x y.html": "", ".nojekyll": ""]
    let summary = try write(files)
    #expect(try scratch.pages() == tree(files))
    #expect(summary.writtenPaths == [".nojekyll", "a/b/c.html", "index.html", "é/x y.html"])
    #expect(summary.unchanged == 0)
    #expect(summary.removed.isEmpty)
    #expect(summary.damagedRecords.isEmpty)
  }

  @Test func leavesOnlyLockAndManifestBesideTheSite() throws {
    _ = try write(["index.html": "home", "a/b.html": "four"])
    let own = try scratch.snapshot().filter { $0.key.hasPrefix(".hubwright") }
    #expect(own.keys.sorted() == [".hubwright-lock", ".hubwright-manifest"])
    #expect(own[".hubwright-lock"] == .text(""))
    let manifest = "hubwright-manifest 1\n4 a/b.html\n4 index.html\nend "
    #expect(scratch.text(".hubwright-manifest")?.hasPrefix(manifest) == true)
  }

  @Test(arguments: [1, 2, 7]) func writesNothingTheSecondTime(_ jobs: Int) throws {
    let files = Dictionary(uniqueKeysWithValues: (0..<100).map { ("f\($0 % 7)/\($0).html", "page \($0)") })
    _ = try write(files, jobs: jobs)
    let times = try modificationTimes()
    let disk = FailingFileSystem()
    let summary = try writeSite(
      plan(files), of: SiteOwnership(replacesOthers: true), to: scratch.site, jobs: jobs, fileSystem: disk)
    #expect(summary.written.isEmpty && summary.removed.isEmpty && summary.unchanged == 100)
    #expect(disk.changesMade == ["remove .hubwright-new-list"])
    #expect(disk.openCount == 0)
    #expect(try modificationTimes() == times)
  }

  @Test func writesOnlyWhatDiffers() throws {
    _ = try write(["a.html": "one", "b.html": "two", "c.html": "three"])
    try age("a.html")
    let summary = try write(["a.html": "one", "b.html": "TWO", "c.html": "longer", "d.html": "new"])
    #expect(summary.writtenPaths == ["b.html", "c.html", "d.html"])
    #expect(summary.unchanged == 1)
    #expect(try modificationTimes()["a.html"] == Date(timeIntervalSince1970: 1_000_000))
    #expect(try scratch.pages() == tree(["a.html": "one", "b.html": "TWO", "c.html": "longer", "d.html": "new"]))
  }

  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 200_000]) func seesADifferenceInTheLastByte(_ size: Int) throws {
    let text = String(repeating: "x", count: size)
    _ = try write(["a": text + "1"])
    #expect(try write(["a": text + "1"]).written.isEmpty)
    #expect(try write(["a": text + "2"]).writtenPaths == ["a"])
    #expect(scratch.text("a") == text + "2")
  }

  @Test func removesWhatTheSiteHasNoMoreAndFoldersThatAreEmptyThen() throws {
    _ = try write(["index.html": "home", "a/b/c.html": "c", "a/d.html": "d", "e/f/g/h.html": "h"])
    let summary = try write(["index.html": "home", "a/d.html": "d"])
    #expect(summary.removedPaths == ["a/b/c.html", "e/f/g/h.html"])
    #expect(try scratch.pages() == tree(["index.html": "home", "a/d.html": "d"]))
  }

  @Test func leavesFilesOfStrangersAlone() throws {
    try scratch.place(".gitkeep", "")
    try scratch.place("CNAME", "hub.example")
    try scratch.place("a/notes.txt", "mine")
    try scratch.makeFolder("media/empty")
    _ = try write(["index.html": "home", "a/b.html": "b"])
    #expect(try write(["index.html": "home"]).removedPaths == ["a/b.html"])
    var expected = try tree(["index.html": "home", ".gitkeep": "", "CNAME": "hub.example", "a/notes.txt": "mine"])
    expected["media"] = .folder
    expected["media/empty"] = .folder
    #expect(try scratch.pages() == expected)
  }

  @Test func takesOverAStrangersFileInAPagesPlace() throws {
    try scratch.place("index.html", "a stranger's")
    #expect(try write(["index.html": "home"]).writtenPaths == ["index.html"])
    #expect(scratch.text("index.html") == "home")
    #expect(try write([:]).removedPaths == ["index.html"])
  }

  @Test func turnsAFileIntoAFolder() throws {
    _ = try write(["a": "file", "b.html": "b"])
    let summary = try write(["a/b/c.html": "c", "a/d.html": "d", "b.html": "b"])
    #expect(summary.removedPaths == ["a"])
    #expect(try scratch.pages() == tree(["a/b/c.html": "c", "a/d.html": "d", "b.html": "b"]))
  }

  @Test func turnsAFolderIntoAFile() throws {
    _ = try write(["a/b/c.html": "c", "a/d.html": "d", "b.html": "b"])
    let summary = try write(["a": "file", "b.html": "b"])
    #expect(summary.removedPaths == ["a/b/c.html", "a/d.html"])
    #expect(try scratch.pages() == tree(["a": "file", "b.html": "b"]))
  }

  @Test(arguments: [false, true]) func followsAChangeOfLetterCase(_ ignoresCase: Bool) throws {
    let old = ["About.html": "about", "img/Logo.svg": "logo"]
    let new = ["about.html": "about", "img/logo.svg": "logo"]
    for files in [old, new] {
      let disk = FailingFileSystem(ignoresCase: ignoresCase)
      _ = try writeSite(
        plan(files), of: SiteOwnership(replacesOthers: true), to: scratch.site, jobs: 1, fileSystem: disk)
      #expect(try scratch.pages() == tree(files))
    }
  }

  @Test func makesTheOutputFolderAndThoseAroundIt() throws {
    let folder = scratch.path + "/x/y//z/"
    _ = try writeSite(plan(["a": "a"]), to: folder, jobs: 1)
    #expect(try scratch.snapshot(of: scratch.path + "/x/y/z")["a"] == .text("a"))
  }

  @Test func keepsToTheUsualModes() throws {
    _ = try write(["a/b.html": "b"])
    let mask = umask(0)
    umask(mask)
    #expect(try mode("a/b.html") == 0o644 & ~Int(mask))
    #expect(try mode(".hubwright-manifest") == 0o644 & ~Int(mask))
    #expect(try mode("a") == 0o755 & ~Int(mask))
  }

  @Test(arguments: [1, 2, 5]) func tellsItsProgress(_ jobs: Int) throws {
    let files = Dictionary(uniqueKeysWithValues: (0..<100).map { ("\($0).html", "page") })
    let told = Told()
    _ = try writeSite(plan(files), of: SiteOwnership(replacesOthers: true), to: scratch.site, jobs: jobs) {
      done, total in
      #expect(total == 100)
      told.numbers.append(done)
    }
    #expect(told.numbers == told.numbers.sorted())
    #expect(told.numbers.last == 100)
  }

  @Test func writesTheSameBytesWithAnyNumberOfJobs() throws {
    let files = Dictionary(uniqueKeysWithValues: (0..<300).map { ("f\($0 % 11)/\($0).html", "page \($0)") })
    var snapshots: [Snapshot] = []
    for jobs in [0, 1, 2, 16] {
      let scratch = try ScratchFolder()
      _ = try writeSite(plan(files), of: SiteOwnership(replacesOthers: true), to: scratch.site, jobs: jobs)
      snapshots.append(try scratch.snapshot())
    }
    #expect(snapshots.dropFirst().allSatisfy { $0 == snapshots.first })
  }

  @Test func rendersEachFileOnce() throws {
    let told = Told()
    let file = OutputFile(path: try "a.html".outputPath()) {
      told.numbers.append(1)
      return [1, 2, 3]
    }
    _ = try writeSite(OutputPlan([file]), of: SiteOwnership(replacesOthers: true), to: scratch.site, jobs: 2)
    #expect(told.numbers == [1])
  }

  private func mode(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: "\(scratch.site)/\(name)")[.posixPermissions] as? Int
  }

  private func age(_ name: String) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_000_000)], ofItemAtPath: "\(scratch.site)/\(name)")
  }

  /// Of everything, folders included: a folder's time tells of a file that came and went.
  private func modificationTimes() throws -> [String: Date] {
    var times: [String: Date] = [:]
    for name in try scratch.snapshot().keys + ["."] {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(scratch.site)/\(name)")
      times[name] = attributes[.modificationDate] as? Date
    }
    return times
  }
}

/// Numbers that a callback was told, which the writer never calls twice at once.
final class Told: @unchecked Sendable {
  var numbers: [Int] = []
}
