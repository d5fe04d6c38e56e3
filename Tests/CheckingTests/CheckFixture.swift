import CivilTime
import Diagnostics
import Publishing
import TestSupport

/// The faults that a check finds in a hub of one text, by their marks.
func findings(in hub: String, today: String = "2026-11-22", of codes: DiagnosticCode...) throws -> [String] {
  let site = try SiteFixture(hub)
  let found = try check(site, today: today)
  return site.faults(codes.isEmpty ? found : found.filter { codes.contains($0.code) })
}

func check(_ site: SiteFixture, today: String = "2026-11-22", jobs: Int = 1) throws -> [Diagnostic] {
  guard let day = CivilDate(isoText: today) else { throw MissingText(text: today) }
  return checkSite(BuildRequest(hub: site.root, asOf: day, today: { _ in day }, jobs: jobs)).diagnostics
}
