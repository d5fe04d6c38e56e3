import Diagnostics
import Foundation
import TestSupport
import Testing

/// A hub on another process than the one in `site-content`: every kind, every derived block, three languages.
@Suite struct SampleHubTests {
  static let day = "2031-03-15"

  static func folder() throws -> HubFolder { try HubFolder(copying: fixture("sample-hub")) }

  @Test func rendersTheSampleHub() throws {
    let site = try BuiltSite(in: Self.folder(), asOf: Self.day, jobs: 2)
    #expect(conciseText(for: site.diagnostics) == "")
    var goldens = Goldens("sample-hub.expected")
    // The default theme's own files are no business of this hub.
    for (path, bytes) in try site.files.sorted(by: { $0.key < $1.key }) where !Self.themeFiles.contains(path) {
      // Archives are tried by tests of their own, and libdeflate may pack them otherwise tomorrow; so is the list of all digests.
      guard !path.hasSuffix(".epub"), !path.hasSuffix(".zip"), path != "SHA256SUMS" else { continue }
      try goldens.compare(path, bytes)
    }
    try goldens.finish()
    #expect(goldens.faults == [])
  }

  private static let themeFiles: Set<String> = {
    let folder = fixture("../../templates/assets")
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return Set(names.map { "assets/\($0)" })
  }()

  @Test func knowsNothingOfTheHubInTheRepository() throws {
    let site = try BuiltSite(in: Self.folder(), asOf: Self.day)
    for (path, bytes) in try site.files where !path.hasSuffix(".png") {
      let text = String(decoding: bytes, as: UTF8.self)
      for word in ["ITU", "itu.int", "Plenipotentiary", "telecommunication"] {
        #expect(!text.contains(word), "\(path) speaks of '\(word)'")
      }
    }
  }

  @Test func linksOnlyToWhatIsThere() throws {
    let site = try BuiltSite(in: Self.folder(), asOf: Self.day)
    let files = try site.files
    var faults: [String] = []
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) where path.hasSuffix(".html") {
      let text = String(decoding: bytes, as: UTF8.self)
      let targets = text.links + text.pieces(between: "src=\"", and: "\"")
      for target in targets where !target.contains("://") && !target.hasPrefix("mailto:") {
        if let fault = Self.fault(in: target, on: path, files) { faults.append("\(path): \(fault)") }
      }
    }
    #expect(faults == [])
  }

  private static func fault(in target: String, on page: String, _ files: [String: [UInt8]]) -> String? {
    let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let file = parts[0].prefix { $0 != "?" }
    if page == "404.html", file.hasPrefix("/hub/") {
      let path = file.dropFirst("/hub/".count) + (file.hasSuffix("/") ? "index.html" : "")
      return files[String(path)] == nil ? "'\(target)' leads nowhere" : nil
    }
    guard !file.hasPrefix("/"), !target.isEmpty else { return "'\(target)' is not relative" }
    let folder = page.split(separator: "/").dropLast()
    var path = file.isEmpty ? page.split(separator: "/") : Array(folder)
    for part in file.split(separator: "/") {
      if part == ".." {
        guard path.popLast() != nil else { return "'\(target)' leads out" }
      } else {
        path.append(part)
      }
    }
    guard let bytes = files[path.joined(separator: "/")] else { return "'\(target)' leads nowhere" }
    guard parts.count == 2 else { return nil }
    let anchor = String(parts[1]).removingPercentEncoding ?? ""
    return String(decoding: bytes, as: UTF8.self).contains(" id=\"\(anchor)\"") ? nil : "'\(target)' has no such anchor"
  }

  @Test func givesNoTwoElementsOfAPageOneID() throws {
    let site = try BuiltSite(in: Self.folder(), asOf: Self.day)
    for (path, bytes) in try site.files where path.hasSuffix(".html") {
      let ids = String(decoding: bytes, as: UTF8.self).pieces(between: " id=\"", and: "\"")
      let twice = Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys
      #expect(twice.isEmpty, "\(path): \(twice.sorted())")
    }
  }

  @Test func reachesEveryPageFromTheHomePage() throws {
    let site = try BuiltSite(in: Self.folder(), asOf: Self.day)
    var reached: Set<String> = ["index.html"]
    var waiting = ["index.html"]
    while let page = waiting.popLast() {
      for target in try site.text(page).links where !target.contains(":") {
        var path = page.split(separator: "/").dropLast().map(String.init)
        for part in target.prefix(while: { $0 != "#" && $0 != "?" }).split(separator: "/") {
          if part == ".." { _ = path.popLast() } else { path.append(String(part)) }
        }
        let file = path.joined(separator: "/")
        if file.hasSuffix(".html"), site.paths.contains(file), reached.insert(file).inserted { waiting.append(file) }
      }
    }
    let redirects: Set<String> = ["404.html", "old/why.html", "about.html", "old/about-us.html"]
    let lost = site.paths.filter { $0.hasSuffix(".html") }.subtracting(reached).subtracting(redirects)
    #expect(lost.sorted() == [])
  }

  @Test func loadsNothingFromElsewhere() throws {
    let site = try BuiltSite(in: Self.folder(), asOf: Self.day)
    for (path, bytes) in try site.files where path.hasSuffix(".html") {
      let text = String(decoding: bytes, as: UTF8.self)
      for source in text.pieces(between: " src=\"", and: "\"") { #expect(!source.contains("//"), "\(path)") }
      // What says what a page is, to machines, is absolute, and nothing loads it.
      for link in text.pieces(between: "<link rel=\"", and: ">")
      where !link.hasPrefix("canonical") && !link.hasPrefix("alternate\" hreflang") {
        #expect(!link.contains("//"), "\(path): \(link)")
      }
      #expect(!text.contains("<style") && !text.contains(" onclick=") && !text.contains(" style="), "\(path)")
    }
  }

  @Test(arguments: [2, 8])
  func rendersTheSameBytesOnAnyNumberOfThreads(_ jobs: Int) throws {
    let folder = try Self.folder()
    let one = try BuiltSite(in: folder, asOf: Self.day, jobs: 1).files
    let many = try BuiltSite(in: folder, asOf: Self.day, jobs: jobs).files
    #expect(Set(one.keys).union(many.keys).filter { one[$0] != many[$0] } == [])
  }

  @Test func rendersTheSameBytesInAnyOrderOfFiles() throws {
    let folder = try Self.folder()
    let reversed = try HubFolder()
    for (name, bytes) in try folder.files().sorted(by: { $0.key > $1.key }) { try reversed.write(name, bytes: bytes) }
    let one = try BuiltSite(in: folder, asOf: Self.day)
    let other = try BuiltSite(in: reversed, asOf: Self.day)
    #expect(try one.files == other.files)
  }
}
