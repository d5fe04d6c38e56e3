import Books
import Calendars
import DataFiles
import Linking
import OutputFiles
import Pages
import Sites
import Templating

/// What plans the files of sites, with all the templates that they are filled into: the same for every hub and theme.
///
/// A template is added to the table by what fills it, so that each is checked with its views before any page is made.
struct SitePlanners: Sendable {
  let table: TemplateTable
  let blocks: BlockWriter
  /// The files that every language has.
  let own: FilePlanner
  /// Those of them that are pages, and neither documents' nor indexes.
  let derived: FilePlanner
  let redirects: FilePlanner
  let notFound: @Sendable ([Site]) -> [OutputFile]
  let data: FilePlanner
  let search: SearchFiles
  let books: FilePlanner
  let downloads: @Sendable (Site, _ hasCopy: Bool) -> OutputFile

  static let all = SitePlanners()

  private init() {
    var table = TemplateTable()
    let pages = [documentPages(in: &table), indexPages(in: &table), calendarIndex(in: &table)]
    let others = [
      trackerPages(in: &table), mapPages(in: &table), chooserPages(in: &table), calendarPages(in: &table),
      planPages(in: &table),
    ]
    let own = pages + others + [letterFiles, feeds]
    self.own = { site in own.flatMap { $0(site) } }
    derived = { site in others.flatMap { $0(site) } }
    redirects = Pages.redirects(in: &table)
    notFound = notFoundPage(in: &table)
    data = dataFiles(in: &table)
    search = SearchFiles(in: &table)
    books = bookFiles(in: &table)
    downloads = downloadsPage(in: &table)
    blocks = BlockWriter(in: &table)
    self.table = table
  }
}

/// Every template that a site fills, with what it can show.
package var templateReference: TemplateReference { SitePlanners.all.table.reference }
