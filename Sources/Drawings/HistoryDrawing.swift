import Formats

/// Draws an issue through time: above an axis of years a column of marks for each meeting, below it a row for each
/// resolution. Columns that would touch stand apart, and a line leads from each to its day; where even so there is
/// no room for all, marks are counted, and at last the drawing is made wider.
package struct HistoryDrawing {
  private let history: IssueHistory
  private let axis: TimeAxis
  private let columns: [Column]
  private let flags: HistoryFlags
  private let heights: Heights
  private let gutter: Double
  private var drawing: Drawing

  /// The size of names and of small text, in the drawing's units.
  package static let size = 13.0
  static let fine = 12.0

  private struct Column {
    let event: IssueHistory.Event
    let proposals: MarkGrid
    let decisions: MarkGrid
    var place = 0.0

    init(_ event: IssueHistory.Event, isCounted: Bool) {
      self.event = event
      proposals = MarkGrid(event.proposals, pitch: 13, rowsAtMost: 5, isCounted: isCounted)
      decisions = MarkGrid(event.decisions, pitch: 17, rowsAtMost: 3, isCounted: isCounted)
    }

    var width: Double { max(proposals.width, decisions.width, 4) }
  }

  /// Where the parts lie, from the top; all from the number of rows in each.
  private struct Heights {
    let proposals: Double
    let decisions: Double
    let axis: Double
    let texts: Double
    let today: Double
    var end: Double { today + 6 }

    init(levels: Int, proposals: Double, decisions: Double, texts: Int) {
      self.proposals = Double(levels) * 16 + 6 + proposals
      self.decisions = self.proposals + (proposals > 0 ? 7 : 0)
      axis = self.decisions + decisions + 12
      self.texts = axis + 40
      today = texts == 0 ? axis + 32 : self.texts + Double(texts) * HistoryDrawing.lane + 12
    }
  }

  private static let lane = 17.0
  private static let gap = 7.0
  /// More names than this would be in each other's way, so that only meetings with marks keep theirs.
  private static let namesAtMost = 16

  /// The picture in a width, or in what many meetings need; empty where nothing has a day.
  package static func picture(of history: IssueHistory, width: Double, className: StaticString) -> HTMLBytes {
    guard var drawing = HistoryDrawing(history, width: width) else { return [] }
    drawing.addNames()
    drawing.addGuides()
    drawing.addMarks()
    drawing.addAxis()
    drawing.addTexts()
    drawing.addToday()
    return drawing.drawing.picture(
      height: drawing.heights.end, className: className, title: history.title, description: history.description)
  }

  private init?(_ history: IssueHistory, width: Double) {
    self.history = history
    let names = [history.names.proposals, history.names.decisions, history.names.texts] + history.texts.map(\.label)
    let gutter = min(width * 0.35, (names.map { TextWidth.estimate($0, size: Self.fine) }.max() ?? 0) + 10)
    func need(_ columns: [Column]) -> Double { gutter + widthOfColumns(columns.map(\.width), gap: Self.gap) + 8 }
    var columns = history.events.map { Column($0, isCounted: false) }
    if need(columns) > width { columns = history.events.map { Column($0, isCounted: true) } }
    let room = max(width, need(columns))
    self.gutter = gutter
    guard let axis = TimeAxis(spanning: history.days, from: gutter, to: room - 8) else { return nil }
    self.axis = axis
    let places = spreadColumns(
      at: columns.map { axis.place(of: $0.event.day) }, widths: columns.map(\.width), gap: Self.gap,
      within: gutter...(room - 1))
    for index in columns.indices { columns[index].place = places[index] }
    let isCrowded = columns.count > Self.namesAtMost
    flags = HistoryFlags(
      columns.map { column in
        isCrowded && !column.event.hasMarks && !column.event.isNext ? "" : column.event.label
      }, at: places, needed: columns.firstIndex { $0.event.isNext }, size: Self.size, width: room)
    heights = Heights(
      levels: flags.levels, proposals: columns.map(\.proposals.height).max() ?? 0,
      decisions: columns.map(\.decisions.height).max() ?? 0, texts: history.texts.count)
    self.columns = columns
    drawing = Drawing(width: room, isRightToLeft: history.isRightToLeft)
  }
}

// MARK: Parts

extension HistoryDrawing {
  private mutating func addNames() {
    if columns.contains(where: { !$0.event.proposals.isEmpty }) {
      addName(history.names.proposals, y: heights.proposals - 2)
    }
    if columns.contains(where: { !$0.event.decisions.isEmpty }) {
      addName(history.names.decisions, y: heights.decisions + 12)
    }
    if !history.texts.isEmpty { addName(history.names.texts, y: heights.axis + 34) }
    for flag in flags.flags {
      let y = Double(flags.levels - flag.level) * 16 - 3
      let look: Drawing.Look = columns.contains { $0.event.isNext && $0.place == flag.place } ? .now : .strong
      drawing.addText(
        flag.text, x: flag.isCentred ? flag.place : flag.place - 4, y: y, flag.isCentred ? .middle : .end, look)
    }
  }

  private mutating func addName(_ name: String, y: Double) {
    drawing.addText(
      TextWidth.shortened(name, to: gutter - 8, size: Self.fine), x: 0, y: y, .start, .fine)
  }

  /// A line for each meeting, from its name past its marks to its day.
  private mutating func addGuides() {
    let tops = Dictionary(flags.flags.map { ($0.place, $0) }) { first, _ in first }
    for column in columns {
      var top = heights.proposals - column.proposals.height
      if let flag = tops[column.place] {
        top = Double(flags.levels - flag.level) * 16 - (flag.isCentred ? 0 : 12)
      }
      let day = axis.place(of: column.event.day)
      drawing.addPath(
        [(column.place, top), (column.place, heights.axis - 11), (day, heights.axis - 3)], .guide)
    }
  }

  private mutating func addMarks() {
    for column in columns {
      let left = column.place - column.proposals.width / 2
      for cell in column.proposals.cells {
        let (x, y) = (left + Double(cell.column) * 13 + 1.5, heights.proposals - Double(cell.row + 1) * 13 + 1.5)
        drawing.addSquare(cell.mark, x: x, y: y, size: 10)
        if let count = cell.count { drawing.addText(String(count), x: x + 13, y: y + 9, .start, .fine) }
      }
      let start = column.place - column.decisions.width / 2
      for cell in column.decisions.cells {
        let (x, y) = (start + Double(cell.column) * 17 + 8.5, heights.decisions + Double(cell.row) * 17 + 8)
        drawing.addDisc(cell.mark, x: x, y: y, radius: 6.5)
        if let count = cell.count { drawing.addText(String(count), x: x + 10, y: y + 4, .start, .fine) }
      }
    }
  }

  private mutating func addAxis() {
    let y = heights.axis
    let boundaries = axis.boundaries(gap: 4)
    drawing.addLines(
      [[(gutter, y), (drawing.width - 8, y)]] + boundaries.map { [($0, y), ($0, y + 5)] }, .stroke)
    for label in axis.labels(width: 32) {
      drawing.addText(String(label.year), x: min(drawing.width - 14, label.place), y: y + 16, .middle, .fine)
    }
    for column in columns {
      let day = axis.place(of: column.event.day)
      if column.event.isNext {
        drawing.addPath([(day - 5, y - 9), (day + 5, y - 9), (day, y)], isClosed: true, .now)
      } else {
        drawing.addCircle(x: day, y: y, radius: 3, .full)
      }
    }
  }

  private mutating func addTexts() {
    for (row, text) in history.texts.enumerated() {
      let y = heights.texts + Double(row) * Self.lane
      drawing.addText(
        TextWidth.shortened(text.label, to: gutter - 8, size: Self.fine), x: 0, y: y + 12, .start, .fine)
      drawing.addPath([(gutter, y + 8), (drawing.width - 8, y + 8)], .rule)
      for stage in text.stages {
        drawing.addStage(
          isAdoption: stage.isAdoption, isConfirmed: stage.isConfirmed, x: axis.place(of: stage.day), y: y + 8)
      }
    }
  }

  private mutating func addToday() {
    let day = axis.place(of: history.today)
    drawing.addPath([(day, heights.axis - 3), (day, heights.today - 11)], .today)
    let half = TextWidth.estimate(history.names.today, size: Self.size) / 2
    drawing.addText(
      history.names.today, x: max(half, min(drawing.width - half, day)), y: heights.today, .middle, .now)
  }
}

extension Drawing {
  /// A stroke where a text was revised, a lozenge where it was adopted; hollow where no source confirms it.
  mutating func addStage(isAdoption: Bool, isConfirmed: Bool, x: Double, y: Double) {
    let look: Look = isConfirmed ? .full : .open
    if isAdoption {
      addPath([(x - 5, y), (x, y - 6), (x + 5, y), (x, y + 6)], isClosed: true, look)
    } else {
      addRectangle(x: x - 1.5, y: y - 6, width: 3, height: 12, look)
    }
  }
}
