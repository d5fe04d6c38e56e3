/// Names above the columns of a drawing: in the middle where they have room, else ending at the column's line,
/// each as high as it must be to pass over those before it. So no line crosses a name; names that would have to stand
/// too high are left out.
struct HistoryFlags: Sendable {
  let flags: [Flag]
  let levels: Int

  struct Flag: Sendable {
    let text: String
    let place: Double
    let isCentred: Bool
    /// 0 is the lowest.
    let level: Int
  }

  static let levelsAtMost = 8

  /// Names that are empty are left out, one that is needed never; the columns' places ascend.
  init(_ names: [String], at places: [Double], needed: Int? = nil, size: Double, width: Double) {
    var flags: [Flag] = []
    var boxes: [(end: Double, level: Int)] = []
    for (index, name) in names.enumerated() {
      guard !name.isEmpty else { continue }
      let place = places[index]
      let half = TextWidth.estimate(name, size: size) / 2
      let toLeft = index > 0 ? place - places[index - 1] : .infinity
      let toRight = index + 1 < places.count ? places[index + 1] - place : .infinity
      let isCentred = min(toLeft, toRight) > half + Self.gap && place - half >= 0 && place + half <= width
      let text = isCentred ? name : TextWidth.shortened(name, to: place - Self.gap, size: size)
      let start = isCentred ? place - half : place - Self.gap - TextWidth.estimate(text, size: size)
      let level = boxes.filter { $0.end + Self.gap > start }.map { $0.level + 1 }.max() ?? 0
      guard level < Self.levelsAtMost || index == needed else { continue }
      boxes.append((isCentred ? place + half : place, level))
      flags.append(Flag(text: text, place: place, isCentred: isCentred, level: level))
    }
    self.flags = flags
    levels = (flags.map(\.level).max() ?? -1) + 1
  }

  private static let gap = 4.0
}
