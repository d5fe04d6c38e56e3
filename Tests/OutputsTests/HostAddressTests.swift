import Diagnostics
import TestSupport
import Testing

/// What has to be absolute, or to begin at the host's root: the page for what is missing, versions in other languages, and pictures shown elsewhere.
@Suite struct HostAddressTests {
  private static let note = "-- site-content/notes/n.md --\n---\ntitle: N\n---\n[n](n.md)\n"

  @Test(arguments: [
    ("https://hub.example/", "/"), ("https://host.example/some/hub/", "/some/hub/"),
    ("https://host.example:8080/h%20b/", "/h%20b/"),
    ("https://host.example/é/", "/%C3%A9/"),
  ])
  func linksFromTheMissingPageAtAnyDepth(_ address: String, _ root: String) throws {
    let page = try BuiltSite(Self.note, address: address).text("404.html")
    #expect(page.contains("<link rel=\"stylesheet\" href=\"\(root)assets/style.css\">"))
    #expect(page.contains("action=\"\(root)search.html\""))
    #expect(page.contains("<p class=\"site-title\"><a href=\"\(root)\">"))
    #expect(page.contains("<li><a href=\"\(root)notes/\">"))
    let links = page.pieces(between: " href=\"", and: "\"") + page.pieces(between: " src=\"", and: "\"")
    #expect(links.count > 10)
    #expect(links.filter { !$0.hasPrefix(root) && $0 != "#content" } == [])
    // It stands for no address of its own.
    #expect(!page.contains("rel=\"canonical\"") && !page.contains("og:url"))
  }

  @Test func linksOtherPagesRelativelyAsEver() throws {
    let site = try BuiltSite(Self.note, address: "https://host.example/some/hub/")
    for path in site.paths where path.hasSuffix(".html") && path != "404.html" {
      #expect(try !site.text(path).contains("href=\"/"), "\(path)")
    }
  }

  @Test func namesVersionsInOtherLanguagesAbsolutely() throws {
    let site = try BuiltSite(
      """
      -- site-content/hub.yaml --
      \(BuiltSite.hub)languages: [fr]
      -- templates/strings/fr.yaml --
      \(BuiltSite.englishWords)
      -- site-content/notes/n.md --
      ---
      title: N
      ---
      -- site-content/notes/n.fr.md --
      ---
      title: Note
      ---
      """, address: "https://host.example/hub/")
    let versions = [
      "=\"en\" href=\"https://host.example/hub/notes/n.html\"",
      "=\"fr\" href=\"https://host.example/hub/fr/notes/n.html\"",
    ]
    for path in ["notes/n.html", "fr/notes/n.html"] {
      #expect(try site.text(path).pieces(between: "<link rel=\"alternate\" hreflang", and: ">") == versions)
    }
    #expect(
      try site.text("fr/index.html").contains("hreflang=\"en\" href=\"https://host.example/hub/\">"))
    // Readers go from one to the other also on disk.
    #expect(try site.text("fr/notes/n.html").contains("<a href=\"../../notes/n.html\" hreflang=\"en\""))
  }

  // MARK: Pictures

  /// The head of a PNG of 1,200 by 630 pixels.
  private static let png: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 4, 0xB0, 0, 0, 2, 0x76]

  private static func site(_ text: String, _ pictures: [String: [UInt8]], fields: String = "") throws -> BuiltSite {
    let folder = try HubFolder("-- site-content/hub.yaml --\n\(BuiltSite.hub)\(fields)\n\(text)")
    for (path, bytes) in pictures { try folder.write(path, bytes: bytes) }
    return try BuiltSite(in: folder, address: "https://host.example/hub/")
  }

  private static func shown(_ site: BuiltSite, _ path: String) throws -> [String] {
    try site.text(path).pieces(between: "<meta property=\"og:image", and: ">")
  }

  @Test func showsThePictureOfThePageElsewhere() throws {
    let site = try Self.site(
      """
      -- site-content/notes/n.md --
      ---
      title: N
      image: {file: img/my pic.png, alt: A "pic"}
      ---
      -- site-content/notes/o.md --
      ---
      title: O
      ---
      """, ["site-content/notes/img/my pic.png": Self.png])
    #expect(conciseText(for: site.diagnostics) == "")
    #expect(
      try Self.shown(site, "notes/n.html") == [
        "\" content=\"https://host.example/hub/notes/img/my%20pic.png\"", ":alt\" content=\"A &quot;pic&quot;\"",
        ":width\" content=\"1200\"", ":height\" content=\"630\"",
      ])
    #expect(try site.text("notes/n.html").contains("\"image\":\"https://host.example/hub/notes/img/my%20pic.png\""))
    #expect(try Self.shown(site, "notes/o.html") == [])
  }

  @Test func showsThePictureOfTheHubForPagesWithoutOne() throws {
    let site = try Self.site(
      """
      -- site-content/notes/n.md --
      ---
      title: N
      image: {file: d.svg, alt: A drawing}
      ---
      -- site-content/notes/d.svg --
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9h-9z"/></svg>
      """, ["site-content/hub.png": Self.png], fields: "image: {file: hub.png, alt: The river}")
    #expect(conciseText(for: site.diagnostics) == "")
    for path in ["index.html", "notes/n.html", "notes/index.html"] {
      #expect(
        try Self.shown(site, path).prefix(2) == [
          "\" content=\"https://host.example/hub/hub.png\"", ":alt\" content=\"The river\"",
        ])
    }
    #expect(site.paths.contains("hub.png"))
  }

  @Test(arguments: [
    (
      "image: {file: missing.png, alt: A}",
      "error[unresolved-link]: the image is a file of the hub, and there is none 'missing.png'"
    ),
    (
      "image: {file: notes/d.svg, alt: A}",
      "error[wrong-type]: other sites show a picture that is PNG, JPEG, GIF or WebP, and 'notes/d.svg' is none"
    ),
    ("image: hub.png", "error[wrong-type]: 'image' holds"),
    ("image: {file: ../../etc/passwd.png, alt: A}", "error[unresolved-link]: the image is a file of the hub"),
  ])
  func refusesAPictureThatNobodyCouldShow(_ field: String, _ fault: String) throws {
    let site = try Self.site(Self.note, [:], fields: field)
    let text = conciseText(for: site.diagnostics)
    #expect(text.contains(fault), "\(text)")
    #expect(site.paths.isEmpty)
  }
}
