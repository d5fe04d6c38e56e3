import Foundation
import Linking
import OutputFiles
import Outputs
import Publishing
import TestSupport
import Testing

/// Files in the output folder that are somebody else's.
struct OthersFilesTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func write(
    _ files: [String: String], of address: String = "https://one.example/", force: Bool = false
  ) throws -> WriteSummary {
    try writeSite(
      plan(files), of: SiteOwnership(hubAddress: address, replacesOthers: force), to: scratch.site, jobs: 2)
  }

  @Test(arguments: ["index.html", "a/b.html"])
  func replacesAStrangersFileOnlyOnRequest(_ path: String) throws {
    try scratch.place(path, "a stranger's")
    let before = try scratch.pages()
    let failure = #expect(throws: WriteFailure.self) { try write([path: "home", "c.html": "c"]) }
    #expect(failure?.cause == .strangersFile)
    #expect(failure?.siteIsUnchanged == true)
    #expect(
      failure?.sentence == """
        \(scratch.site)/\(path) is a file that no build is known to have written, and the site needs its place; the site is as it was. \
        Name another folder with --output, or replace such files with --force.
        """)
    #expect(try scratch.pages() == before)
    #expect(try write([path: "home", "c.html": "c"], force: true).writtenPaths.contains(path))
    #expect(scratch.text(path) == "home")
  }

  @Test func replacesAStrangersLinkOnlyOnRequest() throws {
    try scratch.link("index.html", to: "/etc/hostname")
    #expect(throws: WriteFailure.self) { try write(["index.html": "home"]) }
    #expect(try scratch.pages() == ["index.html": .link("/etc/hostname")])
  }

  @Test func takesAFileThatIsTheSameForItsOwn() throws {
    try scratch.place("index.html", "home")
    #expect(try write(["index.html": "home"]).unchanged == 1)
    #expect(try write(["index.html": "new"]).writtenPaths == ["index.html"])
  }

  @Test func keepsTheSiteOfAnotherHub() throws {
    _ = try write(["index.html": "one", "one.html": "one"])
    let before = try scratch.snapshot()
    let failure = #expect(throws: WriteFailure.self) {
      try write(["index.html": "two"], of: "https://two.example/hub/")
    }
    #expect(failure?.cause == .siteOfAnotherHub(PageAddress.path("one.example")))
    #expect(
      failure?.sentence.hasPrefix("\(scratch.site) holds the site of the hub at one.example, which would be removed;")
        == true)
    #expect(try scratch.snapshot() == before)
    #expect(try write(["index.html": "two"], of: "https://two.example/hub/", force: true).removedPaths == ["one.html"])
    #expect(throws: WriteFailure.self) { try write(["index.html": "one"]) }
  }

  @Test func takesAChangeOfSchemeForTheSameHub() throws {
    _ = try write(["index.html": "one"], of: "http://one.example")
    #expect(try write(["index.html": "two"], of: "https://one.example/").writtenPaths == ["index.html"])
  }

  @Test func refusesAFolderAmongTheSourcesOrAroundThem() throws {
    let hub = try HubFolder("-- site-content/hub.yaml --\n-- templates/home.mustache --\n-- public/x --\n")
    let path = hub.path
    try FileManager.default.createSymbolicLink(atPath: "\(path)/link", withDestinationPath: "site-content")
    try FileManager.default.createSymbolicLink(atPath: "\(path)/up", withDestinationPath: ".")
    for output in [
      "site-content", "site-content/public", "site-content/a/b/c", "templates", "templates/assets", "link", "link/x",
      "up/templates/x", "public/../site-content",
    ] {
      #expect(
        reasonAgainst(output: "\(path)/\(output)", ofHub: path)?.contains("which holds the hub's sources") == true,
        "\(output)")
    }
    for output in ["", "/", "/up", "/..", "/public/.."] {
      #expect(
        reasonAgainst(output: path + output, ofHub: path)?.contains("the hub's sources; name another") == true,
        "\(output)")
    }
    for output in ["public", "public/a", ".public", "site", "site-contents", "templates-2", "../elsewhere"] {
      #expect(reasonAgainst(output: "\(path)/\(output)", ofHub: path) == nil, "\(output)")
    }
    for output in [".git", ".git/site", "../.hg/store"] {
      #expect(
        reasonAgainst(output: "\(path)/\(output)", ofHub: path)?.contains("keeps the history of files") == true,
        "\(output)")
    }
    #expect(reasonAgainst(output: "/", ofHub: path) != nil)
  }
}
