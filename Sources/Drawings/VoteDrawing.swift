import Formats

/// Draws an election: for each candidate the name with the votes in words, below it a bar for the last round and a
/// thin one for each round before.
package struct VoteDrawing {
  private let bars: VoteBars
  private let scale: Double
  private var drawing: Drawing
  private var y = 0.0
  /// Where the bars of the last round lie, for the marks across them.
  private var bands: [Double] = []

  private static let width = 340.0
  private static let bar = 11.0
  private static let size = 13.0

  /// The picture; empty where no votes are known.
  package static func picture(of bars: VoteBars) -> HTMLBytes {
    guard bars.hasVotes else { return [] }
    var drawing = VoteDrawing(bars)
    for candidate in bars.candidates { drawing.add(candidate) }
    drawing.addMarks()
    return drawing.drawing.picture(
      height: drawing.y + 2, className: "vote-drawing", title: bars.title, description: bars.description)
  }

  private init(_ bars: VoteBars) {
    self.bars = bars
    scale = Double(max(1, bars.scale, bars.largest))
    drawing = Drawing(width: Self.width, isRightToLeft: bars.isRightToLeft)
  }

  private func length(_ votes: Int) -> Double {
    (Self.width - 2) * Double(max(0, votes)) / scale
  }

  private mutating func add(_ candidate: VoteBars.Candidate) {
    let words = candidate.votesText + (candidate.isElected ? candidate.electedText : "")
    let name = TextWidth.shortened(
      candidate.name, to: Self.width - TextWidth.estimate(words, size: Self.size) - 24, size: Self.size)
    drawing.addText(
      [
        (name, nil), (candidate.votesText, candidate.votes == nil ? .fine : .strong),
        (candidate.isElected ? candidate.electedText : "", nil),
      ],
      x: 0, y: y + 12)
    y += 17
    if let votes = candidate.votes {
      if let present = bars.present {
        drawing.addRectangle(x: 1, y: y, width: length(present.number), height: Self.bar, .whole)
      }
      drawing.addRectangle(
        x: 1, y: y, width: length(votes), height: Self.bar, candidate.isElected ? .full : .lesser)
      bands.append(y)
      y += Self.bar + 3
    }
    for round in candidate.earlier { add(round) }
    y += 7
  }

  /// The words stand at the end of the bar, or below it where they have no room there.
  private mutating func add(_ round: VoteBars.Earlier) {
    drawing.addRectangle(x: 1, y: y + 3, width: length(round.votes), height: 4, .former)
    let end = length(round.votes) + 7
    let hasRoom = end + TextWidth.estimate(round.text, size: 12) <= Self.width
    if !hasRoom { y += 12 }
    drawing.addText(round.text, x: hasRoom ? end : 0, y: y + 9, .start, .fine)
    y += 13
  }

  /// The marks cross the bars of the last round only, since they were that round's; a line below says what they are.
  private mutating func addMarks() {
    guard !bands.isEmpty else { return }
    if let majority = bars.majority {
      let x = 1 + length(majority.number)
      for band in bands {
        drawing.addPath([(x, band - 2), (x, band + Self.bar + 2)], .casing)
        drawing.addPath([(x, band - 2), (x, band + Self.bar + 2)], .stroke)
      }
    }
    let marks = [bars.majority, bars.present].compactMap { $0 }
    guard let last = marks.map(\.number).max() else { return }
    let ticks = [1] + marks.map { 1 + length($0.number) }
    drawing.addLines(
      [[(1, y), (1 + length(last), y)]] + ticks.map { [($0, y), ($0, y + 5)] }, .stroke)
    y += 18
    var end = -Double.infinity
    for mark in marks {
      let half = TextWidth.estimate(mark.text, size: 12) / 2
      let middle = max(half, min(Self.width - half, 1 + length(mark.number)))
      if middle - half < end + 12, end > 0 { y += 14 }
      drawing.addText(mark.text, x: middle, y: y, .middle, .fine)
      end = middle + half
    }
    y += 2
  }
}
