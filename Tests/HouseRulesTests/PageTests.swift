import Testing

/// A page is made by a function, and written with the template that it is paired with.
struct PageTests {
  private let sources = Repository.files(below: "Sources")

  /// What a function finishes that no maker names is written nowhere.
  @Test func everyFunctionThatFinishesAPageIsPairedWithATemplate() {
    let functions = sources.flatMap { source in
      source.text.matches(of: /func (\w+)\([^{}]*?\)\s*-> FinishedPage<\w[\w, ]*>/).map { String($0.1) }
    }
    #expect(functions.count > 30)
    let pairs = sources.flatMap { source in
      source.text.matches(of: /PageMaker(?:<[\w\[\]]+>)?\("[a-z-]+"(?:, |\) \{[^}]*?)(\w+)/).map { String($0.1) }
    }
    let makers = sources.filter { $0.text.contains("PageMaker") }.map(\.text).joined()
    let unpaired = Set(functions).subtracting(pairs).filter { name in
      // A list has its kind's maker in common with others.
      name != "indexPage" && !makers.contains(" \(name)(page, on: site")
    }
    #expect(unpaired.sorted() == [])
  }
}
