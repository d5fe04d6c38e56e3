import Checking
import Diagnostics
import TestSupport
import Testing

/// The links of the page for what is missing, which begin at the host's root.
struct MissingPageTests {
  private func faults(_ template: String, address: String = "https://host.example/some/hub/") throws -> [String] {
    let site = try SiteFixture(
      """
      -- /site-content/hub.yaml --
      title: A hub
      address: \(address)
      language: en
      time_zone: UTC
      -- /templates/not-found.mustache --
      <!DOCTYPE html><html lang="en"><head><title>t</title></head><body><h1>t</h1>\(template)</body></html>
      """)
    return try check(site).filter { $0.severity != .hint && $0.code != .unusedTemplate }.map {
      "\($0.code.rawValue): \($0.message)"
    }
  }

  @Test(arguments: ["{{root}}index.html", "{{root}}", "{{root}}assets/style.css", "{{home_address}}", "#x"])
  func followsThemFromTheRoot(_ address: String) throws {
    #expect(try faults("<p id=\"x\"><a href=\"\(address)\">a</a></p>") == [])
  }

  @Test(arguments: ["/index.html", "/some/hub/none.html", "{{root}}calendar", "/some/other/"])
  func namesThoseThatLeadNowhere(_ address: String) throws {
    let found = try faults("<a href=\"\(address)\">a</a>")
    #expect(
      found.count == 1 && found[0].hasPrefix("broken-page-link: a link leads to a file of the site, and there is none"),
      "\(found)")
  }
}

struct WebAddressPlaceTests {
  @Test func placesEachAddressOfALine() {
    let text =
      "é https://a.example/ü and 𝄞 https://b.example/, (https://c.example/(d)) https://e.example/\n https://f.example/\n"
    let found = webAddresses(in: SourceFile(path: "a.md", text: text))
    #expect(found.map(\.text) == found.map(\.place.coveredText))
    #expect(found.map(\.place.start.line) == [1, 1, 1, 1, 2])
    #expect(
      found.map(\.text) == [
        "https://a.example/ü", "https://b.example/", "https://c.example/(d)", "https://e.example/",
        "https://f.example/",
      ])
  }
}
