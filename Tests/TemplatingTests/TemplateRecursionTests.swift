import Testing

@Suite struct TemplateRecursionTests {
  private static let rule = "[invalid-template] a template that uses itself comes to an end, and"
  private static let help = "| Put the partial in a section on a list or group of the innermost view"

  @Test func refusesAPartialThatUsesItselfWithTheSameViews() {
    #expect(
      faults(in: "{{> loop}}", ["loop": "a {{> loop}}"]) == [
        "templates/loop.mustache:1:7 loop \(Self.rule) 'loop' does not \(Self.help)"
      ])
  }

  @Test func refusesAPageThatUsesItself() {
    #expect(faults(in: "{{> 1️⃣page}}") == ["1️⃣ page \(Self.rule) 'page' does not \(Self.help)"])
  }

  @Test(arguments: [
    "{{#is_new}}{{> loop}}{{/is_new}}", "{{#has_branches}}{{> loop}}{{/has_branches}}",
    "{{^branches}}{{> loop}}{{/branches}}",
    "{{#title}}{{> loop}}{{/title}}",
  ])
  func refusesAPartialWithinASectionThatOpensNoView(_ loop: String) {
    #expect(faults(in: "{{> loop}}", ["loop": loop]).count == 1)
  }

  @Test func refusesACircleOfPartialsAtEachOfItsLinks() {
    #expect(
      faults(in: "{{> one}}", ["one": "{{> two}}", "two": " {{> one}}"]) == [
        "templates/two.mustache:1:6 one \(Self.rule) 'one' does not \(Self.help)",
        "templates/one.mustache:1:5 two \(Self.rule) 'two' does not \(Self.help)",
      ])
  }

  @Test func refusesAListOfAnOuterViewOpenedAgainAndAgain() {
    // A link has no links of its own, so that those of the page are opened each time.
    #expect(
      faults(in: "{{#links}}{{> loop}}{{/links}}", ["loop": "{{#links}}{{> loop}}{{/links}}"]) == [
        "templates/loop.mustache:1:15 loop \(Self.rule) 'loop' does not \(Self.help)"
      ])
  }

  @Test func refusesACircleThatDescendsAndClimbsAgain() {
    let partials = ["down": "{{#branches}}{{> up}}{{/branches}}", "up": "{{#links}}{{> down}}{{/links}}"]
    #expect(!faults(in: "{{#branches}}{{> down}}{{/branches}}", partials).isEmpty)
  }

  @Test func refusesTheWayRoundThatDoesNotDescendBesideOneThatDoes() {
    #expect(
      faults(in: "{{#branches}}{{> loop}}{{/branches}}", ["loop": "{{#branches}}{{> loop}}{{/branches}}{{> loop}}"])
        == [
          "templates/loop.mustache:1:41 loop \(Self.rule) 'loop' does not \(Self.help)"
        ])
  }

  @Test func admitsATreeInSeveralPartials() {
    let partials = ["branch": "{{name}}{{> below}}", "below": "{{#branches}}{{> branch}}{{/branches}}"]
    #expect(faults(in: "{{> below}}", partials).isEmpty)
  }

  @Test func admitsAPartialManyTimesBesideItself() {
    #expect(faults(in: "{{> one}}{{> two}}", ["one": "{{> two}}", "two": "x"]).isEmpty)
  }

  @Test func refusesPartialsNestedTooDeeply() {
    func chain(_ length: Int) -> [String: String] {
      Dictionary(uniqueKeysWithValues: (1...length).map { ("p\($0)", $0 < length ? "{{> p\($0 + 1)}}" : "end") })
    }
    #expect(filled("{{> p1}}", PageView(), chain(50)) == "end")
    #expect(
      faults(in: "{{> p1}}", chain(51)).first
        == "templates/p50.mustache:1:5 p51 [invalid-template] partials are nested at most 50 deep | Write the partial's text here"
    )
  }
}
