import Diagnostics
import Templating

/// The templates of a theme, each with the views that fill it: all of them are checked before a page is made.
struct SiteTemplates: Sendable {
  let set: TemplateSet
  let pages: PageTemplates
  let blocks: BlockTemplates
  let books: BookTemplates
  /// A page at an old address.
  let redirect: Template<RedirectPage>

  /// Nil where a template is at fault; `files` by their names without ending.
  static func load(
    _ files: [String: SourceFile], words: TemplateWords
  ) -> (templates: SiteTemplates?, diagnostics: [Diagnostic]) {
    var table = TemplateTable()
    let (pages, blocks, books) = (PageTemplates(in: &table), BlockTemplates(in: &table), BookTemplates(in: &table))
    let redirect: Template<RedirectPage> = table.template("redirect")
    let (set, diagnostics) = TemplateSet.load(files, words: words, table: table)
    let templates = set.map {
      SiteTemplates(set: $0, pages: pages, blocks: blocks, books: books, redirect: redirect)
    }
    return (templates, diagnostics)
  }
}

/// A template of pages: in the frame of its site and its own.
typealias PageTemplate<Content: TemplateView> = Template<SiteFrame, PageFrame, Content>

/// A template of a part that knows its site, such as a list within a text.
typealias PartTemplate<Content: TemplateView> = Template<SiteFrame, Content>

struct PageTemplates: Sendable {
  /// A meeting stands around what its page says of it.
  let meeting: Template<SiteFrame, PageFrame, MeetingView, MeetingPage>
  let plan: Template<SiteFrame, PageFrame, MeetingView, PlanPage>
  let article: PageTemplate<ArticlePage>
  let section: PageTemplate<SectionPage>
  let home: PageTemplate<HomePage>
  let issue: PageTemplate<IssuePage>
  let issues: PageTemplate<IssuesPage>
  let resolution: PageTemplate<ResolutionPage>
  let resolutions: PageTemplate<ResolutionsPage>
  let proposals: PageTemplate<ProposalsPage>
  let tracker: PageTemplate<TrackerPage>
  let matrix: PageTemplate<MatrixPage>
  let meetings: PageTemplate<MeetingsPage>
  let body: PageTemplate<BodyPage>
  let bodies: PageTemplate<BodiesPage>
  let actor: PageTemplate<ActorPage>
  let actors: PageTemplate<ActorsPage>
  let country: PageTemplate<CountryPage>
  let countries: PageTemplate<CountriesPage>
  let map: PageTemplate<MapPage>
  let person: PageTemplate<PersonPage>
  let people: PageTemplate<PeoplePage>
  let route: PageTemplate<RoutePage>
  let routes: PageTemplate<RoutesPage>
  let choose: PageTemplate<ChoosePage>
  let library: PageTemplate<LibraryPage>
  let glossary: PageTemplate<GlossaryPage>
  let allPages: PageTemplate<AllPagesPage>
  let notFound: PageTemplate<NotFoundPage>
  let calendar: PageTemplate<CalendarPage>
  let month: PageTemplate<CalendarPage>
  let data: PageTemplate<DataPage>
  let search: PageTemplate<SearchPage>
  let downloads: PageTemplate<DownloadsPage>
  let book: PageTemplate<BookPage>

  fileprivate init(in table: inout TemplateTable) {
    article = table.template("article")
    section = table.template("section")
    home = table.template("home")
    issue = table.template("issue")
    issues = table.template("issues")
    resolution = table.template("resolution")
    resolutions = table.template("resolutions")
    proposals = table.template("proposals")
    tracker = table.template("tracker")
    matrix = table.template("matrix")
    meetings = table.template("meetings")
    body = table.template("body")
    bodies = table.template("bodies")
    actor = table.template("actor")
    actors = table.template("actors")
    country = table.template("country")
    countries = table.template("countries")
    map = table.template("map")
    person = table.template("person")
    people = table.template("people")
    route = table.template("route")
    routes = table.template("routes")
    choose = table.template("choose")
    library = table.template("library")
    glossary = table.template("glossary")
    allPages = table.template("all-pages")
    notFound = table.template("not-found")
    calendar = table.template("calendar")
    month = table.template("month")
    data = table.template("data")
    search = table.template("search")
    downloads = table.template("downloads-page")
    book = table.template("book")
    meeting = table.template("meeting")
    plan = table.template("plan")
  }
}

/// The lists and tables that texts ask for.
struct BlockTemplates: Sendable {
  let positions: PartTemplate<PositionsBlock>
  let outcomes: PartTemplate<OutcomesBlock>
  let meeting: PartTemplate<MeetingBlock>
  let deadlines: PartTemplate<DeadlinesBlock>
  let timeline: PartTemplate<TimelineBlock>
  let routes: PartTemplate<RoutesBlock>
  let resolutions: PartTemplate<ResolutionsBlock>
  let elections: PartTemplate<ElectionsBlock>
  let programme: PartTemplate<ProgrammeBlock>
  let issues: PartTemplate<IssuesBlock>
  let forumMap: PartTemplate<ForumMapBlock>
  let countries: PartTemplate<CountriesBlock>
  let library: PartTemplate<LibraryBlock>
  let articles: PartTemplate<ArticlesBlock>

  fileprivate init(in table: inout TemplateTable) {
    positions = table.template("block-positions")
    outcomes = table.template("block-outcomes")
    meeting = table.template("block-meeting")
    deadlines = table.template("block-deadlines")
    timeline = table.template("block-timeline")
    routes = table.template("block-routes")
    resolutions = table.template("block-resolutions")
    elections = table.template("block-elections")
    programme = table.template("block-programme")
    issues = table.template("block-issues")
    forumMap = table.template("block-forum-map")
    countries = table.template("block-countries")
    library = table.template("block-library")
    articles = table.template("block-articles")
  }
}

struct BookTemplates: Sendable {
  let cover: PartTemplate<BookCover>
  let chapter: PartTemplate<ChapterView>
  let terms: PartTemplate<BookTerms>
  let sources: PartTemplate<BookSources>
  let pages: PartTemplate<BookPages>

  fileprivate init(in table: inout TemplateTable) {
    cover = table.template("book-cover")
    chapter = table.template("book-chapter")
    terms = table.template("book-terms")
    sources = table.template("book-sources")
    pages = table.template("book-pages")
  }
}
