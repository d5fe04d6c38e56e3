import Content
import Linking
import Pages
import Sites

/// Texts of the hub in one order, to be read on paper or by a reader of books; nothing of it is written yet.
struct Book: Sendable {
  /// What its files are called.
  let name: String
  let sort: Sort
  let title: String
  var subtitle = ""
  var summary = ""
  let parts: [Part]

  enum Sort: CaseIterable, Sendable {
    case handbook, pack, series, guide
  }

  /// Chapters under a heading; without one, chapters that stand by themselves.
  struct Part: Sendable {
    var title = ""
    let chapters: [Content]
  }

  enum Content: Sendable {
    case document(Page)
    case meeting(PageOf<Meeting>)
    case deadlines(PageOf<Meeting>)
    case programme(Meeting)
    case routes
    case issue(PageOf<Issue>, at: PageOf<Meeting>)
    case outcomes(of: PageOf<Meeting>)
    case elections(of: PageOf<Meeting>)
    case resolutions([PageOf<Resolution>])

    /// The page that the chapter stands for, so that links to it lead here.
    var page: Page? {
      switch self {
      case .document(let page): page
      case .meeting(let meeting): meeting.page
      case .issue(let issue, _): issue.page
      case .deadlines, .programme, .routes, .outcomes, .elections, .resolutions: nil
      }
    }
  }

  var chapters: [Content] { parts.flatMap(\.chapters) }
  var pages: [Page] { chapters.compactMap(\.page) }
}

extension Book.Sort {
  var word: Word {
    switch self {
    case .handbook: .bookHandbook
    case .pack: .bookPack
    case .series: .bookSeries
    case .guide: .bookGuide
    }
  }

  /// The heading over several of the sort.
  var wordForMany: Word {
    switch self {
    case .handbook: .bookHandbooks
    case .pack: .bookPacks
    case .series: .bookSeriesMany
    case .guide: .bookGuides
    }
  }
}

extension BookLinks {
  init(_ book: Book, as form: Form) {
    var chapters: [Int: String] = [:]
    for (number, chapter) in book.chapters.enumerated() {
      if let page = chapter.page, chapters[page.index] == nil { chapters[page.index] = Self.id(ofChapter: number) }
    }
    self.init(chapters: chapters, as: form)
  }
}
