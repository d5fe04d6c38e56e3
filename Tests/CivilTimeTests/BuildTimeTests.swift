import CivilTime
import Testing

@Suite struct BuildTimeTests {
  @Test(arguments: [
    ("2026-11-18", "day 2026-11-18"), ("2026-11-18T23:00Z", "instant 2026-11-18T23:00:00Z"),
    ("2026-11-18T23:00:30Z", "instant 2026-11-18T23:00:30Z"),
    ("2026-11-18T23:00+01:00", "instant 2026-11-18T22:00:00Z"),
    ("2026-11-18T23:00:00-05:00", "instant 2026-11-19T04:00:00Z"), ("2026-11-18T23:00", "none"),
    ("2026-11-18T23:60Z", "none"), ("2026-11-31", "none"), ("2026-11", "none"), ("now", "none"), ("", "none"),
    ("2026-11-18T23:00Zulu", "none"), ("2026-11-18 23:00Z", "none"),
  ])
  func readsADayOrAnInstant(_ text: String, _ expected: String) {
    let shown =
      switch BuildTime(isoText: text) {
      case .day(let day): "day \(day.isoText)"
      case .instant(let instant): "instant \(instant.rfc3339Text)"
      case nil: "none"
      }
    #expect(shown == expected)
  }
}
