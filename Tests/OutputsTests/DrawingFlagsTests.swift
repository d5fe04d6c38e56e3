import Content
import TestSupport
import Testing

@testable import Drawings
@testable import Pages

@Suite struct DrawingFlagsTests {
  @Test func centresNamesThatHaveRoom() {
    let flags = HistoryFlags(["PP-14", "PP-18"], at: [100, 300], size: 13, width: 400)
    #expect(flags.flags.map(\.isCentred) == [true, true])
    #expect(flags.flags.map(\.level) == [0, 0])
    #expect(flags.levels == 1)
  }

  @Test func setsNamesThatAreCloseOneAboveTheOther() {
    let flags = HistoryFlags(["PP-22", "WTSA-24", "WTDC-25", "PP-26"], at: [200, 220, 240, 260], size: 13, width: 300)
    #expect(flags.flags.map(\.isCentred) == [false, false, false, false])
    #expect(flags.flags.map(\.level) == [0, 1, 2, 3])
  }

  @Test func endsANameAtItsLineWhereTheDrawingEnds() {
    let flags = HistoryFlags(["PP-26"], at: [395], size: 13, width: 400)
    #expect(flags.flags.map(\.isCentred) == [false])
    #expect(flags.flags.map(\.level) == [0])
  }

  @Test func leavesOutEmptyNames() {
    let flags = HistoryFlags(["", "PP-26", ""], at: [10, 200, 390], size: 13, width: 400)
    #expect(flags.flags.map(\.text) == ["PP-26"])
    #expect(HistoryFlags([], at: [], size: 13, width: 400).levels == 0)
  }

  @Test func shortensANameThatWouldLeaveTheDrawing() throws {
    let flags = HistoryFlags(
      ["World Conference on International Telecommunications"], at: [80], size: 13, width: 400)
    let flag = try #require(flags.flags.first)
    #expect(flag.text.hasPrefix("World") && flag.text.hasSuffix("…"))
    #expect(TextWidth.estimate(flag.text, size: 13) <= 76)
  }

  @Test func leavesOutNamesThatWouldStandTooHighButNotANeededOne() {
    let places = (0..<12).map { 100 + Double($0) * 20 }
    let names = (0..<12).map { "PP-\($0)" }
    let flags = HistoryFlags(names, at: places, size: 13, width: 400)
    #expect(flags.levels == HistoryFlags.levelsAtMost)
    #expect(!flags.flags.map(\.text).contains("PP-8"))
    let all = HistoryFlags(names, at: places, needed: 8, size: 13, width: 400)
    #expect(all.flags.map(\.text).contains("PP-8"))
  }

  @Test func neverLetsALineCrossAName() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<300 {
      let count = Int.random(in: 1...20, using: &generator)
      let places = (0..<count).map { _ in Double.random(in: 90...560, using: &generator) }.sorted()
      let names = (0..<count).map { _ in String(repeating: "M", count: Int.random(in: 0...9, using: &generator)) }
      let flags = HistoryFlags(names, at: places, needed: count - 1, size: 13, width: 560).flags
      for (index, flag) in flags.enumerated() {
        let width = TextWidth.estimate(flag.text, size: 13)
        let start = flag.isCentred ? flag.place - width / 2 : flag.place - width - 4
        let end = flag.isCentred ? flag.place + width / 2 : flag.place
        #expect(start > -1e-6)
        for other in flags.enumerated() where other.offset != index && other.element.level > flag.level {
          #expect(other.element.place < start || other.element.place >= end)
        }
        for other in flags[..<index] where other.level == flag.level {
          let half = other.isCentred ? TextWidth.estimate(other.text, size: 13) / 2 : 0
          #expect(other.place + half <= start)
        }
      }
    }
  }
}

@Suite struct DrawingMarksTests {
  @Test(arguments: [
    (OutcomeMark.full, #"<rect class="full" x="0" y="0" width="10" height="10"/>"#),
    (
      .half,
      #"<rect class="open" x="0" y="0" width="10" height="10"/><path class="full" d="M0 0L10 10L0 10z"/>"#
    ),
    (
      .crossed,
      #"<rect class="open" x="0" y="0" width="10" height="10"/><path class="stroke" d="M0 0L10 10M0 10L10 0"/>"#
    ),
    (.dash, #"<rect class="full" x="0" y="3.5" width="10" height="3"/>"#),
    (
      .dotted,
      #"<rect class="open" x="0" y="0" width="10" height="10"/><circle class="full" cx="5" cy="5" r="1.7"/>"#
    ),
    (.open, #"<rect class="open" x="0" y="0" width="10" height="10"/>"#),
  ])
  func tellsOutcomesOfProposalsApartByShape(mark: OutcomeMark, expected: String) {
    var drawing = Drawing(width: 10)
    drawing.addSquare(mark, x: 0, y: 0, size: 10)
    #expect(shapes(of: drawing) == expected)
  }

  @Test func tellsOutcomesOfDecisionsApartByShape() {
    let drawn = OutcomeMark.allCases.map { mark in
      var drawing = Drawing(width: 16)
      drawing.addDisc(mark, x: 8, y: 8, radius: 6.5)
      return shapes(of: drawing)
    }
    #expect(Set(drawn).count == OutcomeMark.allCases.count)
  }

  @Test func givesEveryOutcomeItsMark() {
    #expect(
      [.adopted, .adoptedWithChanges, .rejected, .noConsensus, .withdrawn, .unknown]
        .map { OutcomeMark(ProposalState($0, .sourced)) }
        == [.full, .half, .crossed, .crossed, .dash, .open])
    #expect(
      Proposal.ProposalOutcome.allCases.map { OutcomeMark(ProposalState($0, .inferred)) }
        == [.dotted, .dotted, .dotted, .dotted, .dotted, .open])
    #expect(
      [.adopted, .inProgress, .notAdopted, .unknown].map { (status: Outcome.Status) in OutcomeMark(status) }
        == [.full, .half, .crossed, .open])
  }

  @Test(arguments: [Proposal.OutcomeConfidence.inferred, .memory])
  func marksWhatNoSourceReportsAsSuch(confidence: Proposal.OutcomeConfidence) {
    #expect(OutcomeMark(ProposalState(.adopted, confidence)) == .dotted)
    #expect(OutcomeMark(ProposalState(.unknown, confidence)) == .open)
  }

  @Test func setsAlikeMarksTogetherInRows() {
    let grid = MarkGrid([.open, .full, .open, .crossed, .open, .full], pitch: 13, rowsAtMost: 5)
    #expect(grid.marks == [.full, .full, .crossed, .open, .open, .open])
    #expect([grid.columns, grid.rows] == [2, 3])
    #expect([grid.width, grid.height] == [26, 39])
    #expect(grid.cells.map { [$0.column, $0.row] } == [[0, 0], [1, 0], [0, 1], [1, 1], [0, 2], [1, 2]])
  }

  @Test func countsMarksWhereTheyAreMany() {
    let many = Array(repeating: OutcomeMark.open, count: 5000) + Array(repeating: .full, count: 3)
    let grid = MarkGrid(many, pitch: 13, rowsAtMost: 5)
    #expect(grid.marks == [.full, .open])
    #expect(grid.cells.map(\.count) == [3, 5000])
    #expect([grid.columns, grid.rows] == [1, 2])
    #expect(grid.width > 13 && grid.width < 60)
  }

  @Test func takesNoRoomWithoutMarks() {
    let grid = MarkGrid([], pitch: 13, rowsAtMost: 5)
    #expect([grid.width, grid.height] == [0, 0])
    #expect(grid.cells.isEmpty)
  }
}
