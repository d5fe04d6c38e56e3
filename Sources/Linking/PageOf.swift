import Content

/// A page, with or without the fields of its kind.
package protocol SomePage: Sendable {
  var page: Page { get }
}

extension Page: SomePage {
  package var page: Page { self }
}

/// A page together with the fields that its kind gives it.
package struct PageOf<Fields: DocumentFields>: SomePage {
  package let page: Page
  package let fields: Fields

  /// Nil where the page is of another kind.
  package init?(_ page: Page) {
    guard let fields = page.document.fields as? Fields else { return nil }
    self.page = page
    self.fields = fields
  }
}

extension SomePage {
  package var document: Document { page.document }
  package var address: PageAddress { page.address }
  /// Its number in the graph.
  package var index: Int { page.index }
  package var id: DocumentID { page.document.id }
}
