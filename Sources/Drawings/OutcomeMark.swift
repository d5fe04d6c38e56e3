import Content

/// What became of something, told by a mark's filling, so that no colour is needed to tell it.
package enum OutcomeMark: Int, CaseIterable, Sendable {
  case full, half, crossed, dash
  /// What no source reports of the thing itself: only inferred, or not confirmed.
  case dotted
  case open

  package init(_ status: Outcome.Status) {
    switch status {
    case .adopted: self = .full
    case .inProgress: self = .half
    case .notAdopted: self = .crossed
    case .unknown: self = .open
    }
  }
}

extension Drawing {
  /// Proposals are squares.
  mutating func addSquare(_ mark: OutcomeMark, x: Double, y: Double, size: Double) {
    let (right, bottom) = (x + size, y + size)
    switch mark {
    case .full: addRectangle(x: x, y: y, width: size, height: size, .full)
    case .half:
      addRectangle(x: x, y: y, width: size, height: size, .open)
      addPath([(x, y), (right, bottom), (x, bottom)], isClosed: true, .full)
    case .crossed:
      addRectangle(x: x, y: y, width: size, height: size, .open)
      addLines([[(x, y), (right, bottom)], [(x, bottom), (right, y)]], .stroke)
    case .dotted:
      addRectangle(x: x, y: y, width: size, height: size, .open)
      addCircle(x: x + size / 2, y: y + size / 2, radius: size / 6, .full)
    case .dash: addRectangle(x: x, y: y + size / 2 - 1.5, width: size, height: 3, .full)
    case .open: addRectangle(x: x, y: y, width: size, height: size, .open)
    }
  }

  /// Decisions are discs.
  mutating func addDisc(_ mark: OutcomeMark, x: Double, y: Double, radius: Double) {
    switch mark {
    case .full: addCircle(x: x, y: y, radius: radius, .full)
    case .half:
      addCircle(x: x, y: y, radius: radius, .open)
      addHalfDisc(x: x, y: y, radius: radius, .full)
    case .crossed:
      let reach = radius * 0.7
      addCircle(x: x, y: y, radius: radius, .open)
      addLines(
        [[(x - reach, y - reach), (x + reach, y + reach)], [(x - reach, y + reach), (x + reach, y - reach)]], .stroke)
    case .dotted:
      addCircle(x: x, y: y, radius: radius, .open)
      addCircle(x: x, y: y, radius: radius / 3, .full)
    case .dash: addRectangle(x: x - radius, y: y - 1.5, width: 2 * radius, height: 3, .full)
    case .open: addCircle(x: x, y: y, radius: radius, .open)
    }
  }
}
