import Content
import Formats
import Linking
import Templating

/// A page whose content is finished, with the sources that it rests on: all that its frame is made from.
///
/// `Content` are the views of its template within the frames of the site and of the page, outermost first; a subject may stand around
/// what its page says of it, such as a meeting.
struct FinishedPage<each Content: TemplateView> {
  var head: PageHead
  let citations: Citations
  let content: (repeat Filled<each Content>)

  init(_ content: repeat Filled<each Content>, head: PageHead, restingOn citations: Citations = Citations()) {
    self.head = head
    self.citations = citations
    self.content = (repeat each content)
  }
}

/// What a page's kind decides of its frame.
struct PageHead {
  var kind: String
  var title: String
  var label = ""
  var symbol = ""
  var summary = ""
  var body: HTMLBytes = []
  var contents: [ContentView] = []
  var notices: [NoticeView] = []
  var series: SeriesView?
  var structuredData: [JSONValue] = []
  /// The document whose page it is; nil for a page that is no document's, such as an index.
  var document: Page?
  /// The indexes above it; a document's is that of its folder.
  var parents: [Menu.Index] = []
  /// The path of the page's own feeds, without what tells them apart.
  var feedPath: String?
  var downloads: [LinkView] = []
  var books: [BookRowView] = []
  /// Whether the page searches, and is described to others by these words.
  var searchSummary: String?
  /// Whether every language of the hub has such a page.
  var isInEveryLanguage = true
}
