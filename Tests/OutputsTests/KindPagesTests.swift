import Content
import Testing

@testable import Pages
@testable import Sites

/// Sites show every kind there is, each in one way.
struct KindPagesTests {
  @Test(arguments: Kind.allCases)
  func everyKindSaysHowSitesShowIt(_ kind: Kind) {
    let shown = kind.fieldsType as? any ShownKind.Type
    #expect(shown != nil, "Give it a file in Sources/Pages with 'extension \(kind.fieldsType): ShownKind'")
    #expect(shown.map { $0.pages.kind == kind } ?? true)
  }

  @Test func noTwoIndexesOfRecordsStandAtOnePlace() {
    let positions = KindPages.all.compactMap(\.name.index?.position)
    #expect(Set(positions).count == positions.count)
  }

  /// A list of documents that stand on the pages of others would lead nowhere.
  @Test func everyKindOnAnIndexHasOne() {
    for pages in KindPages.all {
      if case .index = pages.kind.place { #expect(pages.name.index != nil, "\(pages.kind)") }
    }
  }
}
