import Testing

/// Each library is known to one target, and each target knows only those before it.
struct ImportTests {
  private let sources = Repository.files(below: "Sources")

  @Test(arguments: [
    ("CCmarkGFM", "Markdown"), ("CCrypto", "Digests"), ("CDeflate", "Formats"), ("CMimalloc", "hubwright"),
    ("CStemmer", "Searching"),
    ("Yams", "Content"), ("ArgumentParser", "hubwright"), ("NIOCore", "DevServer"), ("NIOPosix", "DevServer"),
    ("NIOHTTP1", "DevServer"), ("_FoundationICU", "Languages"),
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

  /// What the outputs of a site know of each other: a direction that the list in Package.swift alone would not keep.
  private static let outputs: [(target: String, known: Set<String>)] = [
    ("Drawings", []), ("OutputFiles", []), ("Sites", ["Drawings"]),
    ("Pages", ["Drawings", "OutputFiles", "Sites"]), ("Calendars", ["OutputFiles", "Pages", "Sites"]),
    ("Books", ["OutputFiles", "Pages", "Sites"]), ("DataFiles", ["OutputFiles", "Pages", "Sites"]),
    ("Outputs", ["Books", "Calendars", "DataFiles", "OutputFiles", "Pages", "Sites"]),
  ]

  /// What later stages know of them: files and their plan, and the one function that makes it.
  private static let users: [(target: String, known: Set<String>)] = [
    ("Checking", ["OutputFiles"]), ("DevServer", ["OutputFiles"]), ("Publishing", ["OutputFiles", "Outputs"]),
    ("hubwright", ["OutputFiles", "Outputs"]),
  ]

  @Test(arguments: outputs + users)
  func outputsAreKnownOnlyWhereTheyAreNeeded(_ target: String, _ known: Set<String>) {
    let own = sources.filter { $0.target == target }
    #expect(!own.isEmpty)
    let outputs = Set(Self.outputs.map(\.target))
    #expect(Set(own.flatMap(\.imports)).intersection(outputs).subtracting(known) == [])
  }

  /// A drawing is of names and addresses, whatever they lead to.
  @Test func drawingsKnowNoPages() {
    let imports = Set(sources.filter { $0.target == "Drawings" }.flatMap(\.imports))
    #expect(imports.subtracting(["CivilTime", "Content", "Formats"]) == [])
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
