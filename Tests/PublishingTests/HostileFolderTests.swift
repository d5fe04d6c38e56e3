import Foundation
import Linking
import OutputFiles
import Outputs
import Publishing
import Testing

/// What stands in the output folder is input like any other: it may stop a build, but never lead it astray.
@Suite struct HostileFolderTests {
  private let scratch: ScratchFolder
  /// A folder beside the site that no build may touch.
  private let outside: String

  init() throws {
    scratch = try ScratchFolder()
    outside = scratch.path + "/outside"
    try FileManager.default.createDirectory(atPath: outside + "/b", withIntermediateDirectories: true)
    for name in ["a.html", "b/c.html", "keep.txt"] {
      try Data("outside".utf8).write(to: URL(fileURLWithPath: "\(outside)/\(name)"))
    }
  }

  private func write(_ files: [String: String]) throws -> WriteSummary {
    try writeSite(plan(files), of: SiteOwnership(replacesOthers: true), to: scratch.site, jobs: 2)
  }

  private func sentence(writing files: [String: String]) throws -> String {
    let before = try scratch.pages()
    do {
      _ = try write(files)
      return "written"
    } catch let failure as WriteFailure {
      #expect(try scratch.pages() == before)
      #expect(failure.siteIsUnchanged)
      return failure.sentence.replacing(scratch.path + "/", with: "")
    }
  }

  private func expectOutsideUntouched(_ location: Testing.SourceLocation = #_sourceLocation) throws {
    let expected = try tree(["a.html": "outside", "b/c.html": "outside", "keep.txt": "outside"])
    let changes = differences(try scratch.snapshot(of: outside), expected)
    #expect(changes.isEmpty, "\(changes)", sourceLocation: location)
  }

  @Test(arguments: ["../outside", "nowhere", ".", "/"]) func refusesALinkInTheWayOfAFile(_ target: String) throws {
    try scratch.link("issues", to: target)
    let sentence = try sentence(writing: ["issues/a.html": "a", "index.html": "home"])
    let expected =
      "public/issues is a symbolic link, and the site needs a folder of its own there; the site is as it was."
    #expect(sentence == expected)
    try expectOutsideUntouched()
  }

  @Test func refusesALinkFurtherDown() throws {
    try scratch.makeFolder("x/y")
    try scratch.link("x/y/z", to: "../../../outside")
    #expect(try sentence(writing: ["x/y/z/b/c.html": "c"]).hasPrefix("public/x/y/z is a symbolic link"))
    try expectOutsideUntouched()
  }

  @Test(arguments: ["../outside/a.html", "../outside/b", "nowhere"])
  func replacesALinkInAFilesPlace(_ target: String) throws {
    try scratch.link("a.html", to: target)
    #expect(try write(["a.html": "new"]).writtenPaths == ["a.html"])
    #expect(try scratch.pages() == tree(["a.html": "new"]))
    try expectOutsideUntouched()
  }

  @Test func removesNothingBehindALinkThatTookAFoldersPlace() throws {
    _ = try write(["b/c.html": "ours", "index.html": "home"])
    try scratch.remove("b")
    try scratch.link("b", to: "../outside/b")
    #expect(try write(["index.html": "home"]).removed.isEmpty)
    #expect(try scratch.pages()["b"] == .link("../outside/b"))
    try expectOutsideUntouched()
  }

  @Test func removesALinkThatTookAnOldFilesPlaceButNotItsTarget() throws {
    _ = try write(["a.html": "ours"])
    try scratch.remove("a.html")
    try scratch.link("a.html", to: "../outside/a.html")
    #expect(try write([:]).removedPaths == ["a.html"])
    try expectOutsideUntouched()
  }

  @Test func writesThroughALinkThatThePublisherNamed() throws {
    try FileManager.default.createSymbolicLink(atPath: scratch.path + "/link", withDestinationPath: "public")
    _ = try writeSite(
      plan(["a/b.html": "b"]), of: SiteOwnership(replacesOthers: true), to: scratch.path + "/link/", jobs: 1)
    #expect(try scratch.pages() == tree(["a/b.html": "b"]))
  }

  @Test func neverWritesThroughALinkUnderATemporaryName() throws {
    for name in [".hubwright-new-0", ".hubwright-new-list", ".hubwright-new-manifest"] {
      try scratch.link(name, to: "../outside/a.html")
    }
    _ = try write(["index.html": "home"])
    #expect(try scratch.snapshot().keys.sorted() == [".hubwright-lock", ".hubwright-manifest", "index.html"])
    try expectOutsideUntouched()
  }

  @Test func refusesALinkForALock() throws {
    try scratch.link(".hubwright-lock", to: "../outside/a.html")
    #expect(try sentence(writing: ["index.html": "home"]).contains("public/.hubwright-lock could not be locked"))
    try expectOutsideUntouched()
  }

  @Test(arguments: [".hubwright-manifest", ".hubwright-unfinished"])
  func doesNotBelieveALinkForARecord(_ name: String) throws {
    try scratch.place("a.html", "a stranger's")
    let forged = forgedRecord(
      name == ".hubwright-manifest" ? "hubwright-manifest 1\n5 a.html\n" : "hubwright-unfinished 1\nfile a.html\n")
    try Data(forged.utf8).write(to: URL(fileURLWithPath: scratch.path + "/forged"))
    try scratch.link(name, to: "../forged")
    let summary = try write(["index.html": "home"])
    #expect(summary.damagedRecords == [name])
    #expect(try scratch.pages() == tree(["index.html": "home", "a.html": "a stranger's"]))
    #expect(try write(["index.html": "home"]).damagedRecords.isEmpty)
  }

  @Test(arguments: [".hubwright-manifest", ".hubwright-unfinished"])
  func refusesAFolderForARecord(_ name: String) throws {
    try scratch.makeFolder(name)
    #expect(try sentence(writing: ["index.html": "home"]).hasPrefix("public/\(name) is a folder that no build made"))
  }

  @Test(arguments: [".hubwright-manifest", ".hubwright-unfinished"])
  func doesNotReadARecordOfUnbelievableSize(_ name: String) throws {
    try scratch.place(name, "")
    #expect(truncate("\(scratch.site)/\(name)", 1 << 40) == 0)
    #expect(try write(["index.html": "home"]).damagedRecords == [name])
    #expect(try write(["index.html": "home"]).damagedRecords.isEmpty)
  }

  @Test(arguments: [".hubwright-manifest", ".hubwright-unfinished"])
  func doesNotWaitForAPipe(_ name: String) throws {
    #expect(mkfifo("\(scratch.site)/\(name)", 0o600) == 0)
    #expect(try write(["index.html": "home"]).damagedRecords == [name])
  }

  @Test func refusesAPipeInAFilesPlace() throws {
    #expect(mkfifo(scratch.site + "/index.html", 0o600) == 0)
    let sentence = try sentence(writing: ["index.html": "home", "a/b.html": "b"])
    #expect(
      sentence
        == "public/index.html is neither a file nor a folder, and the site needs its place; the site is as it was.")
    #expect(try scratch.snapshot().keys.sorted() == [".hubwright-lock", "index.html"])
  }

  @Test func refusesAStrangersFolderInAFilesPlace() throws {
    try scratch.place("about/mine.txt", "mine")
    let sentence = try sentence(writing: ["about": "about", "index.html": "home"])
    #expect(
      sentence == "public/about is a folder that no build made, and the site needs a file there; the site is as it was."
    )
  }

  @Test func refusesAnEmptyFolderInAFilesPlace() throws {
    try scratch.makeFolder("about")
    #expect(try sentence(writing: ["about": "about"]).hasPrefix("public/about is a folder that no build made"))
  }

  @Test(arguments: ["own.txt", "inner/own.txt", ".hubwright-own"])
  func refusesToReplaceAFolderInWhichAStrangerPutAFile(_ name: String) throws {
    _ = try write(["about/us.html": "us", "about/inner/x.html": "x"])
    try scratch.place("about/" + name, "mine")
    #expect(try sentence(writing: ["about": "about"]).hasPrefix("public/about is a folder"))
    #expect(try scratch.pages()["about/us.html"] == .text("us"))
  }

  @Test func refusesAStrangersFileInAFoldersPlace() throws {
    try scratch.place("issues", "mine")
    let sentence = try sentence(writing: ["issues/a.html": "a"])
    #expect(
      sentence
        == "public/issues is a file that no build wrote, and the site needs a folder there; the site is as it was.")
  }

  @Test(arguments: [
    "../outside/a.html", "/etc/hostname", "a/../../outside/a.html", "..", "./own.txt", "own.txt/", "", "b//own.txt",
    ".hubwright-lock", "x\\..\\own.txt",
  ])
  func believesNoManifestThatLeadsOut(_ path: String) throws {
    try scratch.place("own.txt", "mine")
    try scratch.place(".hubwright-manifest", forgedRecord("hubwright-manifest 1\n4 own.txt\n4 \(path)\n"))
    let summary = try write(["index.html": "home"])
    #expect(summary.damagedRecords == [".hubwright-manifest"])
    #expect(try scratch.pages() == tree(["index.html": "home", "own.txt": "mine"]))
    try expectOutsideUntouched()
  }

  @Test func followsNoLinkThatAForgedRecordNames() throws {
    try scratch.link("way", to: "../outside")
    try scratch.place("folder/own.txt", "mine")
    let paths = ["way/a.html", "way/b/c.html", "folder", "way/b", "missing/x"]
    let lines = paths.map { "4 \($0)\n" }.joined()
    try scratch.place(".hubwright-manifest", forgedRecord("hubwright-manifest 1\n" + lines))
    let list = paths.flatMap { ["folder \($0)\n", "file \($0)\n", "12345 \($0)\n"] }.joined()
    try scratch.place(".hubwright-unfinished", forgedRecord("hubwright-unfinished 1\n" + list))
    let summary = try write(["index.html": "home"])
    #expect(summary.damagedRecords.isEmpty && summary.removed.isEmpty)
    #expect(try scratch.pages()["folder/own.txt"] == .text("mine"))
    #expect(try scratch.pages()["way"] == .link("../outside"))
    try expectOutsideUntouched()
  }

  @Test func doesNoHarmByDamagedRecords() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      let scratch = try ScratchFolder()
      _ = try writeSite(
        plan(["a": "a", "b/c": "c", "b/d": "d"]), of: SiteOwnership(replacesOthers: true), to: scratch.site, jobs: 1)
      let disk = FailingFileSystem(.kill(Int.random(in: 40...90, using: &random)))
      _ = try? writeSite(
        plan(["b": "B", "e/f": "f", "g": "g"]), of: SiteOwnership(replacesOthers: true), to: scratch.site, jobs: 1,
        fileSystem: disk)
      disk.endProcess()
      try scratch.link("out", to: "../outside")
      try FileManager.default.createDirectory(atPath: scratch.path + "/outside", withIntermediateDirectories: true)
      for name in ["../outside/a", "own"] { try scratch.place(name, "mine") }
      for name in [".hubwright-manifest", ".hubwright-unfinished"] {
        guard let text = scratch.text(name) else { continue }
        try Data(damaged(Array(text.utf8), &random)).write(to: URL(fileURLWithPath: "\(scratch.site)/\(name)"))
      }
      do {
        _ = try writeSite(
          plan(["index.html": "home"]), of: SiteOwnership(replacesOthers: true), to: scratch.site, jobs: 1)
        #expect(scratch.text("index.html") == "home")
      } catch let failure as WriteFailure {
        Issue.record("\(failure.sentence)")
      }
      #expect(scratch.text("own") == "mine")
      #expect(try scratch.snapshot(of: scratch.path + "/outside") == tree(["a": "mine"]))
    }
  }

  /// A record with one to three bytes, or a stretch of it, changed, cut or doubled.
  private func damaged(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
      let start = Int.random(in: 0..<bytes.count, using: &random)
      let end = Int.random(in: start...min(start + 9, bytes.count), using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[start] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 1: bytes.removeSubrange(start..<end)
      case 2: bytes.insert(contentsOf: bytes[start..<end], at: start)
      case 3: bytes.removeSubrange(start...)
      default: bytes.insert(contentsOf: Array("own\n4 ../outside/a\n".utf8), at: start)
      }
    }
    return bytes
  }
}
