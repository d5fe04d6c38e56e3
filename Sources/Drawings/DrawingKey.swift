import Formats

/// The marks of an issue through time, each alone, to stand before the word that says what it means.
package struct DrawingKey {
  package let isRightToLeft: Bool

  package func proposal(_ mark: OutcomeMark) -> HTMLBytes {
    ornament { $0.addSquare(mark, x: 3, y: 3, size: 10) }
  }

  package func decision(_ mark: OutcomeMark) -> HTMLBytes {
    ornament { $0.addDisc(mark, x: 8, y: 8, radius: 6.5) }
  }

  package func stage(isAdoption: Bool, isConfirmed: Bool) -> HTMLBytes {
    ornament { $0.addStage(isAdoption: isAdoption, isConfirmed: isConfirmed, x: 8, y: 8) }
  }

  package func next() -> HTMLBytes {
    ornament { $0.addPath([(3, 4), (13, 4), (8, 13)], isClosed: true, .now) }
  }

  package func today() -> HTMLBytes {
    ornament { $0.addPath([(8, 1), (8, 15)], .today) }
  }

  private func ornament(_ draw: (inout Drawing) -> Void) -> HTMLBytes {
    var drawing = Drawing(width: 16, isRightToLeft: isRightToLeft)
    draw(&drawing)
    return drawing.ornament(height: 16, className: "key-mark")
  }

  package init(isRightToLeft: Bool) {
    self.isRightToLeft = isRightToLeft
  }
}
