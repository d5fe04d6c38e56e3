import Pages
import Templating

/// The templates of what stands in books: their covers, chapters and lists, and the lists of records that chapters are made of.
struct BookTemplates: Sendable {
  let cover: PartTemplate<BookCover>
  let chapter: PartTemplate<ChapterView>
  let terms: PartTemplate<BookTerms>
  let sources: PartTemplate<BookSources>
  let pages: PartTemplate<BookPages>
  let positions: PartTemplate<PositionsBlock>
  let deadlines: PartTemplate<DeadlinesBlock>
  let programme: PartTemplate<ProgrammeBlock>
  let routes: PartTemplate<RoutesBlock>
  let outcomes: PartTemplate<OutcomesBlock>
  let elections: PartTemplate<ElectionsBlock>
  let resolutions: PartTemplate<ResolutionsBlock>

  init(in table: inout TemplateTable) {
    cover = table.template("book-cover")
    chapter = table.template("book-chapter")
    terms = table.template("book-terms")
    sources = table.template("book-sources")
    pages = table.template("book-pages")
    positions = table.template("block-positions")
    deadlines = table.template("block-deadlines")
    programme = table.template("block-programme")
    routes = table.template("block-routes")
    outcomes = table.template("block-outcomes")
    elections = table.template("block-elections")
    resolutions = table.template("block-resolutions")
  }
}
