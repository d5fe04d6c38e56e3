import Content
import Diagnostics
import Foundation
import TestSupport
import Testing

/// What a hub changes of the look of its pages in `hub.yaml`.
@Suite struct HubThemeTests {
  private static let note = "-- site-content/notes/n.md --\n---\ntitle: N\ndate: 2031-01-01\n---\nText.\n"

  private static func hub(_ theme: String) -> String {
    "-- site-content/hub.yaml --\n\(BuiltSite.hub)\(theme)\n" + note
      + "-- site-content/files/logo.svg --\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"80\" height=\"40\"/>\n"
      + "-- site-content/files/icon.svg --\n<svg xmlns=\"http://www.w3.org/2000/svg\"><circle r=\"1\"/></svg>\n"
  }

  private static func faults(_ theme: String) throws -> [String] {
    conciseText(for: try BuiltSite(hub(theme)).diagnostics).split(separator: "\n").map {
      String($0.split(separator: ": ", maxSplits: 1).last ?? "")
    }
  }

  @Test func writesWhatTheHubChangesBehindTheDefaultStyle() throws {
    let theme = """
      theme:
        light: {paper: '#ffffff', follow: '#7a0019'}
        dark: {follow: '#fac'}
        reading: Georgia, "Noto Serif", serif
        interface: Verdana, sans-serif
        width: 40
        radius: 4
        logo: files/logo.svg
        favicon: files/icon.svg
      """
    let (plain, site) = (try BuiltSite(Self.hub("")), try BuiltSite(Self.hub(theme)))
    #expect(conciseText(for: site.diagnostics) == "")
    let colours = """
      @media screen and (prefers-color-scheme: light) { :root { --paper: #ffffff; --follow: #7a0019; } }
      @media screen and (prefers-color-scheme: dark) { :root { --follow: #ffaacc; } }

      """
    #expect(
      try site.text("assets/style.css") == plain.text("assets/style.css") + colours + """
        :root:not(:lang(ar), :lang(zh)) { --reading: Georgia, "Noto Serif", serif; }
        :root { --interface: Verdana, sans-serif; --text: 40rem; }
        img, pre, input, select, button, .alert, .notice { border-radius: 4px; }
        .logo { block-size: 1.7em; inline-size: auto; vertical-align: middle; margin-inline-end: .4em; }

        """)
    #expect(
      try site.text("assets/book-page.css") == plain.text("assets/book-page.css") + colours
        + "body { max-width: 45rem; }\nbody { font-family: Georgia, \"Noto Serif\", serif; }\n")
    #expect(try site.text("assets/mark.svg").contains("<circle"))
    #expect(
      try site.text("notes/n.html").contains(
        "<a href=\"../index.html\"><img class=\"logo\" src=\"../logo.svg\" alt=\"\" width=\"80\" height=\"40\">A hub</a>"
      ))
    #expect(
      try site.text("index.html").contains("<img class=\"logo\" src=\"logo.svg\" alt=\"\" width=\"80\" height=\"40\">"))
  }

  /// A file that only the theme names is published as well.
  @Test func publishesThePicturesThatItNames() throws {
    let hub = Self.hub("theme: {logo: logo.svg, favicon: icon.svg}")
      .replacing("site-content/files/", with: "site-content/")
    let site = try BuiltSite(hub)
    #expect(conciseText(for: site.diagnostics) == "")
    #expect(try site.text("notes/n.html").contains("<img class=\"logo\" src=\"../logo.svg\""))
    #expect(site.paths.contains("logo.svg"))
  }

  @Test func changesNothingWhereAHubHasNoTheme() throws {
    let site = try BuiltSite(Self.note)
    let style = try String(contentsOf: fixture("../../templates/assets/style.css"), encoding: .utf8)
    // Published without its comments, of which its end has none, and with nothing behind it.
    #expect(style.hasSuffix(try String(site.text("assets/style.css").suffix(200))))
    #expect(try !site.text("notes/n.html").contains("logo"))
  }

  @Test func measuresTheContrastOfWhatIsRead() throws {
    #expect(
      try Self.faults("theme:\n  light: {follow: '#8ab4e8'}") == [
        "warning[low-contrast]: 'follow' (#8ab4e8) on 'paper' (#fdfcf9) has a contrast of 2.09, and what is read needs 4.5",
        "warning[low-contrast]: 'follow' (#8ab4e8) on 'wash' (#f3f0e9) has a contrast of 1.88, and what is read needs 4.5",
      ])
    #expect(try Self.faults("theme:\n  light: {line: '#fdfcf9'}\n  dark: {due: '#ffffff'}") == [])
    // A ground of one's own is held against the default colours.
    #expect(try Self.faults("theme:\n  dark: {paper: '#ffffff'}").count == 4)
  }

  @Test func writesAColourThatHasEnough() throws {
    let ground = Colour(0xFDFCF9)
    let colour = try #require(Colour(text: "#8ab4e8"))
    let better = colour.standingOut(from: ground, by: 4.5)
    #expect(better.contrast(with: ground) >= 4.5)
    #expect(better.contrast(with: ground) < 4.7)
    #expect(abs(Colour(0).contrast(with: Colour(0xFFFFFF)) - 21) < 0.000_1)
    #expect(Colour(text: "#048")?.text == "#004488")
    for text in ["048", "#0488", "#04g", "blue", "#"] { #expect(Colour(text: text) == nil) }
  }

  @Test(arguments: [
    "light: {paper: white}", "dark: {glow: '#fff'}", "width: 90", "radius: 40", "reading: 'x; } body { color: red'",
    "reading: \"'Foo, serif\"", "interface: 'a\"b'",
    "logo: files/logo.gif", "favicon: files/logo.png", "logo: files/none.svg",
  ])
  func refusesWhatIsNoTheme(_ theme: String) throws {
    #expect(try Self.faults("theme: {\(theme)}").count == 1)
  }

  /// The colours that contrast is measured with are those of the style.
  @Test func knowsTheColoursOfTheDefaultTheme() throws {
    let style = try String(contentsOf: fixture("../../templates/assets/style.css"), encoding: .utf8)
    let parts = style.components(separatedBy: "@media (prefers-color-scheme: dark)")
    for token in HubTheme.Token.allCases {
      for (isDark, part) in [(false, parts[0]), (true, parts[1])] {
        #expect(part.contains("--\(token.rawValue): \(token.standard(isDark: isDark).text);"), "\(token)")
      }
    }
  }

  @Test(arguments: ["own-head", "own-before-masthead", "own-after-masthead", "own-after-article", "own-footer"])
  func showsWhatAHubFillsIn(_ name: String) throws {
    let plain = try BuiltSite(Self.note).text("notes/n.html")
    #expect(!plain.contains("own-"))
    let site = try BuiltSite(Self.note + "-- templates/\(name).mustache --\n<p class=\"mine\">{{page_title}}</p>\n")
    #expect(conciseText(for: site.diagnostics) == "")
    let lines = try site.text("notes/n.html").split(separator: "\n")
    #expect(lines.filter { $0.contains("class=\"mine\"") } == ["<p class=\"mine\">N</p>"])
    #expect(lines.filter { !$0.contains("class=\"mine\"") } == plain.split(separator: "\n"))
  }
}
