import Content
import Formats
import Linking
import Templating

/// A page whose content is finished, with the sources that it rests on: all that its frame is made from.
struct FinishedPage {
  var head: PageHead
  let citations: Citations
  private let fill: (TemplateSet, Filled<SiteFrame>, Filled<PageFrame>, inout HTMLBytes) -> Void

  init<Content>(
    _ template: PageTemplate<Content>, _ content: Filled<Content>, _ head: PageHead,
    restingOn citations: Citations = Citations()
  ) {
    self.head = head
    self.citations = citations
    fill = { $0.render(template, $1, $2, content, into: &$3) }
  }

  /// `subject` stands between the frame and the content, such as the meeting that the page is about.
  init<Subject, Content>(
    _ template: Template<SiteFrame, PageFrame, Subject, Content>, _ subject: Filled<Subject>,
    _ content: Filled<Content>,
    _ head: PageHead, restingOn citations: Citations = Citations()
  ) {
    self.head = head
    self.citations = citations
    fill = { $0.render(template, $1, $2, subject, content, into: &$3) }
  }

  func rendered(on site: Site, at place: Place) -> HTMLBytes {
    var html: HTMLBytes = []
    html.reserveCapacity(head.body.count + 16_384)
    let frame = PageFrame(of: self, on: site, at: place)
    fill(site.templates.set, site.frame(at: place.path), Filled(frame), &html)
    return html
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
