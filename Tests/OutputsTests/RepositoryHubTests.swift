import Diagnostics
import Foundation
import TestSupport
import Testing

/// The hub in `site-content/` on days that matter to it.
@Suite struct RepositoryHubTests {
  private static func site(asOf day: String) throws -> BuiltSite {
    let site = try BuiltSite(in: .ofTheRepository(), asOf: day)
    #expect(!site.diagnostics.contains { $0.severity == .error }, "\(conciseText(for: site.diagnostics))")
    return site
  }

  private static func dateline(_ main: String) -> String {
    main.pieces(between: "<p class=\"dateline\">", and: "</p>").first ?? ""
  }

  @Test func showsAConferenceUnderWayWithItsDeadlinesPassed() throws {
    let site = try Self.site(asOf: "2026-11-21")
    let main = try site.main("meetings/pp-26.html")
    #expect(Self.dateline(main).contains(">Under way</span>"))
    #expect(!main.contains("<strong>Closed.</strong>"))
    let deadlines = try site.section("deadlines", of: "meetings/pp-26.html").pieces(between: "<li", and: "</li>")
    #expect(
      deadlines.count == 5 && deadlines.allSatisfy { $0.hasPrefix(" class=\"passed\"") && $0.contains(">passed<") })
    #expect(deadlines.contains { $0.contains("9 July 2026") && $0.contains("4 months before the opening") })
    #expect(
      try site.main("index.html").elements("<p class=\"headline\">", "</p>") == ["Plenipotentiary Conference 2026"])
    #expect(try site.section("lead-meeting", of: "index.html").contains("Under way"))
    #expect(try site.main("calendar/2026-11.html").contains("class=\"bar under-way\""))
  }

  @Test func showsAConferenceClosedWithTheNextOfItsKind() throws {
    let site = try Self.site(asOf: "2026-11-28")
    let main = try site.main("meetings/pp-26.html")
    #expect(Self.dateline(main).contains(">Closed</span>"))
    #expect(
      main.contains(
        "<strong>Closed.</strong> This meeting was to end on 27 November 2026. Followed by: <a href=\"pp-30.html\">"
      ))
    let deadlines = try site.section("deadlines", of: "meetings/pp-26.html").pieces(between: "<li", and: "</li>")
    #expect(deadlines.count == 5 && deadlines.allSatisfy { $0.hasPrefix(" class=\"passed\"") })
    let coming = try site.section("coming", of: "calendar/index.html").elements("<span class=\"what\">", "</span>")
    #expect(
      coming.prefix(2) == ["Radiocommunication Assembly 2027", "World Radiocommunication Conference 2027"])
    #expect(
      try site.main("index.html").elements("<p class=\"headline\">", "</p>") == [
        "Plenipotentiary Conference 2026", "Radiocommunication Assembly 2027",
      ])
    let later = try Self.site(asOf: "2027-01-27")
    #expect(
      try later.main("index.html").elements("<p class=\"headline\">", "</p>") == ["Radiocommunication Assembly 2027"])
  }

  @Test(arguments: ["2026-11-21", "2026-11-28"])
  func showsTheRadioConferencesAsComing(_ day: String) throws {
    let site = try Self.site(asOf: day)
    for id in ["wrc-27", "ra-27"] {
      #expect(Self.dateline(try site.main("meetings/\(id).html")).contains(">Coming</span>"), "\(id)")
    }
    let plan = try site.section("take-part", of: "meetings/wrc-27-plan.html")
    #expect(plan.contains("<time datetime=\"2027-04-18\">18 April 2027</time>"))
  }

  @Test func showsThePlenipotentiaryOf2022AsNextBeforeIt() throws {
    let site = try Self.site(asOf: "2022-09-20")
    for page in ["index.html", "calendar/index.html"] {
      #expect(try site.main(page).elements("<p class=\"headline\">", "</p>") == ["Plenipotentiary Conference 2022"])
    }
    #expect(Self.dateline(try site.main("meetings/pp-22.html")).contains(">Coming</span>"))
    let coming = try site.section("coming", of: "calendar/index.html").elements("<span class=\"what\">", "</span>")
    #expect(coming.prefix(2) == ["ITU Council 2022, last meeting before PP-22", "Plenipotentiary Conference 2022"])
  }
}
