/// The marks of one meeting in rows: alike ones together, or one of each with its number where there are many.
struct MarkGrid: Sendable {
  let marks: [OutcomeMark]
  /// Beside each mark, where it stands for several.
  let counts: [Int]
  let columns: Int
  let rows: Int
  /// From one mark to the next.
  let pitch: Double
  private let countWidth: Double

  static let most = 40

  /// More than `most` marks are counted in any case.
  init(_ all: [OutcomeMark], pitch: Double, rowsAtMost: Int, isCounted: Bool = false) {
    self.pitch = pitch
    if !isCounted, all.count <= Self.most {
      marks = all.sorted { $0.rawValue < $1.rawValue }
      counts = []
      countWidth = 0
      columns = (all.count + rowsAtMost - 1) / rowsAtMost
      rows = columns == 0 ? 0 : (all.count + columns - 1) / columns
    } else {
      let kinds = OutcomeMark.allCases.map { kind in (kind, all.count { $0 == kind }) }.filter { $0.1 > 0 }
      marks = kinds.map(\.0)
      counts = kinds.map(\.1)
      countWidth = counts.map { TextWidth.estimate(String($0), size: HistoryDrawing.fine) }.max() ?? 0
      columns = marks.isEmpty ? 0 : 1
      rows = marks.count
    }
  }

  var width: Double { Double(columns) * pitch + countWidth }
  var height: Double { Double(rows) * pitch }

  /// Each mark's number from the left and from the first row, and what is written beside it.
  var cells: [(mark: OutcomeMark, column: Int, row: Int, count: Int?)] {
    marks.enumerated().map { index, mark in
      (mark, index % max(1, columns), index / max(1, columns), counts.isEmpty ? nil : counts[index])
    }
  }
}
