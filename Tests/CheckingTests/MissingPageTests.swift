import Diagnostics
import TestSupport
import Testing

@testable import Checking

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

struct ScannedPageTests {
  /// What was taken off the end of a page still lies behind it in memory.
  @Test(arguments: ["<p>a</p><img", "<h3", "<a href=\"b\"", "<p>a</p><"])
  func readsNothingBehindTheEndOfAPage(_ text: String) {
    var page = Array(text.utf8)
    page.removeLast()
    let found = ScannedPage(page)
    #expect(found.faults.isEmpty && found.links.count == (text.contains("href") ? 1 : 0))
  }

  @Test(arguments: [
    ("<img src=\"a.png\">", 1), ("<img alt=\"\" src=\"a.png\">", 0), ("<image href=\"a.png\">", 0),
    ("<h1>a</h1><h2>b</h2><h3>c</h3><h2>d</h2>", 0), ("<h1>a</h1><h3>b</h3>", 1), ("<h2>a</h2>", 1),
    ("<p id=\"a\"></p><p id=\"b\"></p>", 0), ("<p id=\"a\"></p><p id=\"a\"></p><b id=\"a\">", 2),
    ("<!-- <img> --><p>a</p>", 0), ("<script>\"<img>\"</script><img>", 1), ("<style>/* <img> */</style><img>", 1),
    ("<!DOCTYPE html><img>", 1), ("</h1><hr><h7>a", 0),
  ])
  func findsWhatIsWrongWithMarkup(_ page: String, _ count: Int) {
    #expect(ScannedPage(Array(page.utf8)).faults.count == count)
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
