import Testing

/// Each library is known to one target, and each target knows only those before it.
struct ImportTests {
  private let sources = Repository.files(below: "Sources")

  @Test(arguments: [
    ("CCmarkGFM", "Markdown"), ("CCrypto", "Digests"), ("CDeflate", "Formats"), ("CMimalloc", "hubwright"),
    ("CStemmer", "Searching"),
    ("Yams", "Content"), ("ArgumentParser", "hubwright"), ("NIOCore", "DevServer"), ("NIOPosix", "DevServer"),
    ("NIOHTTP1", "DevServer"),
  ])
  func onlyOneTargetImports(_ library: String, _ target: String) {
    let importers = Set(sources.filter { $0.imports.contains(library) }.map(\.target))
    #expect(importers.isSubset(of: [target]))
  }

  @Test func targetsImportOnlyWhatStandsAboveThem() throws {
    let order = try targetsInOrder()
    #expect(order.count > 8)
    let positions = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    let offences = sources.flatMap { source in
      source.imports.filter { module in
        guard let imported = positions[module], let own = positions[source.target] else { return false }
        return imported >= own
      }.map { "\(source.path) imports \($0)" }
    }
    #expect(offences == [])
  }

  @Test func everySourceBelongsToATarget() throws {
    let order = try targetsInOrder()
    #expect(Set(sources.map(\.target)).subtracting(order) == [])
  }

  /// The names of the targets that hold sources, as Package.swift lists them.
  private func targetsInOrder() throws -> [String] {
    let package = try #require(Repository.file("Package.swift"))
    return package.text.matches(of: /\.(?:systemLibrary|target|executableTarget)\(\s*name: "([^"]+)"/).map {
      String($0.1)
    }
  }
}
