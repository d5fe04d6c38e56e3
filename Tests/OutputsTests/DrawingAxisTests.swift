import CivilTime
import TestSupport
import Testing

@testable import Drawings

/// A day that the tests know to exist.
func day(_ text: String) throws -> CivilDate {
  try #require(CivilDate(isoText: text))
}

@Suite struct DrawingTimeAxisTests {
  @Test func spansWholeYears() throws {
    let axis = try #require(TimeAxis(spanning: [day("2014-10-20"), day("2026-11-22")], from: 100, to: 1400))
    #expect(axis.firstYear == 2014)
    #expect(axis.lastYear == 2026)
    let days = Double(13 * 365 + 3)
    #expect(axis.place(of: try day("2014-01-01")) == 100 + 1300 * 0.5 / days)
    #expect(axis.place(of: try day("2026-12-31")) == 100 + 1300 * (days - 0.5) / days)
  }

  @Test func keepsDistancesInTime() throws {
    let axis = try #require(TimeAxis(spanning: [day("2001-01-01"), day("2003-01-01")], from: 0, to: 1095))
    #expect(abs(axis.place(of: try day("2002-01-01")) - axis.place(of: try day("2001-01-01")) - 365) < 1e-9)
    #expect(abs(axis.place(of: try day("2001-02-01")) - axis.place(of: try day("2001-01-01")) - 31) < 1e-9)
  }

  @Test func keepsDaysBeyondItAtItsEnds() throws {
    let axis = try #require(TimeAxis(spanning: [day("2020-06-01")], from: 10, to: 20))
    #expect(axis.place(of: .first) == 10)
    #expect(axis.place(of: .last) == 20)
  }

  @Test(
    arguments: [
      (2014, 2026, 32, [2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]),
      (2014, 2026, 64, [2014, 2016, 2018, 2020, 2022, 2024, 2026]),
      (2014, 2026, 130, [2014, 2018, 2022, 2026]),
      (1998, 2026, 80, [2000, 2005, 2010, 2015, 2020, 2025]),
      (2026, 2026, 32, [2026]),
    ] as [(Int, Int, Double, [Int])])
  func namesAsManyYearsAsHaveRoom(first: Int, last: Int, width: Double, years: [Int]) throws {
    let ends = try [day("\(first)-05-05"), day("\(last)-05-05")]
    let axis = try #require(TimeAxis(spanning: ends, from: 0, to: 520))
    let labels = axis.labels(width: width)
    #expect(labels.map(\.year) == years)
    for label in labels {
      #expect(abs(label.place - axis.place(of: try day("\(label.year)-07-02"))) < 2)
    }
  }

  @Test func holdsAllYearsThatCanBeWritten() throws {
    let axis = try #require(TimeAxis(spanning: [.first, .last], from: 0, to: 260))
    #expect(axis.labels(width: 32).map(\.year) == [2000, 4000, 6000, 8000])
    #expect(axis.boundaries(gap: 4) == [0, 260])
  }

  @Test func marksWhereYearsEnd() throws {
    let axis = try #require(TimeAxis(spanning: [day("2001-05-05"), day("2002-05-05")], from: 0, to: 730))
    #expect(axis.boundaries(gap: 4) == [0, 365, 730])
  }

  @Test func isNotWithoutDaysOrRoom() throws {
    #expect(TimeAxis(spanning: [], from: 0, to: 100) == nil)
    #expect(TimeAxis(spanning: [.first], from: 100, to: 100) == nil)
  }
}

@Suite struct DrawingColumnsTests {
  @Test func leavesColumnsThatHaveRoomWhereTheyAre() {
    #expect(spreadColumns(at: [10, 50, 90], widths: [10, 10, 10], gap: 5, within: 0...100) == [10, 50, 90])
    #expect(spreadColumns(at: [], widths: [], gap: 5, within: 0...100) == [])
  }

  @Test func movesColumnsThatTouchEquallyFar() {
    #expect(spreadColumns(at: [50, 50], widths: [10, 10], gap: 10, within: 0...100) == [40, 60])
    #expect(spreadColumns(at: [50, 50, 50], widths: [10, 20, 10], gap: 5, within: 0...100) == [30, 50, 70])
  }

  @Test func keepsColumnsWithinTheirBounds() {
    #expect(spreadColumns(at: [0, 2], widths: [10, 10], gap: 0, within: 0...100) == [5, 15])
    #expect(spreadColumns(at: [98, 100], widths: [10, 10], gap: 0, within: 0...100) == [85, 95])
  }

  @Test func beginsAtTheLowerBoundWhereThereIsNoRoomForAll() {
    #expect(spreadColumns(at: [5, 5], widths: [10, 10], gap: 0, within: 0...12) == [5, 15])
  }

  @Test func neverLetsColumnsTouchNorChangeTheirOrder() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      let count = Int.random(in: 1...30, using: &generator)
      let wanted = (0..<count).map { _ in Double.random(in: 0...500, using: &generator) }.sorted()
      let widths = (0..<count).map { _ in Double.random(in: 4...40, using: &generator) }
      let room = max(500, widthOfColumns(widths, gap: 7))
      let places = spreadColumns(at: wanted, widths: widths, gap: 7, within: 0...room)
      for index in 0..<count {
        #expect(places[index] - widths[index] / 2 > -1e-6)
        #expect(places[index] + widths[index] / 2 < room + 1e-6)
        guard index > 0 else { continue }
        #expect(places[index] - places[index - 1] > (widths[index] + widths[index - 1]) / 2 + 7 - 1e-6)
      }
    }
  }
}
