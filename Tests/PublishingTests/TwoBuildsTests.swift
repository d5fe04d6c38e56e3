import Foundation
import OutputFiles
import Outputs
import Publishing
import Testing

@Suite struct TwoBuildsTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  @Test func refusesASecondBuildWhileOneIsUnderWay() throws {
    let site = scratch.site
    let second = Told()
    let sentence = Said()
    let file = OutputFile(path: try "index.html".outputPath()) {
      do {
        _ = try writeSite(plan(["index.html": "second", "x": "second"]), to: site, jobs: 1)
        second.numbers.append(1)
      } catch let failure as WriteFailure {
        sentence.text = failure.sentence
      } catch {}
      return Array("first".utf8)
    }
    _ = try writeSite(OutputPlan([file]), to: site, jobs: 2)
    #expect(second.numbers.isEmpty)
    #expect(sentence.text == "Another build is writing to \(site); start again when it has finished.")
    #expect(try scratch.pages() == tree(["index.html": "first"]))
    #expect(try writeSite(plan(["x": "third"]), to: site, jobs: 1).writtenPaths == ["x"])
  }

  @Test func letsOneOfManyBuildsAtOnceThroughAfterTheOther() throws {
    let site = scratch.site
    let plans = try (0..<4).map { number in
      try plan(Dictionary(uniqueKeysWithValues: (0..<40).map { ("f\($0 % (number + 2))/\($0)", "build \(number)") }))
    }
    DispatchQueue.concurrentPerform(iterations: 4) { number in
      for _ in 0..<30 {
        do throws(WriteFailure) {
          _ = try writeSite(plans[number], to: site, jobs: 2)
        } catch {
          #expect(error.cause == .anotherBuild)
        }
      }
    }
    _ = try writeSite(plans[0], to: site, jobs: 2)
    let clean = try ScratchFolder()
    _ = try writeSite(plans[0], to: clean.site, jobs: 1)
    #expect(try scratch.snapshot() == clean.snapshot())
  }

  @Test func letsTheLockGoAfterAFailure() throws {
    try scratch.makeFolder("index.html")
    #expect(throws: WriteFailure.self) { try writeSite(plan(["index.html": "home"]), to: scratch.site, jobs: 1) }
    try scratch.remove("index.html")
    _ = try writeSite(plan(["index.html": "home"]), to: scratch.site, jobs: 1)
  }
}

/// What a callback has to say.
private final class Said: @unchecked Sendable {
  var text = ""
}
