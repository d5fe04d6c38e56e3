import Templating

/// Which views fill which template, outermost first: what `TemplateSet` checks before a page is made.
enum TemplateUse {
  static let all: [(template: String, shapes: [TemplateShape])] =
    pages + blocks + books + [("redirect", [RedirectPage.shape.erased])]

  private static let pages: [(template: String, shapes: [TemplateShape])] =
    [
      ("article", ArticlePage.shape.erased), ("section", SectionPage.shape.erased), ("home", HomePage.shape.erased),
      ("issue", IssuePage.shape.erased), ("issues", IssuesPage.shape.erased),
      ("resolution", ResolutionPage.shape.erased), ("resolutions", ResolutionsPage.shape.erased),
      ("proposals", ProposalsPage.shape.erased), ("tracker", TrackerPage.shape.erased),
      ("matrix", MatrixPage.shape.erased), ("data", DataPage.shape.erased),
      ("meetings", MeetingsPage.shape.erased), ("body", BodyPage.shape.erased), ("bodies", BodiesPage.shape.erased),
      ("actor", ActorPage.shape.erased), ("actors", ActorsPage.shape.erased), ("country", CountryPage.shape.erased),
      ("countries", CountriesPage.shape.erased), ("person", PersonPage.shape.erased),
      ("people", PeoplePage.shape.erased),
      ("route", RoutePage.shape.erased), ("routes", RoutesPage.shape.erased), ("library", LibraryPage.shape.erased),
      ("glossary", GlossaryPage.shape.erased), ("all-pages", AllPagesPage.shape.erased),
      ("not-found", NotFoundPage.shape.erased), ("downloads-page", DownloadsPage.shape.erased),
      ("book", BookPage.shape.erased),
      ("search", SearchPage.shape.erased), ("not-found", NotFoundPage.shape.erased),
      ("calendar", CalendarPage.shape.erased), ("month", CalendarPage.shape.erased),
      ("not-found", NotFoundPage.shape.erased),
    ].map { ($0.0, [SiteFrame.shape.erased, PageFrame.shape.erased, $0.1]) } + [
      (
        "meeting", [SiteFrame.shape.erased, PageFrame.shape.erased, MeetingView.shape.erased, MeetingPage.shape.erased]
      ),
      ("plan", [SiteFrame.shape.erased, PageFrame.shape.erased, MeetingView.shape.erased, PlanPage.shape.erased]),
    ]

  private static let books: [(template: String, shapes: [TemplateShape])] = [
    ("book-cover", BookCover.shape.erased), ("book-chapter", ChapterView.shape.erased),
    ("book-terms", BookTerms.shape.erased), ("book-sources", BookSources.shape.erased),
    ("book-pages", BookPages.shape.erased),
  ].map { ($0.0, [SiteFrame.shape.erased, $0.1]) }

  private static let blocks: [(template: String, shapes: [TemplateShape])] = [
    ("block-positions", PositionsBlock.shape.erased), ("block-outcomes", OutcomesBlock.shape.erased),
    ("block-meeting", MeetingBlock.shape.erased), ("block-deadlines", DeadlinesBlock.shape.erased),
    ("block-timeline", TimelineBlock.shape.erased), ("block-routes", RoutesBlock.shape.erased),
    ("block-resolutions", ResolutionsBlock.shape.erased), ("block-elections", ElectionsBlock.shape.erased),
    ("block-programme", ProgrammeBlock.shape.erased), ("block-issues", IssuesBlock.shape.erased),
    ("block-forum-map", ForumMapBlock.shape.erased), ("block-countries", CountriesBlock.shape.erased),
    ("block-library", LibraryBlock.shape.erased), ("block-articles", ArticlesBlock.shape.erased),
  ].map { ($0.0, [SiteFrame.shape.erased, $0.1]) }
}
