import Foundation
import OutputFiles
import Outputs
import Testing

@testable import Publishing

@Suite struct WriteFailureTests {
  @Test(arguments: [
    (WriteFailure.Operation.write, ENOSPC, "The disk is full: public/x.html could not be written"),
    (.write, EDQUOT, "The disk quota is used up: public/x.html could not be written"),
    (.make, EROFS, "The disk is read-only: public/x.html could not be made"),
    (.read, EACCES, "Permission denied: public/x.html could not be read"),
    (.replace, EIO, "Input/output error: public/x.html could not be put in place"),
  ])
  func saysWhatHappenedInOneSentence(_ operation: WriteFailure.Operation, _ number: Int32, _ start: String) {
    let cause = WriteFailure.Cause.system(SystemError(number: number))
    let failure = WriteFailure(operation: operation, path: "public/x.html", cause: cause)
    #expect(failure.sentence == start + "; the site is as it was.")
    #expect(failure.whenSiteHasChanged.sentence == start + "; the site is partly new until the next build.")
  }

  @Test func refusesAFileAsTheOutputFolder() throws {
    let scratch = try ScratchFolder()
    try scratch.place("file", "mine")
    let path = scratch.site + "/file"
    for path in [path, path + "/", path + "/site"] {
      let failure = #expect(throws: WriteFailure.self) { try writeSite(plan(["a": "a"]), to: path, jobs: 1) }
      #expect(failure?.cause == .system(SystemError(number: ENOTDIR)))
    }
    #expect(scratch.text("file") == "mine")
  }

  @Test(arguments: ["", "/proc/none/site"]) func saysThatTheOutputFolderCannotBeMade(_ path: String) throws {
    let failure = #expect(throws: WriteFailure.self) { try writeSite(plan(["a": "a"]), to: path, jobs: 1) }
    #expect(failure?.operation == .make)
  }

  /// Whoever may do everything is refused nothing.
  @Test(.disabled(if: geteuid() == 0, "permissions do not bind this account"))
  func saysThatPermissionIsDenied() throws {
    let scratch = try ScratchFolder()
    _ = try writeSite(plan(["a/b.html": "old"]), to: scratch.site, jobs: 1)
    #expect(chmod(scratch.site + "/a", 0o555) == 0)
    defer { chmod(scratch.site + "/a", 0o755) }
    let failure = #expect(throws: WriteFailure.self) {
      try writeSite(plan(["a/b.html": "new"]), to: scratch.site, jobs: 1)
    }
    #expect(
      failure?.sentence == "Permission denied: \(scratch.site)/a/b.html could not be written; the site is as it was.")
    #expect(scratch.text("a/b.html") == "old")
  }

  /// A file that even its owner may not read is replaced, which mends it.
  @Test(.disabled(if: geteuid() == 0, "permissions do not bind this account"))
  func replacesAFileThatCannotBeRead() throws {
    let scratch = try ScratchFolder()
    _ = try writeSite(plan(["a.html": "same"]), to: scratch.site, jobs: 1)
    #expect(chmod(scratch.site + "/a.html", 0) == 0)
    #expect(try writeSite(plan(["a.html": "same"]), to: scratch.site, jobs: 1).writtenPaths == ["a.html"])
    #expect(scratch.text("a.html") == "same")
  }
}
