import Testing

@testable import Drawings

@Suite struct DrawingVotesTests {
  private func picture(of bars: VoteBars) -> String {
    String(decoding: VoteDrawing.picture(of: bars), as: UTF8.self)
  }

  private func bar(
    _ name: String, _ votes: Int?, isElected: Bool = false, earlier: [VoteBars.Earlier] = []
  ) -> VoteBars.Candidate {
    VoteBars.Candidate(
      name: name, votes: votes, votesText: votes.map(String.init) ?? "not known", isElected: isElected,
      electedText: "Elected", earlier: earlier)
  }

  @Test func drawsAnElectionExactly() {
    let bars = VoteBars(
      title: "Votes", description: "As in the table.",
      candidates: [
        bar("Ann", 84, isElected: true, earlier: [.init(votes: 42, text: "Round 1: 42")]), bar("Ben", 21),
      ],
      majority: .init(number: 63, text: "Majority: 63"), present: .init(number: 126, text: "Present: 126"), scale: 169)
    #expect(
      picture(of: bars) == """
        <svg xmlns="http://www.w3.org/2000/svg" class="vote-drawing" viewBox="0 0 340 111" direction="ltr" role="img">\
        <title>Votes</title><desc>As in the table.</desc>\
        <text x="0" y="12"><tspan>Ann</tspan> <tspan class="strong" dx="5">84</tspan> <tspan dx="5">Elected</tspan></text>\
        <rect class="whole" x="1" y="17" width="252" height="11"/>\
        <rect class="full" x="1" y="17" width="168" height="11"/>\
        <rect class="former" x="1" y="34" width="84" height="4"/>\
        <text class="fine" x="91" y="40">Round 1: 42</text>\
        <text x="0" y="63"><tspan>Ben</tspan> <tspan class="strong" dx="5">21</tspan></text>\
        <rect class="whole" x="1" y="68" width="252" height="11"/>\
        <rect class="lesser" x="1" y="68" width="42" height="11"/>\
        <path class="casing" d="M127 15L127 30"/><path class="stroke" d="M127 15L127 30"/>\
        <path class="casing" d="M127 66L127 81"/><path class="stroke" d="M127 66L127 81"/>\
        <path class="stroke" d="M1 89L253 89M1 89L1 94M127 89L127 94M253 89L253 94"/>\
        <text class="fine" x="127" y="107" text-anchor="middle">Majority: 63</text>\
        <text class="fine" x="253" y="107" text-anchor="middle">Present: 126</text></svg>
        """)
  }

  @Test func drawsNothingWhereNoVotesAreKnown() {
    #expect(picture(of: VoteBars()).isEmpty)
    #expect(picture(of: VoteBars(candidates: [bar("Ann", nil, isElected: true), bar("Ben", nil)])).isEmpty)
  }

  @Test func saysWhereOnlyACandidatesVotesAreNotKnown() {
    let drawn = picture(of: VoteBars(candidates: [bar("Ann", 104), bar("Ben", nil)]))
    #expect(drawn.contains("<tspan>Ben</tspan> <tspan class=\"fine\" dx=\"5\">not known</tspan>"))
    #expect(drawn.matches(of: /<rect/).count == 1)
  }

  @Test func drawsZeroVotesAsABarWithoutLength() {
    let drawn = picture(of: VoteBars(candidates: [bar("Ann", 0), bar("Ben", 0)]))
    #expect(drawn.matches(of: /<rect class="lesser" x="1" y="[0-9]+" width="0" height="11"\/>/).count == 2)
    #expect(lengths(in: drawn).allSatisfy { $0.isFinite })
  }

  @Test func drawsAShorterBarForFewerVotesOnTheScaleOfAll() {
    func width(_ scale: Int) -> Double? {
      picture(of: VoteBars(candidates: [bar("Ann", 100)], scale: scale))
        .firstMatch(of: /class="lesser" x="1" y="17" width="([0-9.]+)"/).flatMap { Double($0.output.1) }
    }
    #expect(width(0) == 338)
    #expect(width(100) == 338)
    #expect(width(200) == 169)
  }

  @Test func drawsACandidateOfAnEarlierRoundOnly() {
    let bars = VoteBars(
      candidates: [
        bar("Ann", 83, isElected: true), VoteBars.Candidate(name: "Ben", earlier: [.init(votes: 35, text: "35")]),
      ],
      majority: .init(number: 82, text: "82"))
    let drawn = picture(of: bars)
    #expect(drawn.contains(">Ben</text>"))
    #expect(drawn.matches(of: /class="former"/).count == 1)
    #expect(drawn.matches(of: /class="casing"/).count == 1)
  }

  @Test func setsTheWordsOfALongEarlierBarBelowIt() {
    let bars = VoteBars(candidates: [bar("Ann", 10, earlier: [.init(votes: 120, text: "Round 1: 120")])], scale: 120)
    #expect(picture(of: bars).contains(#"<text class="fine" x="0" y="52">Round 1: 120</text>"#))
  }

  @Test func setsWordsBelowTheBarsApart() {
    func rows(_ majority: Int) -> Set<String> {
      let bars = VoteBars(
        candidates: [bar("Ann", 100)], majority: .init(number: majority, text: "Majority required: \(majority)"),
        present: .init(number: 160, text: "Present or voting: 160"))
      return Set(picture(of: bars).matches(of: /class="fine" x="[0-9.]+" y="([0-9.]+)"/).map { String($0.output.1) })
    }
    #expect(rows(20).count == 1)
    #expect(rows(81).count == 2)
  }

  @Test(arguments: [-1, Int.min, Int.max, 1_000_000_000])
  func survivesNumbersThatNoElectionHas(votes: Int) {
    let bars = VoteBars(
      candidates: [bar("Ann", votes, earlier: [.init(votes: votes, text: "\(votes)")]), bar("Ben", 5)],
      majority: .init(number: votes, text: "Majority"), present: .init(number: votes, text: "Present"), scale: votes)
    let drawn = picture(of: bars)
    #expect(isWellFormed(drawn))
    #expect(lengths(in: drawn).allSatisfy { $0.isFinite && $0 >= 0 })
    #expect(places(in: drawn).allSatisfy { (0...340).contains($0) })
  }

  @Test(arguments: [
    "</tspan><script>", #"" x="9"#, "&", String(repeating: "W", count: 5000), "جمهورية إيران الإسلامية", "",
  ])
  func keepsHostileNamesInTheirPlace(name: String) {
    for isRightToLeft in [false, true] {
      let bars = VoteBars(
        title: name, description: name, candidates: [bar(name, 7, isElected: true)],
        majority: .init(number: 4, text: name), isRightToLeft: isRightToLeft)
      let drawn = picture(of: bars)
      #expect(isWellFormed(drawn))
      #expect(!drawn.contains("<script"))
      #expect(lengths(in: drawn).allSatisfy { $0.isFinite })
    }
  }

  @Test func beginsBarsAtTheRightWhereReadingDoes() {
    let drawn = picture(of: VoteBars(candidates: [bar("Ann", 50)], scale: 100, isRightToLeft: true))
    #expect(drawn.contains(#"<rect class="lesser" x="170" y="17" width="169" height="11"/>"#))
    #expect(drawn.contains(#"<text x="340" y="12">"#))
  }
}
