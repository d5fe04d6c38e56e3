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
    case programme(PageOf<Meeting>)
    case routes(to: PageOf<Meeting>)
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

    /// The section of a page of the hub that the chapter shows.
    var section: (page: Page, anchor: String)? {
      switch self {
      case .deadlines(let meeting): (meeting.page, "deadlines")
      case .programme(let meeting): (meeting.page, "programme")
      case .routes(let meeting): (meeting.page, "take-part")
      case .outcomes(let meeting): (meeting.page, "outcomes")
      case .elections(let meeting): (meeting.page, "elections")
      case .document, .meeting, .issue, .resolutions: nil
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
  init(_ book: Book, on site: Site, as form: Form) {
    var chapters: [Int: String] = [:]
    var sections: [Int: [String: Section]] = [:]
    for (number, content) in book.chapters.enumerated() {
      let id = Self.id(ofChapter: number)
      if let page = content.page, chapters[page.index] == nil {
        chapters[page.index] = id
        for anchor in content.anchors(on: site) {
          sections[page.index, default: [:]][anchor] = Section(chapter: id, anchor: anchor)
        }
      }
      if let (page, anchor) = content.section { sections[page.index, default: [:]][anchor] = Section(chapter: id) }
    }
    self.init(chapters: chapters, sections: sections, as: form)
  }
}
