import Content
import Formats
import Linking
import Sites
import Templating

/// A page whose content is finished, with the sources that it rests on: all that its frame is made from.
///
/// `Content` are the views of its template within the frames of the site and of the page, outermost first; a subject may stand around
/// what its page says of it, such as a meeting.
package struct FinishedPage<each Content: TemplateView> {
  package var head: PageHead
  package let citations: Citations
  package let content: (repeat Filled<each Content>)

  package init(_ content: repeat Filled<each Content>, head: PageHead, restingOn citations: Citations = Citations()) {
    self.head = head
    self.citations = citations
    self.content = (repeat each content)
  }
}

/// What a page's kind decides of its frame.
package struct PageHead {
  package var kind: String
  package var title: String
  package var label = ""
  var symbol = ""
  package var summary = ""
  package var body: HTMLBytes = []
  package var contents: [ContentView] = []
  package var notices: [NoticeView] = []
  package var series: SeriesView?
  var structuredData: [JSONValue] = []
  /// The document whose page it is; nil for a page that is no document's, such as an index.
  package var document: Page?
  /// The indexes above it; a document's is that of its folder.
  package var parents: [Menu.Index] = []
  /// The path of the page's own feeds, without what tells them apart.
  var feedPath: String?
  package var downloads: [LinkView] = []
  package var books: [BookRowView] = []
  /// Whether the page searches, and is described to others by these words.
  package var searchSummary: String?
  /// Whether every language of the hub has such a page.
  package var isInEveryLanguage = true

  package init(
    kind: String, title: String, label: String = "", symbol: String = "", summary: String = "", body: HTMLBytes = [],
    contents: [ContentView] = [], notices: [NoticeView] = [], series: SeriesView? = nil,
    structuredData: [JSONValue] = [], document: Page? = nil, parents: [Menu.Index] = [], feedPath: String? = nil,
    downloads: [LinkView] = [], books: [BookRowView] = [], searchSummary: String? = nil,
    isInEveryLanguage: Bool = true
  ) {
    self.kind = kind
    self.title = title
    self.label = label
    self.symbol = symbol
    self.summary = summary
    self.body = body
    self.contents = contents
    self.notices = notices
    self.series = series
    self.structuredData = structuredData
    self.document = document
    self.parents = parents
    self.feedPath = feedPath
    self.downloads = downloads
    self.books = books
    self.searchSummary = searchSummary
    self.isInEveryLanguage = isInEveryLanguage
  }
}
