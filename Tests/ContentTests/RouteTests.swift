import Content
import TestSupport
import Testing

@Suite struct RouteTests {
  @Test func readsStepsAsTextsOrWithTheTimeTheyNeed() throws {
    let site = try SiteFixture(
      """
      -- routes/a.yaml --
      - id: a
        title: A
        steps:
          - Find the ministry
          - {title: Write, rule: 6 months before the opening, basis: The guide, note: Early., confidence: inferred}
          - {title: Go}
      """)
    #expect(site.readFaults() == [])
    guard let route = site.read().content?.documents.first?.fields as? Route else {
      Testing.Issue.record("there is no route")
      return
    }
    #expect(route.steps.map(\.title) == ["Find the ministry", "Write", "Go"])
    #expect(route.steps.map { $0.rule?.count } == [nil, 6, nil])
    #expect(
      route.steps[1].basis == "The guide" && route.steps[1].note == "Early." && route.steps[1].confidence == .inferred)
    #expect(route.steps.compactMap(\.deadline).map(\.title) == ["Write"])
  }

  @Test func reportsStepsThatAreNone() throws {
    let site = try SiteFixture(
      """
      -- routes/a.yaml --
      - id: a
        title: A
        meeting_types: [conference, 1️⃣congress]
        leads_to: [2️⃣nobody]
        steps:
          - 3️⃣rule: 6 months before the opening
          - {title: Write, rule: 4️⃣soon}
          - {title: Go, 5️⃣when: now}
          - 6️⃣[a, b]
      """)
    #expect(
      site.allFaults() == [
        "routes/a.yaml 1️⃣ unresolved-reference", "routes/a.yaml 2️⃣ unresolved-reference", "routes/a.yaml 3️⃣ missing-field",
        "routes/a.yaml 4️⃣ invalid-rule", "routes/a.yaml 5️⃣ unknown-field", "routes/a.yaml 6️⃣ wrong-type",
      ])
  }
}
