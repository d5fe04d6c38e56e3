import Content
import Testing

@testable import Pages
@testable import Sites

/// Sites show every kind there is, each in one way.
struct KindPagesTests {
  @Test func everyKindIsShownOnce() {
    #expect(KindPages.all.map(\.kind.rawValue).sorted() == Kind.allCases.map(\.rawValue).sorted())
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
