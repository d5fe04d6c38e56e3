import Content
import Testing

/// A kind is one file and one entry of a list, and its fields are named nowhere else.
struct KindTests {
  private let files = Repository.files(below: "Sources/Content/Kinds")

  @Test func eachFileOfKindsHoldsOneThatTheListHas() throws {
    let list = try #require(Repository.file("Sources/Content/Kind.swift")).text
    #expect(files.count == Kind.allCases.count)
    for file in files {
      let name = file.path.split(separator: "/").last?.dropLast(".swift".count) ?? ""
      let declared = file.text.matches(of: /(?m)^package final class (\w+): DocumentFields/).map(\.1)
      #expect(declared == [name], "\(file.path)")
      #expect(list.contains("\(name).kind,"), "Kind.allCases lacks \(name).kind")
    }
  }

  @Test func noTwoKindsShareAWordOrAFolder() {
    let words = Kind.allCases.map(\.rawValue)
    #expect(Set(words).count == words.count)
    let folders = Kind.records.compactMap(\.recordFolder)
    #expect(Set(folders).count == folders.count)
  }

  /// Two elements of one id would stand on a page whose text has a heading of that name.
  @Test func headingsCannotHaveTheIDsThatTemplatesGive() throws {
    let frame = ["page-start", "page-ending", "page-end", "notices", "contents", "today"]
    for kind in Kind.allCases {
      let name = kind.isArticle ? "article" : kind.rawValue
      let files = (frame + [name]).compactMap { name in
        ["pages", "parts"].lazy.compactMap { Repository.file("templates/\($0)/\(name).mustache") }.first
      }
      let ids = files.flatMap { $0.text.matches(of: /\bid="([a-z-]+)"/).map { String($0.1) } }
      #expect(ids.contains("content"))
      #expect(Set(ids).subtracting(kind.reservedIDs).sorted() == [], "\(kind)")
    }
  }

  /// A name that is misspelt gives an empty list; a constant that is misspelt does not compile.
  @Test func referencesAreLookedUpByTheirFields() {
    let lookups = /\breferringTo: .*\bby: "/
    let offences = Repository.files(below: "Sources", "Tests").flatMap {
      $0.lines(matching: lookups)
    }
    #expect(offences == [])
  }

  @Test func fieldsThatReferAreDeclaredBesideWhatHasThem() {
    let declarations = /\bReferenceField<\w+, \w+>\(/
    let offences = Repository.files(below: "Sources").filter { $0.target != "Content" }.flatMap {
      $0.lines(matching: declarations)
    }
    #expect(offences == [])
  }
}
