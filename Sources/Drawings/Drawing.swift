import Formats

/// An SVG picture under construction, in units that a page scales to the room there is.
///
/// Shapes carry classes only; their colours are the theme's. Where the language runs from right to left, so does
/// the picture: every place is given as if from left to right, and mirrored here.
package struct Drawing: Sendable {
  package let width: Double
  package let isRightToLeft: Bool
  private var shapes: HTMLBytes = []

  package init(width: Double, isRightToLeft: Bool = false) {
    self.width = width
    self.isRightToLeft = isRightToLeft
  }

  /// How a shape or a text looks; each is a class that the theme's style sheet knows.
  package enum Look: String {
    /// Filled with ink.
    case full
    /// An outline, with paper inside.
    case open
    /// A stroke of ink.
    case stroke
    /// A stroke of ink that stands for less than certain.
    case broken
    /// A thin line that guides the eye.
    case guide
    /// A line between rows.
    case rule
    /// What a bar is a part of.
    case whole
    /// A bar beside the one that counts most.
    case lesser
    /// A bar of what was superseded.
    case former
    /// Paper that sets a line off from what it crosses.
    case casing
    /// What concerns the present: the signal colour.
    case now
    /// A stroke in the signal colour.
    case today
    case strong
    /// Small text.
    case fine
    /// What makes a whole row or box answer to a pointer.
    case area
    /// The thing that the page is about.
    case here
    /// Squares in rows, one for each thing, drawn as broken lines.
    case squares
  }

  enum Anchor {
    case start, middle, end
  }

  mutating func addRectangle(x: Double, y: Double, width: Double, height: Double, _ look: Look? = nil) {
    let left = isRightToLeft ? self.width - x - width : x
    open("<rect", look)
    attribute(" x=\"", left)
    attribute(" y=\"", y)
    attribute(" width=\"", width)
    attribute(" height=\"", height)
    shapes.append(markup: "/>")
  }

  mutating func addCircle(x: Double, y: Double, radius: Double, _ look: Look? = nil) {
    open("<circle", look)
    attribute(" cx=\"", across(x))
    attribute(" cy=\"", y)
    attribute(" r=\"", radius)
    shapes.append(markup: "/>")
  }

  /// Adds a line through points, closed where it bounds an area.
  mutating func addPath(_ points: [(x: Double, y: Double)], isClosed: Bool = false, _ look: Look) {
    guard points.count > 1 else { return }
    open("<path", look)
    shapes.append(markup: " d=\"")
    addPoints(points)
    if isClosed { shapes.append(markup: "z") }
    shapes.append(markup: "\"/>")
  }

  /// Adds a shape by its SVG path, which must be checked before.
  mutating func addOutline(_ path: String) {
    shapes.append(markup: "<path d=\"")
    shapes.append(raw: path)
    shapes.append(markup: "\"/>")
  }

  /// Draws what leads to a page; its name is what a screen reader says and a pointer is shown.
  mutating func addLink(to address: String, name: String, isHere: Bool = false, _ draw: (inout Drawing) -> Void) {
    shapes.append(markup: "<a href=\"")
    shapes.append(escaped: address)
    shapes.append(raw: isHere ? "\" aria-current=\"page\"><title>" : "\"><title>")
    shapes.append(escaped: name)
    shapes.append(markup: "</title>")
    draw(&self)
    shapes.append(markup: "</a>")
  }

  /// Adds several lines as one shape.
  mutating func addLines(_ lines: [[(x: Double, y: Double)]], _ look: Look) {
    open("<path", look)
    shapes.append(markup: " d=\"")
    for line in lines { addPoints(line) }
    shapes.append(markup: "\"/>")
  }

  /// Adds the half of a disc at which reading begins.
  mutating func addHalfDisc(x: Double, y: Double, radius: Double, _ look: Look) {
    open("<path", look)
    shapes.append(markup: " d=\"M")
    shapes.append(number: across(x))
    shapes.append(markup: " ")
    shapes.append(number: y - radius)
    shapes.append(markup: "a")
    shapes.append(number: radius)
    shapes.append(markup: " ")
    shapes.append(number: radius)
    shapes.append(raw: isRightToLeft ? " 0 0 1 0 " : " 0 0 0 0 ")
    shapes.append(number: 2 * radius)
    shapes.append(markup: "z\"/>")
  }

  /// Adds text on a base line; `start` is where reading begins.
  mutating func addText(_ text: String, x: Double, y: Double, _ anchor: Anchor = .start, _ look: Look? = nil) {
    addText([(text, look)], x: x, y: y, anchor)
  }

  /// Adds runs of text one after the other, each in its own look, with a gap between them.
  mutating func addText(_ runs: [(text: String, look: Look?)], x: Double, y: Double, _ anchor: Anchor = .start) {
    let runs = runs.filter { !$0.text.isEmpty }
    guard let first = runs.first else { return }
    open("<text", runs.count == 1 ? first.look : nil)
    attribute(" x=\"", across(x))
    attribute(" y=\"", y)
    switch anchor {
    case .start: break
    case .middle: shapes.append(markup: " text-anchor=\"middle\"")
    case .end: shapes.append(markup: " text-anchor=\"end\"")
    }
    shapes.append(markup: ">")
    if runs.count == 1 {
      shapes.append(escaped: first.text)
    } else {
      for (number, run) in runs.enumerated() {
        if number > 0 { shapes.append(markup: " ") }
        open("<tspan", run.look)
        if number > 0 { attribute(" dx=\"", isRightToLeft ? -5 : 5) }
        shapes.append(markup: ">")
        shapes.append(escaped: run.text)
        shapes.append(markup: "</tspan>")
      }
    }
    shapes.append(markup: "</text>")
  }

  /// The picture as inline SVG; a screen reader hears its title and its description instead of its shapes.
  package func picture(height: Double, className: StaticString, title: String, description: String) -> HTMLBytes {
    var html = start(height: height, className: className)
    html.append(markup: " role=\"img\"><title>")
    html.append(escaped: title)
    html.append(markup: "</title><desc>")
    html.append(escaped: description)
    html.append(markup: "</desc>")
    html.append(contentsOf: shapes)
    html.append(markup: "</svg>")
    return html
  }

  /// The picture as inline SVG whose links stand for themselves; a screen reader hears its title before them.
  package func linked(height: Double, className: StaticString, title: String) -> HTMLBytes {
    var html = start(height: height, className: className)
    html.append(markup: " role=\"group\" aria-label=\"")
    html.append(escaped: title)
    html.append(markup: "\">")
    html.append(contentsOf: shapes)
    html.append(markup: "</svg>")
    return html
  }

  /// The picture as part of a line whose words say the same.
  func ornament(height: Double, className: StaticString) -> HTMLBytes {
    var html = start(height: height, className: className)
    html.append(markup: " aria-hidden=\"true\">")
    html.append(contentsOf: shapes)
    html.append(markup: "</svg>")
    return html
  }

  private func start(height: Double, className: StaticString) -> HTMLBytes {
    var html: HTMLBytes = []
    html.reserveCapacity(shapes.count + 512)
    // The name space is for books, which are XML.
    html.append(markup: "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"")
    html.append(markup: className)
    html.append(markup: "\" viewBox=\"0 0 ")
    html.append(number: width)
    html.append(markup: " ")
    html.append(number: height)
    // Texts begin where the picture's language begins to read, whatever the language of the page around it.
    html.append(raw: isRightToLeft ? "\" direction=\"rtl\"" : "\" direction=\"ltr\"")
    return html
  }

  private func across(_ x: Double) -> Double {
    isRightToLeft ? width - x : x
  }

  private mutating func addPoints(_ points: [(x: Double, y: Double)]) {
    for (number, point) in points.enumerated() {
      shapes.append(raw: number == 0 ? "M" : "L")
      shapes.append(number: across(point.x))
      shapes.append(markup: " ")
      shapes.append(number: point.y)
    }
  }

  private mutating func open(_ element: StaticString, _ look: Look?) {
    shapes.append(markup: element)
    guard let look else { return }
    shapes.append(markup: " class=\"")
    shapes.append(raw: look.rawValue)
    shapes.append(markup: "\"")
  }

  private mutating func attribute(_ start: StaticString, _ number: Double) {
    shapes.append(markup: start)
    shapes.append(number: number)
    shapes.append(markup: "\"")
  }
}

extension HTMLBytes {
  /// Adds a length with at most one decimal; what is no number, or beyond any page, becomes 0.
  package mutating func append(number: Double) {
    guard number.isFinite, abs(number) < 1_000_000 else {
      append(markup: "0")
      return
    }
    let tenths = Int((number * 10).rounded())
    append(raw: String(tenths / 10))
    guard tenths % 10 != 0 else { return }
    if tenths < 0, tenths > -10 {
      removeLast()
      append(markup: "-0")
    }
    append(markup: ".")
    append(raw: String(abs(tenths % 10)))
  }
}
