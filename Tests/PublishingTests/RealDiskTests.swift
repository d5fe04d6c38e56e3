import Foundation
import Glibc
import OutputFiles
import Outputs
import Publishing
import Testing

/// A disk of one megabyte, in memory, as long as a test lasts.
private final class TinyDisk {
  let scratch: ScratchFolder

  init?() {
    guard let scratch = try? ScratchFolder(), mount("tmpfs", scratch.site, "tmpfs", 0, "size=1m") == 0 else {
      return nil
    }
    self.scratch = scratch
  }

  func makeReadOnly() -> Bool {
    mount("tmpfs", scratch.site, "tmpfs", UInt(MS_REMOUNT | MS_RDONLY), "size=1m") == 0
  }

  deinit {
    umount2(scratch.site, Int32(MNT_DETACH))
  }

  /// Whether this account may mount; the tests are shown as skipped where it may not.
  static let isPermitted = TinyDisk() != nil
}

@Suite(.enabled(if: TinyDisk.isPermitted, "mounting a small disk is not permitted here"))
struct RealDiskTests {
  private let scratch: ScratchFolder
  private let disk: TinyDisk

  init() throws {
    disk = try #require(TinyDisk())
    scratch = disk.scratch
  }

  private func pages(_ count: Int, _ text: String) throws -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: (0..<count).map { ("f\($0 % 5)/\($0).html", String(repeating: text, count: 1_000)) })
  }

  @Test(arguments: [1, 2]) func leavesTheOldSiteWholeWhenTheDiskIsFull(_ jobs: Int) throws {
    let old = try pages(20, "old site,")
    _ = try writeSite(plan(old), to: scratch.site, jobs: jobs)
    let before = try scratch.snapshot()
    do {
      _ = try writeSite(plan(try pages(200, "new site,")), to: scratch.site, jobs: jobs)
      Issue.record("200 pages fit on the disk")
    } catch let failure as WriteFailure {
      let sentence = try Regex(
        "The disk is full: .*/public/f[0-4]/[0-9]+\\.html could not be written; the site is as it was\\.")
      #expect(failure.sentence.wholeMatch(of: sentence) != nil, "\(failure.sentence)")
    }
    #expect(differences(try scratch.snapshot(), before) == [])
    let new = try pages(30, "new site,")
    #expect(try writeSite(plan(new), to: scratch.site, jobs: jobs).written.count == 30)
    #expect(try scratch.pages() == tree(new))
  }

  @Test func saysThatTheDiskIsReadOnly() throws {
    _ = try writeSite(plan(["index.html": "old"]), to: scratch.site, jobs: 1)
    #expect(disk.makeReadOnly())
    do {
      _ = try writeSite(plan(["index.html": "new"]), to: scratch.site, jobs: 1)
      Issue.record("a read-only disk was written to")
    } catch let failure as WriteFailure {
      let lock = scratch.site + "/.hubwright-lock"
      #expect(failure.sentence == "The disk is read-only: \(lock) could not be locked; the site is as it was.")
    }
    #expect(scratch.text("index.html") == "old")
  }
}
