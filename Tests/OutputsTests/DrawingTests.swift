import Formats
import Testing

@testable import Drawings

/// The shapes of a drawing alone, without what is around them.
func shapes(of drawing: Drawing) -> String {
  let html = String(decoding: drawing.ornament(height: 10, className: "test"), as: UTF8.self)
  return html.split(separator: ">", maxSplits: 1).last.map { String($0.dropLast("</svg>".count)) } ?? ""
}

@Suite struct DrawingTests {
  @Test func writesEachShapeWithItsClassAndPlace() {
    var drawing = Drawing(width: 100)
    drawing.addRectangle(x: 10, y: 2.5, width: 20, height: 3, .full)
    drawing.addCircle(x: 5, y: 6, radius: 7, .open)
    drawing.addPath([(1, 2), (3, 4), (5.25, 6)], isClosed: true, .stroke)
    drawing.addLines([[(1, 2), (3, 4)], [(5, 6), (7, 8)]], .rule)
    drawing.addHalfDisc(x: 10, y: 20, radius: 4, .full)
    #expect(
      shapes(of: drawing) == """
        <rect class="full" x="10" y="2.5" width="20" height="3"/>\
        <circle class="open" cx="5" cy="6" r="7"/>\
        <path class="stroke" d="M1 2L3 4L5.3 6z"/>\
        <path class="rule" d="M1 2L3 4M5 6L7 8"/>\
        <path class="full" d="M10 16a4 4 0 0 0 0 8z"/>
        """)
  }

  @Test func mirrorsEveryPlaceWhereReadingRunsFromTheRight() {
    var drawing = Drawing(width: 100, isRightToLeft: true)
    drawing.addRectangle(x: 10, y: 2, width: 20, height: 3, .full)
    drawing.addCircle(x: 5, y: 6, radius: 7, .open)
    drawing.addPath([(1, 2), (3, 4)], .guide)
    drawing.addHalfDisc(x: 10, y: 20, radius: 4, .full)
    drawing.addText("سلام", x: 0, y: 10)
    #expect(
      shapes(of: drawing) == """
        <rect class="full" x="70" y="2" width="20" height="3"/>\
        <circle class="open" cx="95" cy="6" r="7"/>\
        <path class="guide" d="M99 2L97 4"/>\
        <path class="full" d="M90 16a4 4 0 0 1 0 8z"/>\
        <text x="100" y="10">سلام</text>
        """)
    let html = String(decoding: drawing.ornament(height: 1, className: "a"), as: UTF8.self)
    #expect(
      html.hasPrefix(
        #"<svg xmlns="http://www.w3.org/2000/svg" class="a" viewBox="0 0 100 1" direction="rtl" aria-hidden="true">"#))
  }

  @Test func writesRunsOfTextApartAndLeavesEmptyOnesOut() {
    var drawing = Drawing(width: 100)
    drawing.addText([("Ann", nil), ("", .strong), ("12", .strong)], x: 0, y: 10)
    drawing.addText([("", nil)], x: 0, y: 20)
    drawing.addText("2026", x: 50, y: 30, .middle, .fine)
    drawing.addText("end", x: 90, y: 40, .end)
    #expect(
      shapes(of: drawing) == """
        <text x="0" y="10"><tspan>Ann</tspan> <tspan class="strong" dx="5">12</tspan></text>\
        <text class="fine" x="50" y="30" text-anchor="middle">2026</text>\
        <text x="90" y="40" text-anchor="end">end</text>
        """)
  }

  @Test func escapesTextsTitleAndDescription() {
    var drawing = Drawing(width: 10)
    drawing.addText("<b>&\"", x: 0, y: 0)
    let html = drawing.picture(
      height: 5, className: "wide", title: "</title><script>", description: "a & b")
    #expect(
      String(decoding: html, as: UTF8.self) == """
        <svg xmlns="http://www.w3.org/2000/svg" class="wide" viewBox="0 0 10 5" direction="ltr" role="img">\
        <title>&lt;/title&gt;&lt;script&gt;</title><desc>a &amp; b</desc>\
        <text x="0" y="0">&lt;b&gt;&amp;&quot;</text></svg>
        """)
  }

  @Test func drawsNothingThroughFewerThanTwoPoints() {
    var drawing = Drawing(width: 10)
    drawing.addPath([], .guide)
    drawing.addPath([(1, 1)], .guide)
    #expect(shapes(of: drawing).isEmpty)
  }

  @Test(
    arguments: [
      (0, "0"), (-0.0, "0"), (1, "1"), (-1, "-1"), (1.25, "1.3"), (1.04, "1"), (-0.04, "0"), (-0.5, "-0.5"),
      (-12.34, "-12.3"), (0.1, "0.1"), (99.96, "100"), (.nan, "0"), (.infinity, "0"), (-.infinity, "0"), (1e300, "0"),
    ] as [(Double, String)])
  func writesLengthsWithAtMostOneDecimal(number: Double, text: String) {
    var html: HTMLBytes = []
    html.append(number: number)
    #expect(String(decoding: html, as: UTF8.self) == text)
  }
}

@Suite struct DrawingTextWidthTests {
  @Test func keepsTextThatHasRoom() {
    #expect(TextWidth.shortened("PP-22", to: 100, size: 13) == "PP-22")
    #expect(TextWidth.shortened("", to: 0, size: 13) == "")
  }

  @Test(arguments: ["World Conference on International Telecommunications", "全权代表大会 二〇二二年", "👩🏽‍🚀👩🏽‍🚀👩🏽‍🚀👩🏽‍🚀👩🏽‍🚀👩🏽‍🚀"])
  func shortensToTheRoomThereIs(text: String) {
    for room in stride(from: 12.0, through: 80, by: 4) {
      let short = TextWidth.shortened(text, to: room, size: 12)
      #expect(short.hasSuffix("…"))
      #expect(TextWidth.estimate(short, size: 12) <= room)
      #expect(text.hasPrefix(String(short.dropLast())))
    }
  }

  @Test func givesNoRoomToMarksOnLetters() {
    #expect(TextWidth.estimate("e\u{301}", size: 10) == TextWidth.estimate("e", size: 10))
  }
}
