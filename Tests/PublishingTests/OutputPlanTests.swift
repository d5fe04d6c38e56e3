import Linking
import OutputFiles
import Outputs
import Testing

@Suite struct OutputPlanTests {
  @Test func sortsFilesByPath() throws {
    let plan = try OutputPlan(files(["b", "a/c", "a-b", "é", "a/b/c"]))
    #expect(plan.files.map(\.path.text) == ["a-b", "a/b/c", "a/c", "b", "é"])
  }

  @Test func takesNoFilesAtAll() throws {
    #expect(try OutputPlan([]).files.isEmpty)
    #expect(try OutputPlan([]).contains(try "a".outputPath()) == false)
  }

  @Test func findsItsOwnPathsOnly() throws {
    let texts = (0..<50).map { "folder/\($0 * 2).html" }
    let plan = try OutputPlan(files(texts))
    for number in 0..<100 {
      #expect(plan.contains(try "folder/\(number).html".outputPath()) == (number % 2 == 0))
    }
    #expect(plan.contains(try "folder".outputPath()) == false)
  }

  @Test(arguments: [
    (["a", "b", "a"], ["samePath a@0 a@2"]),
    (["a", "a", "a"], ["samePath a@0 a@1", "samePath a@0 a@2"]),
    (["a/b", "a"], ["fileIsFolder a@1 a/b@0"]),
    (["a/b/c", "a"], ["fileIsFolder a@1 a/b/c@0"]),
    (["a", "a/b", "a/c/d", "a/c/e"], ["fileIsFolder a@0 a/b@1"]),
    (["a", "a-b", "a/b"], ["fileIsFolder a@0 a/b@2"]),
    (["Logo.svg", "logo.svg"], ["differsOnlyInCase Logo.svg@0 logo.svg@1"]),
    (["caf\u{E9}", "cafe\u{301}"], ["differsOnlyInCase cafe\u{301}@1 caf\u{E9}@0"]),
    (["É", "é"], ["differsOnlyInCase É@0 é@1"]),
    (["tags/a", "Tags/b"], ["differsOnlyInCase Tags/b@1 tags/a@0"]),
    (["t/tags/a", "t/Tags/b"], ["differsOnlyInCase t/Tags/b@1 t/tags/a@0"]),
    (["t/u/a", "t/u/tags/a", "t/u/Tags/b"], ["differsOnlyInCase t/u/Tags/b@2 t/u/tags/a@1"]),
    (["tags/a", "Tags/a"], ["differsOnlyInCase Tags/a@1 tags/a@0"]),
    (["A", "a/b"], ["fileIsFolder A@0 a/b@1"]),
    (["x", "x", "y/z", "y"], ["samePath x@0 x@1", "fileIsFolder y@3 y/z@2"]),
  ])
  func tellsAllCollisions(_ texts: [String], _ expected: [String]) throws {
    do {
      _ = try OutputPlan(try files(texts))
      Issue.record("\(texts) collide")
    } catch let error as OutputCollisions {
      let told = error.collisions.map {
        "\($0.reason) \($0.first.path)@\($0.first.position) \($0.second.path)@\($0.second.position)"
      }
      #expect(told.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
    }
  }

  @Test func takesPathsThatOnlyLookAlike() throws {
    #expect(try OutputPlan(files(["a/b", "ab", "a-b/c", "a.b", "b/a", "b/b/b"])).files.count == 6)
  }

  @Test func readsTenThousandCollisionsAtOnce() throws {
    let texts = (0..<10_000).map { "folder/\($0)" }
    do {
      _ = try OutputPlan(files(texts + texts + ["folder"]))
      Issue.record("they collide")
    } catch let error as OutputCollisions {
      #expect(error.collisions.count == 10_001)
    }
  }

  private func files(_ texts: [String]) throws -> [OutputFile] {
    try texts.map { text in OutputFile(path: try text.outputPath()) { Array(text.utf8) } }
  }
}
